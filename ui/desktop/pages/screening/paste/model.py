"""The lines of a print as an item model; the box of a line can be ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase
from typing_extensions import override

from core.entry.paste.line import PastedLine
from core.entry.paste.pasting import Pasting
from core.entry.paste.showing import LineWords, line_words
from core.language.phrases import Phrases
from ui.desktop.theme.tokens import Theme

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
COLUMNS = ("line", "raw", "box", "state", "concept", "value", "unit", "day", "limits")
RAW, BOX, STATE, VALUE = (COLUMNS.index(name) for name in ("raw", "box", "state", "value"))
_SAYING = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class PasteModel(QAbstractTableModel):
    """Shows a print; ticking a box says so and changes nothing itself."""

    ticked = Signal(int, bool)

    def __init__(self, phrases: Phrases, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._phrases = phrases
        self._theme = theme
        self._pasting: Pasting | None = None
        self._lines: tuple[PastedLine, ...] = ()
        self._words: tuple[LineWords, ...] = ()
        self._mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._mono.setStyleHint(QFont.StyleHint.Monospace)

    def show_pasting(self, pasting: Pasting | None) -> None:
        """Show a print; lines that stay keep their place."""
        lines = () if pasting is None else pasting.lines
        words = tuple(line_words(line, self._phrases) for line in lines)
        is_same = [line.place for line in lines] == [line.place for line in self._lines]
        if not is_same:
            self.beginResetModel()
        self._pasting, self._lines, self._words = pasting, lines, words
        if not is_same:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(COLUMNS) - 1))

    def line(self, at: int) -> PastedLine | None:
        """Return the line of a row."""
        return self._lines[at] if 0 <= at < len(self._lines) else None

    def words(self, at: int) -> LineWords | None:
        """Return the words of a row."""
        return self._words[at] if 0 <= at < len(self._words) else None

    def first_asking(self, states: Sequence[object]) -> int:
        """Return the first row in one of these states, the first of all where none is."""
        return next((at for at, line in enumerate(self._lines) if line.state in states), 0)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or not section >= 0:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return self._phrases.say(f"paste-column-{COLUMNS[section]}") if section < len(COLUMNS) else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        line = self.line(index.row()) if index.isValid() else None
        if line is not None and index.column() == BOX and line.is_recordable:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row()) if index.isValid() else None
        if line is None or self._pasting is None:
            return None
        words, column = self._words[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == BOX and line.is_recordable:
            return Qt.CheckState.Checked if self._pasting.is_ticked(line) else Qt.CheckState.Unchecked
        return self._said(words, column, role) if role in _SAYING else self._look(words, column, role)

    def _said(self, words: LineWords, column: int, role: int) -> object:
        shown = self._cells(words)[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cell = ": ".join(filter(None, (self._phrases.say(f"paste-column-{COLUMNS[column]}"), shown)))
            return words.spoken if column == 0 else " · ".join((cell, words.understood_as or words.raw))
        return words.raw if column == RAW else words.reason or shown or None

    def _look(self, words: LineWords, column: int, role: int) -> object:
        tone = self._theme.tones[words.tone]
        looks: dict[tuple[int, int], object] = {
            (RAW, Qt.ItemDataRole.FontRole): self._mono,
            (STATE, Qt.ItemDataRole.ForegroundRole): QColor(tone.text),
            (STATE, Qt.ItemDataRole.BackgroundRole): QColor(tone.fill),
            (VALUE, Qt.ItemDataRole.TextAlignmentRole): int(
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            ),
        }
        return looks.get((column, role))

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self.line(index.row()) if index.isValid() else None
        if role != Qt.ItemDataRole.CheckStateRole or line is None or index.column() != BOX or not line.is_recordable:
            return False
        self.ticked.emit(index.row(), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    @staticmethod
    def _cells(words: LineWords) -> tuple[str, ...]:
        shown = (
            words.understood_as if words.value or not words.reason else f"{words.understood_as}  {words.reason}".strip()
        )
        state = f"{words.sign} {words.state}"
        return (words.number, words.raw, "", state, shown, words.value, words.unit, words.day, words.limits)
