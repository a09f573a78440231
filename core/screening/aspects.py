"""Whether a file says enough to call a patient possible: age, activity or severity, earlier treatment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.catalogue.concept import Aspect
from core.screening.judgements import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a file would have to say before a patient is called possible, each in the order of the aspects.

    Of what is ``absent`` no criterion speaks (that applies to the patient); on what is ``unsettled`` one does, and it
    does not pass by what is recorded.
    """

    absent: tuple[Aspect, ...]
    unsettled: tuple[Aspect, ...]

    @property
    def is_nothing(self) -> bool:
        """True if criteria on all of it are there and pass."""
        return not self.absent and not self.unsettled


def lacking(judgements: Iterable[Judgement]) -> Lacking:
    """Return which of age, activity or severity, and earlier treatment no criterion asks for, or none that passes."""
    there: set[Aspect] = set()
    passing: set[Aspect] = set()
    for judgement in judgements:
        if judgement.does_not_apply:
            continue
        there |= judgement.aspects
        if judgement.verdict is Verdict.PASSES:
            passing |= judgement.aspects
    absent = tuple(each for each in Aspect if each not in there)
    return Lacking(absent, tuple(each for each in Aspect if each in there - passing))
