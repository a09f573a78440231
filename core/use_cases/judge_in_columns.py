"""Judge many patients by one rule file at once: make the table of columns, or judge a table that was kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.engine.columns.cells import Row, cells_of
from core.engine.columns.table import from_cells
from core.engine.columns.vectors import judge
from core.errors import WorldError
from core.exchange.columns_csv import cells_of_text, cells_text
from core.exchange.columns_sql import FITS, columns_of_file
from core.screening.in_columns import FilePlan, row_of
from core.use_cases.weigh_update import Ready

Verdicts = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Made:
    """A table as text; ``unread`` are the names of patients who could not be read and stand in no row."""

    text: str
    patients: int
    unread: tuple[str, ...]


def make_table(file: FilePlan, patients: Iterable[tuple[str, Ready]]) -> Made:
    """Return the columns that a file reads, of everybody; the deciding engine is asked for what they cannot say."""
    rows: list[Row] = []
    unread: list[str] = []
    for name, read in patients:
        try:
            patient = read()
        except WorldError:
            unread.append(name)
            continue
        rows.append(row_of(patient.id, patient.chart, (file,), file.on))
    text = cells_text([row.id for row in rows], file.on.toordinal(), columns_of_file(file), cells_of(file.plans, rows))
    return Made(text, len(rows), tuple(unread))


@dataclass(frozen=True)
class Judged:
    """Verdicts by what is asked (1, 0, -1), in the order of the patients; the last is whether they fit."""

    ids: tuple[str, ...]
    verdicts: Mapping[str, Verdicts]


def judge_table(file: FilePlan, text: str, name: str) -> Judged:
    """Judge a table that was kept as text; WorldError where it is not the table of this file."""
    columns = {column.name: column for column in columns_of_file(file)}
    ids, cells = cells_of_text(text, file.on.toordinal(), columns, name)
    table = from_cells(ids, columns, cells)
    verdicts = {each: judge(asked.plan.step, table) for each, asked in file.asked.items()}
    return Judged(ids, {**verdicts, FITS: judge(file.fits, table)})
