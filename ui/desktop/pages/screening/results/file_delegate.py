"""A rule file in the list: conclusion, short title with its number, and what is in the way; always two lines high."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem
from typing_extensions import override

from core.wording.listing import FileRow
from ui.desktop.pages.screening.results.rows_model import ROW
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.lines import broken
from ui.desktop.widgets.row_delegate import Fonts, Index, RowDelegate

_BESIDE_SHARE = 0.36
_MOST_BADGE_SHARE = 0.21
_TWO = 2


class FileDelegate(RowDelegate):
    """All badges are as wide as the widest, so that titles stand below one another."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(theme, view)
        self._badge_words = (0, 0)

    def measure(self) -> None:
        """Measure the widest badge anew: the rows have changed."""
        fonts, model = Fonts(self.view.font()), self.view.model()
        rows = [model.index(at, 0).data(ROW) for at in range(model.rowCount())]
        words = [_badge(row) for row in rows if isinstance(row, FileRow)]
        width = fonts.strong_metrics.horizontalAdvance
        unbroken = max((width(part) for each in words for part in each.split(" ")), default=0)
        self._badge_words = (unbroken, max(map(width, words), default=0))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        fonts = Fonts(option.font)
        return QSize(0, fonts.line + fonts.gap + fonts.small_line + 2 * fonts.pad)

    @override
    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, FileRow):
            return
        fonts, theme = Fonts(option.font), self.theme
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        muted = theme.accent_text if is_selected else theme.muted
        inside = option.rect.adjusted(int(fonts.pad * 1.5), 0, -fonts.pad, 0)
        least, wished = (width + 2 * fonts.pad for width in self._badge_words)
        badge_width = max(min(wished, int(inside.width() * _MOST_BADGE_SHARE)), least)
        beside_width = int(inside.width() * _BESIDE_SHARE) if any(row.beside) else 0  # a strip says nothing beside
        self._draw_badge(painter, QRect(inside.left(), inside.top(), badge_width, inside.height()), row, fonts)
        left = inside.left() + badge_width + int(fonts.pad * 1.5)
        middle = max(inside.right() - beside_width - fonts.pad - left, 1)
        top = option.rect.top() + fonts.pad
        below = top + fonts.line + fonts.gap
        self.draw_line(painter, QRect(left, top, middle, fonts.line), fonts.strong, theme.text, row.title)
        self.draw_line(painter, QRect(left, below, middle, fonts.small_line), fonts.small, muted, row.under)
        right = inside.right() - beside_width
        first, second = row.beside
        lines = (first, second) if second else broken(first, fonts.small, beside_width, _TWO).lines
        colours = (theme.text, muted if second else theme.text)
        for line, colour, start in zip(lines, colours, (top, below), strict=False):
            self.draw_line(painter, QRect(right, start, beside_width, fonts.small_line), fonts.small, colour, line)

    def _draw_badge(self, painter: QPainter, place: QRect, row: FileRow, fonts: Fonts) -> None:
        words = broken(_badge(row), fonts.strong, place.width() - 2 * fonts.pad + 1, _TWO)
        height = len(words.lines) * fonts.line + fonts.gap * 2
        badge = QRect(place.left(), place.center().y() - height // 2, place.width(), height)
        self.draw_badge(painter, badge, row.tone)
        painter.setFont(fonts.strong)
        text = badge.adjusted(fonts.pad, 0, 0, 0)
        painter.drawText(text, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), "\n".join(words.lines))


def _badge(row: FileRow) -> str:
    """The sign stays with the first word: the space between them does not break."""
    return f"{row.sign}\N{NO-BREAK SPACE}{row.word}"
