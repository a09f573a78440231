"""The inputs of a score as an item model, in one column or two: it shows what it is told and changes nothing itself."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from core.entry.desk.scoring.lines import AskedRow, Heading, Line

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
LINE = Qt.ItemDataRole.UserRole
"""The line itself, for whoever draws it."""


class ScoreModel(QAbstractTableModel):
    """Lines run down the first column and on in the second; a group is never torn."""

    answered = Signal(str, str)
    typed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._columns: tuple[tuple[Line, ...], ...] = ((),)
        self._count = 1

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines; those that stay keep their place."""
        if [_name(each) for each in lines] != [_name(each) for each in self._lines]:
            self._lines = lines
            self._divide()
            return
        old, self._lines = self._columns, lines
        self._columns = _divided(lines, self._count)
        for at, (was, now) in enumerate(zip(old, self._columns, strict=True)):
            for row, (before, line) in enumerate(zip(was, now, strict=True)):
                if before != line:
                    self.dataChanged.emit(self.index(row, at), self.index(row, at))

    def show_in(self, count: int) -> None:
        """Show the lines in so many columns."""
        if count != self._count:
            self._count = count
            self._divide()

    def _divide(self) -> None:
        self.beginResetModel()
        self._columns = _divided(self._lines, self._count)
        self.endResetModel()

    def line(self, index: Index) -> Line | None:
        """Return what stands in a cell."""
        if not index.isValid() or index.column() >= len(self._columns):
            return None
        column = self._columns[index.column()]
        return column[index.row()] if index.row() < len(column) else None

    def asked(self, index: Index) -> AskedRow | None:
        """Return the input in a cell."""
        line = self.line(index)
        return line if isinstance(line, AskedRow) else None

    def places(self) -> Iterator[QModelIndex]:
        """Yield where the inputs stand, in the order they are asked."""
        for at, column in enumerate(self._columns):
            yield from (self.index(row, at) for row, line in enumerate(column) if isinstance(line, AskedRow))

    def place_of(self, name: str) -> QModelIndex:
        """Return where an input stands."""
        return next((at for at in self.places() if (row := self.asked(at)) and row.id == name), QModelIndex())

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else max(len(each) for each in self._columns)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index)
        if role == LINE:
            return line
        if isinstance(line, AskedRow):
            if role == Qt.ItemDataRole.EditRole:
                return line.told
            if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.DisplayRole):
                return line.spoken
        if isinstance(line, Heading) and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (line.label, line.told)))
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        asked = self.asked(index)
        if asked is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable if asked.is_typed else super().flags(index)

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        asked = self.asked(index)
        if role != Qt.ItemDataRole.EditRole or asked is None or asked.told == value:
            return False
        self.typed.emit(asked.id, str(value).strip())
        return True


def _divided(lines: tuple[Line, ...], count: int) -> tuple[tuple[Line, ...], ...]:
    """Return the lines in columns, cut before the heading nearest to the middle; without headings in the middle."""
    if count == 1:
        return (lines,)
    middle = (len(lines) + 1) // 2
    heads = [at for at, line in enumerate(lines) if at and isinstance(line, Heading)]
    cut = min(heads, key=lambda at: abs(at - middle), default=middle)
    return (lines[:cut], lines[cut:])


def _name(line: Line) -> str:
    return line.id if isinstance(line, AskedRow) else f"# {line.label}"
