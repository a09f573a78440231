"""Headings, running text, lists and signature lines as slices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.documents.blocks import Checklist, Document, Footnotes, Heading, Line, Lines, Paragraph, Signature
from core.documents.pdf.slices import Bookmark, Slice, Stroke, stacked
from core.documents.pdf.style import (
    BODY,
    HAIRLINE,
    NOTE,
    SECTION,
    SUBSECTION,
    SUBTITLE,
    TEXT_COLOUR,
    TITLE,
    TextStyle,
)
from core.documents.pdf.typesetting import SetLine, hanging, placed, set_lines

_HEADINGS = {1: (TITLE, 12.0), 2: (SECTION, 11.0), 3: (SUBSECTION, 8.0)}
_AFTER_HEADING = 3.5
_BETWEEN_ITEMS = 2.0
_SIGNING_ROOM = 34.0
_SIGNING_GAP = 18.0
_SIGNATURES_A_LINE = 3
_WHOLE_HEADING_LINES = 6
_LAST_TOGETHER = 4
"""A signature takes so many lines of a list along: fewer would look lost on its page."""
_DASHED = re.compile("(?P<mark>\u00a0+–) ")


def line_slices(lines: Iterable[SetLine], width: float, style: TextStyle) -> tuple[Slice, ...]:
    """Return one slice per line; no first or last line stands alone on a page."""
    slices = [Slice(style.leading, tuple(placed(line, 0.0, 0.0, width, style))) for line in lines]
    bound = {0, len(slices) - 2}
    return tuple(
        replace(piece, is_kept_with_next=number in bound and number < len(slices) - 1)
        for number, piece in enumerate(slices)
    )


def spaced(slices: Sequence[Slice], gap: float) -> tuple[Slice, ...]:
    """Return the slices with ``gap`` points above the first."""
    first, *others = slices
    return (replace(first, gap=gap), *others)


def set_title(document: Document, width: float) -> tuple[Slice, ...]:
    """Return the title, and below it the patient and what the paper is about."""
    title = line_slices(set_lines(document.title, width, TITLE), width, TITLE)
    title = (replace(title[0], bookmark=Bookmark(document.title, 1)), *title[1:])
    about = line_slices(set_lines(document.subtitle, width, SUBTITLE), width, SUBTITLE)
    return (*title, *spaced(about, 1.5))


def set_heading(heading: Heading, width: float) -> tuple[Slice, ...]:
    """Return a heading, bound to what follows."""
    style, gap = _HEADINGS[heading.level]
    lines = line_slices(set_lines(heading.text, width, style), width, style)
    bookmark = Bookmark(heading.text, heading.level)
    if len(lines) > _WHOLE_HEADING_LINES:
        return (replace(lines[0], gap=gap, bookmark=bookmark), *lines[1:])
    whole = stacked(lines)
    return (replace(whole, height=whole.height + _AFTER_HEADING, gap=gap, is_kept_with_next=True, bookmark=bookmark),)


def set_paragraph(paragraph: Paragraph, width: float) -> tuple[Slice, ...]:
    """Return running text."""
    return spaced(line_slices(set_lines(paragraph.text, width, BODY), width, BODY), 5.0)


def set_address(block: Lines, width: float) -> tuple[Slice, ...]:
    """Return lines below each other, each broken where it must; the last few stay together."""
    lines = [piece for line in block.lines for piece in _set_in(line, width)]
    slices = line_slices(lines, width, BODY)
    end = range(max(len(slices) - _LAST_TOGETHER, 0), len(slices) - 1)
    kept = tuple(replace(each, is_kept_with_next=True) if at in end else each for at, each in enumerate(slices))
    return spaced(kept, 5.0) if kept else ()


def _set_in(line: Line, width: float) -> tuple[SetLine, ...]:
    """Return a line of an outline hanging behind its dash, another as it is."""
    dash = _DASHED.match(line) if isinstance(line, str) else None
    if dash is None or not isinstance(line, str):
        return set_lines(line, width, BODY)
    return hanging(dash["mark"], line[dash.end() :], width, BODY)


def set_checklist(block: Checklist, width: float) -> tuple[Slice, ...]:
    """Return the items, each behind its box."""
    return _marked(((item.sign, item.text) for item in block.items), width, BODY)


def set_footnotes(block: Footnotes, width: float) -> tuple[Slice, ...]:
    """Return the remarks, each behind its number."""
    return _marked(((note.mark, note.text) for note in block.notes), width, NOTE)


def set_signature(block: Signature, width: float) -> tuple[Slice, ...]:
    """Return lines to sign on with their labels, up to three side by side."""
    rows = [
        block.labels[start : start + _SIGNATURES_A_LINE] for start in range(0, len(block.labels), _SIGNATURES_A_LINE)
    ]
    return tuple(_signing_row(row, width) for row in rows)


def _signing_row(labels: Sequence[str], width: float) -> Slice:
    count = max(len(labels), 2)
    measure = (width - _SIGNING_GAP * (count - 1)) / count
    columns: list[Slice] = []
    items: list[Stroke] = []
    for number, label in enumerate(labels):
        left = number * (measure + _SIGNING_GAP)
        items.append(Stroke(left, _SIGNING_ROOM, measure, 0.0, TEXT_COLOUR, HAIRLINE))
        lines = set_lines(label, measure, NOTE)
        columns.append(stacked([Slice(NOTE.leading, tuple(placed(line, left, 0.0, measure, NOTE))) for line in lines]))
    words = [replace(item, y=item.y + _SIGNING_ROOM + _BETWEEN_ITEMS) for column in columns for item in column.items]
    height = _SIGNING_ROOM + _BETWEEN_ITEMS + max(column.height for column in columns)
    return Slice(height, (*items, *words), gap=4.0)


def _marked(entries: Iterable[tuple[str, Line]], width: float, style: TextStyle) -> tuple[Slice, ...]:
    slices: list[Slice] = []
    for mark, text in entries:
        lines = line_slices(hanging(mark, text, width, style), width, style)
        slices.extend(spaced(lines, _BETWEEN_ITEMS if slices else 5.0))
    return tuple(slices)
