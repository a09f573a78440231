"""When something was there: the days an episode or a course can begin and end on, against a window."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from core.engine.compiled.judged import FALSE, TRUE, UNKNOWN
from core.engine.compiled.windows import ONE_DAY, Bounds
from core.values.truth import Truth

OPEN = date.max


class Span(NamedTuple):
    """The first and last possible day of the beginning, and of the end."""

    begins_first: date
    begins_last: date
    ends_first: date
    ends_last: date

    def lies_in(self, bounds: Bounds) -> Truth:
        """Answer whether one of its days lies in the window."""
        if self.begins_first > bounds.last or self.ends_last < bounds.first:
            return FALSE
        if self.begins_last <= bounds.last and self.ends_first >= bounds.first:
            return TRUE
        return UNKNOWN

    @property
    def edges(self) -> tuple[date, ...]:
        """The days on which it can become different."""
        return (self.begins_first, self.begins_last, after(self.ends_first), after(self.ends_last))


def after(day: date) -> date:
    """Return the next day; the last there is stays."""
    return day if day == OPEN else day + ONE_DAY
