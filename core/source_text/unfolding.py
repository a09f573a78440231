"""From a scalar as written to its text, with the place of every character.

libyaml gives the text of a scalar but only the places of its two ends. The rules of YAML 1.1 for folding,
quoting and block scalars are therefore followed once more here, character by character; the reader compares
the two results and refuses a scalar on which they differ, so a place is never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat

from core.source_text.lines import Lines, Place
from core.source_text.tree import PlacesOnLine

_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    " ": " ",
    '"': '"',
    "/": "/",
    "\\": "\\",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_HEX_DIGITS = {"x": 2, "u": 4, "U": 8}
_BREAK = re.compile(r"[ \r]*\n[ \r\n]*")


@dataclass(slots=True)
class Unfolded:
    """The text of a scalar in the making, with the offset in the file of each of its characters."""

    signs: list[str] = field(default_factory=list[str])
    offsets: list[int] = field(default_factory=list[int])

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.signs)

    def add(self, signs: str, offset: int) -> None:
        """Add signs that stand in the file as they are, from ``offset`` on."""
        self.signs.extend(signs)
        self.offsets.extend(range(offset, offset + len(signs)))

    def add_made(self, signs: str, offset: int) -> None:
        """Add signs that all came from what is written at ``offset`` (an escape, a folded line end)."""
        self.signs.extend(signs)
        self.offsets.extend(repeat(offset, len(signs)))


def unfold(lines: Lines, start: int, end: int, style: str | None) -> tuple[str, Sequence[Place]]:
    """Return the text of the scalar written at ``start`` to ``end`` and the places of its characters.

    ``style`` is the one of libyaml: None or empty for plain text, a quotation mark, or ``|`` and ``>``. The
    places have one entry more than the text: the place just after its end.
    """
    written = lines.text[start:end]
    if not style and "\n" not in written:
        return written, _one_line(lines, start, len(written))
    if style in {"'", '"'} and not any(sign in written[1:-1] for sign in (style, "\\", "\n")):
        return written[1:-1], _one_line(lines, start + 1, len(written) - 2)
    unfolded = Unfolded()
    if style in {"|", ">"}:
        after = _unfold_block(unfolded, written, start, is_literal=style == "|")
    elif style == '"':
        after = _unfold_double(unfolded, written, start)
    elif style == "'":
        after = _unfold_single(unfolded, written, start)
    else:
        after = _unfold_plain(unfolded, written, start)
    return unfolded.text, tuple(lines.place(offset) for offset in (*unfolded.offsets, after))


def _one_line(lines: Lines, start: int, length: int) -> PlacesOnLine:
    line, column = lines.place(start)
    return PlacesOnLine(line, column, length + 1)


def _fold(unfolded: Unfolded, written: str, at: int, start: int) -> int:
    """Take blanks and line ends at ``at``: one is a space, each further one a line end. Return after."""
    found = _BREAK.match(written, at)
    if found is None:
        return at
    first = written.index("\n", at)
    count = found.group().count("\n")
    # the folded sign stands where the text of its line ends, before any carriage return
    unfolded.add_made(" " if count == 1 else "\n" * (count - 1), start + (at if count == 1 else first))
    return found.end()


def _unfold_plain(unfolded: Unfolded, written: str, start: int) -> int:
    at = 0
    while at < len(written):
        after = _fold(unfolded, written, at, start)
        if after == at:
            unfolded.add(written[at], start + at)
            after = at + 1
        at = after
    return start + len(written)


def _unfold_single(unfolded: Unfolded, written: str, start: int) -> int:
    at, last = 1, len(written) - 1
    while at < last:
        after = _fold(unfolded, written, at, start)
        if after == at:
            unfolded.add(written[at], start + at)
            after = at + (2 if written[at] == "'" else 1)
        at = after
    return start + last


def _unfold_double(unfolded: Unfolded, written: str, start: int) -> int:
    at, last = 1, len(written) - 1
    while at < last:
        after = _fold(unfolded, written, at, start)
        if after == at and written[at] == "\\":
            after = _escape(unfolded, written, at, start)
        elif after == at:
            unfolded.add(written[at], start + at)
            after = at + 1
        at = after
    return start + last


def _escape(unfolded: Unfolded, written: str, at: int, start: int) -> int:
    """Take the escape at ``at``; an escaped line end joins the lines, further empty lines stay line ends."""
    broken = _BREAK.match(written, at + 1)
    if broken is not None:
        unfolded.add_made("\n" * (broken.group().count("\n") - 1), start + at)
        return broken.end()
    letter = written[at + 1]
    if letter in _HEX_DIGITS:
        after = at + 2 + _HEX_DIGITS[letter]
        unfolded.add_made(chr(int(written[at + 2 : after], 16)), start + at)
        return after
    unfolded.add_made(_ESCAPES[letter], start + at)
    return at + 2


def _unfold_block(unfolded: Unfolded, written: str, start: int, *, is_literal: bool) -> int:
    """Follow libyaml's scanner of block scalars; the composer refuses an indentation in numbers."""
    header, _, body = written.partition("\n")
    rows = body.split("\n")
    indent = next((len(row) - len(row.lstrip(" ")) for row in rows if row.strip(" \r")), 0)
    at = start + len(header) + 1
    after = at
    pending: list[tuple[str, int]] = []
    was_blank = False
    for number, row in enumerate(rows, start=1):
        line = row.rstrip("\r")[indent:]
        if line:
            is_blank = line.startswith(" ")
            _join(unfolded, pending, is_folding=not is_literal and not was_blank and not is_blank)
            unfolded.add(line, at + indent)
            was_blank = is_blank
            after = at + indent + len(line)
            pending = []
        if number < len(rows):  # the last row has no line end: the slice stops there
            pending.append(("\n", at + len(row.rstrip("\r"))))
        at += len(row) + 1
    chomping = header.partition("#")[0]
    if "-" not in chomping and unfolded.signs:
        keeps = "+" in chomping
        _join(unfolded, pending if keeps else pending[:1], is_folding=False)
    return after


def _join(unfolded: Unfolded, pending: list[tuple[str, int]], *, is_folding: bool) -> None:
    """Write the line ends between two lines; folding makes a single one a space and drops the first."""
    is_first = not unfolded.signs
    if not is_folding or is_first:
        for sign, offset in pending:
            unfolded.add_made(sign, offset)
    elif len(pending) == 1:
        unfolded.add_made(" ", pending[0][1])
    else:
        for sign, offset in pending[1:]:
            unfolded.add_made(sign, offset)
