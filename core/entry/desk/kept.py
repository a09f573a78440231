"""What the desk holds: statements of the record that stand, and drafts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.entry.statement import Statement


@dataclass(frozen=True, slots=True)
class Kept:
    """A statement of the record that was not retracted. ``id`` is its number there."""

    id: int
    statement: Statement
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """What the record is asked to take: a new statement, in the place of another where ``replaces`` is its number.

    ``statement`` None only takes back.
    """

    statement: Statement | None
    replaces: int | None = None
    reason: str = ""
