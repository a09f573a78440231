"""Draws a cell of a table: a line and a smaller one below it, words in two lines, a badge, a chip behind the text."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from typing_extensions import override

from ui.desktop.widgets.cells import CELL, Cell
from ui.desktop.widgets.lines import broken
from ui.desktop.widgets.row_delegate import LEFT, Fonts, Index, RowDelegate

_LINES = 2


class CellDelegate(RowDelegate):
    """Every row has the height of two lines, so that nothing moves when more comes in."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, Fonts(option.font).two_lines)

    @override
    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            return
        fonts, theme = Fonts(option.font), self.theme
        place = option.rect.adjusted(fonts.pad, 0, -fonts.pad, 0)
        if cell.tone:
            self._draw_badge(painter, place, cell, fonts)
            return
        if not (cell.below or cell.chip) and index.column():
            self._draw_words(painter, place, cell, option)
            return
        height = fonts.line + (fonts.small_line + fonts.gap if cell.below else 0)
        top = place.center().y() - height // 2
        first = QRect(place.left(), top, place.width(), fonts.line)
        if cell.chip:
            first.setWidth(max(first.width() - self._draw_chip(painter, first, cell, fonts), 1))
        self.draw_line(painter, first, fonts.strong if index.column() == 0 else option.font, theme.text, cell.text)
        if cell.below:
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            second = QRect(place.left(), top + fonts.line + fonts.gap, place.width(), fonts.small_line)
            colour = theme.accent_text if is_selected else theme.muted
            self.draw_line(painter, second, fonts.small, colour, cell.below)

    def _draw_words(self, painter: QPainter, place: QRect, cell: Cell, option: QStyleOptionViewItem) -> None:
        words = broken(cell.text, option.font, place.width(), _LINES)
        painter.setFont(option.font)
        painter.setPen(QColor(self.theme.text))
        painter.drawText(place, int(LEFT), "\n".join(words.lines))

    def _draw_badge(self, painter: QPainter, place: QRect, cell: Cell, fonts: Fonts) -> None:
        words = broken(cell.text, fonts.strong, place.width() - 2 * fonts.pad, _LINES)
        height = len(words.lines) * fonts.line + fonts.gap * 2
        badge = QRect(place.left(), place.center().y() - height // 2, place.width(), height)
        self.draw_badge(painter, badge, cell.tone)
        painter.setFont(fonts.strong)
        painter.drawText(badge.adjusted(fonts.pad, 0, 0, 0), int(LEFT), "\n".join(words.lines))

    def _draw_chip(self, painter: QPainter, first: QRect, cell: Cell, fonts: Fonts) -> int:
        """Draw the chip behind the text, and return the room it takes at the right."""
        width = fonts.small_metrics.horizontalAdvance(cell.chip) + 2 * fonts.pad
        text = min(fonts.strong_metrics.horizontalAdvance(cell.text) + fonts.pad, first.width() - width)
        chip = QRect(first.left() + max(text, 0), first.top(), width, fonts.line)
        self.draw_badge(painter, chip, "open")
        painter.setFont(fonts.small)
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), cell.chip)
        return width + fonts.pad
