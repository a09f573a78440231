"""What is heard as well as seen: words that appear beside the focus, and the line of a list that one comes to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override


def announce(source: QWidget, words: str) -> None:
    """Let a screen reader say this now; where none listens nothing happens."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, words))


class HeardLine(QObject):
    """Tells screen readers of the current line each time its list takes the focus: Qt tells of the list alone."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.timeout.connect(self._tell)
        view.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._telling.start()  # after Qt has told of the list
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        self._view.currentChanged(self._view.currentIndex(), QModelIndex())
