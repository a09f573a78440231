"""What rows of lists have in common: ground, selection, line, focus; measures follow the font."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.desktop.theme.tokens import Theme

Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_BAR = 3
_RING = 2
_SMALLER = 0.885
"""11.5 of 13 pixels."""


def draw_ring(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Draw the ring of the row with the focus, over all that is drawn in it."""
    if bool(option.state & QStyle.StateFlag.State_HasFocus):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.accent), _RING))
        painter.drawRect(QRectF(option.rect).adjusted(_RING / 2, _RING / 2, -_RING / 2, -_RING / 2))


class Fonts:
    """The fonts of a row and its distances, all from the font of the list."""

    def __init__(self, font: QFont) -> None:
        self.strong, self.small = QFont(font), QFont(font)
        self.strong.setWeight(QFont.Weight.DemiBold)
        if font.pixelSize() > 0:
            self.small.setPixelSize(max(round(font.pixelSize() * _SMALLER), 1))
        else:
            self.small.setPointSizeF(max(font.pointSizeF() * _SMALLER, 1.0))
        self.small_strong = QFont(self.small)
        self.small_strong.setWeight(QFont.Weight.DemiBold)
        self.strong_metrics, self.small_metrics = QFontMetrics(self.strong), QFontMetrics(self.small)
        self.line, self.small_line = self.strong_metrics.height(), self.small_metrics.height()
        self.pad = self.line // 2
        self.gap = max(self.line // 8, 1)
        self.two_lines = self.line + self.small_line + self.pad + self.gap * 3


class RowDelegate(QStyledItemDelegate):
    """Draws the ground of a row; whoever inherits draws what stands on it."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.view = view
        self.theme = theme

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place, theme = option.rect, self.theme
        if bool(option.state & QStyle.StateFlag.State_Selected):
            painter.fillRect(place, QColor(theme.accent_soft))
        if bool(option.state & QStyle.StateFlag.State_Selected) and index.column() == 0:
            bar = QRect(place.topLeft(), QPoint(place.left() + _BAR - 1, place.bottom()))
            painter.fillRect(bar, QColor(theme.accent))
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        self.draw(painter, option, index)
        draw_ring(painter, option, theme)
        painter.restore()

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw what the row says."""

    def draw_line(self, painter: QPainter, place: QRect, font: QFont, colour: str, text: str) -> None:
        """Draw one line of text, cut visibly where the place ends."""
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(LEFT), shown)

    def draw_badge(self, painter: QPainter, place: QRect, tone: str) -> None:
        """Draw the ground of a badge; its sign and words are drawn on it in the tone's colour."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.tones[tone].fill))
        radius = min(place.height() / 2, place.width() / 2)
        painter.drawRoundedRect(QRectF(place), radius, radius)
        painter.setPen(QColor(self.theme.tones[tone].text))
