"""A plan as grids: activities down, points of time across. The words are the paper's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.follow_up.plan import Plan, Planned, Repeated, Visit, merged
from core.follow_up.schedule import Named
from core.follow_up.timing import Moment, Pace
from core.values.duration import DAYS_PER_MONTH, TimeUnit

LAST_DAY = 28
_MONTHS_PER_YEAR = 12
_FIRST_YEAR = Moment(TimeUnit.MONTH, _MONTHS_PER_YEAR)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days of one column, counted from day 0; both ends included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What one field says: the pace that holds in it, single days in it, and visits (certain or on a condition)."""

    pace: Pace | None = None
    days: tuple[int, ...] = ()
    due: int = 0
    due_if: int = 0

    @property
    def is_empty(self) -> bool:
        """True if nothing is due."""
        return not (self.pace or self.days or self.due or self.due_if)


@dataclass(frozen=True, slots=True)
class GridLine:
    """One activity, while something holds or in any case, and its fields from left to right."""

    item: Planned
    marks: tuple[Mark, ...]
    while_: Named | None = None


@dataclass(frozen=True, slots=True)
class DayGrid:
    """Days 0 to 28; the columns change where a pace changes."""

    columns: tuple[Stretch, ...]
    lines: tuple[GridLine, ...]


@dataclass(frozen=True, slots=True)
class CountedGrid:
    """Months or years as columns."""

    columns: tuple[int, ...]
    lines: tuple[GridLine, ...]


def day_grid(plan: Plan) -> DayGrid:
    """Return the grid of the first four weeks."""
    last = plan.day0 + timedelta(days=LAST_DAY)
    stretches = tuple(each for each in plan.repeated if each.first <= last and each.last >= plan.day0)
    visits = tuple(visit for visit in plan.visits if _is_early(visit, plan))
    starts = {0, 1, LAST_DAY}
    for each in stretches:
        starts |= {max(0, (each.first - plan.day0).days), (each.last - plan.day0).days + 1}
    ordered = sorted(start for start in starts if start <= LAST_DAY)
    ends = [start - 1 for start in ordered[1:]] + [LAST_DAY]
    columns = tuple(Stretch(first, end) for first, end in zip(ordered, ends, strict=True))
    always = [each for each in stretches if each.while_ is None]
    items = (*(each.item for each in always), *(item for visit in visits for item in visit.items))
    lines = [
        GridLine(item, tuple(_day_mark(item, column, always, visits, plan.day0) for column in columns))
        for item in _in_order(items, plan)
    ]
    for group in _by_condition(stretches):
        marks = tuple(_day_mark(group[0].item, column, group, (), plan.day0) for column in columns)
        lines.append(GridLine(group[0].item, marks, group[0].while_))
    places = {item.key: place for place, item in enumerate(plan.items)}
    return DayGrid(columns, tuple(sorted(lines, key=lambda line: places[line.item.key])))


def _by_condition(stretches: Iterable[Repeated]) -> Iterator[tuple[Repeated, ...]]:
    """Yield the stretches of each activity under each condition: a line of its own keeps the fields short."""
    found: dict[tuple[object, ...], list[Repeated]] = {}
    for each in stretches:
        if each.while_ is not None:
            found.setdefault((each.item.key, each.while_.id), []).append(each)
    yield from map(tuple, found.values())


def month_grid(plan: Plan) -> CountedGrid:
    """Return the grid of the rest of the first year, a column for each month with a visit."""
    last = _FIRST_YEAR.on(plan.day0)
    later = (visit for visit in plan.visits if visit.on <= last and not _is_early(visit, plan))
    return _counted(plan, later, lambda visit: _month_of(visit, plan.day0))


def year_grid(plan: Plan) -> CountedGrid:
    """Return the grid of the later years; a column holds the visits after the year before."""
    last = _FIRST_YEAR.on(plan.day0)
    later = (visit for visit in plan.visits if visit.on > last and visit.age is None)
    return _counted(plan, later, lambda visit: -(-_month_of(visit, plan.day0) // _MONTHS_PER_YEAR))


def _is_early(visit: Visit, plan: Plan) -> bool:
    is_named_so = any(moment.months is None and moment.count <= LAST_DAY for moment in visit.moments)
    return is_named_so or (visit.on - plan.day0).days <= LAST_DAY


def _day_mark(
    item: Planned, column: Stretch, stretches: Iterable[Repeated], visits: Iterable[Visit], day0: date
) -> Mark:
    paces = [
        each.pace
        for each in stretches
        if each.item.key == item.key
        and (each.first - day0).days <= column.last
        and (each.last - day0).days >= column.first
    ]
    days = tuple(
        day
        for visit in visits
        for day in (min((visit.on - day0).days, LAST_DAY),)
        if column.first <= day <= column.last and any(other.key == item.key for other in visit.items)
    )
    # of two paces the more frequent is the stricter rule
    return Mark(pace=max(paces, key=lambda pace: pace.per_day, default=None), days=days)


def _counted(plan: Plan, visits: Iterable[Visit], column_of: Callable[[Visit], int]) -> CountedGrid:
    marks: dict[int, dict[tuple[str, str], Mark]] = {}
    items: list[Planned] = []
    for visit in visits:
        column = marks.setdefault(column_of(visit), {})
        for item in visit.items:
            known = column.get(item.key, Mark())
            column[item.key] = Mark(due=known.due + item.is_certain, due_if=known.due_if + (not item.is_certain))
        items += visit.items
    columns = tuple(sorted(marks))
    lines = tuple(
        GridLine(item, tuple(marks[column].get(item.key, Mark()) for column in columns))
        for item in _in_order(items, plan)
    )
    return CountedGrid(columns, lines)


def _month_of(visit: Visit, day0: date) -> int:
    named = [months for moment in visit.moments if (months := moment.months) is not None]
    return named[0] if named else round((visit.on - day0).days / DAYS_PER_MONTH)


def _in_order(items: Iterable[Planned], plan: Plan) -> Iterator[Planned]:
    """Yield each activity once in the order of the schedules, with every condition it stands under somewhere."""
    found: dict[tuple[str, str], list[Planned]] = {}
    for item in items:
        found.setdefault(item.key, []).append(item)
    places: Mapping[tuple[str, str], int] = {item.key: place for place, item in enumerate(plan.items)}
    for key in sorted(found, key=lambda key: places[key]):
        (whole,) = merged(found[key])
        open_ones = [item for item in found[key] if not item.is_certain]
        conditions = merged(open_ones)[0] if open_ones else whole
        yield replace(whole, ifs=conditions.ifs, unsettled=conditions.unsettled, until=conditions.until)
