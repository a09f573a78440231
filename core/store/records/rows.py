"""The rows as they are read and written every day: what ``tables`` describes, in plain tuples.

SQLModel with what it stands on holds 40 MB, which a window that shows a list need not carry. The names here and those
there are one: a test compares them, column by column.
"""

from __future__ import annotations

from typing import NamedTuple

from core.store.records.sql import Table


class PatientRow(NamedTuple):
    """One patient; the words are a copy of the latest statements."""

    id: str
    name: str | None = None
    number: str | None = None
    birth: str | None = None
    sex: str | None = None
    is_synthetic: bool = False
    opened_at: str | None = None
    erased_at: str | None = None


class StatementRow(NamedTuple):
    """One statement; an erased one has neither content nor salt."""

    id: int | None
    patient_id: str
    section: str
    key: str
    content: str | None
    salt: bytes | None
    by: str
    at: str
    replaces: int | None = None


class RetractionRow(NamedTuple):
    """A statement was taken back."""

    statement_id: int
    patient_id: str
    reason: str | None
    by: str
    at: str


class DraftRow(NamedTuple):
    """A text that is being typed."""

    patient_id: str
    field: str
    text: str
    at: str


class ScreeningRow(NamedTuple):
    """A screening that was kept."""

    id: int | None
    patient_id: str
    rule_id: str
    version: str
    file_hash: str
    evaluated_on: str
    answer: str | None
    salt: bytes | None
    by: str
    at: str


class PaperRow(NamedTuple):
    """A paper that was saved or printed."""

    id: int | None
    patient_id: str
    kind: str
    sha256: str
    by: str
    at: str


class LatestRow(NamedTuple):
    """The latest value of a concept."""

    patient_id: str
    concept: str
    number: str
    valued_on: str
    statement_id: int


class ActRow(NamedTuple):
    """One act of the trail."""

    sequence: int | None
    at: str
    by: str
    act: str
    patient_id: str
    subject: str
    digest: str
    reason: str
    previous: str
    hash: str


PATIENTS = Table("patientrecord", PatientRow)
STATEMENTS = Table("statementrecord", StatementRow)
RETRACTIONS = Table("retractionrecord", RetractionRow)
DRAFTS = Table("draftrecord", DraftRow)
SCREENINGS = Table("screeningrecord", ScreeningRow)
PAPERS = Table("paperrecord", PaperRow)
LATEST = Table("latestrecord", LatestRow)
ACTS = Table("auditrecord", ActRow)

ALL_TABLES = (PATIENTS, STATEMENTS, RETRACTIONS, DRAFTS, SCREENINGS, PAPERS, LATEST, ACTS)
