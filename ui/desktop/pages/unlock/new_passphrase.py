"""A new passphrase, after the recovery key opened the record."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.language.phrases import Phrases
from ui.desktop.pages.unlock.view import LEAST_SIGNS
from ui.desktop.widgets.frames import column, frame, put_centred
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters

_LETTERS = 68


class NewPassphrasePage(QWidget):
    """Says which passphrase was chosen, or that the old one, found again, stays."""

    chosen = Signal(str)
    kept = Signal()

    def __init__(self, phrases: Phrases) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._phrases = phrases
        card = frame("card", self)
        card.setFixedWidth(letters(_LETTERS))
        inside = column(card, margin=28, spacing=10)
        inside.addWidget(label(phrases.say("settings-new-passphrase"), "title"))
        inside.addWidget(label(phrases.say("start-new-passphrase-why"), "muted"))
        self.first, self.second = QLineEdit(), QLineEdit()
        for field, phrase in ((self.first, "settings-new-passphrase"), (self.second, "start-passphrase-again")):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setPlaceholderText(phrases.say(phrase))
            field.setAccessibleName(phrases.say(phrase))
            inside.addWidget(field)
        self.message = label("", "warning")
        inside.addWidget(self.message)
        self.go = QPushButton(phrases.say("start-open"))
        self.go.setProperty("role", "primary")
        inside.addWidget(self.go)
        self.keep = QPushButton(phrases.say("start-keep-passphrase"))
        self.keep.setProperty("role", "link")
        inside.addWidget(self.keep)
        outside = QVBoxLayout(self)
        outside.addStretch(1)
        put_centred(card, outside)
        outside.addStretch(2)
        self.first.returnPressed.connect(self.second.setFocus)
        self.second.returnPressed.connect(self._go)
        self.go.clicked.connect(self._go)
        self.keep.clicked.connect(self.kept)
        self.setFocusProxy(self.first)

    def _go(self) -> None:
        if len(self.first.text()) < LEAST_SIGNS:
            self.message.setText(self._phrases.say("start-too-short", count=LEAST_SIGNS))
        elif self.first.text() != self.second.text():
            self.message.setText(self._phrases.say("start-not-the-same"))
        else:
            self.chosen.emit(self.first.text())
