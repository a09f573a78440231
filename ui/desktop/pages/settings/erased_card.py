"""Where erased patients still are, and what can be said of a copy that exists nowhere any more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from core.language.phrases import Phrases
from ui.desktop.widgets.frames import column
from ui.desktop.widgets.labels import label


class ErasedCard(QFrame):
    """Shown only while there is something to say."""

    destroyed_said = Signal()

    def __init__(self, phrases: Phrases, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        inside = column(self, margin=18)
        inside.addWidget(label(phrases.say("settings-erased"), "heading"))
        self.words = label("", "warning")
        inside.addWidget(self.words)
        inside.addWidget(label(phrases.say("settings-erased-why"), "muted"))
        self.gone = QPushButton(phrases.say("settings-erased-destroyed"))
        inside.addWidget(self.gone)
        self.gone.clicked.connect(self.destroyed_said)
        self.setVisible(False)

    def show_still(self, words: str, missing: str) -> None:
        """Show what still holds somebody, "" where nothing does; ``missing`` names what of it is not there."""
        self.words.setText(words)
        self.gone.setVisible(bool(missing))
        self.setVisible(bool(words))
