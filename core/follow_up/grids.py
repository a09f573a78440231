"""A plan as grids: activities down, points of time across. The words are the paper's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from core.follow_up.plan import Plan, Planned, Visit, merged
from core.follow_up.timing import Moment
from core.values.duration import DAYS_PER_MONTH, TimeUnit

LAST_DAY = 28
_MONTHS_PER_YEAR = 12
_FIRST_YEAR = Moment(TimeUnit.MONTH, _MONTHS_PER_YEAR)


@dataclass(frozen=True, slots=True)
class Mark:
    """What one field says: visits (certain or on a condition)."""

    due: int = 0
    due_if: int = 0


@dataclass(frozen=True, slots=True)
class GridLine:
    """One activity and its fields from left to right."""

    item: Planned
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class CountedGrid:
    """Months or years as columns."""

    columns: tuple[int, ...]
    lines: tuple[GridLine, ...]


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
