"""The page of the known trials: the newest kept state of a registry, narrowed, by distance; what changed; drafts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from core import clock
from core.progress import GivenUpError, Report
from core.trials.listing import Listed, Wish, wished
from core.trials.person import Person, person_of
from core.trials.places import NamedPlace, places_of, read_place
from core.use_cases.compare_registry import Overview, overview, read_contents
from core.use_cases.draft_from_registry import draft_of
from core.use_cases.keep_drafts import Draft
from core.use_cases.keep_registry import Kept, KeptRegistry, Taken
from core.values.truth import Truth
from core.wording.trials import TrialWords
from ui.desktop.actions import Action
from ui.desktop.notices import Notices
from ui.desktop.pages.page import Page
from ui.desktop.pages.place import Place
from ui.desktop.pages.trials.detail import Detail
from ui.desktop.pages.trials.filters import Filters
from ui.desktop.pages.trials.model import ChangesModel, TrialsModel
from ui.desktop.tasks import Task, Tasks
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.awaited_focus import AwaitedFocus
from ui.desktop.widgets.cell_table import CellTable
from ui.desktop.widgets.frames import column, frame, row
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters
from ui.desktop.workspace import Workspace

_SHARES = (0.285, 0.12, 0.065, 0.085, 0.145, 0.115, 0.08)
_NARROW_SHARES = (0.25, 0.13, 0, 0.1, 0.195, 0.13, 0.1)
"""Of the width; where there is little, the phase is told beside the list alone."""
_CHANGE_SHARES = (0.13, 0.37)
_NARROW_LETTERS = 140
_DETAIL_LETTERS, _LEAST_DETAIL = 44, 36
_WIDE, _SIDE = 29, 10
_KINDS = "JSON, CSV (*.json *.csv)"


class TrialsPage(Page):
    """What a registry told is public and of nobody; who of the patients it could concern is found out here alone."""

    id = "trials"
    phrase = "shell-trials"
    shortcut = "Ctrl+7"
    draft_wanted = Signal(object)
    """A draft of a rule file is to be edited."""
    file_wanted = Signal(str)
    """A rule file is to be shown, by its id."""
    place_chosen = Signal(str)
    """Where the clinic is, as the settings keep it."""

    def __init__(self, workspace: Workspace, notices: Notices, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self._workspace, self._notices, self._tasks = workspace, notices, tasks
        self._words = TrialWords(workspace.phrases)
        self._task: Task | None = None
        self._whole = Overview(Kept())
        self._since = ""
        self._is_shown = False
        self._focus = AwaitedFocus()
        self.shown: tuple[Listed, ...] = ()
        whole = column(self, margin=0, spacing=0)
        self.filters = Filters(workspace.phrases)
        whole.addWidget(self._head())
        body = row(whole, spacing=0, stretch=1)
        left = column(body, margin=0, spacing=0, stretch=_WIDE)
        self._add_views(left, theme)
        side = frame("side")
        side.setMinimumWidth(letters(_LEAST_DETAIL))
        side.setMaximumWidth(letters(_DETAIL_LETTERS))
        self.detail = Detail(workspace.phrases, theme)
        column(side, margin=0, spacing=0).addWidget(self.detail)
        self.side = side
        body.addWidget(side, _SIDE)
        self._wire()
        self._show_overview(self._whole)

    def _head(self) -> QWidget:
        say = self._workspace.phrases.say
        head = frame("header")
        lines = column(head, margin=0, spacing=6)
        lines.setContentsMargins(16, 10, 16, 10)
        line = row(lines)
        words = column(line, margin=0, spacing=2, stretch=1)
        words.addWidget(label(say("trials-title"), "title"))
        self.about = label("", "muted", is_heard=True)
        words.addWidget(self.about)
        self.what_changed = QPushButton()
        self.what_changed.setCheckable(True)
        self.take_in = QPushButton(say("trials-import"))
        self.take_in.setProperty("role", "primary")
        for widget in (self.what_changed, self.take_in):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        lines.addWidget(self.filters)
        return head

    def _add_views(self, left: QVBoxLayout, theme: Theme) -> None:
        phrases = self._workspace.phrases
        say = phrases.say
        self.model, self.changes = TrialsModel(phrases, self), ChangesModel(phrases, self)
        self.table = CellTable(self.model, say("trials-title"), _SHARES, theme)
        self.change_table = CellTable(self.changes, say("trials-column-changed"), _CHANGE_SHARES, theme)
        for table in (self.table, self.change_table):
            table.setProperty("role", "rows")
        self.none = label(say("trials-none-match"), "muted", is_heard=True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.first = QWidget()
        first = column(self.first, margin=24)
        first.addWidget(label(say("trials-first-title"), "heading"))
        first.addWidget(label(say("trials-first"), "muted"))
        self.first_import = QPushButton(say("trials-first-import"))
        self.first_import.setProperty("role", "primary")
        first.addWidget(self.first_import, 0, Qt.AlignmentFlag.AlignLeft)
        first.addStretch(1)
        self.views = QStackedWidget()
        for view in (self.table, self.change_table, self.none, self.first):
            self.views.addWidget(view)
        left.addWidget(self.views, 1)
        self.foot = label("", "muted")
        self.foot.setContentsMargins(16, 6, 16, 6)
        left.addWidget(self.foot)

    def _wire(self) -> None:
        self.take_in.clicked.connect(self.choose_files)
        self.first_import.clicked.connect(self.choose_files)
        self.what_changed.toggled.connect(self._turn)
        self.filters.place_chosen.connect(self._choose_place)
        self.filters.changed.connect(self._show_narrowed)
        self.filters.since_chosen.connect(self._compare_since)
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        self.change_table.selectionModel().currentRowChanged.connect(self._show_changed_detail)
        self.detail.draft_wanted.connect(self.begin_draft)
        self.detail.file_wanted.connect(self.file_wanted)
        self._workspace.patient_changed.connect(self._patient_changed)

    # --- what can be done

    @staticmethod
    def actions_offered(at: Place[TrialsPage], workspace: Workspace) -> Sequence[Action]:
        """Return what can be done here, before there is a page."""
        del workspace
        return (Action("trials.import", "trials-first-import", "menu-rules", at.going(TrialsPage.choose_files)),)

    @override
    def opened(self) -> None:
        """Read what is kept, which another program may have added to; what is shown already stays meanwhile."""
        self._is_shown = True
        self._know_person()
        if self.model.rowCount():
            self.table.setFocus()
        self._focus.begin()
        self.refresh()

    @override
    def left(self) -> None:
        self._is_shown = False
        self._focus.stop()
        self._drop()

    @property
    def is_reading(self) -> bool:
        """True until what is kept is shown."""
        return self._task is not None

    def _drop(self) -> None:
        if self._task is not None:
            self._task.drop()
            self._task = None

    # --- the state

    def refresh(self) -> None:
        """Show the newest state that is kept, by the rule files and the place of now."""
        looked = self._looking()
        self._run("doing-trials", lambda _: looked(), self._show_overview)

    def _looking(self) -> Callable[[], Overview]:
        registry, files, home, since = self._registry, self._workspace.knowledge.rules, self.home, self._since
        return lambda: overview(registry.kept(), files, home, since)

    def choose_files(self) -> None:
        """Choose the files of one state from disk."""
        chosen, _ = QFileDialog.getOpenFileNames(self, "", "", _KINDS)
        if chosen:
            self.import_files([Path(each) for each in chosen])

    def import_files(self, paths: Sequence[Path]) -> None:
        """Keep the files as one state, and show what there is then."""
        registry, looked = self._registry, self._looking()

        def work(_: Report) -> tuple[Taken, Overview]:
            taken = registry.keep(read_contents(paths))
            return taken, looked()

        self._run("doing-trials-import", work, self._imported)

    def _imported(self, found: tuple[Taken, Overview]) -> None:
        taken, whole = found
        self._show_overview(whole)
        self._notices.tell(self._said_of(taken, whole))
        self.table.setFocus()

    def _said_of(self, taken: Taken, whole: Overview) -> str:
        say, state = self._workspace.phrases.say, self._words.state(taken.state.read.state)
        newest = whole.kept.newest
        if whole.since and not taken.is_older:
            since = self._words.day(whole.since)
            said = [say("trials-imported", state=state, changed=len(whole.changed), since=since)]
        else:
            said = [say("trials-imported-first", state=state)]
        said += [say("trials-kept-already")] if taken.is_known else []
        if taken.is_older and newest is not None:
            said.append(say("trials-kept-older", day=self._words.day(newest.day)))
        skipped = "; ".join(self._words.skipped(taken.skipped))
        return " ".join((*said, *([say("trials-imported-skipped", what=skipped)] if skipped else [])))

    def _compare_since(self, day: str) -> None:
        self._since = day
        self.refresh()

    def _run(self, words: str, work: Callable[[Report], object], done: Callable[..., None]) -> None:
        self._drop()

        def ended(result: object) -> None:
            self._task = None
            done(result)

        self._task = self._tasks.run_shown(self._workspace.phrases.say(words), work, ended, self._failed)

    def _failed(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, GivenUpError):
            self._notices.tell_error(error, self._workspace.phrases)

    # --- where, and for whom

    @property
    def _registry(self) -> KeptRegistry:
        return self._workspace.registry

    @property
    def home(self) -> NamedPlace | None:
        """Where the clinic is, by the settings."""
        return read_place(self._workspace.settings.place)

    def _choose_place(self, text: str) -> None:
        self.place_chosen.emit(text)
        self.refresh()

    def _patient_changed(self) -> None:
        """Whom the list was narrowed to is open no more."""
        self.filters.fits_patient.setChecked(False)
        if self._is_shown:
            self._know_person()
            self._show_narrowed()

    def _know_person(self) -> None:
        self.filters.know_person(self._person())

    def _person(self) -> Person | None:
        workspace = self._workspace
        if not workspace.is_open:
            return None
        chart = workspace.desk.recorded.chart
        person = person_of(chart, workspace.evaluation_on, workspace.knowledge.catalogue)
        return person if person.diseases else None

    # --- showing

    def _show_overview(self, whole: Overview) -> None:
        self._whole = whole
        say, words, newest = self._workspace.phrases.say, self._words, whole.kept.newest
        about = [say("trials-unreadable", count=whole.kept.unreadable)] if whole.kept.unreadable else []
        if newest is not None:
            day, imported = words.day(newest.day), words.day(newest.imported_on)
            about.insert(0, say("trials-about", trials=len(whole.listed), day=day, imported=imported))
        self.about.setText("\n".join(about))
        self.filters.know(whole.listed, [each.day for each in reversed(whole.kept.states[:-1])], whole.since)
        self.filters.know_places(self._workspace.settings.place, places_of(each.trial for each in whole.listed))
        is_there = newest is not None
        for widget in (self.what_changed, self.take_in, self.filters, self.side, self.foot):
            widget.setVisible(is_there)
        self.what_changed.setEnabled(bool(whole.since))
        if not whole.since:
            self.what_changed.setChecked(False)
        self._show_narrowed()
        if self._focus.is_due():  # what is hidden while nothing is kept cannot have it
            rows = self.table if self.model.rowCount() else self.filters.search
            (rows if is_there else self.first_import).setFocus()

    def _show_narrowed(self) -> None:
        wish = self.filters.wish
        found = wished(self._whole.listed, wish)
        sure = tuple(each for each in found if each.fits is Truth.TRUE)
        self.shown = found if self.filters.perhaps.isChecked() else sure
        self._count(wish, found, sure)
        numbers = {each.trial.number for each in self.shown}
        # what is gone is in no list any more, and fits by what the older state said of it
        gone = {each.trial.number for each in self._whole.changed} - {each.trial.number for each in self._whole.listed}
        before = self.detail.listed
        self.model.show_trials(self.shown, has_place=self.home is not None)
        self.changes.show_changes([each for each in self._whole.changed if each.trial.number in numbers | gone])
        self._show_view()
        if not self.what_changed.isChecked():
            self._stand_at("" if before is None else before.trial.number)
        self.filters.all.setVisible(not self.filters.is_everything)

    def _count(self, wish: Wish, found: Sequence[Listed], sure: Sequence[Listed]) -> None:
        say, whole = self._workspace.phrases.say, self._whole
        person = self.filters.person
        fitting = None if person is None else len(wished(whole.listed, replace(wish, person=person)))
        changed = len(wished(whole.listed, replace(wish, only_changed=True)))
        self.filters.count(changed, fitting, len(found) - len(sure))
        self.what_changed.setText(say("trials-what-changed", count=changed))
        self.what_changed.setAccessibleName(
            say("trials-what-changed-name", day=self._words.day(whole.since) if whole.since else "–", count=changed)
        )
        files = sum(each.file is not None for each in self.shown)
        nowhere = sum(not each.trial.countries for each in whole.listed)
        foot = say("trials-foot", shown=len(self.shown), all=len(whole.listed), files=files, nowhere=nowhere)
        perhaps = sum(each.fits is not Truth.TRUE for each in self.shown)
        rest = (
            say("trials-foot-coarse"),
            say("trials-foot-perhaps", count=perhaps) if perhaps else "",
            say("trials-patient-no-disease") if self._workspace.is_open and person is None else "",
        )
        self.foot.setText("\n".join((foot, " ".join(filter(None, rest)))))

    def _turn(self) -> None:
        """Show what changed, or the list again, each with the trial that is looked at there."""
        self._show_narrowed()
        if self.what_changed.isChecked() and self.changes.rowCount():
            self.change_table.setCurrentIndex(self.changes.index(0, 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < letters(_NARROW_LETTERS)
        self.table.share(_NARROW_SHARES if is_narrow else _SHARES)

    def _show_view(self) -> None:
        view: QWidget = self.table
        if self._whole.kept.newest is None:
            view = self.first
        elif self.what_changed.isChecked():
            view = self.change_table if self.changes.rowCount() else self.none
        elif not self.shown:
            view = self.none
        self.views.setCurrentWidget(view)

    def _stand_at(self, number: str) -> None:
        """Stay at the trial that was looked at, else at the first one."""
        if not self.shown:
            self._show_listed(None)
            return
        self.table.setCurrentIndex(self.model.index(self.model.place_of(number) or 0, 0))

    def _show_detail(self, current: QModelIndex) -> None:
        if current.isValid():
            self._show_listed(self.model.trials[current.row()])

    def _show_changed_detail(self, current: QModelIndex) -> None:
        if current.isValid():
            changed = self.changes.changes[current.row()]
            listed = next((each for each in self._whole.listed if each.trial.number == changed.trial.number), None)
            self._show_listed(listed or Listed(changed.trial, changed=changed))

    def _show_listed(self, listed: Listed | None) -> None:
        self.detail.show_trial(listed, self.home)

    # --- a draft

    def begin_draft(self, number: str) -> None:
        """Make the draft of a rule file from a record, to be edited on the page of the rules."""
        workspace, newest = self._workspace, self._whole.kept.newest
        if newest is None:
            return
        wish, catalogue, phrases, today = (
            self.filters.wish,
            workspace.knowledge.catalogue,
            workspace.phrases,
            clock.today(),
        )
        otherwise = wish.diseases if len(wish.diseases) == 1 else ()

        def work(_: Report) -> Draft:
            return draft_of(newest, number, otherwise, catalogue, today, phrases)

        self._run("doing-trials-draft", work, self.draft_wanted.emit)
