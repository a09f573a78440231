"""Locks after a while without a key or a click, and says how long is left."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from core import clock

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
_SHOWS = frozenset({QEvent.Type.Expose, QEvent.Type.UpdateRequest, QEvent.Type.WindowActivate})
"""What comes before a window paints itself anew, as after the computer was woken."""


class SinceStirred:
    """The seconds since somebody was there, by the clock on the wall: sleep and suspend count.

    The wall clock may be set back; then the steady clock, which stands still while the computer sleeps, says more. The
    longer of the two counts.
    """

    def __init__(
        self, now: Callable[[], datetime] = clock.now_utc, steady: Callable[[], float] = time.monotonic
    ) -> None:
        self._now = now
        self._steady = steady
        self.stir()

    def stir(self) -> None:
        """Somebody is there."""
        self._at, self._steady_at = self._now(), self._steady()

    @property
    def seconds(self) -> float:
        """The seconds since."""
        return max((self._now() - self._at).total_seconds(), self._steady() - self._steady_at)


class Idle(QObject):
    """Filters the events of the windows somebody works in.

    Not those of the application: every event of every widget would then pass through Python, hundreds for one page.
    """

    ran_out = Signal()
    seconds_left = Signal(int)

    def __init__(self, minutes: int, parent: QObject | None = None, since: SinceStirred | None = None) -> None:
        super().__init__(parent)
        self._limit = minutes * 60
        self._since = since or SinceStirred()
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self.tick)

    def watch(self, app: QGuiApplication) -> None:
        """Take every key and click in any window of the application as somebody being there."""
        app.focusWindowChanged.connect(self._watch_window)

    def watch_painting(self, shown: QWidget) -> None:
        """Watch the program's own window before it has had the focus: widget and window are each asked to paint."""
        self._watch_window(shown.windowHandle())

    def _watch_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time moves it, it never stands twice
            shown = QWidget.find(window.winId())
            if shown is not None:
                shown.installEventFilter(self)

    def count_by(self, since: SinceStirred) -> None:
        """Count by other clocks."""
        self._since = since

    def start(self, minutes: int) -> None:
        """Begin to count."""
        self._limit = minutes * 60
        self._since.stir()
        self._clock.start()
        self.seconds_left.emit(self._limit)

    def stop(self) -> None:
        """Count no longer: nothing is open."""
        self._clock.stop()

    def tick(self) -> None:
        """A while has passed without anything."""
        if not self.look():
            self.seconds_left.emit(max(1, round(self._limit - self._since.seconds)))

    def look(self) -> bool:
        """Lock if nobody was there for too long; True where that was so."""
        if not self._clock.isActive() or self._since.seconds < self._limit:
            return False
        self.stop()
        self.ran_out.emit()
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _STIRS:
            if self.look():
                return True  # the key that woke the computer is for a page that is gone
            self._since.stir()
        elif kind in _SHOWS:
            self.look()  # before the event goes on: what is painted then is the locked page
        return super().eventFilter(watched, event)
