"""Draws the rows: text wraps, nothing is cut off, sizes follow the font."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.desktop.pages.screening.results.card import Card
from ui.desktop.pages.screening.results.rows_model import CARD
from ui.desktop.theme.tokens import Theme

Index = QModelIndex | QPersistentModelIndex
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_FAR = 100_000
_RIGHT_SHARE = 0.34
_BADGE_SHARE = 0.19
_MOST_BADGE_SHARE = 0.34
_SMALLER = 0.9


class CardDelegate(QStyledItemDelegate):
    """One for each list; a click on a row's button says so, Return on the row does the same."""

    button_clicked = Signal(QModelIndex)

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        card = index.data(CARD)
        width = self._view.viewport().width()
        if not isinstance(card, Card):
            return QSize(width, 0)
        layout = _Layout(card, QRect(0, 0, width, _FAR), option.font)
        return QSize(width, layout.height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(CARD)
        if not isinstance(card, Card):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(option.rect, QColor(self._theme.accent_soft))
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if bool(option.state & QStyle.StateFlag.State_HasFocus):
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        self._draw(painter, _Layout(card, option.rect, option.font), is_selected=is_selected)
        painter.restore()

    @override
    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        card = index.data(CARD)
        if (
            isinstance(card, Card)
            and isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and self.button_in(option.rect, option.font, index).contains(event.position().toPoint())
        ):
            self.button_clicked.emit(index)
            return True
        return super().editorEvent(event, model, option, index)

    def button_in(self, place: QRect, font: QFont, index: Index) -> QRect:
        """Return where the button of a row lies that is drawn in this place; empty where it has none."""
        card = index.data(CARD)
        return _Layout(card, place, font).button if isinstance(card, Card) else QRect()

    def _draw(self, painter: QPainter, layout: _Layout, *, is_selected: bool) -> None:
        card, theme = layout.card, self._theme
        tone = theme.tones[card.tone]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone.fill))
        radius = min(layout.badge.height() / 2, layout.line_height * 0.6)
        painter.drawRoundedRect(QRectF(layout.badge), radius, radius)
        painter.setPen(QColor(tone.text))
        painter.setFont(layout.strong)
        flags = _WRAP if not card.is_badge_narrow else Qt.AlignmentFlag.AlignCenter
        inside = layout.badge if card.is_badge_narrow else layout.badge.adjusted(layout.pad, layout.pad // 2, 0, 0)
        painter.drawText(inside, int(flags), card.badge)
        painter.setPen(QColor(theme.text))
        painter.drawText(layout.title, int(_WRAP), card.title)
        painter.setFont(layout.small)
        painter.setPen(QColor(theme.accent_text if is_selected else theme.muted))
        painter.drawText(layout.below, int(_WRAP), card.below)
        painter.setPen(QColor(theme.text))
        painter.drawText(layout.right, int(_WRAP), card.right)
        if card.button:
            painter.setPen(QPen(QColor(theme.tones["neutral"].edge), 1))
            painter.setBrush(QColor(theme.surface))
            painter.drawRoundedRect(QRectF(layout.button), layout.pad * 0.8, layout.pad * 0.8)
            painter.setPen(QColor(theme.text))
            painter.drawText(layout.button, int(Qt.AlignmentFlag.AlignCenter), card.button)


class _Layout:
    """Where the parts of a card lie inside a rectangle."""

    def __init__(self, card: Card, rect: QRect, font: QFont) -> None:
        self.card = card
        self.strong, self.small = QFont(font), QFont(font)
        self.strong.setWeight(QFont.Weight.DemiBold)
        self.small.setPointSizeF(max(font.pointSizeF() * _SMALLER, 1.0))
        strong, small = QFontMetrics(self.strong), QFontMetrics(self.small)
        self.line_height = strong.height()
        self.pad = pad = self.line_height // 2
        width = rect.width() - 2 * pad
        badge_width = int(self.line_height * 1.5)
        if not card.is_badge_narrow:  # a conclusion is one or two words: they are not broken
            wished = strong.horizontalAdvance(card.badge) + 2 * pad
            badge_width = min(max(int(width * _BADGE_SHARE), wished), int(width * _MOST_BADGE_SHARE))
        right_width = int(width * _RIGHT_SHARE) if card.right or card.button else 0
        button_width = small.horizontalAdvance(card.button) + 2 * pad if card.button else 0
        middle_width = max(width - badge_width - right_width - 2 * pad, 1)
        top = rect.top() + pad
        left = rect.left() + pad
        middle = left + badge_width + pad
        badge = _height(strong, card.badge, max(badge_width - pad, 1))
        self.badge = QRect(left, top, badge_width, badge + (pad if not card.is_badge_narrow else pad // 2))
        title_height = _height(strong, card.title, middle_width)
        self.title = QRect(middle, top, middle_width, title_height)
        below_height = _height(small, card.below, middle_width)
        self.below = QRect(middle, top + title_height + 2, middle_width, below_height)
        right_height = _height(small, card.right, right_width)
        self.right = QRect(middle + middle_width + pad, top, right_width, right_height)
        button_height = small.height() + pad if card.button else 0
        gap = pad // 2 if card.button and right_height else 0
        self.button = QRect(self.right.left(), top + right_height + gap, button_width, button_height)
        tallest = max(self.badge.height(), title_height + 2 + below_height, right_height + gap + button_height)
        self.height = tallest + 2 * pad


def _height(metrics: QFontMetrics, text: str, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, width, _FAR), int(_WRAP), text).height() if text else 0
