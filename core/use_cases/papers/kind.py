"""A kind of paper, and the job of making one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.criteria.scope import Scope
from core.documents.blocks import Document
from core.documents.referral_letter import LetterOptions
from core.documents.referral_letter.block import Judged
from core.documents.referral_letter.typed import TypedField
from core.errors import WorldError
from core.language.phrases import Phrases
from core.safety import Matter
from core.trials.listing import KnownTrials
from core.use_cases.papers.day0 import PlanWish


class Choice(Enum):
    """What is chosen for a paper besides its language."""

    FILE = "file"  # whose screening it tells
    FURTHER = "further"  # more rule files
    LETTER = "letter"  # recipient, greeting, signer, enclosures, copies, what is confidential
    BLOCKS = "blocks"  # the blocks of the letter, its text, the consent
    PLAN = "plan"  # day 0 and the product
    LEUKAPHERESIS = "leukapheresis"  # when the cells are collected
    FAMILY = "family"  # a copy for the family
    TELEPHONE = "telephone"  # the centre's number for day and night
    FOLLOWED = "followed"  # what became of the plan, from the infusion on record
    EVENT = "event"  # what of the record is reported


@dataclass(frozen=True)
class PaperJob:
    """Everything a paper is made of; nothing is looked up later, so that it stays its patient's.

    ``printed_at`` is as in ``2026-11-22T09:41``. ``judged`` is the screening of reports and letters, ``further`` are
    more of them. ``event`` is what a safety report is about, "" the newest. ``known`` are the trials without a rule
    file that the report ends with; None where no state of a registry is kept.
    """

    kind: PaperKind
    patient_id: str
    chart: Chart
    catalogue: Catalogue
    language: str
    printed_at: str
    program: str
    clinic: str = ""
    record_head: str = ""
    judged: Judged | None = None
    further: tuple[Judged, ...] = ()
    letter: LetterOptions | None = None
    plan: PlanWish | None = None
    telephone: str = ""
    event: str = ""
    known: KnownTrials | None = None

    @property
    def on(self) -> date:
        """The day it is told of: the evaluation date where one is wished, else the day of printing."""
        return date.fromisoformat(self.printed_at[:10]) if self.plan is None else self.plan.on

    @property
    def every_judged(self) -> tuple[Judged, ...]:
        """Every screening it tells, each once."""
        first = () if self.judged is None else (self.judged,)
        return (*first, *(each for each in self.further if each not in first))

    @property
    def scope(self) -> Scope:
        """The names of the rule file it is about, else those of the catalogue alone."""
        return Scope(self.catalogue) if self.judged is None else self.judged[1].scopes[self.judged[0].best.id]

    @property
    def letter_options(self) -> LetterOptions:
        """What a letter is told; WorldError where nothing was."""
        if self.letter is None:
            raise WorldError("documents-needs-letter")
        return self.letter


@dataclass(frozen=True)
class PaperKind:
    """One kind; its name is the phrase ``phrase``. ``typed`` is what is typed for it and stands in no record.

    One with ``Choice.FOLLOWED`` does not apply to somebody who was not treated.
    ``about`` is what a safety report can be about; ``file`` writes the same for other programs.
    ``tells_known_trials``: it ends with the trials that fit coarsely and have no rule file.
    """

    id: str
    order: int
    phrase: str
    choices: frozenset[Choice]
    document: Callable[[PaperJob, Phrases], Document]
    typed: tuple[TypedField, ...] = ()
    about: Matter | None = None
    file: Callable[[PaperJob, Phrases], bytes] | None = None
    tells_known_trials: bool = False

    def applies_to(self, chart: Chart, on: date) -> bool:
        """Tell whether there is something to tell on a day."""
        return Choice.FOLLOWED not in self.choices or chart.infused_by(on) is not None
