"""The records of one open vault: reading at once, on the thread that reads, and writing on the one that writes."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from sqlcipher3 import dbapi2 as sqlcipher

from core.catalogue.catalogue import Catalogue
from core.entry.statement import Statement
from core.errors import WorldError
from core.progress import Report, told, unwatched
from core.store.records import checking, erasing, reading, trail
from core.store.records.beginning import begun
from core.store.records.connecting import WrongKeyError, connect, open_reader
from core.store.records.failures import FailedError, failure_in
from core.store.records.files import RecordFiles
from core.store.records.kept_records import (
    ActLine,
    AuditCheck,
    DraftLine,
    LatestValue,
    PatientLine,
    Recorded,
    ScreeningLine,
)
from core.store.records.pending import Pending
from core.store.records.reader import Reader
from core.store.records.recording import Recording
from core.store.records.rows import ACTS
from core.store.records.sql import Runs, Transaction
from core.store.records.trail import Head
from core.store.records.unkept import Unkept
from core.store.records.writer import Writer, Written

Settled = Callable[[Head], None]
"""Told how far the trail goes, after every transaction."""
Result = TypeVar("Result")


class Records:
    """Everything there is of the patients. Made by the vault; ``close`` before the key is dropped.

    Methods that write return what is pending; what they wrote is seen by every reading after it is done.
    """

    def __init__(
        self, path: Path, key: bytes, catalogue: Catalogue, now: Callable[[], datetime], settled: Settled | None = None
    ) -> None:
        """``settled`` is told after every transaction, before it is acknowledged, how far the trail goes then."""
        self._path, self._key = path, key
        self._catalogue = catalogue
        self._now = now
        self._settled = settled
        self._writer = _writer(path, key, is_marked=settled is not None)
        self._again: Callable[[], Writer] | None = lambda: _writer(path, key, is_marked=settled is not None)
        self._reader = Reader()
        self._unkept = Unkept()

    # --- how the record is

    @property
    def failure(self) -> FailedError | None:
        """What closed the record for writing until it is opened again, None while it can be written."""
        return self._writer.failure

    def when_failed(self, listener: Callable[[FailedError], object]) -> None:
        """Tell once what closed the record for writing, on the thread where it was found."""
        self._writer.when_failed(listener)

    def hurry_here(self) -> None:
        """Readings asked on this thread end after two seconds where the disk does not answer: it is the window's."""
        self._reader.hurry_here()

    # --- patients

    def patients(self) -> tuple[PatientLine, ...]:
        """Return the patients, the last opened first, then by name."""
        return self._read(reading.patients)

    def patient(self, patient_id: str) -> PatientLine | None:
        """Return one patient's line."""
        return self._read(lambda opened: reading.patient(opened, patient_id))

    def with_section(self, section: str) -> frozenset[str]:
        """Return the patients of whom something stands in a section."""
        return self._read(lambda opened: reading.with_section(opened, section))

    def find_same_name(self, name: str, but: str = "") -> tuple[PatientLine, ...]:
        """Return the patients of this name, capitals and spaces aside, but the one with the id ``but``."""
        wanted = _folded(name)
        return tuple(line for line in self.patients() if _folded(line.name) == wanted and line.id != but)

    def add_patient(self, statements: Sequence[Statement], by: str) -> str:
        """Add a patient with what is known at once; wait for it and return the new id."""
        patient_id = uuid.uuid4().hex
        self._ask(by, lambda recording: recording.add_patient(patient_id, statements)).result_soon()
        return patient_id

    def add_patients(self, patients: Iterable[Sequence[Statement]], by: str) -> tuple[str, ...]:
        """Add several patients, all or none."""
        added = [(uuid.uuid4().hex, statements) for statements in patients]

        def add(recording: Recording) -> None:
            for patient_id, statements in added:
                recording.add_patient(patient_id, statements)

        self._ask(by, add).result()
        return tuple(patient_id for patient_id, _ in added)

    def mark_opened(self, patient_id: str) -> None:
        """Remember that the patient was opened now."""
        self._ask("", lambda recording: recording.mark_opened(patient_id))

    def erase(self, patient_id: str, reason: str, by: str) -> None:
        """Erase a patient: the content is gone, that there was one stays. Waits for it."""

        def erase(recording: Recording) -> None:
            recording.refuse_naming(patient_id, reason)
            recording.erase(patient_id, reason)

        self._ask(by, erase).result_soon()

    def erase_again(self, patient_ids: Sequence[str]) -> None:
        """Erase patients who came back with an older copy of the record; waits for it."""

        def erase(recording: Recording) -> None:
            for patient_id in patient_ids:
                recording.erase(patient_id, "came back with an older copy")

        self._ask("", erase).result()

    def rewrite(self) -> Pending[None]:
        """Write every page of the record anew and empty its log: what was erased is in none of them then."""
        self._writer.ask(lambda opened: erasing.empty_all(opened, reading.erased(opened)))
        return self._writer.rewrite()

    def in_order(self, work: Callable[[], Result]) -> Pending[Result]:
        """Have something that lies beside the record done in the order of what is written."""
        return self._writer.ask(lambda _: work())

    def remove_synthetic(self, by: str, report: Report = unwatched) -> int:
        """Erase every synthetic patient, all or none; return how many there were."""
        ids = [line.id for line in self.patients() if line.is_synthetic]

        def remove(recording: Recording) -> None:
            for patient_id in told(ids, report):
                recording.erase(patient_id, "synthetic patients removed")

        self._ask(by, remove).result()
        return len(ids)

    # --- statements

    def statements(self, patient_id: str) -> tuple[Recorded, ...]:
        """Return everything stated of a patient in the order of the record, what was taken back included."""
        return self._read(lambda opened: reading.statements(opened, patient_id))

    def history(self, patient_id: str, section: str, key: str = "") -> tuple[Recorded, ...]:
        """Return what was ever stated under one section and key."""
        return tuple(
            each
            for each in self.statements(patient_id)
            if (each.statement.section, each.statement.key) == (section, key)
        )

    def record(self, patient_id: str, statement: Statement, by: str, replaces: int | None = None) -> Written:
        """Add a statement; the one it replaces is taken back as corrected."""
        return self._ask(by, lambda recording: recording.record(patient_id, statement, replaces))

    def retract(self, patient_id: str, statement_id: int, reason: str, by: str) -> Written:
        """Take a statement back, with the reason."""
        return self._ask(by, lambda recording: recording.retract(patient_id, statement_id, reason))

    def latest(self, concept: str) -> tuple[LatestValue, ...]:
        """Return the latest value of a concept for every patient who has one."""
        return self._read(lambda opened: reading.latest(opened, concept))

    def stamps(self) -> dict[str, tuple[int, int]]:
        """Return what tells, by patient, whether anything was stated or taken back since."""
        return self._read(reading.stamps)

    # --- drafts

    def keep_draft(self, patient_id: str, field: str, text: str) -> Pending[None]:
        """Keep a text that is being typed, one for each field."""
        asked = self._ask("", lambda recording: recording.keep_draft(patient_id, field, text))
        asked.on_done(lambda: self._unkept.note(asked, patient_id, field, text))
        return asked

    def drop_draft(self, patient_id: str, field: str) -> Pending[None]:
        """Drop the text of a field."""
        asked = self._ask("", lambda recording: recording.drop_draft(patient_id, field))
        asked.on_done(lambda: self._unkept.note(asked, patient_id, field, ""))
        return asked

    def drafts(self, patient_id: str) -> tuple[DraftLine, ...]:
        """Return the texts that were being typed."""
        return self._read(lambda opened: reading.drafts(opened, patient_id))

    # --- screenings and papers

    def keep_screening(self, patient_id: str, screening: ScreeningLine) -> Pending[None]:
        """Keep a screening; its ``by`` and ``at`` are those of the act."""
        return self._ask(screening.by, lambda recording: recording.keep_screening(patient_id, screening))

    def screenings(self, patient_id: str) -> tuple[ScreeningLine, ...]:
        """Return the screenings that were kept."""
        return self._read(lambda opened: reading.screenings(opened, patient_id))

    def keep_paper(self, patient_id: str, kind: str, sha256: str, by: str) -> Pending[None]:
        """Keep the trace of a paper."""
        return self._ask(by, lambda recording: recording.keep_paper(patient_id, kind, sha256))

    # --- the trail

    def audit_head(self) -> str:
        """Return the hash of the last act, as papers print it."""
        return self._read(trail.head_of)

    def audit_end(self) -> Head:
        """Return how far the trail goes."""
        return self._read(trail.end_of)

    def acts(self, most: int) -> tuple[ActLine, ...]:
        """Return the newest acts but for statements, the last one first."""
        return self._read(lambda opened: reading.acts(opened, most))

    def note(self, act: str, reason: str, by: str = "") -> Pending[None]:
        """Note an act in the trail that is about the record itself."""
        return self._ask(by, lambda recording: recording.note_of_record(act, reason))

    def note_export(self, patient_ids: Sequence[str], reason: str, by: str) -> Pending[None]:
        """Note in the trail that a data set of these patients left."""
        return self._ask(by, lambda recording: recording.note_export(patient_ids, reason))

    def check_newest(self) -> AuditCheck:
        """Check the newest acts against what they wrote: at once, before anything is shown."""
        with self._connected() as opened:
            return checking.check_newest(opened, self.audit_end().sequence)

    def check_all(self, report: Report = unwatched) -> AuditCheck:
        """Check every act against what it wrote; ``first_broken`` 0: something has no act. ``report`` may stop it."""
        with self._connected() as opened:
            return checking.check_all(opened, report)

    def last_act_at(self) -> datetime | None:
        """Return the instant of the last act: a clock that stands before it is wrong."""

        last = self._read(trail.newest)
        return reading.instant(last[0].at) if last else None

    def erased(self) -> dict[str, str]:
        """Return who was erased, by id, and at what instant."""
        return self._read(reading.erased)

    def count_erased(self) -> int:
        """Return how many patients were erased."""
        return len(self.erased())

    def has_noted(self, act: str, reason: str) -> bool:
        """Tell whether an act of the record itself is in the trail."""
        return self._read(lambda opened: ACTS.first(opened, act=act, reason=reason)) is not None

    def noted(self, act: str) -> tuple[str, ...]:
        """Return what was noted of the record itself under an act, the oldest first."""
        found = self._read(lambda opened: ACTS.find(opened, order="sequence", act=act, subject="record"))
        return tuple(each.reason for each in found)

    def finish(self, seconds: float | None = None) -> bool:
        """Wait until everything asked so far is written or could not be; False where that takes longer."""
        return self._writer.ask(lambda _: None).wait(seconds)

    @property
    def drafts_lost(self) -> int:
        """How many drafts are nowhere on the disk: 0 unless the record failed."""
        return len(self._unkept)

    def close(self) -> None:
        """Write what was asked and let go of the file and the key.

        Drafts that came after a failure are tried once more: by now there may be room on the disk again.
        """
        again, self._again, self._key = self._again, None, b""  # the one before knows the key as well
        self._reader.close()
        self._writer.close()
        failure = self._writer.failure
        if again is not None and failure is not None and not failure.is_damage:
            self._unkept.keep(again, self._catalogue, self._now)

    def _read(self, work: Callable[[Runs], Result]) -> Result:
        return self._reader.ask(partial(self._read_there, work))

    def _read_there(self, work: Callable[[Runs], Result]) -> Result:
        key = self._key
        if not key:
            raise WorldError("error-closed")
        try:
            with closing(open_reader(self._path, key)) as opened:
                opened.execute("BEGIN")  # all that is read is of one moment, however much is written meanwhile
                return work(opened)
        except (sqlcipher.Error, WrongKeyError, OSError) as error:
            failure = failure_in(error)
            if failure.is_damage:
                self._writer.stop(failure)
            raise failure from None

    def _ask(self, by: str, work: Callable[[Recording], Result]) -> Pending[Result]:
        at = self._now()

        def do(opened: Transaction) -> Result:
            result = work(Recording(opened, self._catalogue, by, at))
            self._tell_when_settled(opened)
            return result

        return self._writer.ask(do)

    def _tell_when_settled(self, opened: Transaction) -> None:
        """After the commit and before whoever asked is answered, on the thread that writes."""
        settled = self._settled
        if settled is not None:
            opened.when_committed(partial(settled, trail.end_of(opened)))

    @contextmanager
    def _connected(self) -> Generator[sqlcipher.Connection]:
        if not self._key:
            raise WorldError("error-closed")
        opened = connect(self._path, self._key, must_exist=True)
        try:
            yield opened
        except sqlcipher.DatabaseError as error:
            raise WrongKeyError("error-record-damaged") from error
        finally:
            opened.close()


def _writer(path: Path, key: bytes, *, is_marked: bool) -> Writer:
    return Writer(lambda: begun(path, key, is_marked=is_marked), RecordFiles(path))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
