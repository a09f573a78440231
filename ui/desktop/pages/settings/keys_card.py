"""Passphrase and recovery key: what opens the record."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from core.language.phrases import Phrases
from ui.desktop.pages.settings.fields import Fields
from ui.desktop.widgets.frames import column
from ui.desktop.widgets.labels import label


class KeysCard(QFrame):
    """Says which passphrase is wanted in the place of which; whether it may be is the vault's business."""

    change_wanted = Signal(str, str)
    new_key_wanted = Signal()
    not_the_same = Signal()

    def __init__(self, phrases: Phrases, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        inside = column(self, margin=18)
        inside.addWidget(label(phrases.say("settings-passphrase"), "heading"))
        fields = Fields(phrases, inside)
        self.old = fields.text("settings-old-passphrase", is_secret=True)
        self.new = fields.text("settings-new-passphrase", is_secret=True)
        self.again = fields.text("start-passphrase-again", is_secret=True)
        self.change = QPushButton(phrases.say("settings-passphrase"))
        inside.addWidget(self.change)
        inside.addWidget(label(phrases.say("start-recovery-title"), "heading"))
        inside.addWidget(label(phrases.say("settings-new-key-why"), "muted"))
        self.new_key = QPushButton(phrases.say("settings-new-key"))
        inside.addWidget(self.new_key)
        self.change.clicked.connect(self._change)
        self.new_key.clicked.connect(self.new_key_wanted)

    def clear(self) -> None:
        """Hold no passphrase longer than it is needed."""
        for field in (self.old, self.new, self.again):
            field.clear()

    def _change(self) -> None:
        if self.new.text() == self.again.text():
            self.change_wanted.emit(self.old.text(), self.new.text())
        else:
            self.not_the_same.emit()
