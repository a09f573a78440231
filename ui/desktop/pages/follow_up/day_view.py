"""One day of the toxicity log being recorded: its counts, then the panels of its gradings one after the other."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget
from typing_extensions import override

from core.entry.desk.fields import Field
from core.entry.desk.showing import field_state
from core.follow_up.toxicity import day_asks
from core.follow_up.toxicity_rows import BY_CAPD, BY_ICE, CRS
from core.language.dates import format_date
from core.language.languages import in_language
from ui.desktop.scoring.panel import ScorePanel
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.concept_field import concept_field
from ui.desktop.widgets.frames import column, row
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.value_field import ValueField
from ui.desktop.workspace import Workspace

COUNTS = ("anc", "platelets", "ferritin")


class DayView(QWidget):
    """Steps through what a day asks; what is recorded is a finding of that day. Escape leaves."""

    closed = Signal()
    said = Signal(str)

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._steps: list[str] = []
        self._at = 0
        self._day = 0
        self._day0: date | None = None
        self._day_before: tuple[str, str] | None = None
        self._was_recorded = False
        whole = column(self, margin=12, spacing=8)
        self.title = label("", "heading", is_heard=True)
        whole.addWidget(self.title)
        self.counts = QFrame()
        self.counts.setProperty("role", "card")
        inside = column(self.counts, margin=12, spacing=4)
        self._fields = column(inside, margin=0, spacing=4)
        self.fields: dict[str, ValueField] = {}
        line = row(inside)
        self.next = QPushButton()
        self.next.setProperty("role", "primary")
        self.leave_button = QPushButton(workspace.phrases.say("followed-close"))
        for each in (self.next, self.leave_button):
            line.addWidget(each)
            each.installEventFilter(self)  # the hand ends here after the last count, and goes on with the same keys
        line.addStretch(1)
        whole.addWidget(self.counts)
        self.scoring = ScorePanel(workspace, theme)
        whole.addWidget(self.scoring, 1)
        self._rest = QWidget()
        whole.addWidget(self._rest, 1)
        self.next.clicked.connect(self._go_on)
        self.leave_button.clicked.connect(self.leave)
        self.scoring.recorded.connect(self._note_recorded)
        self.scoring.closed.connect(self._step_done)
        self.scoring.said.connect(self.said)

    # --- opening

    @property
    def is_open(self) -> bool:
        """True while a day is being recorded."""
        return self._day0 is not None

    def open_day(self, day0: date, day: int) -> None:
        """Ask what the day asks, beginning with its counts."""
        workspace = self._workspace
        self._day0, self._day = day0, day
        on = day0 + timedelta(days=day)
        tool = day_asks(workspace.desk.recorded.chart, on)
        by_tool = {BY_ICE: ("ice_score", BY_ICE), BY_CAPD: ("capd", BY_CAPD)}
        self._steps = ["", CRS, *(name for each in tool for name in by_tool[each])]
        self._at = 0
        desk = workspace.desk
        self._day_before = desk.patient_id, desk.entry_on
        workspace.work.enter_for(on.isoformat())
        self._make_fields()
        self._show_step()

    def _make_fields(self) -> None:
        self._drop_fields()
        workspace = self._workspace
        for name in COUNTS:
            concept = workspace.knowledge.catalogue.concept(name)
            if concept is None:
                continue
            field = concept_field(concept, workspace.phrases)
            field.typed.connect(workspace.work.type)
            field.accepted.connect(workspace.work.accept)
            field.left.connect(self._left)
            field.show_state(field_state(workspace.desk, field.where, workspace.phrases))
            field.edit.installEventFilter(self)
            self.fields[name] = field
            self._fields.addWidget(field)

    def _drop_fields(self) -> None:
        for field in self.fields.values():
            self._fields.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = {}

    def _show_step(self) -> None:
        workspace, name = self._workspace, self._steps[self._at]
        say, day0 = workspace.phrases.say, self._day0
        if day0 is None:
            return
        on = format_date(day0 + timedelta(days=self._day), workspace.phrases.language)
        shown = self._name(name)
        counted = {"number": str(self._at + 1), "count": str(len(self._steps))}
        self.title.setText(say("toxicity-panel-of", day=str(self._day), date=on, name=shown, **counted))
        is_counts = not name
        self.counts.setVisible(is_counts)
        self._rest.setVisible(is_counts)
        self.scoring.setVisible(not is_counts)
        if is_counts:
            self.next.setText(say("toxicity-panel-next", name=self._name(self._steps[1])))
            first = next(iter(self.fields.values()), None)
            (self.next if first is None else first.edit).setFocus(
                Qt.FocusReason.TabFocusReason
            )  # what stands is selected
        else:
            self.scoring.open_for(Field(name))

    def _name(self, step: str) -> str:
        workspace = self._workspace
        concept = workspace.knowledge.catalogue.concept(step)
        if concept is None:
            return workspace.phrases.say("toxicity-counts")
        return in_language(concept.label, workspace.phrases.language)

    # --- stepping

    def record(self) -> None:
        """Record what this step asks, and go on to the next."""
        if self._steps[self._at]:
            self.scoring.record_answers()
        else:
            self._go_on()

    def _go_on(self) -> None:
        for field in self.fields.values():
            if self._workspace.desk.draft(field.where) is not None and not self._workspace.work.leave(field.where):
                field.edit.setFocus()
                return
        self._step(1)

    def _note_recorded(self) -> None:
        self._was_recorded = True

    def _step_done(self) -> None:
        if not self.is_open:
            return
        was_recorded, self._was_recorded = self._was_recorded, False
        if was_recorded:
            self._step(1)
        else:
            self.leave()

    def _step(self, way: int) -> None:
        self._at += way
        if self._at >= len(self._steps):
            self.leave()
        else:
            self._show_step()

    def leave(self) -> None:
        """Close the day; what was typed and not recorded stays a draft. Values typed elsewhere are of their own day."""
        if not self.is_open:
            return
        self.clear()
        self.closed.emit()

    def clear(self) -> None:
        """Nothing of a patient stays here."""
        self._day0 = None
        before, self._day_before = self._day_before, None
        if before is not None and self._workspace.is_open and self._workspace.desk.patient_id == before[0]:
            self._workspace.work.enter_for(before[1])
        self._drop_fields()
        self.scoring.close_panel()
        self.title.setText("")

    def show_desk(self) -> None:
        """The desk is another one."""
        if not self._workspace.is_open:
            return
        for field in self.fields.values():
            field.show_state(field_state(self._workspace.desk, field.where, self._workspace.phrases))
        self.scoring.show_desk()

    def undo(self) -> bool:
        """Take the last answer of a panel back; False where none was given here."""
        return self.is_open and self.scoring.undo()

    def _left(self, where: Field) -> None:
        if self._workspace.is_open and self.is_open:
            if self._workspace.work.desk.is_emptied(where):
                self.said.emit(self._workspace.phrases.say("form-emptied"))
                self._workspace.work.restore(where)
            else:
                self._workspace.work.leave(where)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
            is_with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if (is_with_control or watched is self.next) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.record()
                return True
        return super().eventFilter(watched, event)
