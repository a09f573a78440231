"""A list is complete from when to when: what is not on it was then not there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from core.entry.desk.fields import Field, FieldState, cells_of, text_of
from core.language.phrases import Phrases
from ui.desktop.widgets.frames import column, row
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.line import Line

_CELLS = ("since", "as_of")


class CompleteRow(QWidget):
    """Two dates that make one statement."""

    typed = Signal(object, str)
    left = Signal(object)

    def __init__(self, where: Field, phrases: Phrases) -> None:
        super().__init__()
        self.where = where
        name = phrases.say(f"form-complete-{where.section.removesuffix('_complete')}")
        inside = column(self, margin=0, spacing=2)
        line = row(inside)
        line.addWidget(label(name), 1)
        self.edits: dict[str, QLineEdit] = {}
        for cell in _CELLS:
            words = phrases.say(f"form-complete-{cell.replace('_', '-')}")
            edit = Line()
            edit.setPlaceholderText(words)
            edit.setAccessibleName(f"{name}: {words}")
            edit.textEdited.connect(self._edited)
            line.addWidget(edit)
            self.edits[cell] = edit
        self.setFocusProxy(self.edits[_CELLS[0]])
        self.words = label("", "warning")
        inside.addWidget(self.words)

    def show_state(self, state: FieldState) -> None:
        """Show both dates as they stand."""
        cells = cells_of(state.text)
        for cell, edit in self.edits.items():
            if edit.text() != cells.get(cell, "") and not edit.hasFocus():
                edit.setText(cells.get(cell, ""))
        self.words.setText(state.warning)
        self.words.setVisible(bool(state.warning))

    def focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """Leaving both records them."""
        edits = list(self.edits.values())
        if old in edits and new not in edits:
            self.left.emit(self.where)

    def _edited(self) -> None:
        self.typed.emit(self.where, text_of({cell: edit.text() for cell, edit in self.edits.items()}))
