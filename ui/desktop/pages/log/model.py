"""The lines of the log as an item model: two lines of words in each cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from core.language.dates import format_date
from core.language.phrases import Phrases
from core.use_cases.read_log import LogLine

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
COLUMNS = ("log-when", "log-patient", "log-what", "log-detail")
CELL = Qt.ItemDataRole.UserRole
"""What a cell shows, for whoever draws it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, and a second line."""

    text: str = ""
    below: str = ""

    @property
    def spoken(self) -> str:
        """The cell in one line."""
        return ", ".join(part for part in (self.text, self.below) if part)


class LogModel(QAbstractTableModel):
    """A cell's words are made when they are shown."""

    def __init__(self, phrases: Phrases, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._phrases = phrases
        self.lines: tuple[LogLine, ...] = ()

    def show_lines(self, lines: Sequence[LogLine]) -> None:
        """Show these lines, in this order."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def words(self, row: int) -> str:
        """Return everything a row says."""
        return "\n".join(each.spoken for each in self._cells(self.lines[row]) if each.spoken)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return self._phrases.say(COLUMNS[section]) if 0 <= section < len(COLUMNS) else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        cells = self._cells(self.lines[index.row()])
        if role == CELL:
            return cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[index.column()].text
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (cells[index.column()].text, cells[index.column()].below) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:  # a cell alone would not say of whom and when
            return "; ".join(cell.spoken for cell in cells if cell.spoken)
        return None

    def _cells(self, line: LogLine) -> tuple[Cell, ...]:
        here = line.at.astimezone()
        when = f"{format_date(here.date(), self._phrases.language)}, {here:%H:%M}"
        file = " ".join(part for part in (line.file, line.version) if part)
        return Cell(when, line.by), Cell(line.patient, line.number), Cell(line.what, file), Cell(line.detail)
