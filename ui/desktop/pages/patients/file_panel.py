"""A patient file before it is taken in: who it is, how much it says, what is wrong, who is called so already."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from core import clock
from core.language.phrases import Phrases
from core.use_cases.take_in_patient import LookedAt
from core.wording.births import birth_words, whose_birth
from core.wording.problems import problem_line
from ui.desktop.widgets.frames import column, frame, row
from ui.desktop.widgets.labels import label

_MOST_PROBLEMS = 12


class FilePanel(QWidget):
    """Emits the file once somebody wants it; records nothing itself."""

    wanted = Signal(object)
    given_up = Signal()

    def __init__(self, phrases: Phrases, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases = phrases
        self.looked: LookedAt | None = None
        outside = column(self, margin=0)
        card = frame("card")
        outside.addWidget(card)
        outside.addStretch(1)
        inside = column(card)
        inside.addWidget(label(phrases.say("patients-file"), "heading"))
        self.whom = label("", is_heard=True)
        self.message, self.problems = label("", "warning"), label("", "muted")
        for each in (self.whom, self.message, self.problems):
            inside.addWidget(each)
        self.take = QPushButton(phrases.say("patients-file-take"))
        self.take.setProperty("role", "primary")
        self.cancel = QPushButton(phrases.say("patients-cancel"))
        buttons = row(inside)
        buttons.addWidget(self.take)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        self.take.clicked.connect(self._want)
        self.cancel.clicked.connect(self.given_up)

    def show_file(self, looked: LookedAt) -> None:
        """Show what a file would bring, or why it cannot be taken in."""
        self.looked = looked
        say, chart = self._phrases.say, looked.chart
        lines = [problem_line(each, self._phrases) for each in looked.problems]
        rest = len(lines) - _MOST_PROBLEMS
        if rest > 0:
            lines = [*lines[:_MOST_PROBLEMS], say("patients-file-more", count=rest)]
        self.problems.setText("\n".join(lines))
        name = looked.path.name
        if chart is None:
            self.whom.setText(say("patients-file-bad", name=name))
        elif not chart.name.strip() or chart.birth is None:
            self.whom.setText(say("patients-file-nobody", name=name))
        else:
            born, count = birth_words(chart.birth, self._phrases), len(looked.statements)
            self.whom.setText(say("patients-file-whom", name=name, patient=chart.name, born=born, count=count))
        self.take.setEnabled(self._can_be_taken)
        self.message.setText(self._same_name(looked))
        (self.take if self._can_be_taken else self.cancel).setFocus()

    def clear(self) -> None:
        """Hold nobody."""
        self.looked = None
        for each in (self.whom, self.message, self.problems):
            each.clear()

    @property
    def _can_be_taken(self) -> bool:
        chart = None if self.looked is None else self.looked.chart
        return chart is not None and bool(chart.name.strip()) and chart.birth is not None

    def _same_name(self, looked: LookedAt) -> str:
        if not looked.same_name:
            return ""
        first = looked.same_name[0]
        born = whose_birth(first.birth, first.age, clock.today(), self._phrases)
        return self._phrases.say("patients-same-name", count=len(looked.same_name), born=born)

    def _want(self) -> None:
        if self._can_be_taken:
            self.wanted.emit(self.looked)
