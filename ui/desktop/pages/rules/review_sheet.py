"""Sign the review of a rule file: name, day, and when the next review is due."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from core.errors import WorldError
from core.language.phrases import Phrases
from core.rule_files.reviewing import SignedReview
from core.wording.errors import error_words
from ui.desktop.widgets.frames import column
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters

_WIDTH = 60


class ReviewSheet(QDialog):
    """Says what was typed when it can be signed; what cannot is said in the sheet."""

    signed = Signal(SignedReview)

    def __init__(self, phrases: Phrases, version: str, author: str, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._phrases, self._today = phrases, today
        say = phrases.say
        self.setWindowTitle(say("review-sign"))
        self.setMinimumWidth(letters(_WIDTH))
        inside = column(self)
        inside.addWidget(label(say("review-explain", version=version), "muted"))
        form = QFormLayout()
        inside.addLayout(form)
        self.by, self.on, self.due = QLineEdit(author), QLineEdit(today.isoformat()), QLineEdit()
        for field, name in ((self.by, "review-by"), (self.on, "review-on"), (self.due, "review-due")):
            field.setAccessibleName(say(name))
            form.addRow(say(name), field)
        self.wrong = label("", "warning")
        self.wrong.setVisible(False)
        inside.addWidget(self.wrong)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._sign)
        buttons.rejected.connect(self.close)
        inside.addWidget(buttons)

    def _sign(self) -> None:
        review = SignedReview(" ".join(self.by.text().split()), self.on.text().strip(), self.due.text().strip())
        try:
            review.refuse(self._today)
        except WorldError as error:
            self.wrong.setText(error_words(error, self._phrases))
            self.wrong.setVisible(True)
            return
        self.signed.emit(review)
        self.close()
