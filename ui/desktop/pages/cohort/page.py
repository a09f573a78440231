"""The cohort: everybody on record by every rule file, who is lost at what, and what one more answer would bring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from typing_extensions import override

from core import clock
from core.errors import WorldError
from core.language.dates import format_date
from core.language.languages import in_language
from core.progress import GivenUpError, Report
from core.screening.conclusions import Word
from core.screening.survey import Awaited
from core.screening.surveyed import Survey, Wish
from core.use_cases.survey_patients import FEWEST, table_without_names
from core.use_cases.survey_record import RecordSurvey
from core.wording.places import paper_warning
from core.wording.survey import awaited_words
from core.writing import write_atomically
from ui.desktop.actions import Action
from ui.desktop.notices import Notices
from ui.desktop.pages.cohort.attrition_card import AttritionCard
from ui.desktop.pages.cohort.matrix import Matrix, MatrixModel, signs
from ui.desktop.pages.page import Page
from ui.desktop.pages.place import Place
from ui.desktop.tasks import Task, Tasks
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.flow import flowing
from ui.desktop.widgets.frames import column, frame, row, scrolled
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters
from ui.desktop.widgets.named_box import NamedBox
from ui.desktop.widgets.save_place import chosen_place
from ui.desktop.workspace import Workspace

_SIDE_LETTERS = 58
_DISEASE_LETTERS = 20
_MOST_AWAITED = 12
GROUPS: dict[str, tuple[Word, ...]] = {
    "good": (Word.ELIGIBLE, Word.WITHIN_LIMITS),
    "possible": (Word.POSSIBLE,),
    "undecided": (Word.UNDECIDED, Word.OUTSIDE_LIMITS),
    "not-yet": (Word.NOT_YET,),
    "none": (Word.NOT_ELIGIBLE,),
}
"""The chips, by what the best conclusion of a patient is."""
AGES: dict[str, tuple[int | None, int | None]] = {
    "any": (None, None),
    "child": (None, 11),
    "adolescent": (12, 17),
    "adult": (18, None),
}
"""Ages by completed years; twelve and eighteen are where gradings and consent change."""


class CohortPage(Page):
    """Found out on a thread, patient by patient; who has not changed since is not judged again."""

    id = "cohort"
    phrase = "shell-cohort"
    shortcut = "Ctrl+8"
    patient_wanted = Signal(str, str)
    """A patient is to be opened, with the id of a file, "" for none."""

    def __init__(self, workspace: Workspace, notices: Notices, tasks: Tasks, theme: Theme, kept: RecordSurvey) -> None:
        super().__init__()
        self._workspace, self._notices, self._tasks, self._kept = workspace, notices, tasks, kept
        self._task: Task | None = None
        self._whole = Survey((), ())
        self._only: frozenset[str] | None = None
        self.shown = self._whole
        self.wish = Wish()
        whole = column(self, margin=0, spacing=0)
        whole.addWidget(self._head())
        body = row(whole, spacing=12, stretch=1)
        body.setContentsMargins(16, 12, 16, 12)
        left = column(body, margin=0, spacing=0, stretch=5)
        phrases = workspace.phrases
        self.model = MatrixModel(workspace.knowledge.catalogue, phrases, self)
        self.matrix = Matrix(self.model, phrases.say("cohort-matrix"), theme)
        left.addWidget(self.matrix, 1)
        self.nobody = label(phrases.say("cohort-nobody"), "muted", is_heard=True)
        left.addWidget(self.nobody)
        foot = row(left)
        foot.setContentsMargins(10, 8, 10, 0)
        self.detail = label("")
        self.open = QPushButton(phrases.say("cohort-open"))
        foot.addWidget(self.detail, 1)
        foot.addWidget(self.open)
        holder = QWidget()
        holder.setMaximumWidth(letters(_SIDE_LETTERS))
        body.addWidget(holder, 3)
        side = column(holder, margin=0, spacing=12)
        self.attrition = AttritionCard(phrases, theme)
        side.addWidget(self.attrition, 3)
        side.addWidget(self._awaited_card(), 2)
        self._wire()

    def _head(self) -> QWidget:
        say = self._workspace.phrases.say
        head = frame("header")
        lines = column(head, margin=0, spacing=6)
        lines.setContentsMargins(20, 10, 20, 10)
        line = row(lines)
        line.addWidget(label(say("shell-cohort"), "title"), 1)
        self.save = QPushButton(say("cohort-save"))
        line.addWidget(self.save)
        self.about = label("", "muted", is_heard=True)
        lines.addWidget(self.about)
        holder, filters = flowing()
        self.disease, self.age = NamedBox(), NamedBox()
        self.disease.setAccessibleName(say("cohort-disease"))
        self.age.setAccessibleName(say("survey-age"))
        self.disease.setSizeAdjustPolicy(NamedBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.disease.setMinimumContentsLength(_DISEASE_LETTERS)
        for name in AGES:
            self.age.addItem(say(f"cohort-age-{name}"), name)
        filters.addWidget(self.disease)
        filters.addWidget(self.age)
        self.chips: dict[str, QPushButton] = {}
        for name in (*GROUPS, "one-away"):
            chip = QPushButton()
            chip.setCheckable(True)
            chip.setProperty("role", "chip")
            self.chips[name] = chip
            filters.addWidget(chip)
        self.everybody = QPushButton(say("cohort-everybody"))
        filters.addWidget(self.everybody)
        lines.addWidget(holder)
        return head

    def _awaited_card(self) -> QWidget:
        card = frame("card")
        inside = column(card, spacing=6)
        inside.addWidget(label(self._workspace.phrases.say("survey-awaited"), "heading"))
        area = QScrollArea()
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside.addWidget(area, 1)
        self._awaited = scrolled(area, margin=0, spacing=8)
        self.lists: list[QPushButton] = []
        self._awaited_rows: list[QWidget] = []
        return card

    def _wire(self) -> None:
        self.matrix.chosen.connect(self._open)
        self.matrix.stands_at.connect(self._show_cell)
        self.open.clicked.connect(self._open_current)
        self.save.clicked.connect(self.save_table)
        self.disease.activated.connect(self._narrow)
        self.age.activated.connect(self._narrow)
        for chip in self.chips.values():
            chip.toggled.connect(self._narrow)
        self.everybody.clicked.connect(self.show_everybody)
        self._show()

    # --- what can be done

    @staticmethod
    def actions_offered(at: Place[CohortPage], workspace: Workspace) -> Sequence[Action]:
        """Return what can be done here, before there is a page."""
        del workspace
        return (Action("cohort.save", "cohort-save", "menu-file", at.going(CohortPage.save_table)),)

    @override
    def opened(self) -> None:
        """Find out who has changed; what is known of the others is shown at once."""
        self._leave_out_who_is_gone()
        self._renew()
        self.matrix.setFocus()

    @override
    def left(self) -> None:
        """Nobody waits any more; who was judged stays judged."""
        if self._task is not None:
            self._task.drop()
            self._task = None

    def _leave_out_who_is_gone(self) -> None:
        """Whoever was erased meanwhile is not shown again, not even until the others are judged."""
        here = {line.id for line in self._workspace.records.patients()}
        rows = tuple(each for each in self._whole.rows if each.id in here)
        if len(rows) < len(self._whole.rows):
            self._whole = replace(self._whole, rows=rows)
            self._show()

    @property
    def is_judging(self) -> bool:
        """True until everybody is judged."""
        return self._task is not None

    def _renew(self) -> None:
        workspace, kept = self._workspace, self._kept
        knowledge, records, on = workspace.knowledge, workspace.records, clock.today()
        files = tuple(each.compiled for each in knowledge.watched)

        def work(report: Report) -> Survey:
            return kept.renew(records, files, knowledge.catalogue, on, report)

        if self._task is not None:
            self._task.drop()
        self._task = self._tasks.run_shown(workspace.phrases.say("doing-cohort"), work, self._judged, self._failed)

    def _judged(self, found: Survey) -> None:
        self._task = None
        self._whole = found
        self._fill_diseases()
        self._show()

    def _failed(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, GivenUpError):
            self._notices.tell_error(error, self._workspace.phrases)

    # --- showing

    def _fill_diseases(self) -> None:
        catalogue, language = self._workspace.knowledge.catalogue, self._workspace.phrases.language
        chosen = self.disease.currentData()
        there = dict.fromkeys(each for patient in self._whole.rows for each in patient.diagnoses)
        concepts = (catalogue.concept(each) for each in there)
        named = sorted((in_language(each.label, language), each.id) for each in concepts if each is not None)
        self.disease.clear()
        self.disease.addItem(self._workspace.phrases.say("cohort-disease-any"), "")
        for name, each in named:
            self.disease.addItem(name, each)
        self.disease.setCurrentIndex(max(self.disease.findData(chosen), 0))

    def _narrow(self) -> None:
        best = frozenset(word for name, words in GROUPS.items() if self.chips[name].isChecked() for word in words)
        first, last = AGES[str(self.age.currentData())]
        away = self.chips["one-away"].isChecked()
        self.wish = Wish(str(self.disease.currentData() or ""), first, last, best, one_item_away=away)
        self._show()

    def show_everybody(self) -> None:
        """Take every filter away."""
        self._only = None
        self.disease.setCurrentIndex(0)
        self.age.setCurrentIndex(0)
        for chip in self.chips.values():
            chip.setChecked(False)
        self._narrow()

    def _show(self) -> None:
        say = self._workspace.phrases.say
        self.shown = self._whole.only(self.wish)
        if self._only is not None:
            rows = tuple(each for each in self.shown.rows if each.id in self._only)
            self.shown = Survey(self.shown.files, rows, self.shown.unread)
        day = format_date(clock.today(), self._workspace.phrases.language)
        parts = [say("survey-judged", patients=len(self.shown.rows), files=len(self.shown.files), day=day)]
        if self.shown.unread:
            parts.append(say("survey-unread", names=", ".join(self.shown.unread)))
        self.about.setText(" · ".join(parts))
        self._count()
        self.model.show_survey(self.shown)
        self.nobody.setVisible(not self.shown.rows)
        self.matrix.setVisible(bool(self.shown.rows))
        self.save.setEnabled(bool(self.shown.rows))
        self.open.setEnabled(bool(self.shown.rows))
        self.everybody.setVisible(self._only is not None or self.wish != Wish())
        self.attrition.show_survey(self.shown)
        self._show_awaited()
        if self.shown.rows:
            self.matrix.setCurrentIndex(self.model.index(0, 0))
        else:
            self.detail.setText("")

    def _count(self) -> None:
        """Say on each chip how many there are without the chips: what pressing it would show."""
        others = self._whole.only(replace(self.wish, best=frozenset(), one_item_away=False))
        say = self._workspace.phrases.say
        for name, words in GROUPS.items():
            count = sum(each.best in words for each in others.rows)
            self.chips[name].setText(f"{signs(words)} {say(f'cohort-chip-{name}', count=count)}")
        away = len(others.only(Wish(one_item_away=True)).rows)
        self.chips["one-away"].setText(say("cohort-chip-one-away", count=away))

    def _show_awaited(self) -> None:
        for old in self._awaited_rows:
            self._awaited.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._awaited_rows, self.lists = [], []
        awaited = self.shown.awaited()
        if not awaited:
            self._add_awaited(label(self._workspace.phrases.say("survey-awaited-none"), "muted"))
        for each in awaited[:_MOST_AWAITED]:
            self._add_awaited(self._awaited_row(each))

    def _add_awaited(self, widget: QWidget) -> None:
        self._awaited.addWidget(widget)
        self._awaited_rows.append(widget)

    def _awaited_row(self, awaited: Awaited) -> QWidget:
        phrases = self._workspace.phrases
        what, titles = awaited_words(awaited, self.shown.files, self._workspace.knowledge.catalogue, phrases)
        holder = QWidget()
        line = row(holder)
        words = column(line, margin=0, spacing=0, stretch=1)
        words.addWidget(label(what))
        words.addWidget(label(titles, "muted"))
        count = phrases.say("survey-awaited-patients", count=len(awaited.patients))
        show = QPushButton(count)
        show.setAccessibleName(phrases.say("cohort-list", count=count, what=what))
        patients = frozenset(self.shown.rows[at].id for at in awaited.patients)
        show.clicked.connect(partial(self.show_only, patients))
        line.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        self.lists.append(show)
        return holder

    def show_only(self, patients: frozenset[str]) -> None:
        """Show these patients alone."""
        self._only = patients
        self._show()
        self.matrix.setFocus()

    def _show_cell(self, at: int, column_at: int) -> None:
        self.detail.setText(self.model.words(at, column_at))
        file = self.model.file_of(column_at)
        if file:
            self.attrition.show_file(file)

    def _open_current(self) -> None:
        index = self.matrix.currentIndex()
        if index.isValid():
            self._open(index.row(), index.column())

    def _open(self, at: int, column_at: int) -> None:
        self.patient_wanted.emit(self.model.rows[at].id, self.model.file_of(column_at))

    # --- a table of it

    def save_table(self) -> None:
        """Ask where, and save what is shown as a table without names."""
        place = chosen_place(self, "kriterion-cohort.csv", "CSV (*.csv)")
        if place is not None:
            self.save_to(place)

    def save_to(self, path: Path) -> None:
        """Save what is shown, and say where and whether it may tell who somebody is."""
        phrases = self._workspace.phrases
        content = table_without_names(self.shown, self._workspace.knowledge.catalogue, phrases)
        try:
            write_atomically(path, content.encode())
        except WorldError as error:
            self._notices.tell_error(error, phrases)
            return
        few = phrases.say("survey-few", count=FEWEST) if len(self.shown.rows) < FEWEST else ""
        self._notices.tell(" ".join(filter(None, (phrases.say("cohort-saved"), few, paper_warning(path, phrases)))))
