"""The current cell belongs to the row and not to its number, whatever is saved, sorted or taken away meanwhile."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.entry.desk.fields import Field
from ui.desktop.pages.screening.entry.rows.model import Row, RowsModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
NAMES = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)


def rows(names: list[str]) -> list[Row]:
    return [Row(Field("treatments", row=name), {"drug": name}) for name in names]


def shown(model: QAbstractItemModel) -> list[object]:
    return [model.index(at, 0).data() for at in range(model.rowCount())]


@given(before=NAMES, after=NAMES)
def test_who_stays_keeps_the_cell(before: list[str], after: list[str]) -> None:
    model = RowsModel(("drug", "from"), ("Drug", "From"))
    watch = QAbstractItemModelTester(model, FATAL)
    model.show_rows(rows(before))
    cells = {name: QPersistentModelIndex(model.index(at, 1)) for at, name in enumerate(before)}
    model.show_rows(rows(after))
    assert shown(watch.model()) == after
    for name, cell in cells.items():
        if name in after:
            assert (cell.row(), cell.column()) == (after.index(name), 1)


def test_a_row_that_is_recorded_is_the_same_row(qtbot: QtBot) -> None:
    del qtbot
    model = RowsModel(("drug",), ("Drug",))
    model.show_rows(rows(["7", "new3", "new4"]))
    typed, blank = (QPersistentModelIndex(model.index(at, 0)) for at in (1, 2))
    model.show_rows(rows(["7", "-1", "new4"]))
    assert (typed.row(), blank.row()) == (1, 2)
    model.show_rows(rows(["7", "57", "new4"]))
    assert (typed.row(), blank.row()) == (1, 2)
