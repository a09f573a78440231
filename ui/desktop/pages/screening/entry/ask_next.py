"""The bar on top: the one missing item that decides most, and the way to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from core.language.phrases import Phrases
from core.screening.asking import Asking
from ui.desktop.widgets.frames import column
from ui.desktop.widgets.labels import label


class AskNextBar(QFrame):
    """Shows the next question; clicking it, or F6, goes to its field."""

    wanted = Signal()

    def __init__(self, phrases: Phrases) -> None:
        super().__init__()
        self.setProperty("role", "ask")
        self._phrases = phrases
        inside = column(self, margin=10, spacing=2)
        self.what = label("", "strong")
        self.why = label("", "")
        inside.addWidget(self.what)
        inside.addWidget(self.why)

    def show_waiting(self) -> None:
        """Say that the files are being judged."""
        self.what.setText(self._phrases.say("results-judging"))
        self.why.setVisible(False)
        self.setAccessibleName(self.what.text())

    def show_asking(self, asking: Asking | None, name: str) -> None:
        """Show what to ask next, or that nothing is left."""
        if asking is None:
            self.what.setText(self._phrases.say("results-nothing-to-ask"))
            self.why.setText("")
        else:
            self.what.setText(self._phrases.say("results-ask-next", what=name))
            self.why.setText(
                self._phrases.say("results-ask-why", decides=asking.decides, open=asking.open_in, of=asking.of)
            )
        self.why.setVisible(asking is not None)
        self.setAccessibleName(f"{self.what.text()} {self.why.text()}")

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit()
        super().mousePressEvent(event)
