"""What is open now: vault, patient, date, selected file; it says when that changes and decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property

from PySide6.QtCore import QObject, QTimer, Signal

from core import clock
from core.catalogue.catalogue import Catalogue
from core.chart.birth import AGE, BIRTH_DATE
from core.chart.chart import Chart
from core.criteria.printing.told import told
from core.criteria.scope import Question
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Field
from core.entry.form import Form, form_of
from core.entry.laboratories import Laboratories
from core.errors import WorldError
from core.follow_up.schedule import Schedule
from core.language.phrases import Phrases, spoken
from core.rule_files.compiling import CompiledRuleFile
from core.screening.flips import Flip, flips
from core.screening.ranking import best_first
from core.screening.rejudging import Rejudging, Watched, watch
from core.screening.screening import Screening
from core.store.records import PATIENCE_SECONDS, FailedError, PatientLine, Records
from core.store.vault.vault import OpenVault
from core.use_cases.keep_laboratories import laboratories_of
from core.use_cases.keep_registry import registry_in
from core.use_cases.keep_settings import Settings
from core.use_cases.keep_units import units_of
from core.use_cases.plan_follow_up import load_schedules
from core.use_cases.suppose import SupposedRecords
from core.use_cases.work_on_patient import PatientWork, Setting
from ui.desktop.slices import Slices

_KEEP_DRAFTS_AFTER_MS = 1000
_SCHEDULES = "schedules"
SHOWN_IN = 4
"""The parts in which the screening page shows what was judged."""


@dataclass(frozen=True)
class Knowledge:
    """What does not change while the program runs: catalogue, rule files, form."""

    catalogue: Catalogue
    rules: tuple[CompiledRuleFile, ...]
    _read: dict[str, tuple[Schedule, ...]] = field(default_factory=dict[str, tuple[Schedule, ...]], compare=False)

    @cached_property
    def form(self) -> Form:
        """The entry form."""
        return form_of(self.catalogue)

    @cached_property
    def by_id(self) -> Mapping[str, CompiledRuleFile]:
        """The rule files by id."""
        return {each.checked.rule_file.id: each for each in self.rules}

    @cached_property
    def watched(self) -> tuple[Watched, ...]:
        """The rule files with what each can see."""
        return watch(self.rules)

    @property
    def schedules(self) -> tuple[Schedule, ...]:
        """The schedules that ship, read once: other rule files change nothing of them."""
        if _SCHEDULES not in self._read:
            self._read[_SCHEDULES] = load_schedules(self.catalogue)
        return self._read[_SCHEDULES]

    def questions(self, phrases: Phrases) -> Mapping[str, Mapping[str, Question]]:
        """Return the questions of each rule file in a language; they are put into it once."""
        if phrases.language not in self._asked:
            scopes = {name: each.checked.scope for name, each in self.by_id.items()}
            self._asked[phrases.language] = {
                name: {each.id: replace(each, ask=told(each.ask, scope, phrases)) for each in scope.questions.values()}
                for name, scope in scopes.items()
            }
        return self._asked[phrases.language]

    @cached_property
    def _asked(self) -> dict[str, Mapping[str, Mapping[str, Question]]]:
        return {}


Compiled = Callable[[str], CompiledRuleFile]
"""Gives the rule file of an id as it is judged by now: another version may be taken in while a page stands."""


class Workspace(QObject):
    """One for the window. Pages read it and call it; none keeps a copy."""

    patient_changed = Signal()
    desk_changed = Signal()
    showing = Signal(int)
    """What was judged is shown in so many parts as ``SHOWN_IN`` says, each in a turn of its own."""
    judged = Signal()
    selection_changed = Signal()
    saved = Signal(object)
    went_wrong = Signal(object)
    supposing_changed = Signal()
    """What is worked on is from now on a copy of which nothing is on record, or no longer."""
    closed_for_writing = Signal(object)
    """The record failed: told once, and nothing more is recorded until it is opened again."""

    def __init__(
        self,
        vault: OpenVault,
        knowledge: Knowledge,
        settings: Settings,
        deliver: Callable[[Callable[[], None]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.vault = vault
        self.registry = registry_in(vault.folder)
        self.knowledge = knowledge
        self.settings: Settings = settings
        self.phrases = spoken(settings.language)
        self.evaluation_on = clock.today()
        self.screenings: tuple[Screening, ...] = ()
        self.selected = ""
        self.patient: PatientLine | None = None
        self._deliver = deliver
        self._rejudging = Rejudging(knowledge.watched)
        self._work: PatientWork | None = None
        self._supposing: _Supposing | None = None
        self._judging: Slices[None] = Slices(self._tell_judged, self)
        self._keeping = _single_shot(self, _KEEP_DRAFTS_AFTER_MS, self._keep_drafts)
        self._is_left = False
        vault.records.when_failed(self._record_failed)

    # --- what is open

    @property
    def author(self) -> str:
        """Who signs what is recorded."""
        return self.settings.author or self.phrases.say("shell-no-author")

    @property
    def records(self) -> Records:
        """The records of the open vault."""
        return self.vault.records

    @property
    def work(self) -> PatientWork:
        """The work on the open patient; WorldError where none is open."""
        if self._work is None:
            raise WorldError("error-nobody-open")
        return self._work

    @property
    def is_judging(self) -> bool:
        """True while what was typed is not judged yet: ``screenings`` are of the chart before."""
        return self._judging.is_running

    @property
    def is_open(self) -> bool:
        """True if a patient is open."""
        return self._work is not None

    @property
    def desk(self) -> Desk:
        """The desk of the open patient."""
        return self.work.desk

    @property
    def title(self) -> str:
        """Who is open, as the record says it: name and birth date, or the age where no birth date is known."""
        if self._work is None:
            return ""
        name, born, age = (self.desk.recorded_text(Field(each)) for each in ("name", BIRTH_DATE, AGE))
        if age and not born:
            return self.phrases.say("shell-title-aged", name=name, age=age)
        return self.phrases.say("shell-title", name=name, born=born or "?")

    @property
    def recovered(self) -> tuple[Field, ...]:
        """The fields of which a draft was found when the patient was opened."""
        return () if self._work is None else self._work.recovered

    @property
    def shown(self) -> tuple[Screening, ...]:
        """The screenings of the patient's own diseases."""
        return tuple(each for each in self.screenings if not each.is_other_disease)

    @property
    def usual_values(self) -> frozenset[str]:
        """The values that are measured at nearly every visit for the patient's diseases."""
        episodes = () if self._work is None else self._work.desk.charting.chart.episodes
        return self.knowledge.catalogue.usual_for(each.concept for each in episodes)

    @property
    def selected_screening(self) -> Screening | None:
        """The screening of the selected file."""
        return next((each for each in self.screenings if each.rule_file.id == self.selected), None)

    def is_current(self, patient_id: str, revision: int) -> Callable[[], bool]:
        """Return what tells whether a task's patient is still open and unchanged."""
        return lambda: (
            self._work is not None and ((self._work.desk.patient_id, self._work.revision) == (patient_id, revision))
        )

    # --- what if

    @property
    def is_supposing(self) -> bool:
        """True while nothing that is stated is on record: it is only supposed."""
        return self._supposing is not None

    @property
    def flips(self) -> tuple[Flip, ...]:
        """The rule files that conclude otherwise by what is supposed."""
        return () if self._supposing is None else flips(self._supposing.before, self.screenings)

    def suppose(self) -> None:
        """Work on a copy from now on, until it is kept or discarded; WorldError where the record does not answer."""
        if self._supposing is None:
            work, copy = self.work.suppose()
            self._supposing = _Supposing(self.work, copy, self.screenings)
            self._change_work(work)

    def discard_supposed(self) -> None:
        """Go back to what is on record."""
        supposing, supposed = self._supposing, self.work
        if supposing is not None:
            self._supposing = None
            supposing.recorded.go_on_after(supposed)
            supposed.leave_off()
            self.evaluation_on = supposing.recorded.desk.evaluation_on
            self._change_work(supposing.recorded)
            self.change_settings(self.settings)

    def keep_supposed(self) -> int:
        """Record what was supposed, all of it together; returns how many statements that were.

        WorldError where a text is not understood yet: it would be gone without a word.
        """
        supposing = self._supposing
        if supposing is None:
            return 0
        for where in self.work.desk.open_drafts:
            self.work.leave(where)
        if self.work.desk.open_drafts:
            raise WorldError("error-supposed-not-understood")
        changes = supposing.copy.changes()
        self.discard_supposed()
        return len(changes) if self.work.record_together(changes) else 0

    def _change_work(self, work: PatientWork) -> None:
        self._work = work
        self.supposing_changed.emit()
        self.desk_is_another()

    # --- opening and closing

    def open_patient(self, patient_id: str) -> None:
        """Open a patient; the one before is closed, drafts kept."""
        self.close_patient()
        if not self.records.finish(PATIENCE_SECONDS):  # the desk is made of what is on record by now
            raise WorldError("error-still-writing")
        patient = self.records.patient(patient_id)
        if patient is None:
            raise WorldError("error-no-patient")
        self.evaluation_on = clock.today()
        setting = Setting(
            self.knowledge.catalogue,
            self.settings.language,
            self.author,
            self.evaluation_on,
            self.evaluation_on.isoformat(),
            clock.now_utc,
            units_of(self.vault),
        )
        self._work = PatientWork(self.records, patient_id, setting, _Listener(self), self._deliver)
        self.evaluation_on = self._work.desk.evaluation_on  # a sample has a day of its own
        self.patient = patient
        self.records.mark_opened(patient_id)
        self._judge()
        self.patient_changed.emit()

    def close_patient(self) -> None:
        """Close the open patient: drafts and everything asked are on their way, nothing stays in the window."""
        work, self._work = self._work, None
        supposing, self._supposing = self._supposing, None
        if work is None:
            return
        try:
            work.leave_off()
            if supposing is not None:
                supposing.recorded.leave_off()
        finally:
            self._forget()

    def _forget(self) -> None:
        self._judging.stop()
        self._keeping.stop()
        self.patient = None
        self._rejudging = Rejudging(self.knowledge.watched)  # of one patient, never of the next
        self.screenings = ()
        self.selected = ""
        self.patient_changed.emit()

    def leave(self) -> None:
        """Let go of everything at once: the vault is closed by somebody else."""
        self._is_left = True
        try:
            self.close_patient()
        finally:
            self.deleteLater()

    def select(self, rule_id: str) -> None:
        """Select a rule file."""
        if rule_id != self.selected:
            self.selected = rule_id
            self.selection_changed.emit()

    def judge_on(self, day: date) -> None:
        """Evaluate on another date."""
        self.evaluation_on = day
        self.work.judge_on(day)

    def compiled(self, rule_id: str) -> CompiledRuleFile:
        """Return a rule file as it is judged by now."""
        return self.knowledge.by_id[rule_id]

    def judge_by(self, knowledge: Knowledge) -> None:
        """Judge by other rule files from now on."""
        self.knowledge = knowledge
        self._rejudging = Rejudging(knowledge.watched)
        self.screenings = ()  # of the files before
        self._judge()

    def change_settings(self, settings: Settings) -> None:
        """Take other settings; who shows words says them again."""
        if settings.language != self.settings.language:
            self.phrases = spoken(settings.language)
            if self._work is not None:
                self._work.speak(settings.language)
        self.settings = settings
        if self._work is not None and self._work.desk.author != self.author:
            self._work.sign_as(self.author)

    @property
    def laboratories(self) -> Laboratories:
        """What was said of laboratories and their prints."""
        return laboratories_of(self.vault).kept()

    def remember_laboratories(self, known: Laboratories) -> None:
        """Keep what was said of laboratories; that it cannot be kept is told and stops nothing."""
        try:
            laboratories_of(self.vault).keep(known)
        except WorldError as error:
            self.went_wrong.emit(error)

    # --- inside

    def desk_is_another(self) -> None:
        """The desk changed: show it, judge it, keep the drafts soon."""
        self._judge()
        if self.desk.open_drafts:
            self._keeping.start()
        self.desk_changed.emit()

    def _judge(self) -> None:
        if self._work is not None:
            self._judging.start(self._judge_and_show(self._work.desk.charting.chart))

    def _judge_and_show(self, chart: Chart) -> Generator[None, None, None]:
        screenings = yield from self._rejudging.steps(chart, self.evaluation_on)
        was = self.selected_screening
        self.screenings = best_first(screenings)
        if self.shown and _is_left(was, self.selected_screening):
            self.selected = self.shown[0].rule_file.id
        for part in range(SHOWN_IN):
            yield
            self.showing.emit(part)

    def _tell_judged(self, _: None) -> None:
        self.judged.emit()

    def _record_failed(self, failure: FailedError) -> None:
        """Heard on the thread that writes."""
        self._deliver(lambda: self._tell_failure(failure))

    def _tell_failure(self, failure: FailedError) -> None:
        if not self._is_left:
            self.closed_for_writing.emit(failure)

    def _keep_drafts(self) -> None:
        if self._work is not None:
            self._work.keep_drafts()


@dataclass(frozen=True, slots=True)
class _Supposing:
    """The work that waits while a copy is worked on, what is supposed there, and what was concluded before."""

    recorded: PatientWork
    copy: SupposedRecords
    before: tuple[Screening, ...]


class _Listener:
    """Brings what the work says to the workspace's signals."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def changed(self) -> None:
        """The desk is another one."""
        if self._workspace.is_open:
            self._workspace.desk_is_another()

    def saved(self, at: datetime) -> None:
        """Everything asked is written."""
        self._workspace.saved.emit(at)

    def failed(self, error: WorldError) -> None:
        """Something could not be written. That the record failed is told by the record, once."""
        if not isinstance(error, FailedError):
            self._workspace.went_wrong.emit(error)


def _is_left(was: Screening | None, now: Screening | None) -> bool:
    """True where the selected file is gone, or has become one for another disease: its row went away."""
    return now is None or (now.is_other_disease and was is not None and not was.is_other_disease)


def _single_shot(parent: QObject, after_ms: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(call)
    return timer
