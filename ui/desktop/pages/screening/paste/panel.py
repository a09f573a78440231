"""The panel of a pasted print: lines, questions, and the one button that records."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QPushButton, QSplitter, QTableView, QWidget
from typing_extensions import override

from core.entry.desk.showing import problem_words
from core.entry.laboratories import Laboratories
from core.entry.paste.line import ASKING, PastedLine, State
from core.entry.paste.pasting import Pasting
from core.entry.paste.showing import counts, summary
from core.entry.typed import Understood
from core.entry.typed.dates import read_past_date, shown_date
from core.screening.ranking import best_first
from core.screening.rejudging import Rejudging
from core.screening.screening import Screening
from core.use_cases.paste_results import record_pasted
from ui.desktop.pages.screening.paste.asking import AskingBar
from ui.desktop.pages.screening.paste.model import COLUMNS, PasteModel
from ui.desktop.pages.screening.paste.strip import ResultStrip
from ui.desktop.slices import Slices
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.chip import Chip
from ui.desktop.widgets.flow import flowing
from ui.desktop.widgets.frames import column, row
from ui.desktop.widgets.heard import HeardLine
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters
from ui.desktop.workspace import Workspace

_DATE_LETTERS = 15
_RAW, _CONCEPT, _DAY = (COLUMNS.index(name) for name in ("raw", "concept", "day"))
_WIDTHS = {"line": 5, "box": 5, "state": 19, "concept": 19, "value": 7, "unit": 9, "day": 14, "limits": 11}
"""Letters of the columns; what is left belongs to the lines as they were pasted."""

_FEWEST_RAW = 24
_STRIP_LETTERS = 38
"""The strip of results needs so much room; where there is less its sum stands below the lines."""
_MARGIN = 12
_SHARES = (7, 3)
_FINE = 1000


class PastePanel(QWidget):
    """Holds the print that is looked at; what it says is made of it anew after each choice."""

    closed = Signal()
    recorded = Signal(int)
    said = Signal(str)
    paste_wanted = Signal()

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._theme = theme
        self._pasting: Pasting | None = None
        self._chips: list[Chip] = []
        self._judging: Slices[tuple[Screening, ...]] = Slices(self._show_judged, self)
        self.model = PasteModel(workspace.phrases, theme, self)
        self.strip = ResultStrip(workspace.phrases, workspace.compiled, theme)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self._left())
        halves.addWidget(self.strip)
        self.strip.setMinimumWidth(letters(_STRIP_LETTERS))
        halves.setChildrenCollapsible(False)
        halves.setSizes([share * _FINE for share in _SHARES])
        for at, share in enumerate(_SHARES):
            halves.setStretchFactor(at, share)
        whole = column(self, margin=0, spacing=0)
        whole.addWidget(halves)
        self._wire()

    def _left(self) -> QWidget:
        say = self._workspace.phrases.say
        left = QWidget()
        inside = column(left, margin=12)
        head = row(inside)
        head.addWidget(label(say("paste-title"), "heading"))
        self.about = label("", "muted")
        head.addWidget(self.about, 1)
        self.again = QPushButton(say("paste-again"))
        head.addWidget(self.again)
        second = row(inside)
        chips, self._counted = flowing()
        second.addWidget(chips, 1)
        second.addWidget(label(say("paste-day"), "muted"))
        self.day = QLineEdit()
        self.day.setAccessibleName(say("paste-day"))
        self.day.setFixedWidth(letters(_DATE_LETTERS))
        second.addWidget(self.day)
        self.warning = label("", "warning")
        inside.addWidget(self.warning)
        inside.addWidget(self._table(), 1)
        self.asking = AskingBar(self._workspace.knowledge.catalogue, self._workspace.phrases)
        inside.addWidget(self.asking)
        foot = row(inside)
        told = column(foot, margin=0, spacing=2, stretch=1)
        self.moves = label("", "strong")
        told.addWidget(self.moves)
        told.addWidget(label(say("paste-note"), "muted"))
        self.cancel = QPushButton(say("paste-cancel"))
        self.record = QPushButton()
        self.record.setProperty("role", "primary")
        foot.addWidget(self.cancel)
        foot.addWidget(self.record)
        return left

    def _table(self) -> QTableView:
        self.table = _LineTable()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self._workspace.phrases.say("paste-title"))
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)  # Tab leaves the table
        HeardLine(self.table)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        for at, name in enumerate(COLUMNS):
            if name in _WIDTHS:
                self.table.setColumnWidth(at, letters(_WIDTHS[name]))
        header.setMinimumSectionSize(letters(_WIDTHS["line"]))
        header.setSectionResizeMode(_RAW, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setMinimumWidth(
            letters(sum(_WIDTHS.values()) + _FEWEST_RAW) + self.table.verticalScrollBar().sizeHint().width()
        )
        header.setHighlightSections(False)
        return self.table

    def _wire(self) -> None:
        self.model.ticked.connect(self._tick)
        self.table.selectionModel().currentRowChanged.connect(self._ask)
        self.table.answer_wanted.connect(self.asking.enter)
        self.table.number_typed.connect(self.asking.choose)
        self.table.box_wanted.connect(self._toggle)
        self.asking.chosen.connect(self._choose)
        self.asking.meant.connect(self._mean)
        self.day.editingFinished.connect(self._take_day)
        self.again.clicked.connect(self.paste_wanted)
        self.cancel.clicked.connect(self.close_print)
        self.record.clicked.connect(self.record_ticked)

    # --- showing

    @property
    def pasting(self) -> Pasting | None:
        """The print that is shown."""
        return self._pasting

    def open_print(self, text: str, remembered: Laboratories, source: str = "") -> None:
        """Show a print; the first line that asks something is the current one. ``source`` is the name of its file."""
        self._pasting = Pasting(text, self._workspace.desk, remembered, source=source)
        self.day.clear()
        self._show()
        self.table.selectRow(self.model.first_asking(tuple(ASKING)))
        self.table.setFocus()

    def close_print(self) -> None:
        """Let go of the print: nothing of it stays."""
        self._judging.stop()
        self._pasting = None
        self.model.show_pasting(None)
        self.asking.show_line(None, None)
        self.closed.emit()

    def show_desk(self) -> None:
        """The record changed meanwhile: what is on record already may be another."""
        if self._pasting is not None:
            self._pasting = replace(self._pasting, desk=self._workspace.desk)
            self._show()

    def _show(self) -> None:
        pasting, phrases = self._pasting, self._workspace.phrases
        if pasting is None:
            return
        self.model.show_pasting(pasting)
        self._span(pasting)
        self.about.setText(summary(pasting, phrases))
        self._count(counts(pasting, phrases))
        if not self.day.hasFocus():
            self.day.setText(shown_date(pasting.head_day, phrases.language) if pasting.head_day else "")
        birth = pasting.desk.birth
        born = shown_date(birth.text, phrases.language) if birth is not None else ""
        self.warning.setText(phrases.say("paste-born", born=pasting.born_otherwise, birth=born))
        self.warning.setVisible(bool(pasting.born_otherwise))
        ticked, every = len(pasting.ticked), sum(line.state is not State.NO_VALUE for line in pasting.lines)
        self.record.setText(phrases.say("paste-record", ticked=ticked, all=every))
        self.record.setEnabled(ticked > 0)
        self.strip.show_count(ticked)
        self._ask(self.table.currentIndex())
        self._judging.start(self._judged(pasting))

    def _span(self, pasting: Pasting) -> None:
        """Give the words of lines without a number the room of the columns that they leave empty."""
        self.table.clearSpans()
        for at, line in enumerate(pasting.lines):
            if line.section:
                self.table.setSpan(at, _CONCEPT, 1, _DAY - _CONCEPT)
                self.table.setSpan(at, _DAY, 1, len(COLUMNS) - _DAY)
            elif line.state is State.NO_VALUE:
                self.table.setSpan(at, _CONCEPT, 1, len(COLUMNS) - _CONCEPT)

    def _judged(self, pasting: Pasting) -> Generator[None, None, tuple[Screening, ...]]:
        rejudging = Rejudging(self._workspace.knowledge.watched)
        chart = pasting.desk_with.charting.chart
        return (yield from rejudging.steps(chart, self._workspace.evaluation_on))

    def _show_judged(self, screenings: tuple[Screening, ...]) -> None:
        before = {each.rule_file.id: each for each in self._workspace.screenings}
        self.strip.show_screenings(best_first(screenings), before)
        files, another, fewer = self.strip.sums
        words = self._workspace.phrases.say("paste-sum", files=files, another=another, fewer=fewer)
        self.moves.setText(words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.setVisible(self.width() >= self.table.minimumWidth() + letters(_STRIP_LETTERS) + _MARGIN)

    def _count(self, counted: tuple[tuple[str, str], ...]) -> None:
        for chip in self._chips:
            self._counted.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(words, tone, self._theme) for words, tone in counted]
        for chip in self._chips:
            self._counted.addWidget(chip)

    def _ask(self, current: QModelIndex) -> None:
        at = current.row() if current.isValid() else -1
        self.asking.show_line(self.model.line(at), self.model.words(at))

    # --- choosing

    def _current(self) -> PastedLine | None:
        return self.model.line(self.table.currentIndex().row())

    def _take(self, pasting: Pasting) -> None:
        """Take another print; the next line that asks becomes the current one, where this one asks no more."""
        self._pasting = pasting
        self._show()
        line = self._current()
        if line is None or line.state not in ASKING:
            asking = [at for at, each in enumerate(pasting.lines) if each.state in ASKING]
            later = [at for at in asking if at > self.table.currentIndex().row()]
            if asking:
                self.table.selectRow((later or asking)[0])
        self.table.setFocus()

    def _choose(self, text: str) -> None:
        line, pasting = self._current(), self._pasting
        if line is None or pasting is None:
            return
        match line.state:
            case State.WHICH_UNIT:
                self._take(pasting.with_unit(line.key, text))
            case State.WHICH_DAY:
                self._take(pasting.with_day(line.key, text))
            case State.WHICH_VALUE:
                self._take(pasting.with_value(line.place, text))
            case _:
                return

    def _mean(self, concept: str) -> None:
        line, pasting = self._current(), self._pasting
        if line is not None and pasting is not None:
            self._take(pasting.with_concept(line.key, concept))

    def _tick(self, at: int, is_ticked: bool) -> None:
        line, pasting = self.model.line(at), self._pasting
        if line is not None and pasting is not None:
            self._pasting = pasting.with_box(line.place, is_ticked=is_ticked)
            self._show()

    def _toggle(self) -> None:
        at, pasting = self.table.currentIndex().row(), self._pasting
        line = self.model.line(at)
        if line is not None and pasting is not None and line.is_recordable:
            self._tick(at, not pasting.is_ticked(line))

    def _take_day(self) -> None:
        pasting = self._pasting
        if pasting is None:
            return
        text = self.day.text().strip()
        typed = read_past_date(text, pasting.desk.typing) if text else None
        if isinstance(typed, Understood):
            self._pasting = pasting.of_day(str(typed.content))
            self._show()
        elif typed is not None:
            self.said.emit(problem_words(typed, self._workspace.phrases))

    def record_ticked(self) -> None:
        """Record what is ticked; the panel closes, and one undo takes all of it back."""
        pasting = self._pasting
        if pasting is None or not pasting.ticked:
            return
        count = len(pasting.ticked)
        self._workspace.remember_laboratories(pasting.to_remember)
        self._pasting = None
        if record_pasted(self._workspace.work, pasting):
            self.recorded.emit(count)
        self.close_print()


class _LineTable(QTableView):
    """Up and Down walk the lines, Space ticks, Return goes to the question, a figure answers it."""

    answer_wanted = Signal()
    number_typed = Signal(int)
    box_wanted = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.box_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.answer_wanted.emit()
        elif event.text().isdecimal() and not event.modifiers():
            self.number_typed.emit(int(event.text()))
        else:
            super().keyPressEvent(event)
