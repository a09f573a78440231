"""What columns hold of patients: filled from records, the deciding engine asked for what they cannot say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.engine.columns.column import Column, VerdictOf
from core.engine.columns.filling import Filler, Irregular
from core.engine.columns.place import Place
from core.engine.columns.planning import Plan
from core.engine.deciding.record import Record


@dataclass(frozen=True, slots=True)
class Row:
    """One patient: what is on record, and by plan the days that are other ones than the plan was made for."""

    id: str
    record: Record
    own_places: Mapping[str, Place]


Cells = Mapping[str, Sequence[int | str | None]]
"""By the name of a column what it holds of each patient; None: nothing."""


def columns_by_name(plans: Iterable[Plan]) -> dict[str, Column]:
    """Return every column that some plans read; ValueError if two of them would be called alike."""
    found: dict[str, Column] = {}
    for column in (column for plan in plans for column in plan.columns):
        if found.setdefault(column.name, column) != column:
            message = f"two columns are called {column.name}"
            raise ValueError(message)
    return found


def cells_of(plans: Mapping[str, Plan], rows: Sequence[Row]) -> Cells:
    """Fill every column that some plans read; where columns do not suffice the deciding engine is asked.

    ValueError if the plans are not of one evaluation date: what is on record is seen on one day.
    """
    evaluations = {plan.place.evaluation for plan in plans.values()}
    if len(evaluations) > 1:
        message = "a table is of one evaluation date"
        raise ValueError(message)
    columns = columns_by_name(plans.values())
    plain = {name: column for name, column in columns.items() if not isinstance(column, VerdictOf)}
    found: dict[str, list[int | str | None]] = {name: [] for name in columns}
    for row in rows:
        filler = Filler(row.record, max(evaluations))
        irregular: set[str] = set()
        for name, column in plain.items():
            cell = filler.cell(column)
            if isinstance(cell, Irregular):
                irregular.add(name)
            found[name].append(None if isinstance(cell, Irregular) else cell)
        for key, plan in plans.items():
            _judge(found, plan, row, row.own_places.get(key, plan.place), irregular)
    return found


def _judge(
    found: Mapping[str, list[int | str | None]], plan: Plan, row: Row, place: Place, irregular: Collection[str]
) -> None:
    """Ask the deciding engine what it alone can say of one patient."""
    moment = place.moment(row.record)
    is_excepted = place != plan.place or any(column.name in irregular for column in plan.plain)
    if plan.exception is not None:
        found[plan.exception.name].append(plan.decide(moment) if is_excepted else None)
    for column in plan.given:
        found[column.name].append(None if is_excepted else column.decide(moment))
