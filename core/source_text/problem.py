"""What a check found in a file, with its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How much a problem weighs: an error stops the file, a warning is shown beside it."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of one line: line and columns count from 1, ``end`` is the column after the last sign."""

    line: int
    column: int
    end: int

    def shifted(self, by: int) -> Span:
        """Return the span moved ``by`` columns to the right."""
        return Span(self.line, self.column + by, self.end + by)


# a file with more is broken as a whole: reading stops, and nobody reads on either
MOST_PROBLEMS = 100

NOWHERE = Span(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of a check: where, how bad, which kind, what is wrong and what to write instead.

    ``code`` is a short stable word (``unknown-name``, ``unit``, ``duplicate-key``) that tests and the
    editor use; ``message`` and ``hint`` are for the author of the file.
    """

    file: str
    span: Span
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """True if the file cannot be used before this is mended."""
        return self.severity is Severity.ERROR
