"""What of a download could not be taken: nothing is left out unsaid."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Why(Enum):
    """Why something was not taken."""

    NO_NUMBER = "no-number"
    TWICE = "twice"
    AGE = "age"
    COORDINATES = "coordinates"
    OTHER_TRIAL = "other-trial"
    NOT_A_RECORD = "not-a-record"


@dataclass(frozen=True, slots=True)
class Skipped:
    """One thing that was not taken: in which file, in which record (its number, or where it stands), what it said."""

    why: Why
    file: str
    record: str
    said: str = ""
