"""The parts of a field as an item model; an answer says so and changes nothing by itself."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from core.entry.desk.parts import Choice, Part

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
NAME, ANSWER = 0, 1


class PartsModel(QAbstractTableModel):
    """Two columns: what is asked, and the answer. ``open_words`` stand where there is none."""

    answered = Signal(str, str)

    def __init__(self, titles: tuple[str, str], open_words: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._open = open_words
        self._parts: tuple[Part, ...] = ()

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Show these parts; those that stay keep their place."""
        if [part.id for part in parts] == [part.id for part in self._parts]:
            changed = [at for at, (old, new) in enumerate(zip(self._parts, parts, strict=True)) if old != new]
            self._parts = parts
            for at in changed:
                self.dataChanged.emit(self.index(at, NAME), self.index(at, ANSWER))
            return
        self.beginResetModel()
        self._parts = parts
        self.endResetModel()

    def part(self, at: int) -> Part:
        """Return the part of a row."""
        return self._parts[at]

    def answer(self, at: int, choice: Choice | None) -> None:
        """Answer a part, or take its answer away."""
        self.answered.emit(self._parts[at].id, "" if choice is None else choice.text)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._parts)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._titles)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return self._titles[section] if 0 <= section < len(self._titles) else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._parts):
            return None
        part = self._parts[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return part.answer
        if role == Qt.ItemDataRole.DisplayRole:
            return part.label if index.column() == NAME else self._answer_words(part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{part.label}: {self._answer_words(part)}"
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        is_typed = index.column() == ANSWER and not self._parts[index.row()].choices
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable if is_typed else super().flags(index)

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or self._parts[index.row()].answer == value:
            return False
        self.answered.emit(self._parts[index.row()].id, str(value).strip())
        return True

    def _answer_words(self, part: Part) -> str:
        if not part.answer:
            return self._open
        return next((each.label for each in part.choices if each.text == part.answer), part.answer)
