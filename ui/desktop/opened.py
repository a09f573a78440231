"""An open vault in the window: its pages, made for each opening and for each language, and their wires."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from core import clock
from core.errors import WorldError
from core.language.dates import format_date
from core.rule_files.drafting.author_pages import author_pages
from core.store.records import FailedError, PatientLine
from core.store.vault.backups import Backup
from core.store.vault.recovery_key import new_recovery_key
from core.store.vault.vault import (
    OpenVault,
)
from core.use_cases.close_vault import Closed, close_vault
from core.use_cases.explain_claims import claims_text
from core.use_cases.keep_drafts import Draft
from core.use_cases.keep_library import LibraryFile, judged_files, with_own
from core.use_cases.keep_settings import Settings
from core.use_cases.keep_shelf import shelf_of
from core.use_cases.plan_follow_up import load_schedules
from core.use_cases.read_manual import manual_name, write_manual
from core.use_cases.survey_record import RecordSurvey
from core.use_cases.take_in_patient import is_patient_file
from core.wording.errors import error_words
from ui.desktop.about import About
from ui.desktop.actions import Action
from ui.desktop.field_names import field_names
from ui.desktop.findable import Findable
from ui.desktop.loaded import Loaded
from ui.desktop.manual import Manual
from ui.desktop.notices import words_of
from ui.desktop.pages.cohort.page import CohortPage
from ui.desktop.pages.documents.page import DocumentsPage
from ui.desktop.pages.follow_up.page import FollowUpPage
from ui.desktop.pages.log.page import LogPage
from ui.desktop.pages.page import Page
from ui.desktop.pages.patients.page import PatientsPage
from ui.desktop.pages.place import Place
from ui.desktop.pages.rules.page import RulesPage
from ui.desktop.pages.screening.page import ScreeningPage
from ui.desktop.pages.settings.page import SettingsPage
from ui.desktop.pages.trials.page import TrialsPage
from ui.desktop.palette import Entry, Palette
from ui.desktop.qt_words import key_words
from ui.desktop.reaching import Reaching
from ui.desktop.shell import FIND
from ui.desktop.tasks import Task
from ui.desktop.widgets.reading_sheet import PagesSheet, ReadingSheet
from ui.desktop.widgets.save_place import chosen_place
from ui.desktop.workspace import Knowledge, Workspace

if TYPE_CHECKING:
    from ui.desktop.app import Window

_BACK_UP_EVERY_MS = 30 * 60 * 1000
_MINUTE = 60


def enter(loaded: Loaded, window: Window, vault: OpenVault) -> Opened:
    """Show an open vault; its own rule files count too."""
    knowledge, shelf = loaded.knowledge, shelf_of(vault)
    if shelf.paths:
        rules = with_own(knowledge.rules, shelf, knowledge.catalogue)
        knowledge = replace(knowledge, rules=rules)
    return Opened(window, vault, knowledge)


class Opened:
    """The pages of one open vault and their wires."""

    def __init__(self, window: Window, vault: OpenVault, knowledge: Knowledge) -> None:
        vault.records.hurry_here()
        last = vault.records.last_act_at()  # where this fails nothing is half open
        self._window = window
        self._vault = vault
        self.workspace = Workspace(vault, knowledge, window.settings, window.tasks.deliver, window.shell)
        self.workspace.patient_changed.connect(self._name_patient)
        self.workspace.went_wrong.connect(self._tell)
        self.workspace.closed_for_writing.connect(self._tell_closed_for_writing)
        window.idle.seconds_left.connect(self._show_time_left)
        window.shell.palette_wanted.connect(self.find)
        self._backing_up = QTimer(window.shell)
        self._backing_up.setInterval(_BACK_UP_EVERY_MS)
        self._backing_up.timeout.connect(self._back_up_in_silence)
        self._looking_over: Task | None = None
        self._backing_up.start()
        self.reaching = Reaching(
            vault.erasing, window.tasks, window.notices, lambda: self.workspace.phrases, window.shell
        )
        self.places: tuple[Place[Page], ...] = ()
        self._survey = RecordSurvey()
        self.show_pages("patients")
        self._check_clock(last)
        self._tell_all(vault.noticed)
        self._look_over()
        self.reaching.begin()

    # --- pages

    def show_pages(self, shown: str) -> None:
        """Make the places in the language of the settings and show one of them."""
        self._window.tasks.drop()
        if self._looking_over is not None and not self._looking_over.is_done:  # that is no page's and has to be done
            self._look_over()
        phrases = self.workspace.phrases
        patients = Place(PatientsPage, self._make_patients, PatientsPage.actions_offered)
        screening = Place(ScreeningPage, self._make_screening, ScreeningPage.actions_offered)
        documents = Place(DocumentsPage, self._make_documents, DocumentsPage.actions_offered)
        follow_up = Place(FollowUpPage, self._make_follow_up, FollowUpPage.actions_offered)
        rules = Place(RulesPage, self._make_rules, RulesPage.actions_offered)
        trials = Place(TrialsPage, self._make_trials, TrialsPage.actions_offered)
        log = Place(LogPage, self._make_log, LogPage.actions_offered)
        cohort = Place(CohortPage, self._make_cohort, CohortPage.actions_offered)
        settings = Place(SettingsPage, self._make_settings, SettingsPage.actions_offered)
        self.places = (
            patients,
            screening,
            documents,
            follow_up,
            log,
            rules,
            trials,
            cohort,
            settings,
        )
        self._window.shell.show_places(self.places, phrases, self._window.theme)
        self._window.shell.show_menus(self.actions, phrases)
        self._window.shell.show_page(shown)
        self._show_time_left(self.workspace.settings.lock_minutes * 60)
        failure = self.workspace.records.failure
        if failure is not None:
            self._tell_closed_for_writing(failure)

    def _make_patients(self) -> PatientsPage:
        made = PatientsPage(self.workspace, self._window.notices, self._window.tasks, self._window.theme)
        made.patient_wanted.connect(self.open_patient)
        made.erased.connect(self.reaching.begin)
        self.reaching.changed.connect(made.show_still)
        self.reaching.show()
        made.patient_made.connect(self.begin_patient)
        return made

    def _make_screening(self) -> ScreeningPage:
        made = ScreeningPage(self.workspace, self._window.notices, self._window.theme)
        made.report_wanted.connect(partial(self._window.shell.show_page, DocumentsPage.id))
        return made

    def _make_documents(self) -> DocumentsPage:
        return DocumentsPage(self.workspace, self._window.notices, self._window.tasks)

    def _make_follow_up(self) -> FollowUpPage:
        made = FollowUpPage(self.workspace, self._window.notices, self._window.tasks, self._window.theme)
        made.field_wanted.connect(self._go_to_field)
        return made

    def _make_log(self) -> LogPage:
        return LogPage(self.workspace, self._window.notices, self._window.tasks, self._window.theme)

    def _make_cohort(self) -> CohortPage:
        window = self._window
        made = CohortPage(self.workspace, window.notices, window.tasks, window.theme, self._survey)
        made.patient_wanted.connect(self._open_by_file)
        return made

    def _make_trials(self) -> TrialsPage:
        window = self._window
        made = TrialsPage(self.workspace, window.notices, window.tasks, window.theme)
        made.draft_wanted.connect(self._write_draft)
        made.file_wanted.connect(self._show_rule_file)
        made.place_chosen.connect(self._keep_place)
        return made

    def _write_draft(self, draft: Draft) -> None:
        """Edit a draft on the page of the rules; one of its name that was begun before is gone on with."""
        self._on_rules(lambda page: page.writing.begin(draft.name, draft.origin, lambda: draft.text))

    def _show_rule_file(self, rule_id: str) -> None:
        self._on_rules(lambda page: page.show_rule_file(rule_id))

    def _on_rules(self, do: Callable[[RulesPage], None]) -> None:
        self._window.shell.show_page(RulesPage.id)
        page = next(each for each in self.places if each.id == RulesPage.id).page
        if isinstance(page, RulesPage):
            do(page)

    def _keep_place(self, text: str) -> None:
        """Where the clinic is, is a setting: papers tell distances from it too."""
        self.change_settings(replace(self.workspace.settings, place=text))

    def _open_by_file(self, patient_id: str, file: str) -> None:
        """Open a patient at what one file says."""
        self.open_patient(patient_id)
        if self.workspace.is_open and file:
            self.workspace.select(file)

    def _make_rules(self) -> RulesPage:
        made = RulesPage(self.workspace, self._window.notices, self._window.tasks, self._window.theme)
        made.library_changed.connect(self._judge_by)
        return made

    def _make_settings(self) -> SettingsPage:
        made = SettingsPage(self.workspace, self._window.notices, self._window.tasks)
        made.changed.connect(self.change_settings)
        made.new_key_wanted.connect(self._show_new_key)
        made.destroyed_said.connect(self._say_destroyed)
        self.reaching.changed.connect(made.erased.show_still)
        self.reaching.show()
        return made

    def _say_destroyed(self) -> None:
        self.reaching.say_destroyed(self.workspace.author)

    def _judge_by(self, library: tuple[LibraryFile, ...]) -> None:
        """What was taken in is judged from now on; every page reads the workspace and hears that it judged again."""
        files = judged_files(library, shelf_of(self._vault).acts())
        self.workspace.judge_by(replace(self.workspace.knowledge, rules=files))

    def add_samples(self) -> None:
        """Add the sample patients."""
        next(each for each in self.actions if each.id == "patients.samples").run()

    def take_in(self, files: Sequence[Path]) -> None:
        """Check what comes from outside on its page, as by the menu; nothing is kept before it is accepted.

        What is looked at there meanwhile stays: nobody accepts a file that took its place at the last moment.
        """
        patients = [each for each in files if is_patient_file(each)]
        if patients:
            self._window.shell.show_page(PatientsPage.id)
            page = next(each for each in self.places if each.id == PatientsPage.id).page
            if isinstance(page, PatientsPage):
                page.look_at(patients)
        rules = [each for each in files if each not in patients]
        if rules:
            self._take_in_rules(rules)

    def _take_in_rules(self, files: Sequence[Path]) -> None:
        self._window.shell.show_page(RulesPage.id)
        page = next(each for each in self.places if each.id == RulesPage.id).page
        if not isinstance(page, RulesPage):
            return
        if page.taken is None:
            page.check_files(files)
        else:
            names = ", ".join(each.name for each in files)
            self._window.notices.tell(self.workspace.phrases.say("rules-one-at-a-time", names=names))

    def open_patient(self, patient_id: str) -> None:
        """Open a patient and show the screening."""
        try:
            self.workspace.open_patient(patient_id)
        except WorldError as error:
            self._tell(error)
            return
        self._window.shell.show_page("screening")
        recovered = self.workspace.recovered
        if recovered:
            names = field_names(recovered, self.workspace.knowledge.catalogue, self.workspace.phrases)
            self._window.notices.tell(self.workspace.phrases.say("shell-recovered", fields=names))

    def begin_patient(self, patient_id: str) -> None:
        """Open a patient that was just made, where the first diagnosis is typed."""
        self.open_patient(patient_id)
        page = next(each for each in self.places if each.id == ScreeningPage.id).page
        if isinstance(page, ScreeningPage) and self.workspace.is_open:
            page.begin_entry()

    def change_settings(self, settings: Settings) -> None:
        """Take other settings: the pages are made again where they look or speak otherwise, else they stand."""
        shown, before = self._window.shell.shown_page, self.workspace.settings
        self._window.change_settings(settings)
        self.workspace.change_settings(settings)
        if settings.looks != before.looks:
            self.show_pages(shown)
        self._window.idle.start(settings.lock_minutes)
        self._window.notices.tell(self.workspace.phrases.say("settings-kept"))

    def _show_new_key(self) -> None:
        """Show a new recovery key; it counts once it is known to be on paper, until then the old one does."""
        key = new_recovery_key()
        self._window.tasks.drop()  # the pages go
        sheet = self._window.opening.show_sheet(key, is_first=False)
        sheet.confirmed.connect(partial(self._use_key, key))
        sheet.given_up.connect(partial(self.show_pages, "settings"))

    def _use_key(self, key: str) -> None:
        try:
            self._vault.use_recovery_key(key)
        except WorldError as error:
            self.show_pages("settings")
            self._tell(error)
            return
        self.show_pages("settings")
        say, stayed = self.workspace.phrases.say, ", ".join(self._vault.stayed)
        words = say("settings-new-key-kept-but", names=stayed) if stayed else say("settings-new-key-kept")
        self._window.notices.tell(words)

    @property
    def actions(self) -> tuple[Action, ...]:
        """Everything that can be done, for the menus, the palette and the sheet of shortcuts."""
        shell = self._window.shell
        whole = (
            Action("find", "shell-find", "menu-view", self.find, FIND),
            Action("keys", "shell-keys", "menu-help", self.show_keys, "Ctrl+/"),
            Action("manual", "manual-title", "menu-help", self.show_manual, "Shift+F1"),
            Action("manual.save", "manual-save", "menu-help", self.save_manual),
            Action("authors", "authors-action", "menu-help", self.show_author_pages),
            Action("claims", "claims-title", "menu-help", self.show_claims),
            Action("about", "about-title", "menu-help", self.show_about),
            Action("lock", "shell-lock", "menu-file", shell.lock_wanted.emit, "Ctrl+L"),
            Action("back-up", "shell-back-up", "menu-file", self.back_up),
            Action("quit", "shell-quit", "menu-file", self._quit, "Ctrl+Q"),
        )
        places = tuple(
            Action(f"go.{each.id}", each.phrase, "menu-view", partial(shell.show_page, each.id), each.shortcut)
            for each in self.places
        )
        return (*places, *whole, *(action for each in self.places for action in each.actions(self.workspace)))

    # --- palette and keys

    def find(self) -> None:
        """Open the palette."""
        Palette(self.entries(), self.workspace.phrases.say("shell-find"), self._window.shell).open()

    def show_keys(self) -> None:
        """Open the sheet of shortcuts."""
        say = self.workspace.phrases.say
        with_keys = [each for each in self.actions if each.shortcut]
        entries = [Entry(say(each.phrase), each.run, partial(key_words, each.shortcut)) for each in with_keys]
        Palette(entries, say("shell-keys"), self._window.shell).open()

    def show_about(self) -> None:
        """Say what the program is, and what it is not."""
        About(self.workspace.phrases, self._window.shell).open()

    def show_manual(self) -> None:
        """Show the manual."""
        Manual(self.workspace.phrases, self._window.shell).open()

    def save_manual(self) -> None:
        """Save the manual as a PDF."""
        place = chosen_place(self._window.shell, manual_name(self.workspace.phrases.language), "PDF (*.pdf)")
        if place is None:
            return
        phrases = self.workspace.phrases
        say, work = phrases.say, partial(write_manual, place, phrases.language, clock.now_utc())
        saved = partial(self._window.notices.tell, say("documents-saved", place=str(place)))
        self._window.tasks.run_shown(say("manual-save"), lambda _: work(), lambda _: saved(), self._tell)

    def show_author_pages(self) -> None:
        """Say how rule files are written."""
        phrases = self.workspace.phrases
        pages = author_pages(phrases.language)
        PagesSheet(phrases.say("authors-title"), pages, phrases.say("authors-parts"), self._window.shell).open()

    def show_claims(self) -> None:
        """Say what public texts claim and papers do not carry."""
        phrases, catalogue = self.workspace.phrases, self.workspace.knowledge.catalogue
        title = phrases.say("claims-title")

        def show(text: str) -> None:
            ReadingSheet(title, title, text, self._window.shell).open()

        self._window.tasks.run(lambda: claims_text(load_schedules(catalogue), phrases), show, self._tell)

    def entries(self) -> Iterator[Entry]:
        """Return everything the palette can find."""
        findable = Findable(self.workspace, self._select_file, self._go_to_field, self._ask_score, self.open_patient)
        return findable.entries(self.actions, self._lines)

    def _lines(self) -> tuple[PatientLine, ...]:
        """Return the patients; a damaged record is told and has none, so that actions are still found."""
        try:
            return self.workspace.records.patients()
        except WorldError as error:
            self._tell(error)
            return ()

    def _go_to_field(self, name: str) -> None:
        """Go to a field of the open patient, on whatever page one is."""
        self._on_screening(lambda page: page.go_to_field(name))

    def _ask_score(self, name: str) -> None:
        """Ask a score of the open patient item by item."""
        self._on_screening(lambda page: page.ask_score(name))

    def _on_screening(self, do: Callable[[ScreeningPage], None]) -> None:
        page = next(each for each in self.places if each.id == ScreeningPage.id).page
        if isinstance(page, ScreeningPage) and self.workspace.is_open:
            self._window.shell.show_page(ScreeningPage.id)
            do(page)

    def _select_file(self, rule_id: str) -> None:
        if self.workspace.is_open:
            self.workspace.select(rule_id)
            self._window.shell.show_page("screening")

    # --- what runs by itself

    def back_up(self) -> None:
        """Make a backup now and say so."""
        words = self.workspace.phrases.say("doing-back-up")
        self._window.tasks.run_shown(words, self._vault.backup, self._backed_up, self._tell)

    def _backed_up(self, made: Backup | None) -> None:
        self._window.notices.tell(self.workspace.phrases.say("shell-backed-up" if made else "shell-no-change"))
        self.reaching.begin_if_owed()

    def _look_over(self) -> None:
        self._looking_over = self._window.tasks.run_in_steps(self._vault.look_over, self._tell_all, self._tell)

    def _tell_all(self, noticed: Sequence[WorldError]) -> None:
        if noticed:
            self._window.notices.tell("\n".join(error_words(each, self.workspace.phrases) for each in noticed))

    def _back_up_in_silence(self) -> None:
        if self.workspace.records.failure is not None:
            return  # told already, and the newest good backup stays the newest
        self._window.tasks.run(self._vault.backup, self._backed_up_in_silence, self._tell)

    def _backed_up_in_silence(self, made: Backup | None) -> None:
        """Say nothing: a backup that went well is not worth a notice."""
        del made
        self.reaching.begin_if_owed()

    def _check_clock(self, last: datetime | None) -> None:
        if last is not None and clock.now_utc() < last:
            day = format_date(last.date(), self.workspace.phrases.language)
            self._window.notices.tell(self.workspace.phrases.say("shell-clock", day=day))

    def _show_time_left(self, seconds: int) -> None:
        say = self.workspace.phrases.say
        minutes = -(-seconds // 60)
        words = (
            say("shell-locks-in", minutes=minutes)
            if seconds > _MINUTE
            else say("shell-locks-in-seconds", seconds=seconds)
        )
        self._window.shell.until_lock.setText(words)

    def _name_patient(self) -> None:
        self._window.shell.name_patient(self.workspace.title)

    def _tell(self, error: Exception) -> None:
        self._window.notices.tell_error(error, self.workspace.phrases)

    def _tell_closed_for_writing(self, failure: FailedError) -> None:
        phrases = self.workspace.phrases
        reason = words_of(failure, phrases)
        self._window.shell.say_lasting(phrases.say("shell-closed-for-writing", reason=reason))

    def _quit(self) -> None:
        self._window.shell.close()

    @property
    def close(self) -> Callable[[], Closed]:
        """What closes the vault and may take its time; it knows nothing else of what is open."""
        return partial(close_vault, self._vault)

    def leave(self) -> None:
        """Let go of the patient and of every page at once."""
        self.places = ()
        self.reaching.leave()
        self._backing_up.stop()
        self._backing_up.deleteLater()
        self._window.idle.seconds_left.disconnect(self._show_time_left)
        self._window.shell.palette_wanted.disconnect(self.find)
        self.workspace.leave()
