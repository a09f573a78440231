"""Trends as slices: two pictures beside each other, what their signs mean, then the tables that hold the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import cos, pi, sin

from core.documents.align import Align
from core.documents.pdf.slices import Item, Patch, Slice, Stroke, shifted
from core.documents.pdf.style import NOTE, PAPER_COLOUR, TextStyle
from core.documents.pdf.tables import set_table
from core.documents.pdf.text_blocks import line_slices, spaced
from core.documents.pdf.typesetting import placed, set_lines
from core.documents.trend_drawing import (
    HEIGHT,
    LETTERS,
    WIDTH,
    DrawnDot,
    DrawnStroke,
    DrawnTrend,
    DrawnWords,
    TrendDrawing,
)
from core.scores.plane import Polygon

_ROOM = 1000.0
_ACROSS = 2
_BETWEEN = 8.0
_CORNERS = 12
_DOT, _RING = 1.5, 3.0


def set_trends(drawing: TrendDrawing, width: float) -> tuple[Slice, ...]:
    """Return a slice for each pair of pictures, the legend, and the rows of the tables."""
    rows = list(_rows(drawing, width))
    told = [
        piece
        for each in (*drawing.legend, *drawing.told)
        for piece in line_slices(set_lines(each, width, NOTE), width, NOTE)
    ]
    tables = [piece for table in drawing.tables for piece in spaced(set_table(table, width), _BETWEEN)]
    if told:
        rows[-1] = replace(rows[-1], is_kept_with_next=True)
    return (*rows, *told, *tables)


def _rows(drawing: TrendDrawing, width: float) -> Iterator[Slice]:
    for start in range(0, len(drawing.pictures), _ACROSS):
        items: list[Item] = []
        for at, picture in enumerate(drawing.pictures[start : start + _ACROSS]):
            items += shifted(_picture(picture), at * (width - WIDTH))
        yield Slice(HEIGHT, tuple(items), gap=_BETWEEN)


def _picture(picture: DrawnTrend) -> Slice:
    items: list[Item] = [_stroke(each) for each in picture.strokes]
    for dot in picture.dots:
        items += _dot(dot)
    for words in (*picture.titles, *picture.words):
        items += _words(words, is_strong=words in picture.titles)
    return Slice(HEIGHT, tuple(items))


def _stroke(stroke: DrawnStroke) -> Stroke:
    across, down = stroke.to_x - stroke.x, stroke.to_y - stroke.y
    return Stroke(stroke.x, stroke.y, across, down, stroke.ink, stroke.weight, stroke.is_dashed)


def _dot(dot: DrawnDot) -> Iterator[Item]:
    if dot.has_ring:
        yield Patch(dot.x, dot.y, _round(_RING), PAPER_COLOUR, dot.ink)
    yield Patch(dot.x, dot.y, _round(_DOT), PAPER_COLOUR if dot.is_hollow else dot.ink, dot.ink)


def _round(radius: float) -> Polygon:
    turns = (2 * pi * number / _CORNERS for number in range(_CORNERS))
    return tuple((radius * cos(turn), radius * sin(turn)) for turn in turns)


def _words(words: DrawnWords, *, is_strong: bool) -> Iterator[Item]:
    style = TextStyle(LETTERS, LETTERS * 1.3, words.ink, is_strong=is_strong)
    left = {Align.LEFT: words.x, Align.CENTRE: words.x - _ROOM / 2, Align.RIGHT: words.x - _ROOM}[words.align]
    for line in set_lines(words.text, _ROOM, style):
        yield from placed(line, left, words.y - style.leading / 2, _ROOM, style, words.align)
