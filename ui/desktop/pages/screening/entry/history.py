"""What was ever said about one concept: value, day, who and when; taking one back asks for the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from core.entry.desk.fields import Field
from ui.desktop.widgets.frames import column
from ui.desktop.widgets.labels import label


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One statement in words. ``id`` None: it was taken back and cannot be again."""

    words: str
    id: int | None


@dataclass(frozen=True, slots=True)
class HistoryWords:
    """The words of the panel in the language of the screen."""

    reason: str
    take_back: str
    close: str


class HistoryPanel(QFrame):
    """A panel, not a dialog: the form stays usable beside it."""

    retracted = Signal(object, int, str)
    closed = Signal()

    def __init__(self, words: HistoryWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._words = words
        self._where = Field("")
        self.title = label("", "section", is_heard=True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(words.reason)
        self.reason.setAccessibleName(words.reason)
        close = QPushButton(words.close)
        close.clicked.connect(self.closed)
        self.reason.returnPressed.connect(self._take_back_only)
        inside = QVBoxLayout(self)
        inside.addWidget(self.title)
        self._lines = column(inside, margin=0)
        inside.addWidget(self.reason)
        inside.addWidget(close)
        self._shown: list[QWidget] = []
        self._standing: list[int] = []

    def show_history(self, where: Field, title: str, lines: Sequence[HistoryLine]) -> None:
        """Show the statements of a field, the newest first."""
        self._where = where
        self._standing = [line.id for line in lines if line.id is not None]
        self.title.setText(title)
        for widget in self._shown:
            self._lines.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = [self._line(line) for line in lines]
        for widget in self._shown:
            self._lines.addWidget(widget)

    def _line(self, line: HistoryLine) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(line.words), 1)
        if line.id is not None:
            button = QPushButton(self._words.take_back)
            button.setAccessibleName(f"{self._words.take_back}: {line.words}")
            button.clicked.connect(partial(self._take_back, line.id))
            row.addWidget(button)
        return holder

    def _take_back_only(self) -> None:
        """Return in the reason takes back what stands, where that is one statement."""
        if len(self._standing) == 1:
            self._take_back(self._standing[0])

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _take_back(self, number: int) -> None:
        if self.reason.text().strip():
            self.retracted.emit(self._where, number, self.reason.text().strip())
            self.reason.clear()
        else:
            self.reason.setFocus()
