"""Draws a cell of the log: a line and a smaller one below it, or words in two lines."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from typing_extensions import override

from ui.desktop.pages.log.model import CELL, Cell
from ui.desktop.widgets.lines import broken
from ui.desktop.widgets.row_delegate import LEFT, Fonts, Index, RowDelegate

_LINES = 2


class LogDelegate(RowDelegate):
    """Every row has the height of two lines."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, row_height(option))

    @override
    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            return
        fonts = Fonts(option.font)
        place = option.rect.adjusted(fonts.pad, 0, -fonts.pad, 0)
        if not cell.below:
            words = broken(cell.text, option.font, place.width(), _LINES)
            painter.setFont(option.font)
            painter.setPen(QColor(self.theme.text))
            painter.drawText(place, int(LEFT), "\n".join(words.lines))
            return
        top = place.center().y() - (fonts.line + fonts.small_line + fonts.gap) // 2
        first = QRect(place.left(), top, place.width(), fonts.line)
        self.draw_line(painter, first, option.font, self.theme.text, cell.text)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        second = QRect(place.left(), top + fonts.line + fonts.gap, place.width(), fonts.small_line)
        colour = self.theme.accent_text if is_selected else self.theme.muted
        self.draw_line(painter, second, fonts.small, colour, cell.below)


def row_height(view_option: QStyleOptionViewItem) -> int:
    """Return the height of every row."""
    fonts = Fonts(view_option.font)
    return fonts.line + fonts.small_line + fonts.pad + fonts.gap * 3
