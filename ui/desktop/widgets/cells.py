"""Tables whose cells hold up to two lines, a badge or a chip: what such a cell is, and the item model they stand in."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from core.language.phrases import Phrases

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CELL = Qt.ItemDataRole.UserRole
"""What a cell shows, for whoever draws it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, a second line, the tone of a badge ("" for none), and a chip behind the text."""

    text: str = ""
    below: str = ""
    tone: str = ""
    chip: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """All that the cell says, a line each."""
        return tuple(part for part in (self.text, self.chip, self.below) if part)

    @property
    def spoken(self) -> str:
        """The cell in one line."""
        return ", ".join(self.lines)


class CellsModel(QAbstractTableModel):
    """A table of cells; a row's words are made when they are shown. Whoever inherits says how many rows and which."""

    def __init__(self, columns: Sequence[str], phrases: Phrases, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.phrases = phrases
        self._columns = columns

    @abstractmethod
    def cells(self, row: int) -> Sequence[Cell]:
        """Return the cells of a row, one for each column."""

    def words(self, row: int) -> str:
        """Return everything a row says, a cell a line."""
        return "\n".join(each.spoken for each in self.cells(row) if each.spoken)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return self.phrases.say(self._columns[section]) if 0 <= section < len(self._columns) else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:  # a cell alone would not say whose it is
            return "; ".join(cell.spoken for cell in self.cells(index.row()) if cell.spoken)
        if role not in {CELL, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        cell = self.cells(index.row())[index.column()]
        if role == CELL:
            return cell
        return cell.text if role == Qt.ItemDataRole.DisplayRole else "\n".join(cell.lines)
