"""The sections of the form with how much is open in each: a list, or one line where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.measure import letters
from ui.desktop.widgets.named_box import NamedBox
from ui.desktop.widgets.row_delegate import draw_ring

_LETTERS = 18
_COUNT = Qt.ItemDataRole.UserRole
_DONE = "✓"
Index = QModelIndex | QPersistentModelIndex


class Sections(QListWidget):
    """Says which section is current; ``folded`` shows the same rows in one line, and is shown instead where asked."""

    moved = Signal(int)

    def __init__(self, names: Sequence[str], spoken: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self.setProperty("role", "sections")
        self.setAccessibleName(spoken)
        self.setFixedWidth(letters(_LETTERS))
        self.setItemDelegate(_Counted(theme, self))
        for name in names:
            self.addItem(QListWidgetItem(name))
        self.folded = NamedBox(parent)
        self.folded.setModel(self.model())  # one list: what is counted in one is counted in both
        self.folded.setAccessibleName(spoken)
        self.folded.setVisible(False)
        self.folded.activated.connect(self.setCurrentRow)
        self.currentRowChanged.connect(self._move)

    @property
    def is_folded(self) -> bool:
        """True while one line stands for the list."""
        return self.isHidden()

    def fold(self, is_folded: bool) -> None:
        """Show one line instead of the list, or the list again; a focus goes along."""
        if is_folded == self.is_folded:
            return
        had_focus = self.hasFocus() or self.folded.hasFocus()
        self.setVisible(not is_folded)
        self.folded.setVisible(is_folded)
        if had_focus:
            self.take_focus()

    def take_focus(self) -> None:
        """Put the focus on whichever of the two is shown."""
        (self.folded if self.is_folded else self).setFocus()

    def count_open(self, at: int, count: int, spoken: str) -> None:
        """Say how much is open in a section."""
        item = self.item(at)
        item.setData(_COUNT, count)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _move(self, at: int) -> None:
        self.folded.setCurrentIndex(at)
        self.moved.emit(at)


class _Counted(QStyledItemDelegate):
    """Draws the name, and at the right edge how much is open."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        room = option.rect.width() - 2 * option.fontMetrics.averageCharWidth() - self._width(option.font, index)
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, max(room, 0))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        count = index.data(_COUNT)
        painter.save()
        painter.setFont(_strong(option.font) if count else option.font)
        painter.setPen(QColor(self._theme.warning if count else self._theme.accent_text))
        edge = option.rect.adjusted(0, 0, -option.fontMetrics.averageCharWidth(), 0)
        painter.drawText(edge, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), _shown(count))
        draw_ring(painter, option, self._theme)
        painter.restore()

    @staticmethod
    def _width(font: QFont, index: Index) -> int:
        return QFontMetrics(_strong(font)).horizontalAdvance(_shown(index.data(_COUNT)))


def _strong(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _shown(count: object) -> str:
    return str(count) if count else _DONE if count == 0 else ""
