"""The recovery key, shown once: printed or saved, then confirmed by typing one of its groups."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.language.phrases import Phrases
from ui.desktop.widgets.frames import column, frame, put_centred, row
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters

_LETTERS = 82
_ASKED = 3


class RecoverySheet(QWidget):
    """Goes on only after group three was typed back: the key is on paper then."""

    print_wanted = Signal()
    confirmed = Signal()
    given_up = Signal()

    def __init__(self, phrases: Phrases, key: str, *, is_first: bool = True) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._phrases = phrases
        self._groups = key.split("-")
        card = frame("card", self)
        card.setFixedWidth(letters(_LETTERS))
        inside = column(card, margin=28, spacing=12)
        inside.addWidget(label(phrases.say("start-recovery-title"), "title"))
        inside.addWidget(label(phrases.say("start-recovery-why"), "muted"))
        self.key = QLineEdit(key)
        self.key.setReadOnly(True)
        self.key.setAccessibleName(phrases.say("start-recovery-title"))
        mono = QFont("monospace")
        mono.setStyleHint(QFont.StyleHint.Monospace)
        self.key.setFont(mono)
        inside.addWidget(self.key)
        self.printing = QPushButton(phrases.say("start-recovery-save"))
        inside.addWidget(self.printing)
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(phrases.say("start-recovery-type", group=_ASKED))
        self.typed.setAccessibleName(phrases.say("start-recovery-type", group=_ASKED))
        self.go = QPushButton(phrases.say("start-recovery-done"))
        self.go.setProperty("role", "primary")
        line = row(inside)
        line.addWidget(self.typed, 1)
        line.addWidget(self.go)
        self.message = label("", "warning")
        inside.addWidget(self.message)
        self.give_up = QPushButton(phrases.say("start-recovery-keep-old"))
        self.give_up.setProperty("role", "link")
        self.give_up.setVisible(not is_first)
        inside.addWidget(self.give_up)
        outside = QVBoxLayout(self)
        outside.addStretch(1)
        put_centred(card, outside)
        outside.addStretch(2)
        self.printing.clicked.connect(self.print_wanted)
        self.give_up.clicked.connect(self.given_up)
        self.go.clicked.connect(self._confirm)
        self.typed.returnPressed.connect(self._confirm)
        self.setFocusProxy(self.typed)

    def show_message(self, words: str) -> None:
        """Say where the sheet was saved, or why not."""
        self.message.setText(words)

    def _confirm(self) -> None:
        if self.typed.text().strip().upper() == self._groups[_ASKED - 1]:
            self.confirmed.emit()
        else:
            self.message.setText(self._phrases.say("start-recovery-wrong", group=_ASKED))
