"""The panel beside the list: what became of a visit or of one thing of it, and the values measured there."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QListView, QPushButton, QScrollArea

from core.chart.reading.follow_up import DONE, NOT_DONE, NOT_POSSIBLE
from core.entry.desk.conversions import Conversions
from core.entry.desk.fields import Field
from core.entry.desk.showing import field_state
from core.errors import WorldError
from core.follow_up.said import VISIT
from core.language.dates import format_date
from core.use_cases.record_follow_up import WHERE, day_typed, follow_up_statement
from core.wording.errors import error_words
from core.wording.followed import FollowedWords
from ui.desktop.pages.follow_up.delegate import FollowDelegate
from ui.desktop.pages.follow_up.rows import FollowModel, FollowRow, item_row
from ui.desktop.slices import Slices
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.concept_field import concept_field
from ui.desktop.widgets.frames import column, row, scrolled
from ui.desktop.widgets.heard import HeardLine
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.line import Line
from ui.desktop.widgets.measure import letters
from ui.desktop.widgets.value_field import ValueField
from ui.desktop.workspace import Workspace

_DAY_LETTERS = 16
_LEAST_ROWS, _MOST_ROWS = 2, 6
_OUTCOMES = (DONE, NOT_DONE, NOT_POSSIBLE)


class RecordPanel(QScrollArea):
    """Says what is recorded through the workspace; shows what it is told and decides nothing."""

    said = Signal(str)
    closed = Signal()
    field_wanted = Signal(str)
    """A value is answered part by part in the form."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        say = workspace.phrases.say
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = scrolled(self, spacing=6)
        self.title = label("", "heading")
        self.about = label("", "muted")
        inside.addWidget(self.title)
        inside.addWidget(self.about)
        self.day = self._line("followed-on", inside)
        self.day.setMaximumWidth(letters(_DAY_LETTERS))
        self.why = self._line("followed-why", inside)
        self.model = FollowModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(FollowDelegate(theme, self.list))
        self.list.setAccessibleName(say("followed-things"))
        HeardLine(self.list)
        inside.addWidget(label(say("followed-things"), "section"))
        inside.addWidget(self.list)
        self.buttons: dict[str, QPushButton] = {}
        line = row(inside)
        for outcome in _OUTCOMES:
            button = QPushButton(say(f"followed-say-{outcome.replace('_', '-')}"))
            button.clicked.connect(partial(self.say_outcome, outcome))
            self.buttons[outcome] = button
            line.addWidget(button)
        line.addStretch(1)
        self.buttons[DONE].setProperty("role", "primary")
        self.problem = label("", "warning")
        inside.addWidget(self.problem)
        self.values = label(say("followed-values"), "section")
        inside.addWidget(self.values)
        self._fields = column(inside, margin=0, spacing=4)
        self.fields: dict[str, ValueField] = {}
        close = QPushButton(say("followed-close"))
        close.clicked.connect(self.closed)
        inside.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        self._row: FollowRow | None = None
        self._day_before: tuple[str, str] | None = None
        self._conversions = Conversions()
        self._building: Slices[None] = Slices(_built, self)
        self.day.editingFinished.connect(self._enter_for)

    def _line(self, phrase: str, inside: QBoxLayout) -> Line:
        words = self._workspace.phrases.say(phrase)
        before = QLabel(words)
        edit = Line()
        edit.setAccessibleName(words)
        before.setBuddy(edit)
        line = row(inside)
        line.addWidget(before)
        line.addWidget(edit, 1)
        return edit

    # --- showing

    def show_row(self, shown: FollowRow | None, words: FollowedWords | None) -> None:
        """Show a visit or a thing of the plan; None empties the panel."""
        is_same = self._row is not None and shown is not None and self._row.place == shown.place
        self._row = shown
        if shown is None or words is None:
            self.clear()
            return
        self.title.setText(shown.title)
        self.about.setText(" · ".join(part for part in (shown.word, shown.beside, shown.days) if part))
        things = tuple(replace(item_row(each, words), days="") for each in shown.items)
        is_visit = shown.place is not None and shown.place[0] == VISIT
        whole = FollowRow(shown.sign, shown.tone, shown.word, "", words.say("whole-visit"), "", place=shown.place)
        at = self.list.currentIndex().row() if is_same else 0
        self.model.show_rows((whole, *things) if is_visit else things)
        self.list.setCurrentIndex(self.model.index(min(max(at, 0), self.model.rowCount() - 1), 0))
        height = self.list.sizeHintForRow(0)
        rows = min(max(self.model.rowCount(), _LEAST_ROWS), _MOST_ROWS)
        self.list.setFixedHeight(height * rows + 4)
        if not is_same:
            self._begin()

    def _begin(self) -> None:
        """Another visit: its day is today until another is typed, and its values are asked."""
        self.why.clear()
        self.problem.setText("")
        self.day.setText(format_date(self._workspace.evaluation_on, self._workspace.phrases.language))
        self._enter_for()
        self._drop_fields()
        self._building.start(self._build())

    def clear(self) -> None:
        """Nothing of a patient stays here."""
        self.give_day_back()
        self._building.stop()
        self._row = None
        self._drop_fields()
        self.model.show_rows(())
        for shown in (self.title, self.about, self.problem):
            shown.setText("")
        self.why.clear()
        self.day.clear()

    def _drop_fields(self) -> None:
        for field in self.fields.values():
            self._fields.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = {}
        self._conversions = Conversions()
        self.values.setVisible(False)

    def _build(self) -> Generator[None, None, None]:
        """Make a field for each value that the things here yield, one after another."""
        row, workspace = self._row, self._workspace
        catalogue = workspace.knowledge.catalogue
        names = dict.fromkeys(name for each in (row.items if row else ()) for name in each.slot.item.activity.yields)
        typed = {each.id for page in workspace.knowledge.form.pages for each in page.fields}
        for name in names:
            concept = catalogue.concept(name)
            if concept is None or name not in typed:
                continue
            field = concept_field(concept, workspace.phrases)
            field.typed.connect(workspace.work.type)
            field.accepted.connect(workspace.work.accept)
            field.left.connect(self._left)
            field.unit_wanted.connect(self._change_unit)
            field.parts_wanted.connect(self._want_parts)
            self.fields[name] = field
            self._fields.addWidget(field)
            self.values.setVisible(True)
            field.show_state(field_state(workspace.desk, field.where, workspace.phrases))
            yield

    def show_desk(self) -> None:
        """Show the fields as they stand."""
        if self._workspace.is_open:
            for field in self.fields.values():
                field.show_state(field_state(self._workspace.desk, field.where, self._workspace.phrases))

    @property
    def is_building(self) -> bool:
        """True while fields are still to come."""
        return self._building.is_running

    # --- what is typed

    def _enter_for(self) -> None:
        """What is typed from now on is of the day of the visit."""
        if self._row is None or not self._workspace.is_open:
            return
        try:
            day = day_typed(self.day.text(), self._workspace.desk.typing)
        except WorldError as error:
            self.problem.setText(error_words(error, self._workspace.phrases))
            return
        self.problem.setText("")
        desk = self._workspace.desk
        if desk.entry_on != day:
            if self._day_before is None:
                self._day_before = desk.patient_id, desk.entry_on
            self._workspace.work.enter_for(day)

    def give_day_back(self) -> None:
        """Values typed elsewhere are of the day they were of before: nobody asked for the visit's there."""
        before, self._day_before = self._day_before, None
        if before is not None and self._workspace.is_open and self._workspace.desk.patient_id == before[0]:
            self._workspace.work.enter_for(before[1])

    def _left(self, where: Field) -> None:
        work = self._workspace.work if self._workspace.is_open else None
        if work is None:
            return
        if work.desk.is_emptied(where):
            self.said.emit(self._workspace.phrases.say("form-emptied"))
            work.restore(where)
            return
        work.leave(where)

    def _change_unit(self, where: Field, unit: str) -> None:
        self._conversions, converted = self._conversions.converted(self._workspace.desk, where, unit)
        if converted is not None:
            self._workspace.work.accept(where, converted)

    def _want_parts(self, where: Field) -> None:
        self.field_wanted.emit(where.section)

    # --- what is recorded

    def say_outcome(self, outcome: str) -> None:
        """Record what became of the row that is chosen, or say what is missing and where it is typed."""
        index: QModelIndex = self.list.currentIndex()
        place = self.model.row(index.row()).place if index.isValid() else None
        workspace = self._workspace
        if place is None or not workspace.is_open:
            return
        try:
            statement = follow_up_statement(place, outcome, self.day.text(), self.why.text(), workspace.desk.typing)
        except WorldError as error:
            self.problem.setText(error_words(error, workspace.phrases))
            (self.why if error.phrase == "followed-needs-why" else self.day).setFocus()
            return
        self.problem.setText("")
        self.why.clear()
        workspace.work.record(WHERE, statement)
        self.said.emit(workspace.phrases.say("followed-recorded", what=self.model.row(index.row()).title))


def _built(_: None) -> None:
    """Every field was shown as it came."""
