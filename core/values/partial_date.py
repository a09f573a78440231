"""Dates known to the day, the month or the year, as the interval of days they can be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from core.values.duration import Duration, TimeUnit

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}))?)?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day that lies between ``first`` and ``last``; ``text`` is how it was written, ``clock`` an optional HH:MM."""

    first: date
    last: date
    text: str
    clock: str = ""

    @classmethod
    def on(cls, day: date) -> PartialDate:
        """Return the date known to the day."""
        return cls(day, day, day.isoformat())

    @property
    def is_exact(self) -> bool:
        """True if the day is known."""
        return self.first == self.last

    def is_after(self, other: PartialDate) -> bool:
        """True if it is certainly the later one; of two moments of one day the clock tells, where both have one."""
        if self.first > other.last:
            return True
        is_same_day = self.is_exact and other.is_exact and self.first == other.first
        return is_same_day and bool(self.clock and other.clock) and self.clock > other.clock

    def within(self, earliest: date, latest: date) -> PartialDate | None:
        """Return the part of the interval from ``earliest`` to ``latest``, or None where nothing is left."""
        first, last = max(self.first, earliest), min(self.last, latest)
        return None if first > last else PartialDate(first, last, self.text, self.clock)


def parse_partial_date(text: str) -> PartialDate | None:
    """Return the date that ``text`` writes (``2026``, ``2026-05``, ``2026-05-20``, ``2026-05-20T07:40``), or None."""
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return None
    year, month, day, clock = match.groups()
    try:
        if month is None:
            return PartialDate(date(int(year), 1, 1), date(int(year), 12, 31), text)
        first = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    if clock is not None and not ("00:00" <= clock <= "23:59" and clock[3:] <= "59"):
        return None
    if day is None:
        return PartialDate(first, Duration(1, TimeUnit.MONTH).after(first) - timedelta(days=1), text)
    return PartialDate(first, first, text, clock or "")
