"""The records of the patients: statements, drafts, screenings, papers, and the trail of who did what when."""

from __future__ import annotations

from core.store.records.failures import FailedError
from core.store.records.kept_records import (
    ActLine,
    AuditCheck,
    DraftLine,
    PatientLine,
    Recorded,
    Retraction,
    ScreeningLine,
)
from core.store.records.pending import PATIENCE_SECONDS
from core.store.records.records import Records
from core.store.records.writer import Written

__all__ = [
    "PATIENCE_SECONDS",
    "ActLine",
    "AuditCheck",
    "DraftLine",
    "FailedError",
    "PatientLine",
    "Recorded",
    "Records",
    "Retraction",
    "ScreeningLine",
    "Written",
]
