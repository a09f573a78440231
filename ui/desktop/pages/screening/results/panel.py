"""The right half of the page: the files on top, the criteria of the selected one below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from core.engine.judgement.outcome import About
from core.language.dates import format_date
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.screening.screening import CohortScreening, Screening, work_up_holds
from core.screening.usual_exclusions import OnRecord
from core.wording.headline import headline_tone, headline_word
from core.wording.listing import CriterionRow, FileRow, criterion_rows, file_row
from core.wording.names import in_language
from ui.desktop.pages.screening.results.card import criterion_card, file_card
from ui.desktop.pages.screening.results.card_list import CardList
from ui.desktop.pages.screening.results.rows_model import RowsModel
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.chip import Chip
from ui.desktop.widgets.flow import flowing
from ui.desktop.widgets.frames import column, frame, row
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters
from ui.desktop.workspace import Knowledge

_LETTERS = 54
_FINE = 1000
_FILTERS = ("open", "passes", "all")
_OPEN_GROUPS = ("fails", "open", "later")
_Shown = tuple[CohortScreening, tuple[OnRecord, ...]]
"""What a row was made of."""


class ResultsPanel(QWidget):
    """Shows what it is given; says which file was selected and which field is wanted."""

    file_selected = Signal(str)
    field_wanted = Signal(str, object)

    def __init__(self, phrases: Phrases, knowledge: Knowledge, theme: Theme) -> None:
        super().__init__()
        self._phrases = phrases
        self._knowledge = knowledge
        self._theme = theme
        self._screenings: tuple[Screening, ...] = ()
        self._selected = ""
        self._criteria: tuple[CriterionRow, ...] = ()
        self._is_showing = False
        self._rows: dict[str, tuple[_Shown, FileRow]] = {}
        self._held: tuple[CohortScreening | None, date | None] = (None, None)
        self.files = RowsModel[FileRow](file_card, self)
        self.criteria = RowsModel[CriterionRow](criterion_card, self)
        self.file_list = CardList(theme, phrases.say("results-list"))
        self.file_list.setModel(self.files)
        self.criterion_list = CardList(theme, phrases.say("results-criteria"))
        self.criterion_list.setModel(self.criteria)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self._files_panel())
        splitter.addWidget(self._criteria_panel())
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([_FINE, _FINE])
        self.setMinimumWidth(letters(_LETTERS))
        whole = column(self, margin=12)
        whole.addWidget(splitter)
        self.file_list.selectionModel().currentChanged.connect(self._file_moved)
        self.criterion_list.wanted.connect(self._want)

    def _files_panel(self) -> QWidget:
        panel = frame("panel")
        inside = column(panel, margin=10)
        self.count = label("", "heading")
        self.count.setWordWrap(False)
        inside.addWidget(self.count)
        self._chips: list[Chip] = []
        self._counts: dict[str, tuple[int, str, str]] = {}
        heads, self._head = flowing()
        inside.addWidget(heads)
        inside.addWidget(self.file_list, 1)
        self.others = QPushButton()
        self.others.setProperty("role", "link")
        self.others.setCheckable(True)
        self.others.toggled.connect(self._show_files)
        inside.addWidget(self.others, 0, Qt.AlignmentFlag.AlignLeft)
        return panel

    def _criteria_panel(self) -> QWidget:
        panel = frame("panel")
        inside: QVBoxLayout = column(panel, margin=10)
        self.title = label("", "heading")
        inside.addWidget(self.title)
        self.holds = label("", "muted")
        inside.addWidget(self.holds)
        filters: QHBoxLayout = row()
        self._filters = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for name in _FILTERS:
            button = QPushButton()
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setChecked(name == "open")
            self._filters.addButton(button)
            self._buttons[name] = button
            filters.addWidget(button)
        filters.addStretch(1)
        self._filters.buttonClicked.connect(self._show_criteria)
        inside.addLayout(filters)
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
            self._rows, self._held = {}, (None, None)
        self._show_files()

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
        self.count.setText(self._phrases.say("results-files", count=len(own)))
        self._count_conclusions(own)
        self.others.setText(self._phrases.say("results-others", count=len(others)))
        self.others.setVisible(bool(others))

    def _count_conclusions(self, own: Sequence[Screening]) -> None:
        counts: dict[str, tuple[int, str, str]] = {}
        for each in own:
            tone, sign = headline_tone(each)
            word = headline_word(each, self._phrases)
            number, _, _ = counts.get(word, (0, "", ""))
            counts[word] = (number + 1, tone, sign)
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
            self.title.setText("")
            self.holds.setText("")
            self._show_criteria()
            return
        compiled = self._knowledge.by_id[screening.rule_file.id]
        self.title.setText(in_language(screening.rule_file.title, self._phrases.language))
        until = self._holds_until(screening, compiled)
        self.holds.setText(
            "" if until is None else self._phrases.say("results-holds", day=format_date(until, self._phrases.language))
        )
        self.holds.setVisible(until is not None)
        self._criteria = criterion_rows(screening, compiled, self._phrases)
        self._show_criteria()

    def _row_of(self, screening: Screening) -> FileRow:
        """A file that was not judged again has its row as it was."""
        rule_id, shown = screening.rule_file.id, (screening.best, screening.usually_excluding)
        known = self._rows.get(rule_id)
        if known is None or known[0][0] is not shown[0] or known[0][1] != shown[1]:
            row = file_row(screening, self._knowledge.by_id[rule_id], self._phrases)
            known = self._rows[rule_id] = (shown, row)
        return known[1]

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
