"""The right half of the page: the files on top, the criteria of the selected one below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSplitter, QWidget

from core.engine.judgement.outcome import About
from core.language.dates import format_date
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.screening.screening import CohortScreening, Screening, work_up_holds
from core.screening.usual_exclusions import OnRecord
from core.wording.listing import CriterionRow, CriterionRows, FileRow, file_row
from ui.desktop.pages.screening.results.row_lists import CriterionList, FileList
from ui.desktop.pages.screening.results.rows_model import RowsModel
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.chip import Chip
from ui.desktop.widgets.flow import flowing
from ui.desktop.widgets.frames import column, frame, row
from ui.desktop.widgets.heard import announce
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters
from ui.desktop.workspace import Compiled

_LETTERS = 50
_FINE = 100
_SHARES = (63, 37)
"""Of the files and of the criteria: six files are in view where the window is small."""
_HEAD_MARGINS = (12, 6, 12, 6)
_STRIP_MARGINS = (12, 3, 12, 3)
_MOST_STATES = 2
"""So many states of files that take nobody have a count each; more of them are counted together."""
_FILTERS = ("open", "passes", "all")
_OPEN_GROUPS = ("fails", "open", "later")
_Shown = tuple[CohortScreening, tuple[OnRecord, ...]]
"""What a row was made of."""


class ResultsPanel(QWidget):
    """Shows what it is given; says which file was selected and which field is wanted."""

    file_selected = Signal(str)
    field_wanted = Signal(str, object)

    def __init__(self, phrases: Phrases, compiled: Compiled, theme: Theme) -> None:
        super().__init__()
        self._phrases = phrases
        self._compiled = compiled
        self._theme = theme
        self._screenings: tuple[Screening, ...] = ()
        self._selected = ""
        self._shown_id = ""
        self._concluded: dict[str, str] = {}
        self._criteria: tuple[CriterionRow, ...] = ()
        self._is_showing = False
        self._rows: dict[str, tuple[_Shown, FileRow]] = {}
        self._held: tuple[CohortScreening | None, date | None] = (None, None)
        self._told: tuple[CompiledRuleFile, CriterionRows] | None = None
        self.files = RowsModel[FileRow](self)
        self.criteria = RowsModel[CriterionRow](self)
        self.file_list = FileList(theme, phrases.say("results-list"))
        self.file_list.setModel(self.files)
        self.criterion_list = CriterionList(theme, phrases.say("results-criteria"), phrases.say("results-more"))
        self.criterion_list.setModel(self.criteria)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self._files_panel())
        splitter.addWidget(self._criteria_panel())
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([share * _FINE for share in _SHARES])
        self.setMinimumWidth(letters(_LETTERS))
        whole = column(self, margin=8)
        whole.addWidget(splitter)
        self.file_list.selectionModel().currentChanged.connect(self._file_moved)
        self.criterion_list.wanted.connect(self._want)

    def _files_panel(self) -> QWidget:
        panel = frame("panel")
        inside = column(panel, margin=0, spacing=0)
        head = row(inside, spacing=10)
        head.setContentsMargins(*_HEAD_MARGINS)
        self.count = label("", "heading", is_heard=True)
        self.count.setWordWrap(False)
        head.addWidget(self.count)
        self._chips: list[Chip] = []
        self._counts: dict[str, tuple[int, str, str]] = {}
        chips, self._head = flowing()
        head.addWidget(chips, 1)
        inside.addWidget(self._strip())
        inside.addWidget(self.file_list, 1)
        return panel

    def _strip(self) -> QWidget:
        """What holds of many rows is said once, above them."""
        strip = frame("strip")
        line = row(strip)
        line.setContentsMargins(*_STRIP_MARGINS)
        self.of_all = label("", "muted")
        line.addWidget(self.of_all, 1)
        self.others = QPushButton()
        self.others.setProperty("role", "link")
        self.others.setCheckable(True)
        self.others.toggled.connect(self._fold_others)
        line.addWidget(self.others)
        return strip

    def _criteria_panel(self) -> QWidget:
        panel = frame("panel")
        inside = column(panel, margin=0, spacing=0)
        head = column(inside, spacing=2)
        head.setContentsMargins(*_HEAD_MARGINS)
        first = row(head)
        self.title = label("", "heading")
        self.title.setWordWrap(False)
        first.addWidget(self.title, 1)
        self._filters = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for name in _FILTERS:
            button = QPushButton()
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setChecked(name == "open")
            self._filters.addButton(button)
            self._buttons[name] = button
            first.addWidget(button)
        self._filters.buttonClicked.connect(self._show_criteria)
        self.about = label("", "muted")
        head.addWidget(self.about)
        self.beside = label("", "warning")
        head.addWidget(self.beside)
        inside.addWidget(self.criterion_list, 1)
        return panel

    def show_screenings(self, screenings: Sequence[Screening], selected: str) -> None:
        """Show these screenings; the selected file's criteria stand below."""
        self.show_files(screenings, selected)
        self.show_selected()

    def show_files(self, screenings: Sequence[Screening], selected: str) -> None:
        """Show the list alone: the first half of showing screenings."""
        self._screenings = tuple(screenings)
        self._selected = selected
        if not screenings:  # nothing of a patient stays when none is open
            self._rows, self._held, self._told, self._concluded = {}, (None, None), None, {}
        self._show_files()
        self._tell_conclusions()

    def show_selected(self) -> None:
        """Show the criteria of the selected file: the second half."""
        self._show_selected()

    def _show_files(self) -> None:
        own = [each for each in self._screenings if not each.is_other_disease]
        others = [each for each in self._screenings if each.is_other_disease]
        shown = [*own, *others] if self.others.isChecked() else own
        self._is_showing = True
        self.files.show_rows([self._row_of(each) for each in shown])
        at = self.files.place_of(self._selected)
        if at is not None:
            self.file_list.setCurrentIndex(self.files.index(at, 0))
        self._is_showing = False
        self.count.setText(self._phrases.say("results-files", count=len(own)) if shown else "")
        self._count_conclusions(own)
        self._say_of_all(shown)
        self.others.setText(self._phrases.say("results-others", count=len(others)))
        self.others.setVisible(bool(others))

    def _tell_conclusions(self) -> None:
        """Let be heard which conclusions are others than before: first that of the file one looks at."""
        rows = [self.files.row(at) for at in range(self.files.rowCount())]
        changed = [each for each in rows if self._concluded.get(each.id, each.word) != each.word]
        self._concluded |= {each.id: each.word for each in rows}
        if changed:
            first = next((each for each in changed if each.id == self._selected), changed[0])
            told = (each for each in (first.title, first.word, *first.beside) if each)
            more = self._phrases.say("results-heard-more", count=len(changed) - 1) if len(changed) > 1 else ""
            announce(self, ". ".join(filter(None, (". ".join(told), more))))

    def _say_of_all(self, shown: Sequence[Screening]) -> None:
        unread = sum(not each.rule_file.review.by for each in shown)
        old = sum(each.recruitment.is_told_old for each in shown)
        counts = {"results-not-reviewed": unread, "results-status-old": old}
        self.of_all.setText(" · ".join(self._phrases.say(name, count=count) for name, count in counts.items() if count))

    def _fold_others(self) -> None:
        """The criteria below are always those of a file that is listed."""
        self._show_files()
        if self.files.rowCount() and self.files.place_of(self._selected) is None:
            self.file_list.setCurrentIndex(self.files.index(0, 0))

    def _count_conclusions(self, own: Sequence[Screening]) -> None:
        counts: dict[str, tuple[int, str, str]] = {}
        files = [(each.takes_patients, self._row_of(each)) for each in own]
        is_many = len({file.word for takes, file in files if not takes}) > _MOST_STATES
        for takes, file in files:
            word = self._phrases.say("results-idle") if is_many and not takes else file.word
            number, _, _ = counts.get(word, (0, "", ""))
            counts[word] = (number + 1, file.tone, file.sign)
        if counts == self._counts:
            return
        self._counts = counts
        for chip in self._chips:
            self._head.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for word, (number, tone, sign) in counts.items():
            words = self._phrases.say("results-count", sign=sign, count=number, word=word)
            chip = Chip(words, tone, self._theme)
            self._head.addWidget(chip)
            self._chips.append(chip)

    def _show_selected(self) -> None:
        screening = next((each for each in self._screenings if each.rule_file.id == self._selected), None)
        if screening is None:
            self._criteria = ()
            for shown in (self.title, self.about, self.beside):
                shown.setText("")
            self._show_criteria()
            return
        compiled = self._compiled(screening.rule_file.id)
        file = self._row_of(screening)
        if file.id != self._shown_id:
            self._shown_id = file.id
            self.criterion_list.fold_all()
        self.title.setText(file.title)
        self.title.setToolTip(file.whole_title)
        until = self._holds_until(screening, compiled)
        day = "" if until is None else format_date(until, self._phrases.language)
        holds = self._phrases.say("results-holds", day=day) if day else ""
        self.about.setText(" · ".join(part for part in (file.under, file.rest, file.below, holds) if part))
        self.beside.setText(file.usual)
        self.beside.setVisible(bool(self.beside.text()))
        self._criteria = self._rows_of(compiled).of(screening)
        self._show_criteria()

    def _row_of(self, screening: Screening) -> FileRow:
        """A file that was not judged again has its row as it was."""
        rule_id, shown = screening.rule_file.id, (screening.best, screening.usually_excluding)
        known = self._rows.get(rule_id)
        if known is None or known[0][0] is not shown[0] or known[0][1] != shown[1]:
            row = file_row(screening, self._compiled(rule_id), self._phrases)
            known = self._rows[rule_id] = (shown, row)
        return known[1]

    def _rows_of(self, compiled: CompiledRuleFile) -> CriterionRows:
        if self._told is None or self._told[0] is not compiled:
            self._told = (compiled, CriterionRows(compiled, self._phrases))
        return self._told[1]

    def _holds_until(self, screening: Screening, compiled: CompiledRuleFile) -> date | None:
        best = screening.best
        if self._held[0] is not best:
            self._held = (best, work_up_holds(compiled, screening, best).until if best.judgements else None)
        return self._held[1]

    def _show_criteria(self) -> None:
        groups = {
            "open": [each for each in self._criteria if each.group in _OPEN_GROUPS],
            "passes": [each for each in self._criteria if each.group == "passes"],
            "all": list(self._criteria),
        }
        for name, button in self._buttons.items():
            button.setText(self._phrases.say(f"results-{name}", count=len(groups[name])))
        chosen = next((name for name, button in self._buttons.items() if button.isChecked()), "open")
        self.criteria.show_rows(groups[chosen])

    def _file_moved(self, current: QModelIndex) -> None:
        if current.isValid() and not self._is_showing:
            self._selected = self.files.row(current.row()).id
            self.file_selected.emit(self._selected)
            self._show_selected()

    def _want(self, index: QModelIndex) -> None:
        wanted: tuple[str, About] | None = self.criteria.row(index.row()).wanted if index.isValid() else None
        if wanted is not None:
            self.field_wanted.emit(*wanted)
