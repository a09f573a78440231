"""A data set as two tables: the rows as REDCap takes them in, and the data dictionary that makes the fields there.

Column names of the dictionary are those of REDCap (18 of them, public in every project). A row of a visit is one of the
repeating instrument ``visit``, which is switched on in the project. What was written is read back equal.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from core.errors import WorldError
from core.exchange.tables import MARK, harmless, table_text
from core.registry.dataset import INSTANCE, RECORD, REPEATED, Column, Dataset, Form, Kind, Row

DICTIONARY = (
    "Variable / Field Name",
    "Form Name",
    "Section Header",
    "Field Type",
    "Field Label",
    "Choices, Calculations, OR Slider Labels",
    "Field Note",
    "Text Validation Type OR Show Slider Number",
    "Text Validation Min",
    "Text Validation Max",
    "Identifier?",
    "Branching Logic (Show field only if...)",
    "Required Field?",
    "Custom Alignment",
    "Question Number (surveys only)",
    "Matrix Group Name",
    "Matrix Ranking?",
    "Field Annotation",
)
_VALIDATIONS = {Kind.WHOLE: "integer", Kind.NUMBER: "number", Kind.DATE: "date_ymd"}
_VISIT = Form.VISIT.value


def rows_table(data: Dataset) -> str:
    """Return the rows: whose, of which instrument and visit, then every column; what is not known is empty."""
    names = [each.name for each in data.columns if each.name != RECORD]
    rows = (
        (
            row.record,
            _VISIT if row.form is Form.VISIT else "",
            str(row.visit) if row.visit else "",
            *(row.cells.get(name, "") for name in names),
        )
        for row in data.rows
    )
    return table_text((RECORD, REPEATED, INSTANCE, *names), rows).removeprefix(MARK)  # REDCap reads UTF-8 without it


def dictionary_table(data: Dataset) -> str:
    """Return the data dictionary: a row for each column, in the words of its language."""
    return table_text(DICTIONARY, map(_described, data.columns)).removeprefix(MARK)


def _described(column: Column) -> tuple[str, ...]:
    field = "radio" if column.choices else "text"
    choices = " | ".join(f"{code}, {_plain(words)}" for code, words in column.choices)
    note = ". ".join(part for part in (column.unit, column.note) if part)
    told = {
        0: column.name,
        1: column.form.value,
        3: field,
        4: column.label,
        5: choices,
        6: note,
        7: "" if column.choices else _VALIDATIONS.get(column.kind, ""),
    }
    return tuple(told.get(at, "") for at in range(len(DICTIONARY)))


def _plain(words: str) -> str:
    """Return the words of a choice without the sign that parts choices."""
    return words.replace("|", "/")


def read_rows_table(text: str, data: Dataset) -> tuple[Row, ...]:
    """Return the rows of a table with the columns of a data set. WorldError where it is another table."""
    rows = list(csv.reader(io.StringIO(text.removeprefix(MARK), newline="")))
    names = [each.name for each in data.columns if each.name != RECORD]
    if not rows or rows[0] != [RECORD, REPEATED, INSTANCE, *names]:
        raise WorldError("registry-other-table")
    return tuple(_row(cells, names) for cells in rows[1:])


def _row(cells: Sequence[str], names: Sequence[str]) -> Row:
    record, _, instance, *values = map(_as_written, cells)
    found = {name: value for name, value in zip(names, values, strict=True) if value}
    own = {} if instance else {RECORD: record}
    return Row(record, int(instance or 0), {**own, **found})


def _as_written(cell: str) -> str:
    """Return a cell without the apostrophe that keeps a spreadsheet from reckoning with it."""
    inner = cell.removeprefix("'")
    return inner if inner != cell and harmless(inner) == cell else cell


def read_dictionary_table(text: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of a dictionary by its column names. WorldError where the columns are others."""
    rows = list(csv.reader(io.StringIO(text.removeprefix(MARK), newline="")))
    if not rows or tuple(rows[0]) != DICTIONARY:
        raise WorldError("registry-other-table")
    return tuple(dict(zip(DICTIONARY, map(_as_written, each), strict=True)) for each in rows[1:])
