"""Lengths of time on days counted from the year one; lengths in months are looked up once for a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from core.values.duration import Duration, TimeUnit
from core.values.partial_date import PartialDate

Shift = Callable[[int], int]

LONG_AGO = 0
"""Before every day: no limit in the past."""
OPEN = date.max.toordinal() + 1
"""After every day: no end in sight."""

_IN_DAYS = {TimeUnit.HOUR: None, TimeUnit.DAY: 1, TimeUnit.WEEK: 7, TimeUnit.MONTH: None, TimeUnit.YEAR: None}


@cache
def after(length: Duration) -> Shift:
    """Return the step from a day to the day a length after it."""
    days = _IN_DAYS[length.unit]
    if days is not None:
        step = length.count * days
        return lambda day: day + step

    @cache
    def stepped(day: int) -> int:
        return length.after(date.fromordinal(day)).toordinal()

    return stepped


@cache
def before(length: Duration) -> Shift:
    """Return the step from a day to the day a length before it."""
    days = _IN_DAYS[length.unit]
    if days is not None:
        step = length.count * days
        return lambda day: max(day - step, 1)

    @cache
    def stepped(day: int) -> int:
        return length.before(date.fromordinal(day)).toordinal()

    return stepped


def ends(moment: PartialDate) -> tuple[int, int]:
    """Return the first and the last day a moment can be."""
    return moment.first.toordinal(), moment.last.toordinal()
