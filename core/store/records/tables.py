"""The tables as SQLModel records. A table class does not validate, so none of them leaves this room.

A table is called like its class in small letters.
"""

from __future__ import annotations

from sqlmodel import Field, SQLModel


class PatientRecord(SQLModel, table=True):
    """One patient; the words are a copy of the latest statements, for the list."""

    id: str = Field(primary_key=True)
    name: str | None = None
    number: str | None = None
    birth: str | None = None
    sex: str | None = None
    is_synthetic: bool = False
    opened_at: str | None = None
    erased_at: str | None = None


class StatementRecord(SQLModel, table=True):
    """One statement; only the erasure of its patient empties ``content`` and ``salt``."""

    id: int | None = Field(default=None, primary_key=True)
    patient_id: str
    section: str
    key: str
    content: str | None
    salt: bytes | None
    by: str
    at: str
    replaces: int | None = None


class RetractionRecord(SQLModel, table=True):
    """A statement was taken back."""

    statement_id: int = Field(primary_key=True)
    patient_id: str
    reason: str | None
    by: str
    at: str


class DraftRecord(SQLModel, table=True):
    """A text that is being typed: one row a field, overwritten."""

    patient_id: str = Field(primary_key=True)
    field: str = Field(primary_key=True)
    text: str
    at: str


class ScreeningRecord(SQLModel, table=True):
    """A screening that was kept."""

    id: int | None = Field(default=None, primary_key=True)
    patient_id: str
    rule_id: str
    version: str
    file_hash: str
    evaluated_on: str
    answer: str | None
    salt: bytes | None
    by: str
    at: str


class PaperRecord(SQLModel, table=True):
    """A paper that was saved or printed, by its hash."""

    id: int | None = Field(default=None, primary_key=True)
    patient_id: str
    kind: str
    sha256: str
    by: str
    at: str


class LatestRecord(SQLModel, table=True):
    """The latest value of a concept, written with the statement it comes from."""

    patient_id: str = Field(primary_key=True)
    concept: str = Field(primary_key=True)
    number: str
    valued_on: str
    statement_id: int


class AuditRecord(SQLModel, table=True):
    """One act; ``digest`` is salted, so that it tells nothing once the salt is gone."""

    sequence: int | None = Field(default=None, primary_key=True)
    at: str
    by: str
    act: str
    patient_id: str
    subject: str
    digest: str
    reason: str
    previous: str
    hash: str
