"""The rows of one section as an item model; typing in a cell says so and changes nothing by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from core.entry.desk.field import Field
from core.entry.desk.rows import text_of

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its field, the texts of its cells, and what is wrong with which cell."""

    where: Field
    cells: Mapping[str, str]
    warnings: Mapping[str, str] = field(default_factory=dict[str, str])
    is_draft: bool = False


class RowsModel(QAbstractTableModel):
    """All rows and a blank one at the end, in which a new row begins."""

    typed = Signal(object, str)

    def __init__(self, columns: Sequence[str], titles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._titles = tuple(titles)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows. Rows that stay keep their place and an open editor its cell: only what differs is told."""
        new = tuple(rows)
        first, gone, come = _difference([row.where for row in self._rows], [row.where for row in new])
        if gone > come:
            self.beginRemoveRows(_NOWHERE, first + come, first + gone - 1)
            self._rows = (*self._rows[: first + come], *self._rows[first + gone :])
            self.endRemoveRows()
        elif come > gone:
            self.beginInsertRows(_NOWHERE, first + gone, first + come - 1)
            self._rows = (*self._rows[: first + gone], *new[first + gone : first + come], *self._rows[first + gone :])
            self.endInsertRows()
        changed = [at for at, (old, now) in enumerate(zip(self._rows, new, strict=True)) if old != now]
        self._rows = new
        for at in changed:
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(self._columns) - 1))

    def row(self, at: int) -> Row:
        """Return the row at a place."""
        return self._rows[at]

    def place_of(self, where: Field) -> int | None:
        """Return the place of a row's field."""
        return next((at for at, row in enumerate(self._rows) if row.where == where), None)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the cells."""
        return self._columns

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return self._titles[section] if 0 <= section < len(self._titles) else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, name = self._rows[index.row()], self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.cells.get(name, "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.warnings.get(name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (self._titles[index.column()], row.cells.get(name, ""), row.warnings.get(name, ""))
            return ": ".join(part for part in parts if part)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable if index.isValid() else Qt.ItemFlag.NoItemFlags

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row, name = self._rows[index.row()], self._columns[index.column()]
        if row.cells.get(name, "") == value:
            return False
        self.typed.emit(row.where, text_of({**row.cells, name: str(value)}))
        return True


def _difference(old: Sequence[Field], new: Sequence[Field]) -> tuple[int, int, int]:
    """Return where two lists begin to differ, and how many fields of the old and of the new stand there.

    A row that is recorded has another field in the same place.
    """
    least = min(len(old), len(new))
    first = next((at for at in range(least) if old[at] != new[at]), least)
    last = next((at for at in range(least - first) if old[-1 - at] != new[-1 - at]), least - first)
    return first, len(old) - first - last, len(new) - first - last
