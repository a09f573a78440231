"""The page of the patients."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QLineEdit,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from core import clock
from core.entry.desk.births import read_births
from core.entry.desk.desk import Desk
from core.entry.desk.showing import offered_texts, problem_words
from core.entry.statement import Statement
from core.errors import WorldError
from core.language.languages import in_language
from core.progress import Report
from core.use_cases.back_up_before import backed_up
from core.use_cases.look_over import Overview, look_over
from core.use_cases.plan_follow_up import Compiled
from core.use_cases.take_in_patient import SUFFIX, LookedAt, look_at_patient, take_in_patient
from core.use_cases.take_in_samples import take_in_samples
from core.use_cases.work_on_patient import Setting, desk_of
from core.wording.births import whose_birth
from ui.desktop.actions import Action
from ui.desktop.notices import Notices
from ui.desktop.pages.page import Page
from ui.desktop.pages.patients.erasing import ErasePanel
from ui.desktop.pages.patients.file_panel import FilePanel
from ui.desktop.pages.patients.model import PatientsModel
from ui.desktop.pages.patients.new_patient import Lookups, NewPatientPanel
from ui.desktop.pages.patients.only_strip import OnlyStrip
from ui.desktop.pages.patients.registry_panel import RegistryPanel
from ui.desktop.pages.place import Place
from ui.desktop.slices import Slices
from ui.desktop.tasks import Tasks
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.cell_table import CellTable
from ui.desktop.widgets.frames import column, frame, row
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters
from ui.desktop.widgets.save_place import documents_folder
from ui.desktop.workspace import Workspace

_PANEL_LETTERS = 50
_PREVIEW_LETTERS = 64
_SHARES = (0.17, 0.11, 0.2, 0.135, 0.18, 0.12, 0.085)
"""Of the width, column by column; the last one takes what is left."""


class PatientsPage(Page):
    """Search, open with Return, add; samples are added and removed in one step."""

    id = "patients"
    phrase = "shell-patients"
    shortcut = "Ctrl+1"
    patient_wanted = Signal(str)
    erased = Signal()
    """Somebody was erased from the record; backups and kept copies have to follow."""
    patient_made = Signal(str)

    def __init__(self, workspace: Workspace, notices: Notices, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._looking: Slices[None] = Slices(_nothing, self)
        self._looked_by: object = None
        self._compiled: Compiled = {}
        self._notices = notices
        self._tasks = tasks
        say = workspace.phrases.say
        whole = column(self, margin=0, spacing=0)
        head = frame("header")
        line = row(head)
        line.setContentsMargins(22, 14, 22, 14)
        line.addWidget(label(say("patients-title"), "title"), 1)
        self.samples = QPushButton(say("patients-add-samples"))
        self.remove_samples = QPushButton(say("patients-remove-samples"))
        self.new = QPushButton(say("patients-new"))
        self.new.setProperty("role", "primary")
        for button in (self.samples, self.remove_samples, self.new):
            line.addWidget(button)
        whole.addWidget(head)
        body = row(whole, stretch=1)
        body.setContentsMargins(22, 16, 22, 16)
        left = column(body, margin=0, stretch=1)
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("patients-search"))
        self.search.setAccessibleName(say("patients-search"))
        self.search.setClearButtonEnabled(True)
        self.model = PatientsModel(workspace.phrases, self)
        self.table = CellTable(self.model, say("patients-title"), _SHARES, theme)
        self.empty = self._offer()
        self.still = label("", "warning")
        self.still.setVisible(False)
        left.addWidget(self.search)
        self.only = OnlyStrip(workspace, notices, tasks)
        left.addWidget(self.only)
        left.addWidget(self.still)
        left.addWidget(self.empty)
        left.addWidget(self.table, 1)
        self.panel = NewPatientPanel(workspace.phrases, self._lookups())
        self.erasing = ErasePanel(workspace.phrases)
        self.file = FilePanel(workspace.phrases)
        self.registry = RegistryPanel(workspace, notices, tasks)
        for panel in (self.panel, self.erasing, self.file, self.registry):
            panel.setFixedWidth(letters(_PREVIEW_LETTERS if panel is self.registry else _PANEL_LETTERS))
            panel.setVisible(False)
            body.addWidget(panel)
        self._wire()

    def _offer(self) -> QWidget:
        """Offer the sample patients while there is nobody."""
        say = self._workspace.phrases.say
        card = frame("card")
        inside = column(card)
        inside.addWidget(label(say("start-samples-title"), "heading"))
        inside.addWidget(label(say("start-samples-why"), "muted"))
        self.with_samples = QPushButton(say("start-samples-yes"))
        self.with_samples.setProperty("role", "primary")
        self.without_samples = QPushButton(say("start-samples-no"))
        buttons = row(inside)
        buttons.addWidget(self.with_samples)
        buttons.addWidget(self.without_samples)
        buttons.addStretch(1)
        return card

    def _wire(self) -> None:
        self.search.textChanged.connect(self._searched)
        self.only.chosen.connect(self._show_only)
        self.search.installEventFilter(self)
        self.table.installEventFilter(self)
        self.table.doubleClicked.connect(self._open)
        self.table.verticalScrollBar().valueChanged.connect(self._look_over)
        self.new.clicked.connect(self.begin_new)
        self.with_samples.clicked.connect(self.add_samples)
        self.without_samples.clicked.connect(self.begin_new)
        self.panel.made.connect(self._add)
        self.panel.given_up.connect(self._close_panel)
        self.erasing.wanted.connect(self._erase)
        self.erasing.given_up.connect(self._close_panel)
        self.registry.given_up.connect(self._close_panel)
        self.file.wanted.connect(self._take_in)
        self.file.given_up.connect(self._close_panel)
        self.samples.clicked.connect(self.add_samples)
        self.remove_samples.clicked.connect(self.remove_all_samples)

    # --- what can be done

    @staticmethod
    def actions_offered(at: Place[PatientsPage], workspace: Workspace) -> Sequence[Action]:
        """Return what can be done here, before there is a page."""
        del workspace
        return (
            Action("patients.new", "patients-new", "menu-patient", at.going(PatientsPage.begin_new), "Ctrl+N"),
            Action("patients.file", "patients-file-action", "menu-patient", at.going(PatientsPage.ask_file)),
            Action("patients.samples", "patients-add-samples", "menu-patient", at.doing(PatientsPage.add_samples)),
            Action(
                "patients.remove-samples",
                "patients-remove-samples",
                "menu-patient",
                at.doing(PatientsPage.remove_all_samples),
            ),
            Action(
                "patients.erase",
                "patients-erase",
                "menu-patient",
                at.going(PatientsPage.begin_erasing),
                is_enabled=at.is_so(PatientsPage.has_row),
            ),
            Action("patients.export", "patients-export", "menu-file", at.going(PatientsPage.begin_export)),
        )

    @override
    def opened(self) -> None:
        self.refresh()
        self.search.setFocus()
        self.search.selectAll()  # what is typed now is another search

    @override
    def left(self) -> None:
        self._looking.stop()

    def refresh(self) -> None:
        """Read the list again; what was known of somebody who is open may be old."""
        patients = self._workspace.records.patients()
        judged_by = (self._workspace.knowledge, clock.today(), self._workspace.phrases.language)
        if judged_by != self._looked_by:
            self.model.forget_overviews()
            self._looked_by = judged_by
            self._compiled = {}
        elif self._workspace.patient is not None:
            self.model.forget_overviews(self._workspace.patient.id)
        self.model.show_patients(patients)
        self.only.show_patients(patients)
        self.only.setVisible(bool(patients))
        has_samples = any(line.is_synthetic for line in patients)
        self.samples.setVisible(not has_samples)
        self.remove_samples.setVisible(has_samples)
        self.empty.setVisible(not patients)
        self._select_first()
        self._look_over()

    @property
    def is_looking(self) -> bool:
        """True until everybody in view was looked over."""
        return self._looking.is_running

    def _look_over(self) -> None:
        """Look those over who are in view, one after the other, between the turns of the window."""
        self._looking.start(self._looks())

    def _looks(self) -> Generator[None, None, None]:
        while (at := self._next_in_view()) is not None:
            yield
            patient = self.model.line(at)
            today = clock.today()
            workspace, knowledge = self._workspace, self._workspace.knowledge
            setting = Setting(
                knowledge.catalogue,
                workspace.settings.language,
                workspace.author,
                today,
                today.isoformat(),
                clock.now_utc,
            )
            try:
                desk = desk_of(workspace.records, patient.id, setting)
            except WorldError:  # whoever opens the patient is told; the list shows the line alone
                self.model.show_overview(patient.id, Overview())
                continue
            overview = yield from look_over(
                desk, knowledge.watched, workspace.phrases, knowledge.schedules, self._compiled
            )
            self.model.show_overview(patient.id, overview)

    def _next_in_view(self) -> int | None:
        top = max(self.table.rowAt(0), 0)
        bottom = self.table.rowAt(self.table.viewport().height() - 1)
        last = self.model.rowCount() - 1 if bottom < 0 else bottom
        return next((at for at in range(top, last + 1) if not self.model.has_overview(at)), None)

    def show_still(self, words: str) -> None:
        """Show where erased patients still are; "" where they are nowhere."""
        self.still.setText(words)
        self.still.setVisible(bool(words))

    def begin_erasing(self) -> None:
        """Open the panel that erases the patient of the current row."""
        if not self.has_row():
            return
        line = self.model.line(self.table.currentIndex().row())
        born = whose_birth(line.birth, line.age, clock.today(), self._workspace.phrases)
        self._close_panel()
        self.erasing.show_patient(line, born)
        self.erasing.setVisible(True)
        self.erasing.setFocus()

    def begin_export(self) -> None:
        """Open the panel that shows what would leave for a registry."""
        self._close_panel()
        self.registry.setVisible(True)
        self.registry.begin()
        self.registry.setFocus()

    def ask_file(self) -> None:
        """Ask for a patient file and look at it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self, "", str(documents_folder()), f"YAML (*.yaml *.yml *.json *{SUFFIX})"
        )
        if chosen:
            self.look_at((Path(chosen),))

    def look_at(self, files: Sequence[Path]) -> None:
        """Look at a patient file from outside; who is looked at already stays, and the others are named."""
        first, *others = files
        if self.file.looked is not None:
            others = [*files]
        else:
            workspace = self._workspace
            try:
                looked = look_at_patient(first, workspace.records, workspace.knowledge.catalogue)
            except WorldError as error:
                self._notices.tell_error(error, workspace.phrases)
            else:
                self._close_panel()
                self.file.setVisible(True)
                self.file.show_file(looked)
        if others:
            names = ", ".join(each.name for each in others)
            self._notices.tell(self._workspace.phrases.say("patients-file-one-at-a-time", names=names))

    def begin_new(self) -> None:
        """Open the panel for a new patient."""
        self._close_panel()
        self.panel.clear()
        self.panel.setVisible(True)
        self.panel.setFocus()

    def add_samples(self) -> None:
        """Add the sample patients; a backup is made before."""
        vault, author = self._workspace.vault, self._workspace.author
        self.samples.setEnabled(False)
        self.with_samples.setEnabled(False)
        words = self._workspace.phrases.say("doing-samples")

        def work(report: Report) -> int:
            return backed_up(vault, lambda: take_in_samples(vault.records, author, report))

        self._tasks.run_shown(words, work, self._samples_added, self._failed)

    def _samples_added(self, count: int) -> None:
        self.samples.setEnabled(True)
        self.with_samples.setEnabled(True)
        self.refresh()
        self._notices.tell(self._workspace.phrases.say("patients-samples-added", count=count))

    def _failed(self, error: Exception) -> None:
        for button in (self.samples, self.with_samples, self.remove_samples):
            button.setEnabled(True)
        self._notices.tell_error(error, self._workspace.phrases)

    # --- inside

    def _add(self, statements: tuple[Statement, ...]) -> None:
        try:
            patient_id = self._workspace.records.add_patient(statements, self._workspace.author)
        except WorldError as error:
            self._notices.tell_error(error, self._workspace.phrases)
            return
        self._close_panel()
        self.patient_made.emit(patient_id)

    def _take_in(self, looked: LookedAt) -> None:
        try:
            patient_id = take_in_patient(looked, self._workspace.records, self._workspace.author)
        except WorldError as error:
            self._notices.tell_error(error, self._workspace.phrases)
            return
        self._close_panel()
        self.patient_wanted.emit(patient_id)

    def _close_panel(self) -> None:
        for panel in (self.panel, self.erasing, self.registry, self.file):
            panel.setVisible(False)
            panel.clear()
        self.search.setFocus()

    def _erase(self, patient_id: str, reason: str) -> None:
        workspace = self._workspace
        if workspace.patient is not None and workspace.patient.id == patient_id:
            workspace.close_patient()
        try:
            workspace.vault.erasing.erase(patient_id, reason, workspace.author)
        except WorldError as error:
            self._notices.tell_error(error, workspace.phrases)
            return
        self._close_panel()
        self.refresh()
        self._notices.tell(workspace.phrases.say("patients-erased"))
        self.erased.emit()

    def has_row(self) -> bool:
        """Tell whether a patient is chosen in the list."""
        return self.table.currentIndex().isValid()

    def remove_all_samples(self) -> None:
        """Erase every synthetic patient."""
        if self._workspace.patient is not None and self._workspace.patient.is_synthetic:
            self._workspace.close_patient()
        erasing, author = self._workspace.vault.erasing, self._workspace.author
        self.remove_samples.setEnabled(False)
        self._tasks.run_shown(
            self._workspace.phrases.say("doing-remove-samples"),
            lambda report: erasing.remove_synthetic(author, report),
            self._samples_removed,
            self._failed,
        )

    def _samples_removed(self, count: int) -> None:
        self.remove_samples.setEnabled(True)
        self.refresh()
        self._notices.tell(self._workspace.phrases.say("patients-samples-removed", count=count))
        self.erased.emit()

    def _show_only(self, patients: frozenset[str] | None) -> None:
        self.model.show_only(patients)
        self._select_first()
        self._look_over()

    def _searched(self, text: str) -> None:
        self.model.search(text)
        self._select_first()
        self._look_over()

    def _select_first(self) -> None:
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.patient_wanted.emit(self.model.line(index.row()).id)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open(self.table.currentIndex())
                return True
            if watched is self.search and event.key() == Qt.Key.Key_Down:
                self.table.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _lookups(self) -> Lookups:
        workspace = self._workspace
        language = workspace.phrases.language
        sex = workspace.knowledge.catalogue.by_role["sex"]
        today = clock.today()
        blank = Desk("", workspace.knowledge.catalogue, language, today, today.isoformat())
        return Lookups(
            read_births=lambda birth, age: read_births(birth, age, blank),
            problem=lambda typed: problem_words(typed, workspace.phrases),
            offers=offered_texts,
            same_name=workspace.records.find_same_name,
            sexes=[(code.id, in_language(code.label, language)) for code in sex.codes],
        )


def _nothing(_: None) -> None:
    """Every overview was shown as it came."""
