"""What follows from the judgements at one decision point; the first line of the table that applies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from core.engine.judgement.outcome import Assumption
from core.screening.judgements import Judgement, Remedy, Verdict
from core.values.duration import Duration, TimeUnit
from core.values.merging import merged

LATER_THAN = Duration(12, TimeUnit.MONTH)
"""A day further away than this is shown under "later"."""


class Word(Enum):
    """The words of a conclusion, the best first."""

    ELIGIBLE = "eligible"
    POSSIBLE = "possible"
    UNDECIDED = "undecided"
    NOT_YET = "not yet"
    NOT_ELIGIBLE = "not eligible"
    NOT_THIS_COHORT = "not this cohort"
    OTHER_DISEASE = "other disease"
    WITHIN_LIMITS = "for the board: within usual limits"
    OUTSIDE_LIMITS = "for the board: outside usual limits"


BEST_FIRST = (
    Word.ELIGIBLE,
    Word.WITHIN_LIMITS,
    Word.POSSIBLE,
    Word.UNDECIDED,
    Word.OUTSIDE_LIMITS,
    Word.NOT_YET,
    Word.NOT_ELIGIBLE,
    Word.NOT_THIS_COHORT,
    Word.OTHER_DISEASE,
)
"""The order in which the best cohort of a file is found."""


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The conclusion at one point: its word, when it could be otherwise, and what stands in the way."""

    word: Word
    not_before: date | None = None
    is_later: bool = False
    stop: tuple[str, ...] = ()
    fails: tuple[Judgement, ...] = ()
    open: tuple[Judgement, ...] = ()
    deferred: tuple[Judgement, ...] = ()
    due_later: tuple[Judgement, ...] = ()
    counted: tuple[Judgement, ...] = ()
    holds_too_little: bool = False

    @property
    def assumed(self) -> frozenset[Assumption]:
        """What the judgements that count rest on besides the record."""
        return merged(each.assumed for each in self.counted)


@dataclass(frozen=True, slots=True)
class Facts:
    """What besides the judgements a conclusion rests on.

    ``is_sufficient``: disease known, and criteria on age, activity and earlier treatment pass; ``holds_enough``: they
    are there.
    ``joint_day``: the one day on which nothing that moves with time fails any more, and what to stop for it;
    ``is_open_then``: something that fails now is then not known, and somebody at the patient's side could tell.
    """

    is_full: bool
    is_sufficient: bool
    is_member_known: bool
    is_programme: bool = False
    joint_day: date | None = None
    stop: tuple[str, ...] = ()
    is_open_then: bool = False
    holds_enough: bool = True


def conclude(judgements: tuple[Judgement, ...], facts: Facts, on: date) -> Conclusion:
    """Return the conclusion that follows from the judgements of one point."""
    counted = tuple(each for each in judgements if not each.is_due_later)
    fails = tuple(each for each in counted if each.verdict is Verdict.FAILS)
    open_ones = tuple(each for each in counted if each.is_open)
    deferred = tuple(each for each in counted if each.is_deferred)
    word = _word(fails, open_ones, deferred, facts)
    is_waiting = bool(fails) and word in (Word.NOT_YET, Word.UNDECIDED)
    not_before = facts.joint_day if is_waiting else None
    return Conclusion(
        word=word,
        not_before=not_before,
        is_later=not_before is not None and not_before > LATER_THAN.after(on),
        stop=facts.stop if is_waiting else (),
        fails=fails,
        open=open_ones,
        deferred=deferred,
        due_later=tuple(each for each in judgements if each.is_due_later),
        counted=counted,
        holds_too_little=word is Word.UNDECIDED and not open_ones and not facts.is_open_then,
    )


def _word(
    fails: tuple[Judgement, ...], open_ones: tuple[Judgement, ...], deferred: tuple[Judgement, ...], facts: Facts
) -> Word:
    if facts.is_programme:
        return _programme(fails, open_ones, facts)
    is_final = any(each.remedy not in (Remedy.TIME, Remedy.STOPPING) for each in fails)
    if fails and (is_final or facts.joint_day is None):
        return Word.NOT_ELIGIBLE
    if open_ones or not facts.is_member_known or facts.is_open_then:
        return Word.UNDECIDED
    if fails:  # "not yet" says that all else is decided: a file that holds too little cannot say so
        return Word.NOT_YET if facts.is_full or facts.holds_enough else Word.UNDECIDED
    if facts.is_full and not deferred:
        return Word.ELIGIBLE
    return Word.POSSIBLE if facts.is_sufficient else Word.UNDECIDED


def _programme(fails: tuple[Judgement, ...], open_ones: tuple[Judgement, ...], facts: Facts) -> Word:
    """A programme decides by a board: its limits are usual, not binding."""
    if fails:
        return Word.OUTSIDE_LIMITS
    return Word.UNDECIDED if open_ones or not facts.is_member_known else Word.WITHIN_LIMITS
