"""What the ticked values would change: every file with its conclusion as it would be, and whether that moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from core.language.phrases import Phrases
from core.screening.screening import Screening
from core.use_cases.paste_results import moved
from core.wording.listing import FileRow, file_row
from ui.desktop.pages.screening.results.row_lists import FileList
from ui.desktop.pages.screening.results.rows_model import RowsModel
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.frames import column, frame
from ui.desktop.widgets.labels import label
from ui.desktop.workspace import Compiled


class ResultStrip(QWidget):
    """Shows what it is given."""

    def __init__(self, phrases: Phrases, compiled: Compiled, theme: Theme) -> None:
        super().__init__()
        self._phrases = phrases
        self._compiled = compiled
        whole = column(self, margin=12)
        panel = frame("panel")
        whole.addWidget(panel)
        inside = column(panel, margin=10)
        self.title = label("", "heading")
        inside.addWidget(self.title)
        self.files = RowsModel[FileRow](self)
        self.list = FileList(theme, phrases.say("paste-title"))
        self.list.setModel(self.files)
        inside.addWidget(self.list, 1)
        self.sums = (0, 0, 0)

    def show_count(self, count: int) -> None:
        """Say with how many values this would be."""
        self.title.setText(self._phrases.say("paste-with", count=count))

    def show_screenings(self, after: Sequence[Screening], before: Mapping[str, Screening]) -> None:
        """Show the files as they would be."""
        own = [each for each in after if not each.is_other_disease]
        changes = [moved(before.get(each.rule_file.id), each) for each in own]
        another = sum(each.is_another for each in changes)
        self.sums = (len(own), another, sum(bool(each.fewer) and not each.is_another for each in changes))
        self.files.show_rows([self._row(each, before.get(each.rule_file.id)) for each in own])

    def _row(self, after: Screening, before: Screening | None) -> FileRow:
        row, change = file_row(after, self._compiled(after.rule_file.id), self._phrases), moved(before, after)
        words = self._phrases.say("paste-unchanged")
        if change.is_another:
            words = self._phrases.say("paste-another")
        elif change.fewer:
            words = self._phrases.say("paste-fewer", count=change.fewer)
        return replace(row, rest="", below="", way="", cohorts="", usual="", number=words)
