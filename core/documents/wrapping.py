"""Lines of a given number of terminal columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from core.documents.align import Align

_WIDE = frozenset({"W", "F"})
_MARKS = frozenset({"Mn", "Me"})
_PIECES = re.compile(r" +|[^ ]+")
_BREAKS = re.compile(r".*[^\W\d_][-/]")
PARTS = re.compile(r"[^\s/-]+[/-]*|[/-]+")
"""What of a text stays whole on a line that is wide enough for it."""


def columns_of(text: str) -> int:
    """Return how many columns a terminal gives to ``text``: two for wide signs, none for combining marks."""
    return len(text) if text.isascii() else sum(_columns(sign) for sign in text)


def wrapped(text: str, width: int) -> list[str]:
    """Return ``text`` broken at spaces to ``width`` columns; at least one line.

    A longer word is broken behind a hyphen or stroke in it, else cut.
    """
    lines: list[str] = []
    line = spaces = ""
    for piece in _PIECES.findall(text):
        if piece.startswith(" "):
            spaces = piece
            continue
        if line and columns_of(line + spaces + piece) > width:
            lines.append(line)
            line = spaces = ""
        *full, line = _cut(line + spaces + piece, width)
        lines.extend(full)
        spaces = ""
    return [*lines, line]


def hung(mark: str, text: str, width: int) -> list[str]:
    """Return ``text`` wrapped behind ``mark``, all lines set in alike."""
    indent = columns_of(mark) + 1
    first, *others = wrapped(text, max(width - indent, 1))
    return [f"{mark} {first}", *(" " * indent + other for other in others)]


def padded(text: str, width: int, align: Align) -> str:
    """Return ``text`` filled with spaces to ``width`` columns."""
    room = max(width - columns_of(text), 0)
    left = {Align.LEFT: 0, Align.CENTRE: room // 2, Align.RIGHT: room}[align]
    return " " * left + text + " " * (room - left)


def _cut(text: str, width: int) -> Iterator[str]:
    """Yield pieces of at most ``width`` columns, at least one."""
    if columns_of(text) <= width:
        yield text
        return
    line, used = "", 0
    for sign in text:
        needed = _columns(sign)
        if line and used + needed > width:
            place = _BREAKS.match(line)
            end = len(line) if place is None else place.end()
            yield line[:end]
            line = line[end:]
            used = columns_of(line)
        line += sign
        used += needed
    yield line


def _columns(sign: str) -> int:
    if unicodedata.category(sign) in _MARKS:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in _WIDE else 1
