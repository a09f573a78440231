"""One page of the form: its lists, then its fields; what the rule files ask for first, the rest on demand."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.chart.sections import Shape, section_of
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Field
from core.entry.desk.reading import completion_of
from core.entry.desk.showing import field_state
from core.entry.form import FormPage, Wanted
from core.entry.form.form import field_phrase, fields_of
from core.entry.typed.cells import complete_cell
from core.language.languages import in_language
from core.language.phrases import Phrases
from ui.desktop.pages.screening.entry.complete_row import CompleteRow
from ui.desktop.pages.screening.entry.row_texts import rows_of
from ui.desktop.pages.screening.entry.rows.marks import MarkFields
from ui.desktop.pages.screening.entry.rows.table import RowsTable
from ui.desktop.slices import Slices
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.concept_field import concept_field
from ui.desktop.widgets.frames import column, scrolled
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.value_field import ValueField

_SHORT_ROW = 4
_LONG_TABLE, _SHORT_TABLE, _ONE_ROW = 320, 130, 96
"""A list whose rows have many cells is the one that grows: most patients had many treatments, few contraindications."""
"""The lists that can be said to be complete."""


class FormPageView(QScrollArea):
    """Built when it is first opened; fields appear when they are asked for, hold something, or all are wanted."""

    typed = Signal(object, str)
    accepted = Signal(object, str)
    left = Signal(object)
    entered = Signal(object)
    unit_wanted = Signal(object, str)
    parts_wanted = Signal(object)
    delete_wanted = Signal(object)
    marked = Signal(object, str)
    """Says of the row of a free text what was typed beside it."""

    def __init__(self, page: FormPage, phrases: Phrases, theme: Theme, desk: Desk) -> None:
        super().__init__()
        self.page = page
        self._phrases = phrases
        self._is_all = False
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = scrolled(self, spacing=4)
        self.fields: dict[str, ValueField] = {}
        self.tables: dict[str, RowsTable] = {}
        self.marks: dict[str, MarkFields] = {}
        self.complete: dict[str, CompleteRow] = {}
        self._shown: dict[str, tuple[object, ...]] = {}
        self._heads: dict[str, QWidget] = {}
        self._places: dict[str, QVBoxLayout] = {}
        self._concepts = {field.id: field.concept for field in page.fields}
        self._groups = {group.section.id: group for group in page.groups}
        titled: set[str] = set()
        for where in fields_of(page.id):
            if where.key and where.section not in titled:
                titled.add(where.section)
                self._column.addWidget(label(phrases.say(f"form-{where.section}").upper(), "section"))
            self._add_plain(where, desk)
        for section in page.lists:
            self._add_table(section, theme, desk)
        for section in page.complete:
            self._add_complete(section)
        for group in page.groups:
            head = label(in_language(group.section.label, phrases.language).upper(), "section")
            self._heads[group.section.id] = head
            self._column.addWidget(head)
            self._places[group.section.id] = column(self._column, margin=0, spacing=4)
        self.more = QPushButton(phrases.say("form-all-fields"))
        self.more.setCheckable(True)
        self.more.setProperty("role", "link")
        self.more.toggled.connect(self._show_all)
        self.more.setVisible(bool(page.groups))
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self._wanted = Wanted()
        self._desk = desk
        self._building: Slices[None] = Slices(self._show_heads, self)

    # --- showing

    def show_desk(self, desk: Desk, wanted: Wanted) -> None:
        """Show the fields as they stand; a field with the focus never goes away."""
        self._desk, self._wanted = desk, wanted
        if any(name not in self.fields and self._is_asked(name) for name in self._concepts):
            self._building.start(self._build())
        for name in self.fields:
            self._show_field(name)
        for section, table in self.tables.items():
            table.show_rows(rows_of(section, desk, self._phrases))
        for marks in self.marks.values():
            marks.show_desk(desk)
        for complete in self.complete.values():
            complete.show_state(field_state(desk, complete.where, self._phrases))
        self._show_heads()

    @property
    def is_building(self) -> bool:
        """True while fields are still to come."""
        return self._building.is_running

    def field_for(self, name: str) -> QWidget | None:
        """Return the widget for a concept or a list, made and shown if it was folded away."""
        if name in self._concepts and name not in self.fields:
            self._add_value(name)
            self._show_field(name)
        if name in self.fields:
            self.fields[name].setVisible(True)
            return self.fields[name]
        return self.tables.get(name) or self.complete.get(name)

    @property
    def focused(self) -> str | None:
        """The concept whose field has the focus."""
        return next((name for name, field in self.fields.items() if field.edit.hasFocus()), None)

    def focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """Tell the tables that the focus moved: leaving one records its row."""
        for table in self.tables.values():
            table.focus_moved(old, new)
        for complete in self.complete.values():
            complete.focus_moved(old, new)

    def _is_asked(self, name: str) -> bool:
        """True if a concept has its field: it is wanted, holds something, or all are to be seen."""
        where = Field(name)
        is_held = bool(self._desk.all_of(name)) or self._desk.draft(where) is not None
        return self._is_all or is_held or self._wanted.has(name)

    def _show_all(self, is_all: bool) -> None:
        self._is_all = is_all
        self.show_desk(self._desk, self._wanted)

    def _show_field(self, name: str) -> None:
        field = self.fields[name]
        is_shown = name not in self._concepts or self._is_asked(name) or field.edit.hasFocus()
        field.setVisible(is_shown)
        if not is_shown:
            return
        desk, where, too_old = self._desk, field.where, self._wanted.too_old.get(name, 0)
        stands_on = (desk.draft(where), desk.standing(where), desk.evaluation_on, desk.language, too_old)
        if self._shown.get(name) != stands_on:  # most fields are as they were: their words are not made again
            self._shown[name] = stands_on
            field.show_state(field_state(desk, where, self._phrases, too_old))

    def _show_heads(self, _: None = None) -> None:
        for section, head in self._heads.items():
            shown = [self.fields[each.id] for each in self._groups[section].fields if each.id in self.fields]
            head.setVisible(any(not field.isHidden() for field in shown))

    # --- building

    def _build(self) -> Generator[None, None, None]:
        """Make the fields that are asked for, one after another: a page of them would hold the window up."""
        for name in self._concepts:
            if name not in self.fields and self._is_asked(name):
                self._add_value(name)
                self._show_field(name)
                self._heads[self._concepts[name].section].setVisible(True)
                yield

    def _add_plain(self, where: Field, desk: Desk) -> None:
        """Make a field of the person or of what is planned: no concept of the catalogue."""
        field = ValueField(where, self._phrases.say(field_phrase(where)))
        search = completion_of(where, desk.catalogue, desk.language)
        if search is not None:
            field.complete_by(search)
        self._wire(f"{where.section}.{where.key}" if where.key else where.section, field)

    def _add_value(self, name: str) -> None:
        """Make a field where the catalogue has it: a page of all fields at once would take a second."""
        concept = self._concepts[name]
        field = concept_field(concept, self._phrases)
        self._tell(field)
        group = self._groups[concept.section]
        order = [each.id for each in group.fields]
        before = [each for each in order[: order.index(name)] if each in self.fields]
        self._places[concept.section].insertWidget(len(before), field)
        self.fields[name] = field

    def _wire(self, name: str, field: ValueField) -> None:
        self._tell(field)
        self.fields[name] = field
        self._column.addWidget(field)

    def _tell(self, field: ValueField) -> None:
        field.typed.connect(self.typed)
        field.accepted.connect(self.accepted)
        field.left.connect(self.left)
        field.entered.connect(self.entered)
        field.unit_wanted.connect(self.unit_wanted)
        field.parts_wanted.connect(self.parts_wanted)

    def _add_table(self, section: str, theme: Theme, desk: Desk) -> None:
        declared = section_of(section)
        columns = declared.cells
        titles = [self._phrases.say(f"form-{section}.{name.replace('_', '-')}") for name in columns]
        search = partial(complete_cell, section, desk.catalogue, self._phrases.language)
        table = RowsTable(columns, titles, search, theme.warning)
        table.name(self._phrases.say(f"form-{section}"))
        is_one = declared.shape is Shape.ONE
        is_long = len(columns) > _SHORT_ROW and not is_one
        table.view.setMinimumHeight(_ONE_ROW if is_one else _LONG_TABLE if is_long else _SHORT_TABLE)
        if is_one:
            table.view.setMaximumHeight(_ONE_ROW)
        self._column.addWidget(label(self._phrases.say(f"form-{section}").upper(), "section"))
        self._column.addWidget(table, 4 if is_long else 0 if is_one else 1)
        table.typed.connect(self.typed)
        table.left.connect(self.left)
        table.delete_wanted.connect(self.delete_wanted)
        self.tables[section] = table
        if declared.is_free:
            marks = self.marks[section] = MarkFields(section, self._phrases)
            marks.typed.connect(self.marked)
            marks.left.connect(self.left)
            self._column.addWidget(marks)
        if declared.stays_complete is not None:
            self._add_complete(section)

    def _add_complete(self, section: str) -> None:
        complete = CompleteRow(Field(f"{section}_complete"), self._phrases)
        complete.typed.connect(self.typed)
        complete.left.connect(self.left)
        self.complete[section] = complete
        self._column.addWidget(complete)
