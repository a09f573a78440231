"""The outcome of judging a condition: its truth with evidence, causes and parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from core.chart.words import TREATMENTS
from core.criteria.nodes import Condition
from core.values.merging import merged
from core.values.truth import Truth


class Cause(Enum):
    """Why something is unknown. Open causes somebody can close today; deferred ones only the site or the source."""

    MISSING = "missing"
    STALE = "stale"
    UNDATED = "undated"
    IMPRECISE = "imprecise"
    CONFLICTING = "conflicting"
    INDETERMINATE = "indeterminate"
    UNIT = "unit"
    METHOD = "method"
    NEEDS_JUDGEMENT = "needs judgement"
    JUDGEMENT_EXPIRED = "judgement expired"
    NOT_PUBLIC = "not public"
    ASK_THE_SITE = "ask the site"
    SOURCES_DIFFER = "sources differ"

    @property
    def is_deferred(self) -> bool:
        """True if nobody at the patient's side can close it."""
        return self in (Cause.NOT_PUBLIC, Cause.ASK_THE_SITE, Cause.SOURCES_DIFFER)


NOT_BEGUN = "not begun"
"""The detail of a gap about days that all lie behind the decision day."""


class About(Enum):
    """What a gap speaks of: a result or fact, a list and its entries, an answer, the file's own text."""

    VALUE = "value"
    LIST = "list"
    ANSWER = "answer"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Gap:
    """One reason why a condition is unknown.

    ``subject`` is a concept, drug, question or site fact, or the text that is not public; ``detail`` is one of
    the words of ``DETAILS`` or "". Two gaps with the same cause and subject are the same question.
    """

    cause: Cause
    subject: str
    about: About = About.VALUE
    detail: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The concepts, drugs, question or fact it speaks of; of a field the record that holds it; of a text none."""
        if self.about is About.TEXT:
            return ()
        return tuple(name.partition(".")[0] for name in self.subject.split(", "))

    @property
    def name(self) -> str:
        """The first of the names."""
        return self.names[0] if self.names else ""

    @property
    def field(self) -> str:
        """The field of a record or event that it speaks of, "" where it speaks of the whole."""
        return "" if self.about is About.TEXT else self.subject.partition(".")[2]

    @property
    def is_whole_list(self) -> bool:
        """True if it speaks of the whole list of treatments, not of names that might stand in a list."""
        return self.about is About.LIST and self.subject == TREATMENTS


class AssumptionKind(Enum):
    """What a verdict may rest on besides the record."""

    DEFAULT_WINDOW = "default window"
    ABSENT = "assumed absent"
    UNDATED = "undated, taken as current"
    ANCHOR = "undated anchor"
    DOSING_INTERVAL = "dosing interval"
    REGIMENS = "told apart by their days"


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that was taken to be so: a window not published, an absence, a day not planned."""

    kind: AssumptionKind
    subject: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """How one drug fared in a therapy count: counted or why not. ``days`` is the length that was measured."""

    drug: str
    truth: Truth
    reason: str  # taken | outcome | any_length | contraindicated | too_short | outcome_not_asked | dose | …
    refs: tuple[str, ...] = ()
    days: int | None = None


class Outcome(NamedTuple):
    """A condition's truth with all that explains it. ``evidence`` are refs into the chart, in no order.

    Invariants: gaps only where unknown; the evidence alone gives the same truth again. A named tuple, since thousands
    are made for a screen and a frozen dataclass takes three times as long to make.
    """

    node: Condition
    truth: Truth
    gaps: frozenset[Gap] = frozenset()
    evidence: frozenset[str] = frozenset()
    assumed: frozenset[Assumption] = frozenset()
    parts: tuple[Outcome, ...] = ()
    counted: tuple[Counted, ...] = ()


def united(outcomes: Iterable[Outcome]) -> tuple[frozenset[Gap], frozenset[str], frozenset[Assumption]]:
    """Return the gaps, evidence and assumptions of several outcomes together."""
    found = tuple(outcomes)
    return (
        merged(outcome.gaps for outcome in found),
        merged(outcome.evidence for outcome in found),
        merged(outcome.assumed for outcome in found),
    )
