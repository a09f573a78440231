"""Free texts that nobody has marked yet: where somebody can say what they count as."""

from __future__ import annotations

from collections.abc import Iterator

from core.entry.desk.desk import Desk
from core.entry.desk.field import Field
from core.entry.statement import Statement
from core.entry.typed.marks import FREE, free_text


def unmarked(desk: Desk, text: str) -> Field | None:
    """Return the row that holds this free text without a mark, None where there is none."""
    return next((where for where, words in _unmarked(desk) if words == text), None)


def _unmarked(desk: Desk) -> Iterator[tuple[Field, str]]:
    for where, statement in _rows(desk):
        free = free_text(statement.section, statement.plain)
        if free is not None and not free.counts_as:
            yield where, free.text


def _rows(desk: Desk) -> Iterator[tuple[Field, Statement]]:
    """Every row as it would be recorded now: a draft stands in the place of what it corrects."""
    for section in FREE:
        for each in desk.all_of(section):
            where = Field(section, row=str(each.id))
            if where not in desk.drafts:
                yield where, each.statement
    for where, draft in desk.drafts.items():
        if where.section in FREE and draft.statement is not None:
            yield where, draft.statement
