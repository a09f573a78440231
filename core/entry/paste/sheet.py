"""What a pasted print consists of: results as they are printed, and lines that are none. Nothing is understood yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Printed:
    """One result as it is printed. ``line`` counts from 1; ``part`` tells several results of one line apart.

    ``day`` and ``specimen`` are "" where the line itself says nothing. ``others`` are further numbers of the line that
    could be its value too: which one is meant is not for the program to say. ``rest`` is everything behind the name, as
    it is printed. ``unit_code`` is the code of the unit in UCUM, where one stands beside it.
    """

    line: int
    raw: str
    name: str
    value: str = ""
    unit: str = ""
    limits: str = ""
    flag: str = ""
    day: str = ""
    specimen: str = ""
    part: int = 0
    others: tuple[str, ...] = ()
    rest: str = ""
    unit_code: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A line without a result: a heading, an address, a comment. ``is_heading``: it says of what day lines are;
    ``is_titles``: it names columns. ``why`` is the phrase for why it records nothing, where that needs one.
    """

    line: int
    raw: str
    is_heading: bool = False
    is_titles: bool = False
    why: str = ""


class Matter(Enum):
    """What is stated that is no measurement."""

    EPISODE = "episode"  # a diagnosis or an event
    COURSE = "course"  # a drug, and when it was taken


@dataclass(frozen=True, slots=True)
class Stated:
    """A diagnosis, an event or a course of a drug, as it was handed over. Nothing is understood yet.

    ``codes`` are system and code, ``names`` what it is called, the likeliest first. ``start`` and ``end`` are days,
    months or years as written, ``unknown`` or ``ongoing``; ``cells`` are further columns of its section, as they are
    typed, and ``fields`` what the catalogue gives some concepts (severity, substance). ``ongoing_on`` is the day on
    which it was known to go on. ``doubts`` are phrases for what should be looked at before it is recorded, ``refused``
    the phrase for why it cannot be. ``unread`` names what it says besides; ``notes`` is kept beside it, word by word.
    """

    line: int
    raw: str
    matter: Matter
    codes: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    cells: Mapping[str, str] = field(default_factory=dict[str, str])
    fields: Mapping[str, str] = field(default_factory=dict[str, str])
    ongoing_on: str = ""
    doubts: tuple[str, ...] = ()
    refused: str = ""
    unread: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    part: int = 0

    @property
    def name(self) -> str:
        """What it is called first, else its first code."""
        return next(iter((*self.names, *(code for _, code in self.codes))), "")


Row: TypeAlias = "Printed | Stated | Remark"


@dataclass(frozen=True, slots=True)
class Head:
    """What the print says of all its lines, as it is written: the day, the laboratory, whose it is."""

    day: str = ""
    laboratory: str = ""
    born: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A print. ``decimal`` is the sign that stands before decimals in all its numbers, "" where that is not certain."""

    rows: tuple[Row, ...]
    head: Head
    decimal: str = ""

    @property
    def printed(self) -> tuple[Printed, ...]:
        """The results."""
        return tuple(each for each in self.rows if isinstance(each, Printed))
