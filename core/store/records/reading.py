"""What is read from the records: rows become values here."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from core.entry.statement import Statement
from core.store.records.kept_records import DraftLine, LatestValue, PatientLine, Recorded, Retraction, ScreeningLine
from core.store.records.tables import (
    DraftRecord,
    LatestRecord,
    PatientRecord,
    RetractionRecord,
    ScreeningRecord,
    StatementRecord,
)


def patients(opened: Session) -> tuple[PatientLine, ...]:
    """Return every patient who was not erased: the last opened first, then by name."""
    # columns, not objects: of ten thousand lines the objects cost most
    columns = select_columns(
        col(PatientRecord.id),
        col(PatientRecord.name),
        col(PatientRecord.number),
        col(PatientRecord.birth),
        col(PatientRecord.sex),
        col(PatientRecord.is_synthetic),
        col(PatientRecord.opened_at),
    ).where(col(PatientRecord.erased_at).is_(None))
    rows = opened.connection().execute(columns).all()
    lines = [
        PatientLine(name_id, name or "", number or "", birth or "", sex or "", is_synthetic, _opened(opened_at))
        for name_id, name, number, birth, sex, is_synthetic, opened_at in rows
    ]
    lines.sort(key=lambda line: (line.name.casefold(), line.birth, line.id))
    recent = sorted((line for line in lines if line.opened_at), key=_when_opened, reverse=True)
    return (*recent, *(line for line in lines if not line.opened_at))


def patient(opened: Session, patient_id: str) -> PatientLine | None:
    """Return one patient, None where there is none or the patient was erased."""
    row = opened.get(PatientRecord, patient_id)
    return None if row is None or row.erased_at is not None else _line(row)


def statements(opened: Session, patient_id: str) -> tuple[Recorded, ...]:
    """Return everything that was stated of a patient, in the order of the record, what was taken back included."""
    found = select(StatementRecord).where(StatementRecord.patient_id == patient_id).order_by(col(StatementRecord.id))
    gone = opened.exec(select(RetractionRecord).where(RetractionRecord.patient_id == patient_id)).all()
    retractions = {row.statement_id: _retraction(row) for row in gone}
    return tuple(
        recorded(row, retractions.get(row.id or 0)) for row in opened.exec(found).all() if row.content is not None
    )


def recorded(row: StatementRecord, retraction: Retraction | None = None) -> Recorded:
    """Return a row as a value."""
    statement = Statement(row.section, row.key, row.content or "")
    return Recorded(row.id or 0, statement, row.by, instant(row.at), row.replaces, retraction)


def drafts(opened: Session, patient_id: str) -> tuple[DraftLine, ...]:
    """Return the texts that were being typed, by their fields."""
    found = select(DraftRecord).where(DraftRecord.patient_id == patient_id).order_by(col(DraftRecord.field))
    return tuple(DraftLine(row.field, row.text, instant(row.at)) for row in opened.exec(found).all())


def screenings(opened: Session, patient_id: str) -> tuple[ScreeningLine, ...]:
    """Return the screenings that were kept, in the order of the record."""
    found = select(ScreeningRecord).where(ScreeningRecord.patient_id == patient_id).order_by(col(ScreeningRecord.id))
    return tuple(
        ScreeningLine(
            row.rule_id,
            row.version,
            row.file_hash,
            date.fromisoformat(row.evaluated_on),
            row.answer or "",
            row.by,
            instant(row.at),
        )
        for row in opened.exec(found).all()
    )


def latest(opened: Session, concept: str) -> tuple[LatestValue, ...]:
    """Return the latest value of a concept for every patient who has one."""
    found = select(LatestRecord).where(LatestRecord.concept == concept).order_by(col(LatestRecord.patient_id))
    return tuple(
        LatestValue(row.patient_id, row.concept, row.number, row.valued_on, row.statement_id)
        for row in opened.exec(found).all()
    )


def instant(text: str) -> datetime:
    """Return an instant as it is kept (ISO 8601, UTC)."""
    return datetime.fromisoformat(text)


def _retraction(row: RetractionRecord) -> Retraction:
    return Retraction(row.reason or "", row.by, instant(row.at))


def _line(row: PatientRecord) -> PatientLine:
    opened_at = _opened(row.opened_at)
    return PatientLine(
        row.id, row.name or "", row.number or "", row.birth or "", row.sex or "", row.is_synthetic, opened_at
    )


def _opened(written: str | None) -> datetime | None:
    return None if written is None else instant(written)


def _when_opened(line: PatientLine) -> datetime:
    return line.opened_at or datetime.min.replace(tzinfo=UTC)
