"""Rows of words as a list model; rows that stay keep their place, so that selection and scrolling do not move."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from core.wording.listing import CriterionRow, FileRow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW = Qt.ItemDataRole.UserRole
"""The row itself, for whoever draws it."""
Row = TypeVar("Row", FileRow, CriterionRow)


class RowsModel(QAbstractListModel, Generic[Row]):
    """One for the files, one for the criteria."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        new = tuple(rows)
        if [row.id for row in new] == [row.id for row in self._rows]:
            changed = [at for at, (old, now) in enumerate(zip(self._rows, new, strict=True)) if old != now]
            self._rows = new
            for at in changed:
                self.dataChanged.emit(self.index(at, 0), self.index(at, 0))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def row(self, at: int) -> Row:
        """Return a row."""
        return self._rows[at]

    def place_of(self, row_id: str) -> int | None:
        """Return the place of a row."""
        return next((at for at, row in enumerate(self._rows) if row.id == row_id), None)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.in_full
        return row.spoken if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
