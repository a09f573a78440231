"""The places of the rail: a list of which one is shown, walked by arrows and opened by Return, Space or a click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.heard import HeardLine
from ui.desktop.widgets.row_delegate import Index, draw_ring

_PAGE = Qt.ItemDataRole.UserRole
_KEYS = Qt.ItemDataRole.AccessibleDescriptionRole
_EDGE = 8
_ROOM = 12
_RADIUS = 6
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_Flag = QItemSelectionModel.SelectionFlag


class RailPlaces(QListWidget):
    """The place that is shown is the selected one; where the arrows stand it is not yet."""

    wanted = Signal(str)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "places")
        self.setAccessibleName(name)
        self.setItemDelegate(_PlaceDelegate(theme, self))
        for bar in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._open)
        HeardLine(self)

    def add(self, page: str, name: str, keys: str) -> None:
        """Add a place: the id of its page, its name and its keys."""
        item = QListWidgetItem(name)
        item.setData(_PAGE, page)
        item.setData(_KEYS, keys)
        self.addItem(item)
        self.setFixedHeight(self.count() * self.sizeHintForRow(0) + 2 * self.frameWidth())

    def show_place(self, page: str) -> None:
        """Say which place is shown."""
        at = next(number for number in range(self.count()) if self.item(number).data(_PAGE) == page)
        self.selectionModel().setCurrentIndex(self.model().index(at, 0), _Flag.ClearAndSelect)

    @override
    def selectionCommand(self, index: Index, event: QEvent | None = None, /) -> QItemSelectionModel.SelectionFlag:
        return _Flag.NoUpdate

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _OPENS:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        for shown in self.selectionModel().selectedIndexes():
            self.selectionModel().setCurrentIndex(shown, _Flag.NoUpdate)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.wanted.emit(str(index.data(_PAGE)))


class _PlaceDelegate(QStyledItemDelegate):
    """Draws the name, and its keys at the right edge."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, QFontMetrics(option.font).height() + _ROOM)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, place = self._theme, option.rect
        is_shown = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_shown:
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(place, _RADIUS, _RADIUS)
        inside = place.adjusted(_EDGE, 0, -_EDGE, 0)
        keys, small = str(index.data(_KEYS)), QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() - 1)
        painter.setFont(small)
        painter.setPen(QColor(theme.muted))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), keys)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if is_shown else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(theme.accent_text if is_shown else theme.text))
        room = inside.width() - QFontMetrics(small).horizontalAdvance(keys) - _EDGE
        name = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(
            QRect(inside.topLeft(), QSize(room, inside.height())), int(Qt.AlignmentFlag.AlignVCenter), name
        )
        draw_ring(painter, option, theme)
        painter.restore()
