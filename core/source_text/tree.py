"""A strictly read YAML document as a tree whose every node knows its place."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as SequenceOf
from dataclasses import dataclass
from typing import overload

from core.source_text.problem import Span


@dataclass(frozen=True, slots=True)
class PlacesOnLine(SequenceOf[tuple[int, int]]):
    """The places of a text that stands on one line as it is: counted when asked for, not kept one by one."""

    line: int
    column: int
    length: int

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, index: int) -> tuple[int, int]: ...

    @overload
    def __getitem__(self, index: slice) -> SequenceOf[tuple[int, int]]: ...

    def __getitem__(self, index: int | slice) -> tuple[int, int] | SequenceOf[tuple[int, int]]:
        if isinstance(index, slice):
            return tuple((self.line, self.column + at) for at in range(*index.indices(self.length)))
        at = index + self.length if index < 0 else index
        if not 0 <= at < self.length:
            raise IndexError(index)
        return (self.line, self.column + at)


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text. ``is_quoted`` tells ``"yes"`` from ``yes``; ``places`` maps offsets of the text to places.

    ``text`` is the value after YAML's own unquoting and folding. ``places[i]`` is the (line, column) of
    ``text[i]`` in the file; it has one entry more than the text, the place just after the end.
    """

    text: str
    span: Span
    is_quoted: bool
    places: SequenceOf[tuple[int, int]]

    @property
    def is_on_one_line(self) -> bool:
        """True if the text ends on the line where it starts."""
        return isinstance(self.places, PlacesOnLine) or self.places[0][0] == self.places[-1][0]

    def span_of(self, start: int, end: int) -> Span:
        """Return the place of ``text[start:end]`` in the file (on the line where it starts)."""
        line, column = self.places[min(start, len(self.text))]
        last_line, last_column = self.places[min(max(end, start), len(self.text))]
        width = last_column - column if last_line == line else max(end - start, 1)
        return Span(line, column, column + max(width, 1))


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping with its value."""

    key: Scalar
    value: Tree


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file; keys are unique."""

    entries: tuple[Entry, ...]
    span: Span
    is_flow: bool

    def get(self, key: str) -> Tree | None:
        """Return the value of ``key``, or None where the key is not written."""
        for entry in self.entries:  # asked ten thousand times for a chart: a generator would cost as much again
            if entry.key.text == key:
                return entry.value
        return None

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)


@dataclass(frozen=True, slots=True)
class Sequence:
    """The items of a list in the order of the file."""

    items: tuple[Tree, ...]
    span: Span
    is_flow: bool

    def __iter__(self) -> Iterator[Tree]:
        return iter(self.items)


Tree = Scalar | Mapping | Sequence
