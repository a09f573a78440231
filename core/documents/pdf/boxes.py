"""The box of the conclusion and the quieter remark as slices.

A box that fits a good part of a page is one slice; a longer one is painted line by line, so that it can
go on over the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.documents.blocks import Banner, Callout, Line, strong
from core.documents.pdf.slices import Item, Panel, Slice, shifted, stacked
from core.documents.pdf.style import BOX, PAGE_HEIGHT, TINTS, Tint
from core.documents.pdf.text_blocks import line_slices
from core.documents.pdf.typesetting import set_lines

_INSET = 9.0
_BAR = 2.4
_RADIUS = 3.5
_WHOLE_HEIGHT = PAGE_HEIGHT / 3
_GAP = 8.0


def set_banner(banner: Banner, width: float) -> tuple[Slice, ...]:
    """Return the tinted box with its sign and title in bold."""
    tint = TINTS[banner.tone]
    lines = _lines((strong(banner.headline), *banner.lines), width)
    whole = stacked(lines)
    if whole.height > _WHOLE_HEIGHT:
        return _strips(lines, width, tint)
    height = whole.height + 2 * _INSET - 3.0
    panel = Panel(0.0, 0.0, width, height, tint.ground, tint.edge, _RADIUS)
    return (Slice(height, (panel, *shifted(whole, _INSET, _INSET - 1.5)), gap=_GAP),)


def set_callout(callout: Callout, width: float) -> tuple[Slice, ...]:
    """Return a remark with a bar at its left."""
    lines = _lines((strong(callout.title), *callout.lines), width)
    whole = stacked(lines)
    if whole.height > _WHOLE_HEIGHT:
        return _strips(lines, width, TINTS[callout.tone])
    height = whole.height + _INSET
    ground = _ground(height, width, TINTS[callout.tone])
    return (Slice(height, (*ground, *shifted(whole, _INSET, _INSET / 2)), gap=_GAP),)


def _lines(lines: Sequence[Line], width: float) -> tuple[Slice, ...]:
    measure = width - 2 * _INSET
    return line_slices([piece for line in lines for piece in set_lines(line, measure, BOX)], measure, BOX)


def _strips(lines: Sequence[Slice], width: float, tint: Tint) -> tuple[Slice, ...]:
    strips = [replace(line, items=(*_ground(line.height, width, tint), *shifted(line, _INSET))) for line in lines]
    edge = Slice(_INSET / 2, _ground(_INSET / 2, width, tint), gap=_GAP, is_kept_with_next=True)
    strips[-1] = replace(strips[-1], is_kept_with_next=True)
    return (edge, *strips, Slice(edge.height, edge.items))


def _ground(height: float, width: float, tint: Tint) -> tuple[Item, ...]:
    return (
        Panel(0.0, 0.0, width, height, tint.ground),
        Panel(0.0, 0.0, _BAR, height, tint.edge),
    )
