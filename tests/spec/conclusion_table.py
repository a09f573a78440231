"""The table of conclusions (rule language, section 5): lines by which every combination is decided, the first wins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from core.screening.conclusions import Word

COLUMNS = ("what fails", "open", "deferred", "disease and cohort", "file", "says enough")
VALUES = (
    ("nothing", "ends on one day", "ends on no common day", "does not end"),
    ("none", "some"),
    ("none", "some"),
    ("known", "not known"),
    ("full", "partial"),
    ("yes", "no"),
)
ANY = "any"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it asks of each column, and the word."""

    cells: tuple[str, ...]
    word: Word

    def fits(self, combination: tuple[str, ...]) -> bool:
        """True if every cell is the combination's or any."""
        return all(cell in (ANY, value) for cell, value in zip(self.cells, combination, strict=True))


LINES = (
    Line(("does not end", ANY, ANY, ANY, ANY, ANY), Word.NOT_ELIGIBLE),
    Line(("ends on no common day", ANY, ANY, ANY, ANY, ANY), Word.NOT_ELIGIBLE),
    Line((ANY, "some", ANY, ANY, ANY, ANY), Word.UNDECIDED),
    Line((ANY, ANY, ANY, "not known", ANY, ANY), Word.UNDECIDED),
    Line(("ends on one day", ANY, ANY, ANY, "partial", "no"), Word.UNDECIDED),
    Line(("ends on one day", ANY, ANY, ANY, ANY, ANY), Word.NOT_YET),
    Line((ANY, ANY, "none", ANY, "full", ANY), Word.ELIGIBLE),
    Line((ANY, ANY, ANY, ANY, ANY, "yes"), Word.POSSIBLE),
    Line((ANY, ANY, ANY, ANY, ANY, ANY), Word.UNDECIDED),
)
"""Of a protocol. A cohort the patient is not of, and a file of another disease, are decided before."""

BOARD_LINES = (
    Line(("does not end", ANY, ANY, ANY, ANY, ANY), Word.OUTSIDE_LIMITS),
    Line(("ends on no common day", ANY, ANY, ANY, ANY, ANY), Word.OUTSIDE_LIMITS),
    Line(("ends on one day", ANY, ANY, ANY, ANY, ANY), Word.OUTSIDE_LIMITS),
    Line((ANY, "some", ANY, ANY, ANY, ANY), Word.UNDECIDED),
    Line((ANY, ANY, ANY, "not known", ANY, ANY), Word.UNDECIDED),
    Line((ANY, ANY, ANY, ANY, ANY, ANY), Word.WITHIN_LIMITS),
)
"""Of a programme: its limits are usual, not binding."""


def combinations() -> Iterator[tuple[str, ...]]:
    """Yield every combination of the columns."""
    yield from product(*VALUES)


def deciding(lines: tuple[Line, ...], combination: tuple[str, ...]) -> Line:
    """Return the first line that fits."""
    return next(line for line in lines if line.fits(combination))
