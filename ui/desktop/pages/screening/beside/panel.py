"""The panel of two files side by side: which conclusion each has, and a table topic by topic."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPushButton, QTableView, QWidget
from typing_extensions import override

from core.language.languages import in_language
from core.screening.beside import Side
from core.screening.screening import Screening
from core.wording.beside import BesideTable, beside_table
from core.wording.headline import headline_word
from core.wording.listing import FileRow
from ui.desktop.pages.screening.beside.model import BesideModel
from ui.desktop.palette import Entry, Palette
from ui.desktop.widgets.frames import column, row
from ui.desktop.widgets.heard import HeardLine
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters
from ui.desktop.workspace import Workspace

_TOPIC_LETTERS = 24
_MARGIN = 12


class BesidePanel(QWidget):
    """Knows which two files are compared; what it shows is made of the screenings at hand, supposed ones too."""

    chosen = Signal()
    closed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._ids: tuple[str, str] | None = None
        self._shown: tuple[Screening, ...] = ()
        say = workspace.phrases.say
        self.model = BesideModel(workspace.phrases, self)
        whole = column(self, margin=_MARGIN)
        head = row(whole)
        head.addWidget(label(say("beside-title"), "heading"), 1)
        self.back = QPushButton(say("beside-back"))
        head.addWidget(self.back)
        files = row(whole, spacing=_MARGIN)
        self.left, self.right = label("", is_heard=True), label("", is_heard=True)
        files.addWidget(self.left, 1)
        files.addWidget(self.right, 1)
        self.supposed = label(say("beside-supposed"), "warning")
        whole.addWidget(self.supposed)
        whole.addWidget(self._table(), 1)
        self.back.clicked.connect(self.close_files)

    def _table(self) -> QTableView:
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self._workspace.phrases.say("beside-title"))
        self.table.verticalHeader().hide()
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setTabKeyNavigation(False)  # Tab leaves the table
        self.table.setWordWrap(True)
        HeardLine(self.table)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.table.setColumnWidth(0, letters(_TOPIC_LETTERS))
        header.sectionResized.connect(self.table.resizeRowsToContents)
        return self.table

    def ask(self) -> bool:
        """Let the second file be chosen, which stands beside the selected one; False where there is none."""
        one = self._workspace.selected_screening
        others = [each for each in self._workspace.screenings if one is not None and each is not one]
        if one is None or not others:
            return False
        phrases = self._workspace.phrases
        title = phrases.say("beside-which", file=_title(one, phrases.language))
        entries = [
            Entry(
                _title(each, phrases.language),
                partial(self.show_files, one.rule_file.id, each.rule_file.id),
                partial(headline_word, each, phrases),
                also=each.rule_file.id,
            )
            for each in sorted(others, key=lambda each: each.is_other_disease)
        ]
        Palette(entries, title, self.window()).open()
        return True

    def show_files(self, left: str, right: str) -> None:
        """Show two files, by their ids."""
        self._ids, self._shown = (left, right), ()
        self.show_judged()
        self.chosen.emit()
        self.table.setFocus()
        self.table.setCurrentIndex(self.model.index(0, 0))

    def show_judged(self) -> None:
        """Show the two files as they are judged now; what is the same as before stays as it is."""
        found = {each.rule_file.id: each for each in self._workspace.screenings}
        if self._ids is None:
            return
        if any(name not in found for name in self._ids):
            self.close_files()
            return
        self.supposed.setVisible(self._workspace.is_supposing)
        shown = tuple(found[name] for name in self._ids)
        if len(shown) == len(self._shown) and all(one is other for one, other in zip(shown, self._shown, strict=True)):
            return
        self._shown = shown
        sides = [Side(each, self._workspace.compiled(each.rule_file.id)) for each in shown]
        self._show(beside_table(sides[0], sides[1], self._workspace.phrases))

    def _show(self, table: BesideTable) -> None:
        current = self.table.currentIndex()
        self.model.show_table(table)
        for shown, file in ((self.left, table.left), (self.right, table.right)):
            shown.setText(_head(file))
        self.table.clearSpans()
        for at in range(self.model.rowCount()):
            if self.model.is_heading(at):
                self.table.setSpan(at, 0, 1, self.model.columnCount())
        self.table.resizeRowsToContents()
        if current.isValid():
            self.table.setCurrentIndex(self.model.index(current.row(), current.column()))

    def close_files(self) -> None:
        """Go back to the results; nothing of a patient stays."""
        is_open, self._ids, self._shown = self._ids is not None, None, ()
        self.table.clearSpans()
        self.model.show_table(None)
        self.left.setText("")
        self.right.setText("")
        if is_open:
            self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_files()
        else:
            super().keyPressEvent(event)


def _title(screening: Screening, language: str) -> str:
    return in_language(screening.rule_file.short_title, language)


def _head(file: FileRow) -> str:
    first = f"{file.title} · {file.number}\n{file.sign} {file.word}"
    return ". ".join(part for part in (first, *file.beside) if part)
