"""Draws a row of the follow-up: sign and word, what it is and what is done, its days, where the name leaves room."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from typing_extensions import override

from ui.desktop.pages.follow_up.rows import ROW, FollowRow
from ui.desktop.widgets.row_delegate import Fonts, Index, RowDelegate

_WORD_LETTERS = 16


class FollowDelegate(RowDelegate):
    """Every row has the height of two lines."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, Fonts(option.font).two_lines)

    @override
    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, FollowRow):
            return
        fonts, theme = Fonts(option.font), self.theme
        muted = theme.accent_text if bool(option.state & QStyle.StateFlag.State_Selected) else theme.muted
        place = option.rect.adjusted(fonts.pad, 0, -fonts.pad, 0)
        top = place.center().y() - (fonts.line + fonts.small_line + fonts.gap) // 2
        below = top + fonts.line + fonts.gap
        left, width = place.left(), fonts.strong_metrics.averageCharWidth() * _WORD_LETTERS
        tone = theme.tones[row.tone].text
        word = f"{row.sign} {row.word}"
        self.draw_line(painter, QRect(left, top, width, fonts.line), fonts.strong, tone, word)
        self.draw_line(painter, QRect(left, below, width, fonts.small_line), fonts.small, muted, row.beside)
        left += width + fonts.pad
        title = fonts.strong_metrics.horizontalAdvance(row.title) + fonts.pad
        room = max(place.right() - left - title, 0)
        days = min(fonts.small_metrics.horizontalAdvance(row.days) + fonts.gap, room)
        rest = max(place.right() - left - days, 1)
        self.draw_line(painter, QRect(left, top, rest, fonts.line), fonts.strong, theme.text, row.title)
        days_at = QRect(place.right() - days, top, days, fonts.line)
        if days > fonts.pad:
            self.draw_line(painter, days_at, fonts.small, muted, row.days)
        whole = QRect(left, below, place.right() - left, fonts.small_line)
        self.draw_line(painter, whole, fonts.small, muted, row.below)
