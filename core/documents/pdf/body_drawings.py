"""A map of the body as a slice: the drawing at the left, the table that holds the same beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.documents.align import Align
from core.documents.blocks import strong
from core.documents.body_drawing import (
    EDGE,
    HATCH,
    OUTLINE_EDGE,
    OUTLINE_GROUND,
    SHADES,
    BodyDrawing,
    DrawnLegend,
    DrawnRegion,
    DrawnView,
)
from core.documents.pdf.slices import Item, Patch, Slice, Stroke, shifted, stacked
from core.documents.pdf.style import DENSE, HAIRLINE, MILLIMETRE, NOTE, TABLE, TextStyle
from core.documents.pdf.tables import set_table
from core.documents.pdf.text_blocks import line_slices
from core.documents.pdf.typesetting import natural_width, placed, set_lines
from core.scores.plane import Point, Polygon, centre, hatched

_HEIGHT = 66 * MILLIMETRE
_GAP = 5 * MILLIMETRE
_LEAST_BESIDE = 60 * MILLIMETRE
"""The room that a table needs beside the views; where they leave less it stands below."""
_BOX = 16.0
_INKS = {ink: TextStyle(DENSE.size, DENSE.leading, ink, is_strong=True) for _, ink in SHADES}


def set_body(drawing: BodyDrawing, width: float) -> tuple[Slice, ...]:
    """Return the whole as one slice: no page ends in a body."""
    scale = _HEIGHT / drawing.height
    wide = max(drawing.width * scale, *(_sides(each) for each in drawing.views))
    title = stacked(line_slices(set_lines(strong(drawing.title), width, TABLE), width, TABLE))
    items: list[Item] = []
    for number, view in enumerate(drawing.views):
        items += _view(drawing, view, number * (wide + _GAP), wide, scale)
    left = len(drawing.views) * (wide + _GAP)
    top = 2 * NOTE.leading
    has_room = width - left >= _LEAST_BESIDE
    table = stacked(set_table(drawing.table, width - left if has_room else width))
    below = 0.0 if has_room else top + _HEIGHT + 4.0
    items += shifted(table, left if has_room else 0.0, below)
    height = max(top + _HEIGHT, below + table.height)
    legend = stacked(tuple(_legend(drawing, width)))
    items += shifted(legend, 0.0, height + 4.0)
    whole = Slice(height + 4.0 + legend.height, tuple(items), gap=2.0)
    return (replace(stacked((title, whole)), gap=6.0),)


def _sides(view: DrawnView) -> float:
    """Return the width that the words for both sides take, with room between them."""
    return sum(natural_width(strong(words), NOTE) for words in (view.left, view.right)) + 3 * MILLIMETRE


def _view(drawing: BodyDrawing, view: DrawnView, left: float, wide: float, scale: float) -> Iterator[Item]:
    yield from placed(set_lines(view.title, wide, NOTE)[0], left, 0.0, wide, NOTE, Align.CENTRE)
    for words, align in ((view.left, Align.LEFT), (view.right, Align.RIGHT)):
        line = set_lines(strong(words), wide, NOTE)[0]
        yield from placed(line, left, NOTE.leading, wide, NOTE, align)
    origin = (left + (wide - drawing.width * scale) / 2, 2 * NOTE.leading)
    for outline in view.outline:
        yield Patch(*origin, _scaled(outline, scale), OUTLINE_GROUND, OUTLINE_EDGE)
    for region in view.regions:
        for shape in region.shapes:
            yield from _region(region, shape, origin, scale)


def _region(region: DrawnRegion, shape: Polygon, origin: Point, scale: float) -> Iterator[Item]:
    ground, ink = region.colours
    yield Patch(*origin, _scaled(shape, scale), ground, EDGE, is_dashed=region.shade is None and not region.is_hatched)
    if region.is_hatched:
        yield from _hatch(_scaled(shape, scale), origin)
    x, y = centre(shape)
    style, room = _INKS[ink], 20.0
    line = set_lines(strong(region.told), room, style)[0]
    at = (origin[0] + x * scale - room / 2, origin[1] + y * scale - style.leading / 2)
    yield from placed(line, *at, room, style, Align.CENTRE)


def _hatch(shape: Polygon, origin: Point) -> Iterator[Item]:
    for (x, y), (to_x, to_y) in hatched(shape, HATCH):
        yield Stroke(origin[0] + x, origin[1] + y, to_x - x, to_y - y, EDGE, HAIRLINE)


def _legend(drawing: BodyDrawing, width: float) -> Iterator[Slice]:
    """Yield the entries of the legend, as many in a line as it holds."""
    items: list[Item] = []
    x = 0.0
    for each in drawing.legend:
        wide = _BOX + 3.0 + natural_width(each.words, NOTE) + 10.0
        if items and x + wide > width:
            yield Slice(NOTE.leading + 3.0, tuple(items))
            items, x = [], 0.0
        items += _entry(each, x)
        x += wide
    yield Slice(NOTE.leading + 3.0, tuple(items))


def _entry(each: DrawnLegend, x: float) -> Iterator[Item]:
    high = NOTE.leading
    box: Polygon = ((0.0, 0.0), (_BOX, 0.0), (_BOX, high), (0.0, high))
    look = DrawnRegion((box,), "" if each.is_hatched else each.told, each.shade, each.is_hatched)
    yield from _region(look, box, (x, 0.0), 1.0)
    for line in set_lines(each.words, 1000.0, NOTE):
        yield from placed(line, x + _BOX + 3.0, 0.0, 1000.0, NOTE)


def _scaled(points: Polygon, scale: float) -> Polygon:
    return tuple((x * scale, y * scale) for x, y in points)
