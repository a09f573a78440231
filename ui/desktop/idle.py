"""Locks after a while without a key or a click, and says how long is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from typing_extensions import override

_TICK_MS = 5000
_STIRS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Idle(QObject):
    """Filters the events of the windows somebody works in.

    Not those of the application: every event of every widget would then pass through Python, hundreds for one page.
    """

    ran_out = Signal()
    seconds_left = Signal(int)

    def __init__(self, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seconds = minutes * 60
        self._left = self._seconds
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self.tick)

    def watch(self, app: QGuiApplication) -> None:
        """Take every key and click in any window of the application as somebody being there."""
        app.focusWindowChanged.connect(self._watch_window)

    def _watch_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time moves it, it never stands twice

    def start(self, minutes: int) -> None:
        """Begin to count."""
        self._seconds = self._left = minutes * 60
        self._clock.start()
        self.seconds_left.emit(self._left)

    def stop(self) -> None:
        """Count no longer: nothing is open."""
        self._clock.stop()

    def tick(self) -> None:
        """A while has passed without anything."""
        self._left -= _TICK_MS // 1000
        if self._left <= 0:
            self.stop()
            self.ran_out.emit()
        else:
            self.seconds_left.emit(self._left)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _STIRS:
            self._left = self._seconds
        return super().eventFilter(watched, event)
