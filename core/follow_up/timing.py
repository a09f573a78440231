"""When an activity is due: the forms a ``when`` sentence can take, and the days they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from core.values.duration import Duration, TimeUnit

_MONTHS = {TimeUnit.MONTH: 1, TimeUnit.YEAR: 12}
_DAYS = {TimeUnit.DAY: 1, TimeUnit.WEEK: 7}
_SPARSE_DAYS = 7


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of the plan counted from day 0 (the infusion): ``day -5``, ``day 28``, ``month 9``, ``year 15``."""

    unit: TimeUnit
    count: int

    def on(self, day0: date) -> date:
        """Return the calendar day; a day that the month does not have becomes the month's last."""
        if self.count < 0:
            return Duration(-self.count, self.unit).before(day0)
        return Duration(self.count, self.unit).planned_after(day0)

    def __str__(self) -> str:
        return f"{self.unit.value} {self.count}"

    @property
    def months(self) -> int | None:
        """The months from day 0, or None for a moment counted in days or weeks."""
        return None if self.unit not in _MONTHS else self.count * _MONTHS[self.unit]

    @property
    def simplest(self) -> Moment:
        """The same moment in its plainest name: month 12 is year 1, week 4 is day 28."""
        months = self.months
        if months is None:
            return Moment(TimeUnit.DAY, self.count * _DAYS[self.unit])
        is_whole_years = months % _MONTHS[TimeUnit.YEAR] == 0
        return Moment(TimeUnit.YEAR, months // 12) if is_whole_years else Moment(TimeUnit.MONTH, months)


DAY_ZERO = Moment(TimeUnit.DAY, 0)


@dataclass(frozen=True, slots=True)
class Pace:
    """How often: ``times`` in each ``per``; ``at_most`` where a range is meant ("2 to 3 times weekly")."""

    times: int
    per: Duration
    at_most: int = 0

    @property
    def per_day(self) -> Fraction:
        """The times a day, to tell which of two rules is the stricter."""
        days = Fraction(self.per.count, 24) if self.per.unit is TimeUnit.HOUR else self.per.days
        return Fraction(self.times) / days

    @property
    def is_dense(self) -> bool:
        """True for weekly and more often: such contacts are told as a span, not one by one."""
        return self.per_day * _SPARSE_DAYS >= 1


@dataclass(frozen=True, slots=True)
class At:
    """Due once, at a moment of the plan."""

    moment: Moment


@dataclass(frozen=True, slots=True)
class Series:
    """Due again and again from ``start`` to ``end`` (None: for life), while or until something holds."""

    start: Moment
    end: Moment | None
    pace: Pace
    while_: str = ""
    until: str = ""

    def moments(self, day0: date, horizon: date) -> Iterator[Moment]:
        """Yield the moments up to the end and the horizon, each counted from day 0 so that none drifts."""
        last = horizon if self.end is None else min(horizon, self.end.on(day0))
        months = self.start.months
        step = self.pace.per.count * (_DAYS if months is None else _MONTHS)[self.pace.per.unit]
        unit = TimeUnit.DAY if months is None else TimeUnit.MONTH
        count = self.start.count * _DAYS[self.start.unit] if months is None else months
        while (moment := Moment(unit, count)).on(day0) <= last:
            yield moment
            count += step


@dataclass(frozen=True, slots=True)
class Throughout:
    """Holds without a visit from ``start`` to ``end`` (None: for life): a precaution, a prophylaxis."""

    start: Moment
    end: Moment | None
    until: str = ""


@dataclass(frozen=True, slots=True)
class AtEvent:
    """Due when something happens; ``is_before``: by then at the latest."""

    event: str
    is_before: bool = False


@dataclass(frozen=True, slots=True)
class AtAge:
    """Due on a birthday."""

    years: int


@dataclass(frozen=True, slots=True)
class Relative:
    """Due a length of time before or after an event; ``is_within``: at any time in that stretch."""

    length: Duration
    is_before: bool
    event: str
    is_within: bool = False


@dataclass(frozen=True, slots=True)
class While:
    """Due as long as a condition holds; how often only where the source says so."""

    condition: str
    pace: Pace | None = None


@dataclass(frozen=True, slots=True)
class Until:
    """Due from day 0 until a condition holds."""

    condition: str


@dataclass(frozen=True, slots=True)
class Once:
    """Due when a condition comes true."""

    condition: str


When = At | Series | Throughout | AtEvent | AtAge | Relative | While | Until | Once
"""One form of being due."""


def can_step(start: Moment, pace: Pace) -> bool:
    """True if the steps of a series fall on days of one kind: days and weeks, or months and years."""
    steps = _DAYS if start.months is None else _MONTHS
    return pace.is_dense or pace.per.unit in steps
