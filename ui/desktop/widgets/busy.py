"""What is being done and how far it is, with a button to give it up; what is soon done is never shown."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QWidget

from core.language.phrases import Phrases
from ui.desktop.widgets.frames import row
from ui.desktop.widgets.labels import label

AFTER_MS = 300
_MARGINS = (14, 6, 14, 6)


class Busy(QFrame):
    """A line that is told of a beginning, of steps and of the end."""

    given_up = Signal()

    def __init__(self, phrases: Phrases, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "busy")
        self._phrases = phrases
        self.words = label("", "muted")
        self.words.setWordWrap(False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = QPushButton(phrases.say("shell-give-up"))
        line = row(self)
        line.setContentsMargins(*_MARGINS)
        line.addWidget(self.words)
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop)
        self.stop.clicked.connect(self.given_up)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(AFTER_MS)
        self._clock.timeout.connect(self.show)
        self.hide()

    def begin(self, words: str) -> None:
        """Something was begun; it is shown if it lasts."""
        self.bar.setAccessibleName(words)
        self.step(words, 0, 0)
        self._clock.start()

    def step(self, words: str, done: int, total: int) -> None:
        """Show how far it is; of an unknown length the bar runs to and fro."""
        say = self._phrases.say
        self.words.setText(say("doing-progress", what=words, done=done, total=total) if total else words)
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def end(self) -> None:
        """It is done, failed or was given up."""
        self._clock.stop()
        self.hide()
