"""What every part of the report needs at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from core.criteria.printing.told import told
from core.criteria.scope import Scope
from core.documents.blocks import Tone
from core.language.dates import format_date, format_partial
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.rule_files.rule_file import Cohort
from core.screening.conclusions import Word
from core.screening.judgements import Judgement
from core.screening.screening import CohortScreening, Screening
from core.wording.aloud import days_of, needed_words
from core.wording.entries import Evidence
from core.wording.evidence import evidence_of
from core.wording.headline import part_line
from core.wording.reasons import Reason, reasons_of

TONES = {
    Word.ELIGIBLE: Tone.GOOD,
    Word.WITHIN_LIMITS: Tone.GOOD,
    Word.POSSIBLE: Tone.POSSIBLE,
    Word.UNDECIDED: Tone.OPEN,
    Word.NOT_YET: Tone.WAITING,
    Word.NOT_ELIGIBLE: Tone.BAD,
    Word.OUTSIDE_LIMITS: Tone.BOARD,
    Word.NOT_THIS_COHORT: Tone.NEUTRAL,
    Word.OTHER_DISEASE: Tone.NEUTRAL,
}


LONGEST_IN_A_CELL = 300
"""A criterion longer than this when read aloud makes a column of its own page; it stands in the annex."""


Key = tuple[str, str, str]
"""One judgement: its cohort, criterion and point."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One screening with the language it is told in."""

    screening: Screening
    compiled: CompiledRuleFile
    phrases: Phrases
    _numbers: dict[Key, int] = field(default_factory=dict[Key, int])
    _evidence: dict[Key, tuple[Evidence, ...]] = field(default_factory=dict[Key, "tuple[Evidence, ...]"])

    @property
    def language(self) -> str:
        """The language of the paper."""
        return self.phrases.language

    @property
    def parts(self) -> tuple[CohortScreening, ...]:
        """The cohorts that were judged, the one that speaks for the file first; a file without cohorts is one part."""
        best = self.screening.best
        others = (each for each in self.screening.cohorts if each.id != best.id and each.judgements)
        return (best, *others)

    def say(self, phrase: str, **arguments: str | int) -> str:
        """Return a phrase in the language."""
        return self.phrases.say(phrase, **arguments)

    def told(self, text: str, judgement: Judgement) -> str:
        """Return a text of the file in the language of the paper."""
        return told(text, self.scope(judgement), self.phrases)

    def scope(self, judgement: Judgement) -> Scope:
        """Return the names of a judgement's cohort."""
        return self.compiled.scopes[judgement.cohort]

    def cohort(self, part: CohortScreening) -> Cohort | None:
        """Return the cohort of the file that a part judges."""
        return next((each for each in self.screening.rule_file.cohorts if each.id == part.id), None)

    def day(self, day: date) -> str:
        """Return a day in the language."""
        return format_date(day, self.language)

    def written(self, text: str) -> str:
        """Return a date a file writes; where it writes none, what it says instead."""
        return format_partial(text, self.language) if text[:1].isdigit() else text

    def line(self, part: CohortScreening) -> str:
        """Return the conclusion of a part in words, with the later points at which something fails."""
        return part_line(part, self.screening.chart, self.compiled.scopes[part.id], self.phrases)

    def evidence(self, judgement: Judgement) -> tuple[Evidence, ...]:
        """Return what a verdict rests on."""
        key = key_of(judgement)
        if key not in self._evidence:
            found = evidence_of(judgement, self.screening.chart, self.scope(judgement), self.phrases)
            self._evidence[key] = found
        return self._evidence[key]

    def number(self, judgement: Judgement) -> int:
        """Return the number under which the appendix holds the evidence of a judgement, given when first asked for."""
        return self._numbers.setdefault(key_of(judgement), len(self._numbers) + 1)

    @property
    def numbered(self) -> dict[Key, int]:
        """Every number given out, in their order."""
        return self._numbers

    def needed(self, judgement: Judgement) -> str:
        """Return what a criterion asks for; what is too long for a cell stands in full in the annex."""
        days = days_of(judgement, self.screening)
        return needed_words(judgement.criterion, self.scope(judgement), self.phrases, days)

    def reasons(self, judgement: Judgement) -> tuple[Reason, ...]:
        """Return why a verdict is unknown."""
        return reasons_of(judgement, self.screening, self.scope(judgement), self.phrases)


def key_of(judgement: Judgement) -> Key:
    """Return what tells one judgement from the others."""
    return (judgement.cohort, judgement.criterion.id, judgement.point)


def each_once(found: Iterable[Judgement]) -> list[Judgement]:
    """Return judgements without those that several points or cohorts share."""
    seen: dict[Key, Judgement] = {}
    for each in found:
        seen.setdefault(key_of(each), each)
    return list(seen.values())
