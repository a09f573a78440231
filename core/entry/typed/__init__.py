"""From what is typed to what it says: pure functions, nothing guessed, every text has an answer."""

from __future__ import annotations

from core.entry.typed.dates import read_birth_date, read_typed_date
from core.entry.typed.findings import read_typed
from core.entry.typed.outcome import (
    Doubt,
    Empty,
    Offer,
    Phrase,
    Refused,
    TwoReadings,
    Typed,
    Typing,
    Understood,
)
from core.entry.typed.showing import typed_text

__all__ = [
    "Doubt",
    "Empty",
    "Offer",
    "Phrase",
    "Refused",
    "TwoReadings",
    "Typed",
    "Typing",
    "Understood",
    "read_birth_date",
    "read_typed",
    "read_typed_date",
    "typed_text",
]
