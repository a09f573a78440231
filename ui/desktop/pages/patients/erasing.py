"""The panel that erases one patient: it names whom, asks why, and wants the name typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from core.language.phrases import Phrases
from core.store.records import PatientLine
from ui.desktop.widgets.frames import column, frame, row
from ui.desktop.widgets.labels import label


class ErasePanel(QWidget):
    """Emits patient and reason once the name was typed as it is written; erases nobody itself."""

    wanted = Signal(str, str)
    given_up = Signal()

    def __init__(self, phrases: Phrases, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases = phrases
        self._line: PatientLine | None = None
        outside = column(self, margin=0)
        card = frame("card")
        outside.addWidget(card)
        outside.addStretch(1)
        inside = column(card)
        self.whom = label("", "heading")
        inside.addWidget(self.whom)
        inside.addWidget(label(phrases.say("patients-erase-why"), "muted"))
        self.reason, self.name = QLineEdit(), QLineEdit()
        for phrase, field in (("patients-erase-reason", self.reason), ("patients-erase-name", self.name)):
            above = label(phrases.say(phrase), "muted")
            above.setBuddy(field)
            field.setAccessibleName(phrases.say(phrase))
            inside.addWidget(above)
            inside.addWidget(field)
        self.message = label("", "warning")
        inside.addWidget(self.message)
        self.erase = QPushButton(phrases.say("patients-erase-now"))
        self.cancel = QPushButton(phrases.say("patients-cancel"))
        self.cancel.setProperty("role", "primary")
        buttons = row(inside)
        buttons.addWidget(self.erase)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        self.erase.clicked.connect(self._want)
        self.cancel.clicked.connect(self.given_up)
        self.setFocusProxy(self.reason)

    def show_patient(self, line: PatientLine, born: str) -> None:
        """Ask about this patient."""
        self._line = line
        self.whom.setText(self._phrases.say("patients-erase-whom", name=line.name, born=born))
        for each in (self.reason, self.name, self.message):
            each.clear()

    def clear(self) -> None:
        """Hold nobody."""
        self._line = None
        for each in (self.whom, self.reason, self.name, self.message):
            each.clear()

    def _want(self) -> None:
        line = self._line
        if line is None:
            return
        if not self.reason.text().strip():
            self.message.setText(self._phrases.say("patients-erase-needs-reason"))
        elif " ".join(self.name.text().split()) != line.name:
            self.message.setText(self._phrases.say("patients-erase-needs-name"))
        else:
            self.wanted.emit(line.id, self.reason.text().strip())
