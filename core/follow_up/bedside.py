"""The first four weeks day by day, as a sheet for the bedside: what is due in each column on each day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from core.follow_up.plan import Plan, Planned, Preparation, Repeated, merged
from core.follow_up.schedule import BEDSIDE
from core.follow_up.timing import Pace

LAST_DAY = 28


@dataclass(frozen=True, slots=True)
class Due:
    """One field: ``times`` that day in any case, ``times_if`` while something holds, ``sparse``: a pace below daily."""

    times: int = 0
    times_if: int = 0
    sparse: Pace | None = None


@dataclass(frozen=True, slots=True)
class BedsideDay:
    """One day, counted from day 0: its fields by column, and what stands in no column."""

    day: int
    on: date
    fields: Mapping[str, Due]
    others: tuple[Planned, ...]


@dataclass(frozen=True, slots=True)
class Bedside:
    """Every day from the first that has something to day 28; ``columns`` are those in use, with what stands in them."""

    columns: Mapping[str, tuple[Planned, ...]]
    days: tuple[BedsideDay, ...]
    sparse: tuple[Pace, ...]
    whiles: tuple[Repeated, ...]


def bedside_of(plan: Plan) -> Bedside:
    """Return the sheet of a plan; a day before day 0 is on it where something is due on each of the days from there."""
    early = [each for each in plan.preparation if _is_of_days(each)]
    first = min((_first_day(each, plan.day0) for each in early), default=0)
    days = tuple(_day(plan, early, number) for number in range(first, LAST_DAY + 1))
    shown = tuple(each for each in plan.repeated if each.item.activity.bedside and _reaches(each, plan.day0))
    items = merged((*(each.item for each in shown), *_visited(plan), *(each.item for each in early)))
    columns = {name: tuple(item for item in items if name in item.activity.bedside) for name in BEDSIDE}
    return Bedside(
        {name: found for name, found in columns.items() if found},
        days,
        tuple(dict.fromkeys(each.pace for each in shown if each.pace.per_day < 1 and each.while_ is None)),
        tuple({each.while_.id: each for each in shown if each.while_ is not None}.values()),
    )


def _is_of_days(each: Preparation) -> bool:
    return each.event is None and each.first is not None


def _first_day(each: Preparation, day0: date) -> int:
    return 0 if each.first is None else (each.first - day0).days


def _reaches(each: Repeated, day0: date) -> bool:
    return each.first <= day0 + timedelta(days=LAST_DAY)


def _visited(plan: Plan) -> Iterator[Planned]:
    last = plan.day0 + timedelta(days=LAST_DAY)
    for visit in plan.visits:
        if visit.on <= last:
            yield from visit.items


def _day(plan: Plan, early: Iterable[Preparation], number: int) -> BedsideDay:
    on = plan.day0 + timedelta(days=number)
    repeated = [each for each in plan.repeated if each.first <= on <= each.last]
    prepared = [each.item for each in early if each.first and each.last and each.first <= on <= each.last]
    single = [*prepared, *(item for visit in plan.visits if visit.on == on for item in visit.items)]
    dated = [each.item for each in repeated if not each.item.activity.bedside and _falls_on(each, on)]
    return BedsideDay(
        number,
        on,
        {name: _due(name, repeated, single) for name in BEDSIDE},
        merged(item for item in (*single, *dated) if not item.activity.bedside),
    )


def _falls_on(each: Repeated, on: date) -> bool:
    """Tell whether a stretch has one of its days on ``on``: weekly ones count from their first day."""
    if each.pace.per_day >= 1:
        return True
    return (on - each.first).days % round(1 / each.pace.per_day) == 0


def _due(column: str, repeated: Iterable[Repeated], single: Iterable[Planned]) -> Due:
    here = [each for each in repeated if column in each.item.activity.bedside]
    always = [each.pace for each in here if each.while_ is None]
    daily = [int(pace.per_day) for pace in always if pace.per_day >= 1]
    if any(column in item.activity.bedside for item in single):
        daily.append(1)
    sparse = next((pace for pace in always if pace.per_day < 1), None)
    times = max(daily, default=0)
    times_if = max((int(each.pace.per_day) for each in here if each.while_ is not None), default=0)
    return Due(times, times_if if times_if > times else 0, None if times else sparse)
