"""The table of the parts: one key answers a part and goes on to the next."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from ui.desktop.pages.screening.entry.parts.model import ANSWER, NAME, PartsModel
from ui.desktop.widgets.heard import HeardLine
from ui.desktop.widgets.measure import letters

_ANSWER_LETTERS = 18
_TAKES_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ONWARDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PartsTable(QTableView):
    """The letters of the choices answer, Delete takes an answer away, Space and a click go through the choices."""

    left = Signal()

    def __init__(self, model: PartsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = model
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setTabKeyNavigation(False)
        HeardLine(self)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(ANSWER, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setMinimumSectionSize(letters(_ANSWER_LETTERS))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(self._clicked)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:  # what the editor let through is not for the table
            super().keyPressEvent(event)
            return
        index, key = self.currentIndex(), Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
            return
        if not index.isValid():
            super().keyPressEvent(event)
            return
        choices = self._parts.part(index.row()).choices
        chosen = next((each for each in choices if each.key == event.text().casefold()), None)
        if chosen is not None or (key in _TAKES_AWAY and choices):
            self._parts.answer(index.row(), chosen)
            self._go_on(index)
        elif key == Qt.Key.Key_Space and choices:
            self._next_choice(index)
        elif key in _ONWARDS:
            self._go_on(index)
        elif choices and event.text().isprintable() and event.text():
            event.accept()  # no letter of this part: nothing is searched for, nothing moves
        else:
            super().keyPressEvent(event)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_on(self.currentIndex())

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == ANSWER and self._parts.part(index.row()).choices:
            self._next_choice(index)

    def _next_choice(self, index: QModelIndex) -> None:
        """Go from no answer through every choice and back to none."""
        part = self._parts.part(index.row())
        at = next((at for at, each in enumerate(part.choices) if each.text == part.answer), -1)
        self._parts.answer(index.row(), part.choices[at + 1] if at + 1 < len(part.choices) else None)

    def _go_on(self, index: QModelIndex) -> None:
        below = self._parts.index(min(index.row() + 1, self._parts.rowCount() - 1), ANSWER)
        self.setCurrentIndex(below)
