"""A table of columns as CSV: what databases load, and what this process reads again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from core.engine.columns.cells import Cells
from core.engine.columns.column import Column, Holds
from core.engine.columns.sql import JUDGED_ON, PATIENT
from core.errors import WorldError
from core.exchange.tables import MARK, harmless

_MOST = {Holds.DAY: 2**31 - 1, Holds.NUMBER: 2**62, Holds.TRUTH: 1}


def cells_text(ids: Sequence[str], day: int, columns: Iterable[Column], cells: Cells) -> str:
    """Return a table: who it is, of which day it is, then the columns; empty where nothing is on record."""
    names = [column.name for column in columns]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((PATIENT, JUDGED_ON, *names))
    for at, who in enumerate(ids):
        told = (cells[name][at] for name in names)
        writer.writerow((harmless(who), day, *("" if cell is None else cell for cell in told)))
    return text.getvalue()


def cells_of_text(text: str, day: int, columns: Mapping[str, Column], name: str) -> tuple[tuple[str, ...], Cells]:
    """Return who is in a table and the cells of the columns that are asked for; others are passed over.

    WorldError where a column is not there, a row is of another day, or a cell is not what its column holds: nobody is
    judged by half a table.
    """
    rows = csv.reader(io.StringIO(text.removeprefix(MARK)), strict=True)
    try:
        head = next(rows, list[str]())
        missing = [each for each in (PATIENT, JUDGED_ON, *columns) if each not in head]
        if missing:
            raise WorldError("error-columns-missing", name=name, column=missing[0], count=len(missing))
        places = {each: head.index(each) for each in columns}
        ids: list[str] = []
        cells: dict[str, list[int | str | None]] = {each: [] for each in columns}
        for line, row in enumerate(rows, 2):
            if len(row) != len(head):
                raise WorldError("error-columns-row", name=name, line=line)
            if row[head.index(JUDGED_ON)] != str(day):
                raise WorldError("error-columns-day", name=name, line=line)
            ids.append(row[head.index(PATIENT)])
            for each, place in places.items():
                cell = _cell(row[place], columns[each].holds)
                if cell is False:
                    raise WorldError("error-columns-cell", name=name, line=line, column=each)
                cells[each].append(cell)
    except csv.Error as error:
        raise WorldError("error-columns-row", name=name, line=rows.line_num) from error
    return tuple(ids), cells


def _cell(written: str, holds: Holds) -> int | str | bool | None:
    """Return a cell, None where it is empty, False where it is nothing that the column can hold."""
    if not written:
        return None
    if holds is Holds.WORD:
        return written
    unsigned = written.removeprefix("-")
    if not (unsigned.isascii() and unsigned.isdecimal()) or abs(int(written)) > _MOST[holds]:
        return False
    return False if holds is Holds.DAY and int(written) < 0 else int(written)
