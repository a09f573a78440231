"""The lines of the log as an item model: two lines of words in each cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from typing_extensions import override

from core.language.dates import format_date
from core.language.phrases import Phrases
from core.use_cases.read_log import LogLine
from ui.desktop.widgets.cells import NOWHERE, Cell, CellsModel, Index

COLUMNS = ("log-when", "log-patient", "log-what", "log-detail")


class LogModel(CellsModel):
    """The lines of the log, newest as they are given."""

    def __init__(self, phrases: Phrases, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, phrases, parent)
        self.lines: tuple[LogLine, ...] = ()

    def show_lines(self, lines: Sequence[LogLine]) -> None:
        """Show these lines, in this order."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def cells(self, row: int) -> tuple[Cell, ...]:
        line = self.lines[row]
        here = line.at.astimezone()
        when = f"{format_date(here.date(), self.phrases.language)}, {here:%H:%M}"
        file = " ".join(part for part in (line.file, line.version) if part)
        return Cell(when, line.by), Cell(line.patient, line.number), Cell(line.what, file), Cell(line.detail)
