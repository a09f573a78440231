"""Where the events of libyaml stand, and what the reading refuses there."""

from __future__ import annotations

from yaml._yaml import Mark as CMark
from yaml.error import Mark
from yaml.events import Event

from core.source_text.lines import Lines, Place
from core.source_text.problem import MOST_PROBLEMS, Problem, Span


class StoppedError(Exception):
    """Reading cannot go on after the last problem written; never leaves ``core.source_text``."""


class Notes:
    """The problems of one file in the making, with the places they are noted at."""

    def __init__(self, lines: Lines, file: str) -> None:
        self.lines = lines
        self.problems: list[Problem] = []
        self._file = file

    def report(self, span: Span, code: str, message: str, hint: str) -> None:
        """Note an error; raises StoppedError when there are too many to go on."""
        self.problems.append(Problem(self._file, span, code, message, hint))
        if len(self.problems) >= MOST_PROBLEMS:
            raise StoppedError

    def place(self, mark: Mark | CMark | None) -> Place:
        """Return the place of a mark; at the end of the stream libyaml's lie one line beyond the text."""
        if mark is None:
            return (1, 1)
        place = (mark.line + 1, mark.column + 1)
        return place if place[0] <= self.lines.count else self.lines.inside(place)

    def span(self, start: Event, end: Event | None = None) -> Span:
        """Return the span from where ``start`` begins to where ``end`` ends, or to its first line's end."""
        return self.span_between(self.place(start.start_mark), self.place((end or start).end_mark))

    def span_between(self, start: Place, end: Place) -> Span:
        """Return the span from one place to another, or to the end of the first one's line."""
        line, column = start
        last = end[1] if end[0] == line else self.lines.width(line) + 1
        return Span(line, column, max(last, column + 1))

    def stands_at(self, sign: str, place: Place) -> bool:
        """True if ``sign`` stands at ``place``."""
        return self.lines.text.startswith(sign, self.lines.offset(place))

    def written_at(self, place: Place) -> str:
        """Return the line from ``place`` on."""
        return self.lines.line(place[0])[place[1] - 1 :]
