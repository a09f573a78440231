"""What is heard as well as seen: words that appear beside the focus, and the line of a list that one comes to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

_AFTER_MS = 150


def announce(source: QWidget, words: str) -> None:
    """Let a screen reader say this now; where none listens nothing happens."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, words))


class Told(QObject):
    """Lets words be heard that stay: while letters are typed they come and go. What is not seen is not heard."""

    def __init__(self, source: QWidget, words: Callable[[], str]) -> None:
        super().__init__(source)
        self._source = source
        self._words = words
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_MS)
        self._soon.timeout.connect(self._tell)

    def soon(self) -> None:
        """Tell what the words are then."""
        self._soon.start()

    def _tell(self) -> None:
        words = self._words()
        if words and self._source.isVisible():
            announce(self._source, words)


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
