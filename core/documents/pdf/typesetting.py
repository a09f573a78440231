"""Lines of a given measure: where text breaks, and at what x each piece stands.

A line breaks at a space; a word longer than the line breaks after a hyphen, slash, comma or the like if
that leaves half a line, else between two signs. Nothing is added (no hyphen) and no sign is lost but
the spaces at a break. Lines are broken as they are read, and their pieces put in order afterwards.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from core.documents.align import Align
from core.documents.blocks import Line, Run, Voice, runs_of
from core.documents.legible import JOINERS
from core.documents.pdf.scripts import faces_of, is_simple
from core.documents.pdf.shaping import Cluster, shaped
from core.documents.pdf.slices import Words
from core.documents.pdf.style import MUTED_COLOUR, TextStyle
from core.documents.pdf.typeface import Face, typeface
from core.documents.reading_order import in_reading_order, levels_of

_PIECES = re.compile(r" +|[^ ]+")
_BREAKS_AFTER = re.compile(r"[-/,;:·_)]")
_UNITS = 1000.0
_BASELINE = 0.74  # of the leading: centres Inter's capitals in their line


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one face and colour with its width in points; ``level`` tells where it turns.

    ``clusters`` are those of a text that is shaped; without them its signs stand one beside the other.
    """

    text: str
    face: Face
    colour: str
    width: float
    level: int = 0
    clusters: tuple[Cluster, ...] = ()

    @property
    def is_space(self) -> bool:
        """True if a line may break here."""
        return self.text.startswith(" ")


@dataclass(frozen=True, slots=True)
class SetLine:
    """The pieces of one line, its width, and how far it is set in."""

    pieces: tuple[Piece, ...]
    width: float
    indent: float = 0.0


@dataclass(slots=True)
class _Setter:
    """Fills lines one after the other."""

    measure: float
    size: float
    done: list[SetLine] = field(default_factory=list[SetLine])
    open: list[Piece] = field(default_factory=list[Piece])
    width: float = 0.0

    def add(self, spaces: Sequence[Piece], word: Sequence[Piece]) -> None:
        needed = _width(word)
        if self.open and self.width + _width(spaces) + needed > self.measure:
            self.finish()
        else:
            self._put(spaces)
        if needed <= self.measure - self.width:
            self._put(word)
            return
        for piece in word:
            self._put_broken(piece)

    def finish(self) -> None:
        self.done.append(SetLine(_joined(in_reading_order(self.open)), self.width))
        self.open, self.width = [], 0.0

    def _put(self, pieces: Sequence[Piece]) -> None:
        self.open.extend(pieces)
        self.width += _width(pieces)

    def _put_broken(self, piece: Piece) -> None:
        rest = piece
        while rest.width > self.measure - self.width:
            count = self._fitting(rest)
            if count == 0 and self.open:
                self.finish()
                continue
            head, rest = _cut(rest, max(count, _first_break(rest)), self.size)
            self._put([head])
            self.finish()
            if not rest.text:
                return
        self._put([rest])

    def _fitting(self, piece: Piece) -> int:
        room = self.measure - self.width
        count = _shaped_fitting(piece, room, self.size) if piece.clusters else _plain_fitting(piece, room, self.size)
        breaks = [match.end() for match in _BREAKS_AFTER.finditer(piece.text, 0, count)]
        return breaks[-1] if breaks and breaks[-1] * 2 > count else count


def set_lines(line: Line, measure: float, style: TextStyle) -> tuple[SetLine, ...]:
    """Return ``line`` broken to ``measure`` points; an empty text gives one empty line."""
    setter = _Setter(measure, style.size)
    for spaces, word in _words(line, style):
        setter.add(spaces, word)
    setter.finish()
    return tuple(setter.done)


def hanging(mark: Line, line: Line, measure: float, style: TextStyle) -> tuple[SetLine, ...]:
    """Return ``line`` set in by the width of ``mark`` and a space; the mark stands before its first line."""
    marks = _pieces((*runs_of(mark), *runs_of(" ")), style)
    indent = _width(marks)
    first, *others = set_lines(line, max(measure - indent, style.size), style)
    return (
        SetLine((*marks, *first.pieces), first.width + indent),
        *(replace(other, indent=indent) for other in others),
    )


def natural_width(line: Line, style: TextStyle) -> float:
    """Return the width of ``line`` in points if it never broke."""
    return _width(_pieces(runs_of(line), style))


def longest_word(line: Line, style: TextStyle) -> float:
    """Return the width of the longest word of ``line`` in points."""
    return max((_width(word) for _, word in _words(line, style)), default=0.0)


def coloured(line: SetLine, colour: str) -> SetLine:
    """Return the line with its first piece in another colour (the sign of a verdict)."""
    first, *others = line.pieces
    return replace(line, pieces=(replace(first, colour=colour), *others))


def placed(
    line: SetLine, x: float, top: float, measure: float, style: TextStyle, align: Align = Align.LEFT
) -> Iterator[Words]:
    """Yield the words of ``line`` where it stands with its top at ``top``."""
    slack = measure - line.width - line.indent
    x += line.indent + {Align.LEFT: 0.0, Align.CENTRE: slack / 2, Align.RIGHT: slack}[align]
    for piece in line.pieces:
        baseline = top + style.leading * _BASELINE
        yield Words(x, baseline, piece.text, piece.face.name, style.size, piece.colour, piece.clusters)
        x += piece.width


def _words(line: Line, style: TextStyle) -> Iterator[tuple[list[Piece], list[Piece]]]:
    spaces: list[Piece] = []
    word: list[Piece] = []
    for piece in _pieces(runs_of(line), style):
        if piece.is_space and word:
            yield spaces, word
            spaces, word = [piece], []
        else:
            (spaces if piece.is_space else word).append(piece)
    if spaces or word:
        yield spaces, word


def _pieces(runs: Sequence[Run], style: TextStyle) -> list[Piece]:
    return [
        piece
        for run in runs
        for face, colour in [_look(run.voice, style)]
        for piece in (_simple if is_simple(run.text) else _mixed)(run.text, face, colour, style.size)
    ]


def _simple(text: str, face: Face, colour: str, size: float) -> list[Piece]:
    return [Piece(part, face, colour, face.width(part, size)) for part in _PIECES.findall(text)]


def _mixed(text: str, own: Face, colour: str, size: float) -> Iterator[Piece]:
    """Yield the pieces of a text of several scripts, parted at spaces and where face or direction change."""
    faces, levels = faces_of(text, own), levels_of(text)
    for part in _PIECES.finditer(text):
        for look, group in groupby(range(*part.span()), key=lambda at: (faces[at] or own, levels[at])):
            yield _piece("".join(text[at] for at in group), *look, colour, size)


def _piece(text: str, face: Face, level: int, colour: str, size: float) -> Piece:
    if not text.strip() or (level != 1 and is_simple(text)):
        return Piece(text, face, colour, face.width(text, size), level)
    result = shaped(text, face, is_turned=level == 1)
    return Piece(text, face, colour, result.width * size / _UNITS, level, result.clusters)


def _plain_fitting(piece: Piece, room: float, size: float) -> int:
    used, count = 0.0, 0
    for sign in piece.text:
        used += piece.face.width(sign, size)
        if used > room:
            break
        count += 1
    return count


def _shaped_fitting(piece: Piece, room: float, size: float) -> int:
    fitting = 0
    for count in _breaks_between(piece.text):
        if _cut(piece, count, size)[0].width > room:
            break
        fitting = count
    return fitting


def _first_break(piece: Piece) -> int:
    """Return how many signs stay together at the least."""
    return next(_breaks_between(piece.text)) if piece.clusters else 1


def _breaks_between(text: str) -> Iterator[int]:
    """Yield after how many signs a word may be cut: never before a mark or beside a joiner."""
    for count in range(1, len(text)):
        if not unicodedata.category(text[count]).startswith("M") and JOINERS.isdisjoint(text[count - 1 : count + 1]):
            yield count
    yield len(text)


def _look(voice: Voice, style: TextStyle) -> tuple[Face, str]:
    face = typeface().strong if style.is_strong else typeface().face(voice)
    return face, MUTED_COLOUR if voice is Voice.MUTED else style.colour


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Join neighbours of one look: fewer things to draw, and text that reads back in one piece."""
    return tuple(
        alike[0]
        if len(alike) == 1
        else replace(alike[0], text="".join(each.text for each in alike), width=_width(alike))
        for _, group in groupby(pieces, key=lambda piece: (piece.face, piece.colour, piece.level, piece.clusters))
        for alike in [tuple(group)]
    )


def _cut(piece: Piece, count: int, size: float) -> tuple[Piece, Piece]:
    head, rest = piece.text[:count], piece.text[count:]
    if piece.clusters:
        first, second = (_piece(text, piece.face, piece.level, piece.colour, size) for text in (head, rest))
        return first, second
    width = piece.face.width(head, size)
    return replace(piece, text=head, width=width), replace(piece, text=rest, width=piece.width - width)


def _width(pieces: Sequence[Piece]) -> float:
    return sum(piece.width for piece in pieces)
