"""The table of one section: the blank row begins a new one, leaving a row records it, Delete takes it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget
from typing_extensions import override

from core.entry.desk.fields import Field
from ui.desktop.pages.screening.entry.rows.delegate import CellDelegate, Search
from ui.desktop.pages.screening.entry.rows.model import Row, RowsModel
from ui.desktop.pages.screening.entry.rows.view import RowsView
from ui.desktop.widgets.labels import label, mark

_NAME_SIGNS = 27
_DRUG_SIGNS = 24
_EPISODE_SIGNS = 23
_CELL_SIGNS = 17
_DATE_SIGNS = 13
_SHORT_SIGNS = 15
_MOST_LINES = 3
_AT_ONCE = 6
_EDGES = 12
"""What is free above and below the lines of a cell."""

_LEAST = 0.71
"""The least part of the wished width: below it words break in their middle."""
_EPISODES = ("is", "event")
"""Diagnoses and events are of several words and take a second line; the name of a drug is one word."""

_SHORT = ("severity", "certainty", "note")
_DATES = ("from", "to", "since", "until", "date", "as_of")


class RowsTable(QWidget):
    """A table with the words about its current cell below it."""

    typed = Signal(object, str)
    left = Signal(object)
    delete_wanted = Signal(object)

    def __init__(
        self, columns: Sequence[str], titles: Sequence[str], search: Search, warning: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model = RowsModel(columns, titles, self)
        self.view = RowsView()
        self.view.setModel(self.model)
        self.setFocusProxy(self.view)
        self.view.setItemDelegate(CellDelegate(search, warning, self.view))
        self.view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.view.setWordWrap(True)
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.view.verticalHeader().setMaximumSectionSize(self.fontMetrics().lineSpacing() * _MOST_LINES + _EDGES)
        self.view.verticalHeader().setVisible(False)
        self._signs = tuple(_signs(at, name) for at, name in enumerate(columns))
        self._divided_for = 0
        self.words = label("", "warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        column.addWidget(self.words)
        self.model.typed.connect(self.typed)
        self.model.dataChanged.connect(self._speak)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.delete_wanted.connect(self._want_delete)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._divide()

    def _divide(self) -> None:
        """Let every column be seen where that is possible: what is long takes a second line, not a scroll bar.

        Of many columns those are seen at once that say what a course was: from the drug to why it was stopped.
        """
        width = self.view.viewport().width()
        if width == self._divided_for:
            return
        self._divided_for = width
        at_once = self._signs if len(self._signs) <= _AT_ONCE + 1 else self._signs[:_AT_ONCE]
        letter, wished = self.fontMetrics().averageCharWidth(), sum(at_once)
        share = max(width / wished, letter * _LEAST)
        for at, signs in enumerate(self._signs):
            self.view.setColumnWidth(at, int(signs * share))

    def name(self, title: str) -> None:
        """Name the table for readers who cannot see it."""
        self.view.setAccessibleName(title)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the last one is blank."""
        self.model.show_rows(rows)
        self._speak()

    def enter(self) -> None:
        """Put the cursor in the blank row."""
        self.view.begin_row()
        self.view.setFocus()

    def enter_row(self, where: Field) -> None:
        """Put the cursor on the first cell of a row about which something is to be said, else on its first cell."""
        at = self.model.place_of(where)
        if at is not None:
            warned = (number for number, name in enumerate(self.model.columns) if name in self.model.row(at).warnings)
            self.view.setCurrentIndex(self.model.index(at, next(warned, 0)))
        self.view.setFocus()

    @property
    def where(self) -> Field | None:
        """The row with the cursor."""
        index = self.view.currentIndex()
        return self.model.row(index.row()).where if index.isValid() else None

    def _want_delete(self) -> None:
        self._tell(self.delete_wanted)

    def _tell(self, signal: SignalInstance) -> None:
        """Tell of the row with the cursor."""
        where = self.where
        if where is not None:
            signal.emit(where)

    def _moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        if previous.isValid() and previous.row() != current.row() and previous.row() < self.model.rowCount():
            self.left.emit(self.model.row(previous.row()).where)
        self._speak()

    def _speak(self) -> None:
        index = self.view.currentIndex()
        is_there = index.isValid() and index.row() < self.model.rowCount()
        warning = index.data(Qt.ItemDataRole.ToolTipRole) if is_there else None
        standing = self.model.row(index.row()).standing if is_there else ""
        mark(self.words, "warning" if warning else "muted")
        self.words.setText(f"▲ {warning}" if warning else standing)
        self.words.setVisible(bool(warning or standing))

    def focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """Leaving the table records the current row; a cell's editor is still the table."""
        if old is None or not self.isAncestorOf(old) or (new is not None and self.isAncestorOf(new)):
            return
        self._tell(self.left)


def _signs(at: int, name: str) -> int:
    """Return how many letters a column should be wide."""
    if at == 0:
        return _EPISODE_SIGNS if name in _EPISODES else _DRUG_SIGNS if name == "drug" else _NAME_SIGNS
    return _DATE_SIGNS if name in _DATES else _SHORT_SIGNS if name in _SHORT else _CELL_SIGNS
