"""What a pasted print consists of: results as they are printed, and lines that are none. Nothing is understood yet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Printed:
    """One result as it is printed. ``line`` counts from 1; ``part`` tells several results of one line apart.

    ``day`` and ``specimen`` are "" where the line itself says nothing. ``others`` are further numbers of the line that
    could be its value too: which one is meant is not for the program to say. ``rest`` is everything behind the name, as
    it is printed.
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


@dataclass(frozen=True, slots=True)
class Remark:
    """A line without a result: a heading, an address, a comment. ``is_heading``: it says of what day lines are;
    ``is_titles``: it names columns.
    """

    line: int
    raw: str
    is_heading: bool = False
    is_titles: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """What the print says of all its lines, as it is written: the day, the laboratory, whose it is."""

    day: str = ""
    laboratory: str = ""
    born: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A print. ``decimal`` is the sign that stands before decimals in all its numbers, "" where that is not certain."""

    rows: tuple[Printed | Remark, ...]
    head: Head
    decimal: str = ""

    @property
    def printed(self) -> tuple[Printed, ...]:
        """The results."""
        return tuple(each for each in self.rows if isinstance(each, Printed))
