"""The rows of one section as an item model; typing in a cell says so and changes nothing by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from core.entry.desk.fields import Field, text_of

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its field, the texts of its cells, what is wrong with which cell, and that it is a draft where it is."""

    where: Field
    cells: Mapping[str, str]
    warnings: Mapping[str, str] = field(default_factory=dict[str, str])
    standing: str = ""


class RowsModel(QAbstractTableModel):
    """All rows and a blank one at the end, in which a new row begins."""

    typed = Signal(object, str)

    def __init__(self, columns: Sequence[str], titles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._titles = tuple(titles)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows. Who stands in a row stays in it wherever it goes, and an open editor keeps its cell."""
        new, before = tuple(rows), {row.where: row for row in self._rows}
        self._sort([row.where for row in new])
        came_from = SequenceMatcher(None, [row.where for row in self._rows], [row.where for row in new], autojunk=False)
        for kind, first, gone_to, begin, come_to in reversed(came_from.get_opcodes()):
            if kind != "equal":
                self._replace(first, gone_to, new[begin:come_to])
        self._rows = new
        changed = [at for at, row in enumerate(new) if before.get(row.where) != row]
        for at in changed:
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(self._columns) - 1))

    def _sort(self, order: Sequence[Field]) -> None:
        """Bring the rows that stay into their new order; those that go keep their places among them."""
        at = {where: number for number, where in enumerate(order)}
        stay = [number for number, row in enumerate(self._rows) if row.where in at]
        moved = sorted(stay, key=lambda number: at[self._rows[number].where])
        if moved == stay:
            return
        self.layoutAboutToBeChanged.emit()
        goes_to = dict(zip(moved, stay, strict=True))
        before = self.persistentIndexList()
        self.changePersistentIndexList(
            before, [self.index(goes_to.get(each.row(), each.row()), each.column()) for each in before]
        )
        rows = list(self._rows)
        for old, now in goes_to.items():
            rows[now] = self._rows[old]
        self._rows = tuple(rows)
        self.layoutChanged.emit()

    def _replace(self, first: int, end: int, come: Sequence[Row]) -> None:
        """Let rows take the places of others: as many as there were before are the same under another name."""
        same = min(end - first, len(come))
        self._rows = (*self._rows[:first], *come[:same], *self._rows[first + same :])
        if end - first > same:
            self.beginRemoveRows(_NOWHERE, first + same, end - 1)
            self._rows = (*self._rows[: first + same], *self._rows[end:])
            self.endRemoveRows()
        elif len(come) > same:
            self.beginInsertRows(_NOWHERE, first + same, first + len(come) - 1)
            self._rows = (*self._rows[: first + same], *come[same:], *self._rows[first + same :])
            self.endInsertRows()

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
            cell = ": ".join(part for part in parts if part)
            of = row.cells.get(self._columns[0], "") if index.column() else ""
            return " · ".join(part for part in (cell, of, row.standing) if part)
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
