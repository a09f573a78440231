"""A question of a rule file: yes, no or not known, with a note; signed with name and day when it is answered."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from core.entry.desk.fields import Field
from ui.desktop.widgets.frames import row
from ui.desktop.widgets.labels import label, mark
from ui.desktop.widgets.line import Line

ANSWERS = ("yes", "no", "unknown")


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """The words of the card in the language of the screen: one for each of ``ANSWERS``, and those of the note."""

    answers: tuple[str, str, str]
    note: str


@dataclass(frozen=True, slots=True)
class AnswerState:
    """What a card shows. ``answer`` is one of ``ANSWERS`` or "" while nobody answered; ``stands`` says how long."""

    question: str
    asked_by: str
    answer: str = ""
    note: str = ""
    signed: str = ""
    stands: str = ""
    is_expired: bool = False


class AnswerCard(QFrame):
    """Says which answer was chosen; who signs and when is not its business."""

    answered = Signal(object, str, str)

    def __init__(self, where: Field, words: AnswerWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.where = where
        self.setProperty("role", "card")
        self.question = label("")
        self.below = label("", "muted")
        self.choices = {answer: QRadioButton(word) for answer, word in zip(ANSWERS, words.answers, strict=True)}
        self._group = QButtonGroup(self)
        self.note = Line()
        self.note.setPlaceholderText(words.note)
        inside = QVBoxLayout(self)
        inside.addWidget(self.question)
        line = row(inside)
        for button in self.choices.values():
            self._group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        inside.addWidget(self.note)
        inside.addWidget(self.below)
        self._group.buttonClicked.connect(self._told)
        self.note.editingFinished.connect(self._told)
        self._shown = AnswerState("", "")
        self.setFocusProxy(self.choices["yes"])

    def show_state(self, state: AnswerState) -> None:
        """Show the question as it stands."""
        self._shown = state
        self.question.setText(state.question)
        self.below.setText(" · ".join(part for part in (state.signed, state.stands, state.asked_by) if part))
        mark(self.below, "warning" if state.is_expired else "muted")
        self._group.setExclusive(False)
        for answer, button in self.choices.items():
            button.setChecked(answer == state.answer)
            button.setAccessibleName(f"{state.question}: {button.text()}")
        self._group.setExclusive(True)
        self.note.setAccessibleName(f"{state.question}: {self.note.placeholderText()}")
        if not self.note.hasFocus():
            self.note.setText(state.note)

    def _told(self) -> None:
        answer = next((each for each, button in self.choices.items() if button.isChecked()), "")
        if answer and (answer, self.note.text()) != (self._shown.answer, self._shown.note):
            self.answered.emit(self.where, answer, self.note.text())
