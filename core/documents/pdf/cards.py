"""A folded card in its real size, with marks where it is cut and folded.

The paper is not scaled for it: a reader checks with a ruler that the printer did not scale either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.documents.blocks import CardFace, FoldedCard, Line, muted
from core.documents.pdf.slices import Item, Slice, Stroke, moved, shifted, stacked
from core.documents.pdf.style import (
    CARD_HEIGHT,
    CARD_WIDTH,
    HAIRLINE,
    MILLIMETRE,
    MUTED_COLOUR,
    RULE_COLOUR,
    TEXT_COLOUR,
    TextStyle,
)
from core.documents.pdf.typesetting import placed, set_lines

_INSET = 3.5 * MILLIMETRE
_MARK = 4.0 * MILLIMETRE
_MARK_GAP = 1.0 * MILLIMETRE
_DASH = 1.5 * MILLIMETRE
_PEN = 4.8 * MILLIMETRE
_LARGEST = 8.0
_SMALLEST = 2.0
_STEP = 0.2
_LEADING = 1.28
_TITLE = 1.2  # of the size of the lines
_NAMES = 0.31  # of the line: the names of what is told
_BETWEEN = 0.9
_BELOW_TITLE = 2.6


def set_card(card: FoldedCard, width: float) -> Slice:
    """Return both sides side by side in the middle of ``width`` points, their text as large as both can hold."""
    room = CARD_HEIGHT - 2 * _INSET
    faces = _faces(card, _LARGEST)
    size = _LARGEST
    while max(face.height for face in faces) > room and size > _SMALLEST:
        size -= _STEP
        faces = _faces(card, size)
    left, top = (width - 2 * CARD_WIDTH) / 2, _MARK + _MARK_GAP
    items: list[Item] = [*_edges(left, top)]
    for number, face in enumerate(faces):
        items += shifted(face, left + number * CARD_WIDTH + _INSET, top + _INSET)
    return Slice(CARD_HEIGHT + 2 * top, tuple(items), gap=6.0)


def _faces(card: FoldedCard, size: float) -> tuple[Slice, ...]:
    return tuple(_face(face, size) for face in card.faces)


def _face(face: CardFace, size: float) -> Slice:
    measure = CARD_WIDTH - 2 * _INSET
    head = TextStyle(size * _TITLE, size * _TITLE * _LEADING, is_strong=True)
    style = TextStyle(size, size * _LEADING)
    pairs = (_pair(name, value, measure, style) for name, value in face.pairs)
    lines = (_column(line, 0.0, measure, style) for line in face.lines)
    first, *others = (*pairs, *lines)
    return stacked((_column(face.title, 0.0, measure, head), replace(first, gap=_BELOW_TITLE), *others))


def _pair(name: str, value: Line, measure: float, style: TextStyle) -> Slice:
    """Return a name and, beside it, what is told."""
    left = measure * _NAMES
    if not value:
        return _to_fill(name, left, measure, style)
    beside = _column(muted(name), 0.0, left - style.size / 2, style), _column(value, left, measure - left, style)
    return Slice(max(each.height for each in beside), beside[0].items + beside[1].items, gap=_BETWEEN)


def _to_fill(name: str, left: float, measure: float, style: TextStyle) -> Slice:
    """Return a name and a line with room for a pen."""
    down = _PEN - style.leading
    words = (moved(item, 0.0, down) for item in _column(muted(name), 0.0, left - style.size / 2, style).items)
    return Slice(_PEN, (*words, Stroke(left, _PEN - 2.0, measure - left, 0.0, TEXT_COLOUR, HAIRLINE)), gap=_BETWEEN)


def _column(text: Line, left: float, measure: float, style: TextStyle) -> Slice:
    lines = set_lines(text, measure, style)
    words = (
        each for number, line in enumerate(lines) for each in placed(line, left, number * style.leading, measure, style)
    )
    return Slice(len(lines) * style.leading, tuple(words), gap=_BETWEEN)


def _edges(left: float, top: float) -> Iterator[Item]:
    """Yield the edge to cut along, marks beyond its corners, and where it is folded."""
    right, bottom, middle = left + 2 * CARD_WIDTH, top + CARD_HEIGHT, left + CARD_WIDTH
    for y in (top, bottom):
        yield Stroke(left, y, 2 * CARD_WIDTH, 0.0, RULE_COLOUR, HAIRLINE)
        yield Stroke(left - _MARK_GAP - _MARK, y, _MARK, 0.0, TEXT_COLOUR, HAIRLINE)
        yield Stroke(right + _MARK_GAP, y, _MARK, 0.0, TEXT_COLOUR, HAIRLINE)
    for x in (left, right):
        yield Stroke(x, top, 0.0, CARD_HEIGHT, RULE_COLOUR, HAIRLINE)
    for x in (left, middle, right):
        yield Stroke(x, top - _MARK_GAP - _MARK, 0.0, _MARK, TEXT_COLOUR, HAIRLINE)
        yield Stroke(x, bottom + _MARK_GAP, 0.0, _MARK, TEXT_COLOUR, HAIRLINE)
    for number in range(int(CARD_HEIGHT / (2 * _DASH))):
        yield Stroke(middle, top + (2 * number + 0.5) * _DASH, 0.0, _DASH, MUTED_COLOUR, HAIRLINE)
