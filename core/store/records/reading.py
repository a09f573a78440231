"""What is read from the records: rows become values here."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

from core.chart.birth import AGE, AgeOn
from core.entry.statement import Statement
from core.entry.typed.ages import age_written
from core.store.records.kept_records import (
    ActLine,
    DraftLine,
    LatestValue,
    PatientLine,
    Recorded,
    Retraction,
    ScreeningLine,
)
from core.store.records.rows import (
    DRAFTS,
    LATEST,
    PATIENTS,
    RETRACTIONS,
    SCREENINGS,
    STATEMENTS,
    ActRow,
    PatientRow,
    RetractionRow,
    ScreeningRow,
    StatementRow,
)
from core.store.records.sql import Runs

STATED, SCREENED = "stated", "screened"
_ACTS = """
SELECT sequence, at, "by", act, patient_id, subject, digest, reason, previous, hash
FROM auditrecord WHERE act IS NOT ? ORDER BY sequence DESC LIMIT ?
"""
_ERASED = "SELECT id, erased_at FROM patientrecord WHERE erased_at IS NOT NULL"
_AGES = """
SELECT s.patient_id, s.content FROM patientrecord p JOIN statementrecord s ON s.patient_id = p.id AND s.section = ?
LEFT JOIN retractionrecord r ON r.statement_id = s.id
WHERE p.erased_at IS NULL AND coalesce(p.birth, '') = '' AND r.statement_id IS NULL AND s.content IS NOT NULL
ORDER BY s.id
"""
_STAMPS = """
SELECT s.patient_id, max(s.id), count(r.statement_id) FROM statementrecord s
LEFT JOIN retractionrecord r ON r.statement_id = s.id GROUP BY s.patient_id
"""
_WITH = """
SELECT DISTINCT s.patient_id FROM statementrecord s JOIN patientrecord p ON p.id = s.patient_id
LEFT JOIN retractionrecord r ON r.statement_id = s.id
WHERE s.section = ? AND p.erased_at IS NULL AND r.statement_id IS NULL AND s.content IS NOT NULL
"""


def with_section(opened: Runs, section: str) -> frozenset[str]:
    """Return the patients of whom something stands in a section."""
    rows = opened.execute(_WITH, (section,)).fetchall()
    return frozenset(str(patient_id) for (patient_id,) in rows)


def stamps(opened: Runs) -> dict[str, tuple[int, int]]:
    """Return the last statement and the count of retractions of each patient: the same as long as nothing changed."""
    rows = opened.execute(_STAMPS).fetchall()
    return {str(patient): (int(str(last)), int(str(gone))) for patient, last, gone in rows}


def patients(opened: Runs) -> tuple[PatientLine, ...]:
    """Return every patient who was not erased: the last opened first, then by name."""
    ages = _ages(opened)
    lines = [replace(_line(row), age=ages.get(row.id)) for row in PATIENTS.find(opened, erased_at=None)]
    lines.sort(key=lambda line: (line.name.casefold(), line.birth, line.id))
    recent = sorted((line for line in lines if line.opened_at), key=_when_opened, reverse=True)
    return (*recent, *(line for line in lines if not line.opened_at))


def _ages(opened: Runs) -> dict[str, AgeOn]:
    """Return the latest age on a day of each patient whose birth date is not recorded."""
    rows = opened.execute(_AGES, (AGE,)).fetchall()
    found = ((str(patient), age_written(json.loads(str(content)))) for patient, content in rows)
    return {patient: age for patient, age in found if age is not None}


def patient(opened: Runs, patient_id: str) -> PatientLine | None:
    """Return one patient, None where there is none or the patient was erased."""
    row = PATIENTS.first(opened, id=patient_id)
    return None if row is None or row.erased_at is not None else _line(row)


def erased(opened: Runs) -> dict[str, str]:
    """Return who was erased, by id, and the instant as it is kept."""
    return {str(patient): str(at) for patient, at in opened.execute(_ERASED).fetchall()}


def statements(opened: Runs, patient_id: str) -> tuple[Recorded, ...]:
    """Return everything that was stated of a patient, in the order of the record, what was taken back included."""
    gone = RETRACTIONS.find(opened, patient_id=patient_id)
    retractions = {row.statement_id: _retraction(row) for row in gone}
    found = STATEMENTS.find(opened, order="id", patient_id=patient_id)
    return tuple(recorded(row, retractions.get(row.id or 0)) for row in found if row.content is not None)


def recorded(row: StatementRow, retraction: Retraction | None = None) -> Recorded:
    """Return a row as a value."""
    statement = Statement(row.section, row.key, row.content or "")
    return Recorded(row.id or 0, statement, row.by, instant(row.at), row.replaces, retraction)


def drafts(opened: Runs, patient_id: str) -> tuple[DraftLine, ...]:
    """Return the texts that were being typed, by their fields."""
    found = DRAFTS.find(opened, order="field", patient_id=patient_id)
    return tuple(DraftLine(row.field, row.text, instant(row.at)) for row in found)


def screenings(opened: Runs, patient_id: str) -> tuple[ScreeningLine, ...]:
    """Return the screenings that were kept, in the order of the record."""
    return tuple(_screening(row) for row in SCREENINGS.find(opened, order="id", patient_id=patient_id))


def acts(opened: Runs, most: int) -> tuple[ActLine, ...]:
    """Return the newest acts of the trail but for statements, the last one first.

    What was stated is told by the history of its field, and is most of a trail.
    """
    rows = opened.execute(_ACTS, (STATED, most)).fetchall()
    return tuple(_act(opened, ActRow._make(row)) for row in rows)


def _act(opened: Runs, row: ActRow) -> ActLine:
    screening = None
    kind, _, number = row.subject.partition(" ")
    if row.act == SCREENED and number.isdecimal():
        found = SCREENINGS.first(opened, id=int(number))
        screening = None if found is None or not found.answer else _screening(found)
    reason = row.reason
    if kind == "statement" and number.isdecimal():
        taken_back = RETRACTIONS.first(opened, statement_id=int(number))
        reason = reason if taken_back is None else taken_back.reason or ""
    return ActLine(row.sequence or 0, row.act, row.patient_id, row.subject, reason, row.by, instant(row.at), screening)


def latest(opened: Runs, concept: str) -> tuple[LatestValue, ...]:
    """Return the latest value of a concept for every patient who has one."""
    return tuple(
        LatestValue(row.patient_id, row.concept, row.number, row.valued_on, row.statement_id)
        for row in LATEST.find(opened, order="patient_id", concept=concept)
    )


def instant(text: str) -> datetime:
    """Return an instant as it is kept (ISO 8601, UTC)."""
    return datetime.fromisoformat(text)


def _screening(row: ScreeningRow) -> ScreeningLine:
    return ScreeningLine(
        row.rule_id,
        row.version,
        row.file_hash,
        date.fromisoformat(row.evaluated_on),
        row.answer or "",
        row.by,
        instant(row.at),
    )


def _retraction(row: RetractionRow) -> Retraction:
    return Retraction(row.reason or "", row.by, instant(row.at))


def _line(row: PatientRow) -> PatientLine:
    return PatientLine(
        row.id,
        row.name or "",
        row.number or "",
        row.birth or "",
        row.sex or "",
        bool(row.is_synthetic),
        _opened(row.opened_at),
    )


def _opened(written: str | None) -> datetime | None:
    return None if written is None else instant(written)


def _when_opened(line: PatientLine) -> datetime:
    return line.opened_at or datetime.min.replace(tzinfo=UTC)
