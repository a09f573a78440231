"""What is written into the records, each with its line of the trail in the same transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, delete, select

from core.catalogue.catalogue import Catalogue
from core.chart.sections.identity import SYNTHETIC
from core.entry.statement import Statement
from core.errors import WorldError
from core.store.records import erasing
from core.store.records.erasing import LISTED
from core.store.records.kept_records import Recorded, Retraction
from core.store.records.latest import latest_values
from core.store.records.reading import instant, recorded
from core.store.records.tables import (
    DraftRecord,
    LatestRecord,
    PaperRecord,
    PatientRecord,
    RetractionRecord,
    ScreeningRecord,
    StatementRecord,
)
from core.store.records.trail import Act, digest_of, digest_of_statement, new_salt, note, note_all

CORRECTED = "corrected"
"""The reason of a retraction by the statement that takes the place."""


class Recording:
    """One transaction's work. ``at`` is the instant of all it writes."""

    def __init__(self, opened: Session, catalogue: Catalogue, by: str, at: datetime) -> None:
        self._opened = opened
        self._catalogue = catalogue
        self._by = by
        self._at = at.isoformat()

    def add_patient(self, patient_id: str, statements: Sequence[Statement]) -> None:
        """Add a patient with what is known at once."""
        is_synthetic = any(each.section == SYNTHETIC and each.plain in ("yes", "true") for each in statements)
        self._opened.add(PatientRecord(id=patient_id, is_synthetic=is_synthetic))
        self._opened.flush()
        rows = [self._row(patient_id, statement, None) for statement in statements]
        self._opened.add_all(rows)
        self._opened.flush()
        acts = [Act("stated", patient_id, f"statement {row.id}", _digest(row)) for row in rows]
        note_all(self._opened, (Act("patient added", patient_id, "patient"), *acts), self._by, self._at)
        patient = self._patient(patient_id)
        for statement in statements:
            self._copy_word(patient, statement)
        self._add_latest(patient_id, [(row.id or 0, each) for row, each in zip(rows, statements, strict=True)])

    def record(self, patient_id: str, statement: Statement, replaces: int | None = None) -> Recorded:
        """Add a statement; the one it replaces is taken back as corrected."""
        patient = self._patient(patient_id)
        row = self._row(patient_id, statement, replaces)
        self._opened.add(row)
        self._opened.flush()
        self._note("stated", patient_id, f"statement {row.id}", _digest(row))
        if replaces is not None:
            self.retract(patient_id, replaces, CORRECTED)
        self._copy_word(patient, statement)
        self._keep_latest(patient_id, statement.section)
        return recorded(row)

    def retract(self, patient_id: str, statement_id: int, reason: str) -> Recorded:
        """Take a statement back; one that is taken back already stays as it is."""
        row = self._opened.get(StatementRecord, statement_id)
        if row is None or row.patient_id != patient_id:
            raise WorldError("error-no-statement")
        known = self._opened.get(RetractionRecord, statement_id)
        if known is None:
            known = RetractionRecord(
                statement_id=statement_id, patient_id=patient_id, reason=reason, by=self._by, at=self._at
            )
            self._opened.add(known)
            self._opened.flush()
            # the reason may speak of the patient: it lies where erasure reaches it, the trail holds its digest
            self._note("retracted", patient_id, f"statement {statement_id}", digest_of(reason, row.salt or b""))
            self._keep_latest(patient_id, row.section)
            self._copy_words_again(patient_id, row.section)
        return recorded(row, Retraction(known.reason or "", known.by, instant(known.at)))

    def keep_draft(self, patient_id: str, field: str, text: str) -> None:
        """Keep a text that is being typed, over the one before."""
        self._patient(patient_id)
        writable = text.encode("utf-8", "replace").decode()  # half a sign, pasted, shall not cost the rest
        self._opened.merge(DraftRecord(patient_id=patient_id, field=field, text=writable, at=self._at))

    def drop_draft(self, patient_id: str, field: str) -> None:
        """Drop a text that is recorded now, or given up."""
        self._opened.exec(
            delete(DraftRecord).where(col(DraftRecord.patient_id) == patient_id, col(DraftRecord.field) == field)
        )

    def keep_screening(self, patient_id: str, screening: ScreeningRecord) -> None:
        """Keep a screening."""
        self._patient(patient_id)
        screening.patient_id, screening.by, screening.at, screening.salt = patient_id, self._by, self._at, new_salt()
        self._opened.add(screening)
        self._opened.flush()
        digest = digest_of(screening.answer or "", screening.salt or b"")
        self._note("screened", patient_id, f"screening {screening.id}", digest)

    def keep_paper(self, patient_id: str, kind: str, sha256: str) -> None:
        """Keep the trace of a paper that was saved or printed."""
        self._patient(patient_id)
        self._opened.add(PaperRecord(patient_id=patient_id, kind=kind, sha256=sha256, by=self._by, at=self._at))
        self._note("paper", patient_id, kind, sha256)

    def note_of_record(self, act: str, reason: str) -> None:
        """Note what happened to the record itself, and to no patient."""
        self._note(act, "", "record", reason=reason)

    def mark_opened(self, patient_id: str) -> None:
        """Remember when a patient was last opened, for the list."""
        self._patient(patient_id).opened_at = self._at

    def erase(self, patient_id: str, reason: str) -> None:
        """Empty everything that was said of a patient; that there was one, and who erased why, stays."""
        self._patient(patient_id)
        erasing.empty(self._opened, patient_id, self._at)
        self._note("erased", patient_id, "patient", reason=reason)

    def refuse_naming(self, patient_id: str, reason: str) -> None:
        """Refuse a reason for erasing that says who it was: it could never be taken out of the trail."""
        if erasing.names_patient(self._opened, patient_id, reason):
            raise WorldError("error-reason-names-patient")

    # --- inside

    def _row(self, patient_id: str, statement: Statement, replaces: int | None) -> StatementRecord:
        return StatementRecord(
            patient_id=patient_id,
            section=statement.section,
            key=statement.key,
            content=statement.content,
            salt=new_salt(),
            by=self._by,
            at=self._at,
            replaces=replaces,
        )

    def _patient(self, patient_id: str) -> PatientRecord:
        row = self._opened.get(PatientRecord, patient_id)
        if row is None or row.erased_at is not None:
            raise WorldError("error-no-patient")
        return row

    def _standing(self, patient_id: str, section: str) -> Sequence[StatementRecord]:
        gone = select(RetractionRecord.statement_id).where(RetractionRecord.patient_id == patient_id)
        found = (
            select(StatementRecord)
            .where(StatementRecord.patient_id == patient_id, StatementRecord.section == section)
            .where(col(StatementRecord.id).not_in(gone))
            .order_by(col(StatementRecord.id))
        )
        return self._opened.exec(found).all()

    def _copy_words_again(self, patient_id: str, section: str) -> None:
        if section in LISTED:
            standing = self._standing(patient_id, section)
            last = standing[-1] if standing else None
            statement = (
                Statement.of(section, "") if last is None else Statement(section, last.key, last.content or '""')
            )
            self._copy_word(self._patient(patient_id), statement)

    def _copy_word(self, patient: PatientRecord, statement: Statement) -> None:
        content = statement.plain
        if statement.section in LISTED and isinstance(content, str):
            setattr(patient, LISTED[statement.section], content)

    def _keep_latest(self, patient_id: str, section: str) -> None:
        if self._catalogue.concept(section) is None:
            return
        self._opened.exec(
            delete(LatestRecord).where(col(LatestRecord.patient_id) == patient_id, col(LatestRecord.concept) == section)
        )
        standing = self._standing(patient_id, section)
        self._add_latest(
            patient_id, [(row.id or 0, Statement(section, row.key, row.content)) for row in standing if row.content]
        )

    def _add_latest(self, patient_id: str, stated: Sequence[tuple[int, Statement]]) -> None:
        self._opened.add_all(
            LatestRecord(
                patient_id=patient_id,
                concept=value.concept,
                number=value.number,
                valued_on=value.on,
                statement_id=value.statement_id,
            )
            for value in latest_values(patient_id, stated, self._catalogue)
        )

    def _note(self, act: str, patient_id: str, subject: str, digest: str = "", *, reason: str = "") -> None:
        note(self._opened, Act(act, patient_id, subject, digest, reason), self._by, self._at)


def _digest(row: StatementRecord) -> str:
    return digest_of_statement(row.section, row.key, row.content or "", row.salt or b"")
