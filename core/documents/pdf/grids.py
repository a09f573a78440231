"""Schedules of activities as slices: labels at the left, points of time across, dots and words centred."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.documents.align import Align
from core.documents.blocks import Grid, GridCell, GridRow
from core.documents.pdf.slices import Slice
from core.documents.pdf.style import CELL_INSET, DENSE, DENSE_HEAD, GRID, GRID_HEAD, HAIRLINE, TextStyle
from core.documents.pdf.tables import Setting, opened, row_slices, together
from core.documents.pdf.typesetting import natural_width, set_lines

_LABEL_PART = 0.34
_DENSE_LABEL_PART = 0.43
_SHARE_FLOOR = 14.0  # points a column of dots asks for, so that words do not take all the room
_INSET = 2 * CELL_INSET


def set_grid(grid: Grid, width: float) -> tuple[Slice, ...]:
    """Return the head and the rows of a grid; the head is repeated on each page."""
    label, columns = _widths(grid, width)
    corner = (set_lines(grid.corner, label - _INSET, GRID_HEAD), Align.LEFT)
    heads: list[Setting] = [
        (set_lines(title, max(share - _INSET, GRID.size), GRID_HEAD), Align.CENTRE)
        for title, share in zip(grid.columns, columns, strict=True)
    ]
    style, head_style = (DENSE, DENSE_HEAD) if grid.is_dense else (GRID, GRID_HEAD)
    head = row_slices([corner, *heads], [label, *columns], head_style)
    repeated = head[0] if len(head) == 1 else None
    rows = [tuple(replace(piece, head=repeated) for piece in _row(row, label, columns, style)) for row in grid.rows]
    return opened((*(replace(piece, is_kept_with_next=True) for piece in head), *together(rows)))


def _row(row: GridRow, label: float, columns: Sequence[float], style: TextStyle) -> tuple[Slice, ...]:
    settings: list[Setting] = [(set_lines(row.label, label - _INSET, GRID), Align.LEFT)]
    widths = [label]
    start = 0
    for cell in row.cells:
        room = sum(columns[start : start + cell.span])
        settings.append((set_lines(cell.text, max(room - _INSET, GRID.size), GRID), Align.CENTRE))
        widths.append(room)
        start += cell.span
    return row_slices(settings, widths, style)


def _widths(grid: Grid, width: float) -> tuple[float, tuple[float, ...]]:
    labels = [grid.corner, *(row.label for row in grid.rows)]
    natural = max(natural_width(label, GRID) for label in labels) + _INSET + HAIRLINE
    wants = [_want(grid, number, title) for number, title in enumerate(grid.columns)]
    label = min(natural, width * _LABEL_PART)
    if grid.is_dense:
        # what the columns leave, so that no label is broken for room that nobody needs
        label = min(natural, max(label, min(width * _DENSE_LABEL_PART, width - sum(wants))))
    room = width - label
    spare = (room - sum(wants)) / len(wants)
    if spare >= 0:
        return label, tuple(want + spare for want in wants)
    return label, tuple(room * want / sum(wants) for want in wants)


def _want(grid: Grid, number: int, title: str) -> float:
    texts = [text for row in grid.rows for text in [_text_at(row.cells, number)]]
    widest = max((natural_width(text, GRID) for text in texts), default=0.0)
    return max(widest, natural_width(title, GRID_HEAD), _SHARE_FLOOR) + _INSET


def _text_at(cells: Sequence[GridCell], column: int) -> str:
    start = 0
    for cell in cells:
        if start <= column < start + cell.span:
            return cell.text if cell.span == 1 else ""
        start += cell.span
    return ""
