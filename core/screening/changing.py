"""The smallest change that would make a patient eligible: waiting, stopping and doing told apart, and what to ask.

Every criterion that fails has to change, so nothing of it can be left out; what only waits is waited for together, on
the last of its days. Where one of them can change by nothing that is known, there is no such change.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.screening.judgements import Judgement, Remedy
from core.screening.screening import CohortScreening

_WAITING = (Remedy.TIME, Remedy.STOPPING)
_DOING = (Remedy.REPEATABLE, Remedy.PASSING, Remedy.TREATABLE, Remedy.ANOTHER_COURSE)


@dataclass(frozen=True, slots=True)
class Change:
    """What would have to be otherwise at the headline of a file or cohort.

    ``until`` is the day to wait for (None: nothing waits), ``stop`` the drugs to stop for it, ``do`` the criteria that
    need another result, treatment or course, ``ask`` those that nobody has told enough of, ``against`` those that
    nothing known can change: with one of them there is no change.
    """

    until: date | None
    stop: tuple[str, ...]
    do: tuple[Judgement, ...]
    ask: tuple[Judgement, ...]
    against: tuple[Judgement, ...]

    @property
    def is_possible(self) -> bool:
        """True if something that is known would make it so."""
        return not self.against

    @property
    def is_needed(self) -> bool:
        """True if anything has to be otherwise, or told."""
        return bool(self.until or self.stop or self.do or self.ask or self.against)


def smallest_change(part: CohortScreening) -> Change:
    """Return what has to change for a file or cohort at its headline."""
    fails = part.headline.fails
    waiting = [each for each in fails if each.remedy in _WAITING and each.not_before is not None]
    doing = tuple(each for each in fails if each.remedy in _DOING)
    against = tuple(each for each in fails if each not in waiting and each not in doing)
    days = [each.not_before for each in waiting if each.not_before is not None]
    joint = part.headline.not_before
    return Change(
        until=max([*days, *([joint] if joint is not None else [])], default=None),
        stop=tuple(sorted({*part.headline.stop, *(drug for each in waiting for drug in each.stop)})),
        do=doing,
        ask=part.headline.open,
        against=against,
    )
