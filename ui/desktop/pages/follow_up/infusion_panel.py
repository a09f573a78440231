"""The infusion, field by field: what the record of it holds, typed as in the form."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea

from core.chart.sections import section_of
from core.entry.desk.fields import Field, FieldState, text_of
from core.entry.desk.showing import problem_words
from core.entry.typed import Empty
from core.entry.typed.cells import complete_cell, read_row
from ui.desktop.widgets.frames import row, scrolled
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.value_field import ValueField
from ui.desktop.workspace import Workspace

SECTION = "infusion"
_WHERE = Field(SECTION, row="new1")


class InfusionPanel(QScrollArea):
    """A form of one row of the record; what is typed is a draft until it is recorded."""

    recorded = Signal()
    closed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        say = workspace.phrases.say
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = scrolled(self, spacing=4)
        inside.addWidget(label(say("followed-infusion"), "heading"))
        self.why = label(say("followed-infusion-why"), "muted")
        inside.addWidget(self.why)
        self.cells: dict[str, str] = {}
        self.fields: dict[str, ValueField] = {}
        for name in section_of(SECTION).cells:
            field = ValueField(Field(SECTION, row=name), say(f"form-{SECTION}.{name.replace('_', '-')}"))
            field.complete_by(partial(self._complete, name))
            field.typed.connect(partial(self._typed, name))
            field.accepted.connect(partial(self._typed, name))
            self.fields[name] = field
            inside.addWidget(field)
        self.problem = label("", "warning")
        inside.addWidget(self.problem)
        line = row(inside)
        self.record = QPushButton(say("followed-infusion-record"))
        self.record.setProperty("role", "primary")
        self.record.clicked.connect(self.record_infusion)
        self.close_button = QPushButton(say("followed-close"))
        self.close_button.clicked.connect(self.closed)
        line.addWidget(self.record)
        line.addWidget(self.close_button)
        line.addStretch(1)
        inside.addStretch(1)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)

    def clear(self) -> None:
        """Nothing of a patient stays here."""
        self.cells = {}
        self.problem.setText("")
        for field in self.fields.values():
            field.edit.clear()
            field.show_state(FieldState(""))

    def _complete(self, name: str, text: str) -> tuple[str, ...]:
        language = self._workspace.phrases.language
        return tuple(complete_cell(SECTION, self._workspace.knowledge.catalogue, language, name, text))

    def _typed(self, name: str, where: Field, text: str) -> None:
        del where
        self.cells[name] = text
        self._show(name)

    def _show(self, *names: str) -> None:
        """Say below a field what is wrong with its text."""
        workspace = self._workspace
        if not workspace.is_open:
            return
        desk = workspace.desk
        read = read_row(
            SECTION, {name: text for name, text in self.cells.items() if text.strip()}, desk.catalogue, desk.typing
        )
        for name in names:
            typed = read.cells.get(name)
            words = "" if typed is None or isinstance(typed, Empty) else problem_words(typed, workspace.phrases)
            text = self.cells.get(name, "")
            self.fields[name].show_state(FieldState(text, warning=words, is_draft=bool(text)))

    def record_infusion(self) -> None:
        """Record it, or say what stands against it."""
        workspace = self._workspace
        if not workspace.is_open:
            return
        work = workspace.work
        work.type(_WHERE, text_of(self.cells))
        draft = work.desk.draft(_WHERE)
        if work.leave(_WHERE):
            self.clear()
            self.recorded.emit()
            return
        words = "" if draft is None else problem_words(draft.typed, workspace.phrases)
        self._show(*self.fields)
        work.restore(_WHERE)  # it stays in these fields, not half in the form as well
        self.problem.setText(words or workspace.phrases.say("followed-infusion-empty"))
        self.fields["date"].setFocus()
