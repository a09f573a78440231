"""A corner of the page for what comes and goes: nothing below it moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.desktop.widgets.frames import column
from ui.desktop.widgets.measure import letters

_LETTERS = 62
_AWAY = 16
_SPACING = 6
_TELLING = (
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.HideToParent,
    QEvent.Type.ShowToParent,
    QEvent.Type.LayoutRequest,
)


class Overlay(QWidget):
    """Lies in the lower right corner of its parent, as high as what is shown in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._inside = column(self, margin=0, spacing=_SPACING)
        self._taken_in: list[QWidget] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._settle)
        parent.installEventFilter(self)

    def add(self, widget: QWidget) -> None:
        """Take in a widget that is shown and hidden by itself."""
        self._inside.addWidget(widget)
        self._taken_in.append(widget)
        widget.installEventFilter(self)
        self._settle()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TELLING:
            self._soon.start()  # words that have just been put in are not polished yet: their height is known then
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        parent = self.parentWidget()
        is_shown = any(not each.isHidden() for each in self._taken_in)
        self.setVisible(is_shown)
        if not is_shown or parent is None:
            return
        width = min(letters(_LETTERS), parent.width() - 2 * _AWAY)
        heights = [_height(each, width) for each in self._taken_in if not each.isHidden()]
        height = sum(heights) + _SPACING * (len(heights) - 1)
        place = QRect(parent.width() - width - _AWAY, parent.height() - height - _AWAY, width, height)
        if place != self.geometry():
            self.setGeometry(place)
            self.raise_()


def _height(widget: QWidget, width: int) -> int:
    wanted = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
    return max(wanted, widget.minimumSizeHint().height())
