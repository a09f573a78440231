"""What the records give out: frozen values, no rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from core.chart.birth import AgeOn
from core.entry.statement import Statement


@dataclass(frozen=True, slots=True)
class PatientLine:
    """One patient in the list. ``birth`` is the date as a patient file writes it, ``sex`` a code, "" not recorded.

    ``age`` is the age on a day, where that is all that is known of the birth.
    """

    id: str
    name: str
    number: str
    birth: str
    sex: str
    is_synthetic: bool
    opened_at: datetime | None
    age: AgeOn | None = None


@dataclass(frozen=True, slots=True)
class Retraction:
    """Who took a statement back, when (UTC) and why."""

    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Recorded:
    """A statement as it was recorded. ``id`` grows with every statement: it is the order of the record."""

    id: int
    statement: Statement
    by: str
    at: datetime
    replaces: int | None = None
    retraction: Retraction | None = None


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A text that was being typed, by the name of its field."""

    field: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ScreeningLine:
    """A screening that was kept: the answer as JSON, and which file it was made by."""

    rule_id: str
    version: str
    file_hash: str
    on: date
    answer: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ActLine:
    """One act of the trail: its short word, to whom ("" nobody), to what; ``screening``: what a screening said."""

    sequence: int
    act: str
    patient_id: str
    subject: str
    reason: str
    by: str
    at: datetime
    screening: ScreeningLine | None = None


@dataclass(frozen=True, slots=True)
class LatestValue:
    """The latest number of a concept: in the concept's first unit, as decimal text ("" where it is no number)."""

    patient_id: str
    concept: str
    number: str
    on: str
    statement_id: int


@dataclass(frozen=True, slots=True)
class AuditCheck:
    """What checking the trail found: how many rows, and the first that does not fit (None: all fit)."""

    rows: int
    first_broken: int | None

    @property
    def is_whole(self) -> bool:
        """True if no row was changed, taken out or put in."""
        return self.first_broken is None
