"""Work on one patient: type, record, take back, undo; drafts are kept and found again.

The desk shows every change at once; the record answers later, in the order asked, and ``deliver`` brings its
answers back to where the work is done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Protocol, TypeVar

from core.catalogue.catalogue import Catalogue
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Change, Field, Kept
from core.entry.desk.undoing import Step, Steps
from core.entry.reasons import CORRECTED, UNDONE
from core.entry.statement import Statement
from core.errors import WorldError
from core.store.records import PATIENCE_SECONDS, DraftLine, Recorded, Written
from core.use_cases.keep_units import UsualUnits
from core.use_cases.suppose import SupposedRecords

Result = TypeVar("Result")
Deliver = Callable[[Callable[[], None]], None]
"""Runs a function where the work is done (the window's thread)."""


class Listener(Protocol):
    """What wants to know how the work goes."""

    def changed(self) -> None:
        """The desk is another one."""

    def saved(self, at: datetime) -> None:
        """The record has taken everything asked so far."""

    def failed(self, error: WorldError) -> None:
        """The record could not take a statement; its text is a draft again."""


class PatientRecords(Protocol):
    """What the work asks of the record of its patient, or of what stands in its place."""

    def statements(self, patient_id: str) -> tuple[Recorded, ...]:
        """Return everything stated of the patient."""
        ...

    def history(self, patient_id: str, section: str, key: str = "") -> tuple[Recorded, ...]:
        """Return what was ever stated under one section and key."""
        ...

    def record(self, patient_id: str, statement: Statement, by: str, replaces: int | None = None) -> Written:
        """Add a statement, in the place of another where there is one."""
        ...

    def retract(self, patient_id: str, statement_id: int, reason: str, by: str) -> Written:
        """Take a statement back, with the reason."""
        ...

    def keep_draft(self, patient_id: str, field: str, text: str) -> object:
        """Keep a text that is being typed."""
        ...

    def drop_draft(self, patient_id: str, field: str) -> object:
        """Drop the text of a field."""
        ...

    def drafts(self, patient_id: str) -> tuple[DraftLine, ...]:
        """Return the texts that were being typed."""
        ...

    def finish(self, seconds: float | None = None) -> bool:
        """Wait until everything asked is done; False where that takes longer."""
        ...


@dataclass(frozen=True, slots=True)
class Setting:
    """What the work needs to know besides the patient. ``units``: which unit a bare number has, where it is kept."""

    catalogue: Catalogue
    language: str
    author: str
    evaluation_on: date
    entry_on: str
    now: Callable[[], datetime]
    units: UsualUnits | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """A change the record has not answered for yet, and what the desk was before it.

    ``added`` is the number of the new statement, ``before`` what stood in its place, ``text`` what was typed.
    """

    written: Written
    where: Field
    added: int | None
    before: Kept | None
    text: str


class PatientWork:
    """One open patient. ``revision`` counts every change of the desk."""

    def __init__(
        self, records: PatientRecords, patient_id: str, setting: Setting, listener: Listener, deliver: Deliver
    ) -> None:
        self._records = records
        self._setting = setting
        self._listener = listener
        self._deliver = deliver
        self._waiting: dict[int, _Asked] = {}
        self._next_number = -1
        self._is_left = False
        self._come_back: dict[Field, str] = {}
        self._numbers: dict[str, str] = {}
        self._typed_after: dict[Field, int] = {}
        self.steps = Steps()
        self.revision = 0
        self.desk = desk_of(records, patient_id, setting)
        self._keep_today()
        self.recovered = self._recover()

    # --- typing and leaving

    def type(self, where: Field, text: str) -> None:
        """A field's text became ``text``."""
        self._keep_today()
        where = self._now(where)
        was_draft = self.desk.draft(where) is not None
        desk = self.desk.typed(where, text)
        if desk.draft(where) is not None:
            self._typed_after[where] = len(self.steps.done)
        elif was_draft:  # as on record again: nothing of it comes back at the next opening
            self._records.drop_draft(desk.patient_id, where.name)
        self._show(desk)

    def accept(self, where: Field, text: str) -> None:
        """An offer was taken; one that answers in which unit a bare number is, is not asked again."""
        unit = self.desk.answers_of_unit(self._now(where)).get(text, "")
        if unit and self._setting.units is not None:
            self._setting.units.keep(where.section, unit)
        if unit:
            self.desk = replace(self.desk, usual_units={**self.desk.usual_units, where.section: unit})
        self.type(where, text)

    def leave(self, where: Field) -> bool:
        """Record what was typed in a field; False where there is nothing to record yet."""
        where = self._now(where)
        change = self.desk.left(where)
        if change is None:
            return False
        text = self.desk.text(where)
        self.desk = self.desk.without_draft(where)
        try:
            self._do(where, change, text)
        except WorldError as error:  # what it corrects was not taken, or the disk does not answer
            self._show(self.desk.typed(where, text))
            self._listener.failed(error)
            return False
        self._records.drop_draft(self.desk.patient_id, where.name)  # behind the statement: no moment has neither
        return True

    def record(self, where: Field, statement: Statement, replaces: int | None = None) -> None:
        """Record a statement that was made without typing: an answer that was chosen."""
        self._told(lambda: self._do(where, Change(statement, replaces)))

    def record_together(self, changes: Sequence[tuple[Field, Change]]) -> bool:
        """Record statements that were made together, in their order: they are taken back together too.

        False where the record could not be asked for one of them; what was asked before it stays.
        """
        group = self.steps.next_group
        try:
            for where, change in changes:
                self._do_one(where, change, group=group)
        except WorldError as error:
            self._listener.failed(error)
            return False
        finally:
            self._show(self.desk)
        return True

    def retract(self, where: Field, number: int, reason: str) -> None:
        """Take a statement back; it stays in the history with the reason."""
        self._told(lambda: self._do(where, Change(None, number, reason)))

    def restore(self, where: Field) -> None:
        """Drop what was typed in a field: it shows what is on record."""
        self._records.drop_draft(self.desk.patient_id, where.name)
        self._show(self.desk.without_draft(where))

    def keep_drafts(self) -> None:
        """Keep every text that is being typed, valid or not, so that nothing is lost when the power fails."""
        for where, draft in self.desk.drafts.items():
            self._records.keep_draft(self.desk.patient_id, where.name, draft.text)

    def judge_on(self, evaluation_on: date) -> None:
        """Evaluate on another date."""
        self._show(replace(self.desk, evaluation_on=evaluation_on))

    def enter_for(self, entry_on: str) -> None:
        """Values typed from now on are of another day."""
        self._show(replace(self.desk, entry_on=entry_on))

    def speak(self, language: str) -> None:
        """Show and read texts in another language from now on; drafts keep their words."""
        self._show(replace(self.desk, language=language))

    def sign_as(self, author: str) -> None:
        """What is recorded from now on is by somebody else; what is on record stays theirs who recorded it."""
        self._setting = replace(self._setting, author=author)
        self._show(replace(self.desk, author=author))

    # --- what if

    def suppose(self) -> tuple[PatientWork, SupposedRecords]:
        """Return the same work over a copy of which nothing is recorded, and what holds what is supposed there.

        What is being typed here is recorded first where it is understood; the rest stays here as it is. WorldError
        where the record does not answer.
        """
        for where in self.desk.open_drafts:
            if not where.is_panel:
                self.leave(where)
        self.finish()
        patient_id = self.desk.patient_id
        copy = SupposedRecords(self._records.statements(patient_id), self._setting.now)
        work = PatientWork(copy, patient_id, replace(self._setting, units=None), self._listener, self._deliver)
        work.desk = replace(self.desk, kept=work.desk.kept, drafts={})
        work.revision = self.revision + 1
        return work, copy

    def go_on_after(self, supposed: PatientWork) -> None:
        """Take up the work again where another one over a copy ends; what is judged is as it was before it."""
        self.speak(supposed.desk.language)
        self.revision = supposed.revision + 1

    # --- undo and redo

    def undo(self) -> Field | None:
        """Take back what was done last, a text that is being typed or a change of the record; return its field."""
        typed = next((each for each in reversed(tuple(self.desk.drafts)) if self._is_newest(each)), None)
        if typed is not None:
            self.restore(typed)
            return typed
        return self._told(self._undo) if self.steps.done else None

    def redo(self) -> Field | None:
        """Make the last change that was taken back again; return its field."""
        return self._told(self._redo) if self.steps.undone else None

    def _is_newest(self, where: Field) -> bool:
        """True if a draft was typed after the last change of the record."""
        return self._typed_after.get(where, -1) >= len(self.steps.done)

    def _undo(self) -> Field:
        """What was done together is taken back together."""
        group = self.steps.done[-1].group
        where = self._undo_one()
        while group and self.steps.done and self.steps.done[-1].group == group:
            where = self._undo_one()
        self._show(self.desk)
        return where

    def _undo_one(self) -> Field:
        step = self.steps.done[-1]
        added = None if step.removed is None else step.removed[1]
        gone = None if step.added is None else step.added[0]
        number = self._change(step.field, Change(added, gone, UNDONE))
        back = step if number is None or step.removed is None else replace(step, removed=(number, step.removed[1]))
        self.steps = self.steps.took_back(step)
        if step.removed is not None and number is not None:
            self.steps = self.steps.renumbered(step.removed[0], number)
        return back.field

    def _redo(self) -> Field:
        group = self.steps.undone[-1].group
        where = self._redo_one()
        while group and self.steps.undone and self.steps.undone[-1].group == group:
            where = self._redo_one()
        self._show(self.desk)
        return where

    def _redo_one(self) -> Field:
        step = self.steps.undone[-1]
        added = None if step.added is None else step.added[1]
        gone = None if step.removed is None else step.removed[0]
        number = self._change(step.field, Change(added, gone, CORRECTED))
        self.steps = self.steps.made_again(step)
        if step.added is not None and number is not None:
            self.steps = self.steps.renumbered(step.added[0], number)
        return step.field

    # --- the record

    def history(self, where: Field) -> tuple[Recorded, ...]:
        """Return everything that was ever stated in a field, what was taken back included, the newest first."""
        self.finish()
        found = self._records.history(self.desk.patient_id, where.section, where.key)
        return tuple(sorted(found, key=lambda each: each.id, reverse=True))

    def finish(self) -> None:
        """Wait until the record has answered everything asked, before printing; WorldError where the disk does not."""
        if self._waiting and not self._records.finish(PATIENCE_SECONDS):
            raise WorldError("error-still-writing")

    def leave_off(self) -> None:
        """Let go of the patient at once: what is being typed is kept, what was asked is answered without the desk."""
        self._is_left = True
        try:
            self.keep_drafts()
            for asked in self._waiting.values():
                if not self._has_newer(asked.where):
                    asked.written.on_done(partial(_keep_if_not_taken, self._records, self.desk.patient_id, asked))
        finally:
            self.desk = replace(self.desk, kept=(), drafts={}, trees={})
            self.steps = Steps()

    def _told(self, act: Callable[[], Result]) -> Result | None:
        """Do something; what it rests on may not have been taken, or the disk does not answer: then nothing is done."""
        try:
            return act()
        except WorldError as error:
            self._listener.failed(error)
            return None

    def _do(self, where: Field, change: Change, text: str = "") -> None:
        self._do_one(where, change, text)
        self._show(self.desk)

    def _do_one(self, where: Field, change: Change, text: str = "", group: int = 0) -> None:
        old = self._kept(change.replaces)
        number = self._change(where, change, text)
        added = None if change.statement is None or number is None else (number, change.statement)
        self.steps = self.steps.did(Step(where, added, None if old is None else (old.id, old.statement), group))

    def _kept(self, number: int | None) -> Kept | None:
        return next((each for each in self.desk.kept if each.id == number), None)

    def _change(self, where: Field, change: Change, text: str = "") -> int | None:
        """Ask the record, and show the change before it answers."""
        patient_id, by = self.desk.patient_id, self._setting.author
        gone = None if change.replaces is None else self._number(change.replaces)
        old = self._kept(change.replaces)
        before = old if old is None or gone is None else replace(old, id=gone)
        if change.statement is None:
            if gone is not None:
                written = self._records.retract(patient_id, gone, change.reason, by)
                self._await(_Asked(written, where, None, before, text))
            self.desk = self.desk.keeping(None, change.replaces)
            return None
        if gone is not None and change.reason not in ("", CORRECTED):
            written = self._records.retract(patient_id, gone, change.reason, by)
            self._await(_Asked(written, where, None, before, text))
            gone, before = None, None
        written = self._records.record(patient_id, change.statement, by, replaces=gone)
        number, self._next_number = self._next_number, self._next_number - 1
        kept = Kept(number, change.statement, by, self._setting.now())
        self.desk = self.desk.keeping(kept, change.replaces)
        self._await(_Asked(written, where, number, before, text))
        return number

    def _number(self, number: int) -> int:
        """Return the number the record gave; of a statement it has not answered for yet, wait for it."""
        return self._waiting[number].written.result_soon().id if number in self._waiting else number

    def _now(self, where: Field) -> Field:
        """Return a row's field by the number the record gave it: who shows it may not know that number yet."""
        return replace(where, row=self._numbers.get(where.row, where.row))

    def _await(self, asked: _Asked) -> None:
        key = self._next_number if asked.added is None else asked.added
        if asked.added is None:
            self._next_number -= 1
        self._waiting[key] = asked
        asked.written.on_done(partial(self._deliver, partial(self._answered, key)))

    def _answered(self, key: int) -> None:
        asked = self._waiting.pop(key)
        if self._is_left:
            return
        try:
            recorded = asked.written.result()
        except WorldError as error:
            self._take_back(asked)
            self._listener.failed(error)
            return
        self._numbers[str(key)] = str(recorded.id)
        self._typed_after = {self._now(where): count for where, count in self._typed_after.items()}
        if any(each.id == key for each in self.desk.kept):
            self.desk = self.desk.renumbered(key, recorded.id)
        self.steps = self.steps.renumbered(key, recorded.id)  # also of what was corrected before the record answered
        if not self._waiting:
            self._listener.saved(recorded.at)

    def _take_back(self, asked: _Asked) -> None:
        """The record did not take it: the desk shows what is on record, and what was typed is a draft again."""
        desk = self.desk.keeping(asked.before, asked.added)
        gone = asked.added if asked.added is not None else asked.before.id if asked.before is not None else None
        if gone is not None:
            self.steps = self.steps.without(gone)
        if asked.text and not self._has_newer(asked.where):
            desk = desk.typed(asked.where, asked.text)
            self._come_back[asked.where] = asked.text
        self._show(desk)

    def _has_newer(self, where: Field) -> bool:
        """True if something was typed in a field since: a draft that came back from the record is none of that."""
        draft = self.desk.draft(where)
        return draft is not None and self._come_back.get(where) != draft.text

    def _keep_today(self) -> None:
        """Nothing can be recorded of a day to come; the own day of a sample has come for it."""
        today = self._setting.now().astimezone().date()
        last = max(today, self.desk.own_day or today)
        if last != self.desk.today:
            self.desk = replace(self.desk, today=last)

    def _recover(self) -> tuple[Field, ...]:
        """Take up the drafts that were kept when the program last ended."""
        drafts = self._records.drafts(self.desk.patient_id)
        for each in drafts:
            self.desk = self.desk.typed(Field.named(each.field), each.text)
        return tuple(where for each in drafts if (where := Field.named(each.field)) in self.desk.drafts)

    def _show(self, desk: Desk) -> None:
        self.desk = desk
        self.revision += 1
        self._listener.changed()


def _keep_if_not_taken(records: PatientRecords, patient_id: str, asked: _Asked) -> None:
    """Keep the text of a statement that was not taken as a draft: nobody is left to show it to."""
    if asked.written.error is not None and asked.text:
        with suppress(WorldError):  # closed by now
            records.keep_draft(patient_id, asked.where.name, asked.text)


def desk_of(records: PatientRecords, patient_id: str, setting: Setting) -> Desk:
    """Return a patient as recorded; one that has a day of its own is judged on it, and what is typed is of that day."""
    desk = Desk(
        patient_id,
        setting.catalogue,
        setting.language,
        setting.evaluation_on,
        setting.entry_on,
        tuple(_kept(each) for each in records.statements(patient_id) if each.retraction is None),
        author=setting.author,
        usual_units={} if setting.units is None else setting.units.of(),
    )
    own = desk.own_day
    return desk if own is None else replace(desk, evaluation_on=own, entry_on=own.isoformat())


def _kept(recorded: Recorded) -> Kept:
    return Kept(recorded.id, recorded.statement, recorded.by, recorded.at)
