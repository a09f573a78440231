"""The lines of a text: from offsets to places and back."""

from __future__ import annotations

import re
from bisect import bisect_right

Place = tuple[int, int]


class Lines:
    """Turns offsets into places (line and column from 1) and back; ``starts`` is where each line begins."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def offset(self, place: Place) -> int:
        """Return the offset of a place in the text."""
        line, column = place
        return self.starts[line - 1] + column - 1

    @property
    def count(self) -> int:
        """The number of lines; text after the last line end counts, and so does its absence."""
        return len(self.starts)

    def inside(self, place: Place) -> Place:
        """Return ``place``, or the nearest one before it where it lies beyond its line or the text."""
        line = min(place[0], len(self.starts))
        column = place[1] if line == place[0] else self.width(line) + 1
        return line, min(column, self.width(line) + 1)

    def line(self, number: int) -> str:
        """Return a line (from 1) without its line end; one that is not there is empty."""
        if not 1 <= number <= len(self.starts):
            return ""
        start = self.starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : len(self.text) if end < 0 else end].rstrip("\r")

    def width(self, line: int) -> int:
        """Return the number of characters of a line (from 1) without its line end."""
        return len(self.line(line))

    def place(self, offset: int) -> Place:
        """Return the (line, column) of an offset, counted from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1
