"""Lengths of time as written, and calendar arithmetic on whole days."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction

DAYS_PER_MONTH = Decimal("30.4375")  # a Julian year of 365.25 days in twelve parts; used for sums only
_HOURS_PER_DAY = 24
_MONTHS_PER_YEAR = 12
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class TimeUnit(Enum):
    """The unit a length of time was written in."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as written, e.g. ``12 weeks``; 12 weeks, 84 days and 3 months are three things."""

    count: int
    unit: TimeUnit

    def __str__(self) -> str:
        return f"{self.count} {self.unit.value}{'' if self.count == 1 else 's'}"

    def after(self, day: date) -> date:
        """Return the day this long after ``day``; a day that does not exist becomes the first of the next month."""
        if self.unit in (TimeUnit.MONTH, TimeUnit.YEAR):
            return _moved(day, self._months, is_rolling_forward=True)
        return day + timedelta(days=self._days)

    def before(self, day: date) -> date:
        """Return the day this long before ``day``; a day that does not exist becomes the last of the month."""
        if self.unit in (TimeUnit.MONTH, TimeUnit.YEAR):
            return _moved(day, -self._months, is_rolling_forward=False)
        return day - timedelta(days=self._days)

    def planned_after(self, day: date) -> date:
        """Return the planned day this long after ``day``, clamped to the last day of the month."""
        if self.unit in (TimeUnit.MONTH, TimeUnit.YEAR):
            return _moved(day, self._months, is_rolling_forward=False)
        return self.after(day)

    @property
    def days(self) -> Fraction:
        """The length in days for sums: exact for days and weeks, a month being 30.4375 days."""
        if self.unit in (TimeUnit.MONTH, TimeUnit.YEAR):
            return self._months * Fraction(DAYS_PER_MONTH)
        return Fraction(self._days)

    @property
    def _months(self) -> int:
        return self.count * (_MONTHS_PER_YEAR if self.unit is TimeUnit.YEAR else 1)

    @property
    def _days(self) -> int:
        if self.unit is TimeUnit.HOUR:  # dates know no hours: a started day counts whole, in favour of the patient
            return -(-self.count // _HOURS_PER_DAY)
        return self.count * (7 if self.unit is TimeUnit.WEEK else 1)


_WRITTEN = re.compile(r"(\d{1,5}) (hour|day|week|month|year)s?")


def parse_duration(text: str) -> Duration | None:
    """Return the duration that ``text`` writes (``14 days``), or None."""
    match = _WRITTEN.fullmatch(text.strip())
    return None if match is None else Duration(int(match[1]), TimeUnit(match[2]))


def _moved(day: date, months: int, *, is_rolling_forward: bool) -> date:
    month_index = day.year * _MONTHS_PER_YEAR + day.month - 1 + months
    year, month = divmod(month_index, _MONTHS_PER_YEAR)
    if not date.min.year <= year <= date.max.year:
        return date.min if months < 0 else date.max
    last = _MONTH_LENGTHS[month] + (1 if month == 1 and calendar.isleap(year) else 0)
    if day.day <= last:
        return date(year, month + 1, day.day)
    if is_rolling_forward:
        return date(year, month + 1, last) + timedelta(days=1)
    return date(year, month + 1, last)


def completed_years(birth: date, day: date) -> int:
    """Return the age in completed years; born on 29 February, the year is complete on 1 March."""
    had_birthday = (day.month, day.day) >= (birth.month, birth.day)
    return day.year - birth.year - (0 if had_birthday else 1)
