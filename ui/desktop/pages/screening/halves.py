"""Entry and results side by side: the results get the room, and what somebody dragged stays."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter
from typing_extensions import override

from ui.desktop.pages.screening.entry.panel import EntryPanel
from ui.desktop.pages.screening.results.panel import ResultsPanel

_RESULTS_SHARE = 0.45
"""Of the window: the answer is in view while somebody types."""


class Halves(QSplitter):
    """Entry takes what its page needs, the results the rest; where that is too little the sections fold into a line.

    Pages of fields and pages of tables are each divided as they were dragged last.
    """

    def __init__(self, entry: EntryPanel, results: ResultsPanel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._entry = entry
        self.addWidget(entry)
        self.addWidget(results)
        self.setChildrenCollapsible(False)
        self._has_tables = False
        self._dragged: dict[bool, int] = {}
        self.splitterMoved.connect(self._keep)

    def divide(self, has_tables: bool) -> None:
        """Divide as a page of tables, or of fields, asks for."""
        self._has_tables = has_tables
        whole = self.width()
        room = whole - self.handleWidth() - int(self.window().width() * _RESULTS_SHARE)
        wanted = self._entry.width_wanted(has_tables=has_tables, with_sections=True)
        dragged = self._dragged.get(has_tables)
        width = min(wanted, room) if dragged is None else dragged
        self._entry.sections.fold(width < wanted)
        if self._entry.sections.is_folded and dragged is None:
            width = min(self._entry.width_wanted(has_tables=has_tables, with_sections=False), room)
        self.setSizes([width, max(whole - width, 1)])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.divide(self._has_tables)

    def _keep(self) -> None:
        self._dragged[self._has_tables] = self.sizes()[0]
