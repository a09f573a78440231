"""The panel of the parts: a panel, not a dialog; the results stay in view and move with every answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from core.entry.desk.fields import Field, FieldState
from core.entry.desk.parts import PartsState
from core.language.phrases import Phrases
from ui.desktop.pages.screening.entry.parts.model import ANSWER, PartsModel
from ui.desktop.pages.screening.entry.parts.table import PartsTable
from ui.desktop.widgets.frames import column, row
from ui.desktop.widgets.labels import label, mark

_MARGIN = 14


class PartsPanel(QWidget):
    """Shows what it is told; says which part was answered, and when it is left."""

    answered = Signal(object, str, str)
    closed = Signal(object)

    def __init__(self, phrases: Phrases, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases = phrases
        self.where = Field("")
        say = phrases.say
        inside = column(self, margin=_MARGIN)
        self.title = label("", "heading")
        inside.addWidget(self.title)
        self.note = label("", "muted")
        inside.addWidget(self.note)
        self.model = PartsModel((say("parts-name"), say("parts-answer")), say("parts-not-answered"), self)
        self.table = PartsTable(self.model)
        inside.addWidget(self.table, 1)
        self.keys = label("", "muted")
        inside.addWidget(self.keys)
        self.done = QPushButton(say("parts-done"))
        self.done.setProperty("role", "primary")
        buttons = row(inside)
        buttons.addStretch(1)
        buttons.addWidget(self.done)
        self.model.answered.connect(self._answered)
        self.table.left.connect(self._close)
        self.done.clicked.connect(self._close)
        self.setFocusProxy(self.table)

    def open_for(self, where: Field, state: PartsState, shown: FieldState) -> None:
        """Show another field from its first part that is not answered."""
        self.where = where
        self.show_state(state, shown)
        self.table.setAccessibleName(state.label)
        first = next((at for at, part in enumerate(state.parts) if not part.answer), 0)
        self.table.setCurrentIndex(self.model.index(first, ANSWER))

    def show_state(self, state: PartsState, shown: FieldState) -> None:
        """Show the field as it stands."""
        say = self._phrases.say
        self.title.setText(state.label)
        words = say("parts-open", count=state.open_count) if state.open_count else say("parts-whole")
        more = shown.note if state.last is None else say("parts-last", value=state.last[0], day=state.last[1])
        words = " · ".join(part for part in (words, more) if part)
        self.note.setText(f"▲ {shown.warning}" if shown.warning else words)
        mark(self.note, "warning" if shown.warning else "muted")
        self.model.show_parts(state.parts)
        self.keys.setText(self._key_words(state))

    def clear(self) -> None:
        """Forget the patient's answers."""
        self.where = Field("")
        self.model.show_parts(())
        for words in (self.title, self.note, self.keys):
            words.setText("")

    def _key_words(self, state: PartsState) -> str:
        choices = state.parts[0].choices if state.parts else ()
        if not choices:
            return self._phrases.say("parts-keys-typed")
        keys = " · ".join(f"{each.key.upper()} {each.label.removeprefix(f'{each.text}: ')}" for each in choices)
        return self._phrases.say("parts-keys", keys=keys)

    def _answered(self, part: str, answer: str) -> None:
        self.answered.emit(self.where, part, answer)

    def _close(self) -> None:
        self.closed.emit(self.where)
