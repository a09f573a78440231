"""The whole plan at a glance: who sees the patient how often over the 15 years, and what holds how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.follow_up.plan import Held, Plan, Repeated
from core.follow_up.schedule import ROLES
from core.follow_up.timing import Moment
from core.values.duration import TimeUnit

_PATIENT = "patient"
_STRETCHES = (
    (Moment(TimeUnit.DAY, 0), Moment(TimeUnit.DAY, 28)),
    (Moment(TimeUnit.MONTH, 2), Moment(TimeUnit.MONTH, 12)),
    *((Moment(TimeUnit.YEAR, year), Moment(TimeUnit.YEAR, year)) for year in range(2, 6)),
    (Moment(TimeUnit.YEAR, 6), Moment(TimeUnit.YEAR, 10)),
    (Moment(TimeUnit.YEAR, 11), Moment(TimeUnit.YEAR, 15)),
)


@dataclass(frozen=True, slots=True)
class Period:
    """One column: its first and last moment in words, and the days after which and until which it counts."""

    first: Moment
    last: Moment
    after: date | None
    until: date


@dataclass(frozen=True, slots=True)
class RoleLine:
    """How often somebody sees the patient in each period; ``is_daily``: so often that it is not counted."""

    role: str
    visits: tuple[int, ...]
    is_daily: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class HeldLine:
    """A precaution and the periods it holds in, both ends included."""

    held: Held
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Glance:
    """The plan at a glance."""

    periods: tuple[Period, ...]
    roles: tuple[RoleLine, ...]
    held: tuple[HeldLine, ...]


def glance_of(plan: Plan) -> Glance:
    """Return the plan at a glance; roles that have nothing to do are left out."""
    periods = _periods(plan)
    roles = (_role(role, plan, periods) for role in ROLES if role != _PATIENT)
    held = tuple(
        HeldLine(each, _place(each.first, periods), _place(each.last or plan.horizon, periods)) for each in plan.held
    )
    return Glance(periods, tuple(line for line in roles if any((*line.visits, *line.is_daily))), held)


def _periods(plan: Plan) -> tuple[Period, ...]:
    found: list[Period] = []
    for first, last in _STRETCHES:
        after = found[-1].until if found else None
        found.append(Period(first, last, after, last.on(plan.day0)))
    return tuple(found)


def _place(day: date, periods: tuple[Period, ...]) -> int:
    return next((number for number, period in enumerate(periods) if day <= period.until), len(periods) - 1)


def _role(role: str, plan: Plan, periods: tuple[Period, ...]) -> RoleLine:
    visits = tuple(
        sum(
            any(role in item.activity.roles for item in visit.items)
            for visit in plan.visits
            if (period.after is None or visit.on > period.after) and visit.on <= period.until
        )
        for period in periods
    )
    daily = tuple(any(_is_daily_in(each, role, period) for each in plan.repeated) for period in periods)
    return RoleLine(role, visits, daily)


def _is_daily_in(each: Repeated, role: str, period: Period) -> bool:
    return (
        role in each.item.activity.roles
        and each.pace.per_day >= 1
        and each.first <= period.until
        and (period.after is None or each.last > period.after)
    )
