"""The page of the log: screenings, papers and every other act, to be searched and saved as a table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
)
from typing_extensions import override

from core.errors import WorldError
from core.use_cases.read_log import MOST, Kind, Log, log_table, narrowed, read_log
from core.wording.places import paper_warning
from core.writing import write_atomically
from ui.desktop.actions import Action
from ui.desktop.notices import Notices
from ui.desktop.pages.log.model import LogModel
from ui.desktop.pages.page import Page
from ui.desktop.pages.place import Place
from ui.desktop.tasks import Task, Tasks
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.cell_table import CellTable
from ui.desktop.widgets.frames import column, frame, row
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.named_box import NamedBox
from ui.desktop.widgets.save_place import chosen_place
from ui.desktop.workspace import Workspace

_SHARES = (0.17, 0.17, 0.24)
"""Of the width, column by column; the last one takes what is left."""
_ANY = "any"


class LogPage(Page):
    """Who was screened when by which version and with which conclusion; what was printed; what else was done."""

    id = "log"
    phrase = "shell-log"
    shortcut = "Ctrl+5"

    def __init__(self, workspace: Workspace, notices: Notices, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self._workspace, self._notices, self._tasks = workspace, notices, tasks
        self._log = Log((), has_older=False)
        self._most = MOST
        self._reading: Task | None = None
        say = workspace.phrases.say
        whole = column(self, margin=0, spacing=0)
        head = frame("header")
        line = row(head)
        line.setContentsMargins(22, 14, 22, 14)
        line.addWidget(label(say("log-title"), "title"), 1)
        self.save = QPushButton(say("log-save"))
        line.addWidget(self.save)
        whole.addWidget(head)
        body = column(whole, stretch=1)
        body.setContentsMargins(22, 16, 22, 16)
        body.addWidget(label(say("log-about"), "muted"))
        asking = row(body)
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("log-search"))
        self.search.setAccessibleName(say("log-search"))
        self.search.setClearButtonEnabled(True)
        self.kinds = NamedBox()
        self.kinds.addItem(say("log-kind-any"), _ANY)
        for kind in Kind:
            self.kinds.addItem(say(f"log-kind-{kind.value}"), kind.value)
        self.kinds.setAccessibleName(say("log-kind"))
        self.older = QPushButton(say("log-older"))
        self.older.setVisible(False)
        asking.addWidget(self.search, 1)
        asking.addWidget(self.kinds)
        asking.addWidget(self.older)
        self.model = LogModel(workspace.phrases, self)
        self.table = CellTable(self.model, say("log-title"), _SHARES, theme)
        body.addWidget(self.table, 1)
        self.none = label(say("log-none"), "muted")
        body.addWidget(self.none)
        self.detail = label("")
        body.addWidget(self.detail)
        self._wire()

    def _wire(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.kinds.currentIndexChanged.connect(self._narrow)
        self.older.clicked.connect(self._read_older)
        self.save.clicked.connect(self.save_table)
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)

    # --- what can be done

    @staticmethod
    def actions_offered(at: Place[LogPage], workspace: Workspace) -> Sequence[Action]:
        """Return what can be done here, before there is a page."""
        del workspace
        return (Action("log.save", "log-save", "menu-file", at.going(LogPage.save_table)),)

    @override
    def opened(self) -> None:
        self._read()
        self.search.setFocus()
        self.search.selectAll()  # what is typed now is another search
        self.search.selectAll()  # what is typed now is another search

    @override
    def left(self) -> None:
        if self._reading is not None:
            self._reading.cancel()

    @property
    def is_reading(self) -> bool:
        """True until what was asked for is shown."""
        return self._reading is not None

    def save_table(self) -> None:
        """Ask where, and save what is shown as a table."""
        place = chosen_place(self, "kriterion-log.csv", "CSV (*.csv)")
        if place is not None:
            self.save_to(place)

    def save_to(self, path: Path) -> None:
        """Save what is shown, and say where."""
        phrases = self._workspace.phrases
        try:
            write_atomically(path, log_table(self.model.lines, phrases).encode())
        except WorldError as error:
            self._notices.tell_error(error, phrases)
            return
        self._notices.tell(" ".join(filter(None, (phrases.say("log-saved"), paper_warning(path, phrases)))))

    # --- inside

    def _read(self) -> None:
        workspace, most = self._workspace, self._most
        records, files, phrases = workspace.records, workspace.knowledge.rules, workspace.phrases
        self._reading = self._tasks.run(lambda: read_log(records, files, phrases, most), self._show, self._failed)

    def _read_older(self) -> None:
        self._most *= 4
        self._read()

    def _show(self, log: Log) -> None:
        self._reading = None
        self._log = log
        self.older.setVisible(log.has_older)
        self._narrow()

    def _failed(self, error: Exception) -> None:
        self._reading = None
        self._notices.tell_error(error, self._workspace.phrases)

    def _narrow(self) -> None:
        chosen = str(self.kinds.currentData())
        kind = next((each for each in Kind if each.value == chosen), None)
        lines = narrowed(self._log.lines, self.search.text(), kind)
        self.model.show_lines(lines)
        self.none.setVisible(not lines)
        self.save.setEnabled(bool(lines))
        if lines:
            self.table.setCurrentIndex(self.model.index(0, 0))
        else:
            self.detail.setText("")

    def _show_detail(self, current: QModelIndex) -> None:
        self.detail.setText(self.model.words(current.row()) if current.isValid() else "")
