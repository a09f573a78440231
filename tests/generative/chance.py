"""Choices by a seeded source: days at the edge of windows, partial dates, one or some of several."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from core.values.partial_date import PartialDate, parse_partial_date
from core.values.truth import Truth

EVALUATION_ON = date(2026, 6, 1)
NEAR = (0, 1, 2, 3, 6, 7, 8, 11, 12, 13, 14, 15, 27, 28, 29, 30, 31, 41, 42, 45, 60)
FAR = (55, 56, 57, 89, 90, 91, 92, 102, 103, 104, 120, 168, 181, 182, 183, 200, 364, 365, 366, 400, 730)
"""Days back from the evaluation: at the edges of lengths, half-lives and dosing intervals that rules write."""
_One = TypeVar("_One")


class Chance:
    """Choices made by a seeded source; one method for each small thing a chart holds."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self._count = 0

    def chance(self, share: float) -> bool:
        """Return True in that share of cases."""
        return self.random.random() < share

    def one(self, of: Sequence[_One]) -> _One:
        """Return one of several."""
        return self.random.choice(of)

    def some(self, of: Sequence[_One], least: int = 1, most: int = 3) -> tuple[_One, ...]:
        """Return some of several, in the order given."""
        count = min(len(of), self.random.randint(least, most))
        chosen = set(self.random.sample(range(len(of)), count))
        return tuple(each for at, each in enumerate(of) if at in chosen)

    def ref(self, name: str) -> str:
        """Return a reference nobody else has."""
        self._count += 1
        return f"{name}/{self._count}"

    def day(self) -> date:
        """Return a day before the evaluation, mostly at the edge of a window somebody may ask for."""
        return EVALUATION_ON - timedelta(days=self.one(NEAR if self.chance(0.6) else FAR))

    def moment(self, of: date | None = None) -> PartialDate:
        """Return a day known to the day (seldom with a clock), the month or the year."""
        day = self.day() if of is None else of
        kind = self.random.random()
        text = day.isoformat()
        if kind < 0.1:
            text = f"{text}T{self.one(('07:40', '12:00'))}"
        elif kind > 0.96:
            text = text[:4]
        elif kind > 0.82:
            text = text[:7]
        return dated(text)

    def maybe_moment(self, share: float = 0.9) -> PartialDate | None:
        """Return a day, or seldom none."""
        return self.moment() if self.chance(share) else None

    def truth(self) -> Truth:
        """Return one of the three."""
        return self.one(tuple(Truth))


def dated(text: str) -> PartialDate:
    """Return the date that a text writes."""
    found = parse_partial_date(text)
    assert found is not None
    return found
