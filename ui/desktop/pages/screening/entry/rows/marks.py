"""The fields below a list, one for each of its free texts: what it counts as, and who signed that."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.entry.desk.desk import Desk
from core.entry.desk.fields import Field
from core.entry.desk.marking import free_texts
from core.entry.desk.showing import mark_state
from core.entry.typed.cells import complete_cell
from core.entry.typed.marks import COUNTS_AS
from core.language.phrases import Phrases
from ui.desktop.widgets.frames import column
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.value_field import ValueField


class MarkFields(QWidget):
    """Shown while the list holds a free text. A field keeps its place: its row has another number once recorded."""

    typed = Signal(object, str)
    left = Signal(object)

    def __init__(self, section: str, phrases: Phrases) -> None:
        super().__init__()
        self._section = section
        self._phrases = phrases
        self.fields: list[ValueField] = []
        self._inside = column(self, margin=0, spacing=2)
        self._inside.addWidget(label(phrases.say("form-marks").upper(), "section"))

    def show_desk(self, desk: Desk) -> None:
        """Show every free text of the list with its mark."""
        texts = free_texts(desk, self._section)
        while len(self.fields) < len(texts):
            self._add(desk)
        for field, (where, words) in zip(self.fields, texts.items(), strict=False):
            field.where = where
            field.name(words, self._phrases.say("form-mark-of", text=words))
            field.show_state(mark_state(desk, where, self._phrases))
        for at, field in enumerate(self.fields):
            field.setVisible(at < len(texts))
        self.setVisible(bool(texts))

    def field_of(self, where: Field) -> ValueField | None:
        """Return the field of a row."""
        return next((each for each in self.fields if each.where == where and not each.isHidden()), None)

    def _add(self, desk: Desk) -> None:
        field = ValueField(Field(self._section), "")
        field.complete_by(partial(complete_cell, self._section, desk.catalogue, desk.language, COUNTS_AS))
        field.typed.connect(self.typed)
        field.accepted.connect(self.typed)
        field.left.connect(self.left)
        self.fields.append(field)
        self._inside.addWidget(field)
