"""What every page carries: clinic, kind of paper and page number above; patient, basis and marks below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.documents.align import Align
from core.documents.blocks import Document, Line, plain, strong
from core.documents.pdf.slices import Item, Stroke
from core.documents.pdf.style import (
    ACCENT_COLOUR,
    BOTTOM_MARGIN,
    FOOTER,
    HAIRLINE,
    HEADER,
    HEADER_LABEL,
    HEADER_RULE,
    LINE_WIDTH,
    MARK,
    PAGE_HEIGHT,
    RULE_COLOUR,
    TEXT_COLOUR,
    TOP_MARGIN,
    TextStyle,
)
from core.documents.pdf.typeface import typeface
from core.documents.pdf.typesetting import Piece, SetLine, placed, set_lines

_LEFT_PART = 0.56
_RIGHT_PART = 0.42
_LONGEST_NAME = 160
_HEADER_LINES = 3
_FOOTER_LINES = 16
_MARK_LINES = 4
_AIR = 5.0
_BODY_AIR = 12.0
_WIDEST_NUMBER = 888
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Furniture:
    """The fixed parts of a paper's pages; all places are points from the page's upper left text corner."""

    document: Document
    left: tuple[SetLine, ...]
    marks: tuple[SetLine, ...]
    footer: tuple[SetLine, ...]
    body_top: float
    body_height: float

    def items(self, page: int, pages: int) -> tuple[Item, ...]:
        """Return what is drawn on page ``page`` of ``pages`` besides its body."""
        return (*self._header(page, pages), *self._footer())

    def _header(self, page: int, pages: int) -> list[Item]:
        items: list[Item] = list(_column(self.left, TOP_MARGIN, HEADER))
        label = _label(self.document, page, pages)
        for number, line in enumerate(label):
            top = TOP_MARGIN + number * HEADER_LABEL.leading
            items.extend(placed(line, 0.0, top, LINE_WIDTH, HEADER_LABEL, Align.RIGHT))
        rule = self.body_top - _BODY_AIR
        items.extend(_column(self.marks, rule - _AIR - len(self.marks) * MARK.leading, MARK))
        items.append(Stroke(0.0, rule, LINE_WIDTH, 0.0, TEXT_COLOUR, HEADER_RULE))
        return items

    def _footer(self) -> list[Item]:
        top = PAGE_HEIGHT - BOTTOM_MARGIN - len(self.footer) * FOOTER.leading
        rule = Stroke(0.0, top - _AIR, LINE_WIDTH, 0.0, RULE_COLOUR, HAIRLINE)
        return [rule, *_column(self.footer, top, FOOTER)]


def furniture(document: Document) -> Furniture:
    """Return the furniture of a paper and the room it leaves for the body."""
    left = _limited(set_lines(document.header_left, LINE_WIDTH * _LEFT_PART, HEADER), _HEADER_LINES)
    label = _label(document, _WIDEST_NUMBER, _WIDEST_NUMBER)
    marks = _limited(set_lines(" · ".join(document.marks), LINE_WIDTH, _accented(MARK)), _MARK_LINES)
    if not document.marks:
        marks = ()
    footer = (
        *set_lines(_identity(document), LINE_WIDTH, _dark(FOOTER)),
        *_limited(set_lines(" · ".join(document.footer), LINE_WIDTH, FOOTER), _FOOTER_LINES),
    )
    head = max(len(left) * HEADER.leading, len(label) * HEADER_LABEL.leading) + len(marks) * MARK.leading
    body_top = TOP_MARGIN + head + _AIR + _BODY_AIR
    body_bottom = PAGE_HEIGHT - BOTTOM_MARGIN - len(footer) * FOOTER.leading - 2 * _AIR
    return Furniture(document, left, marks, footer, body_top, body_bottom - body_top)


def has_whole_footer(document: Document) -> bool:
    """True if the footer is short enough to stand on every page as it is."""
    return len(set_lines(" · ".join(document.footer), LINE_WIDTH, FOOTER)) <= _FOOTER_LINES


def _identity(document: Document) -> Line:
    patient = document.patient
    name = _cut(patient.name)
    return strong(name), plain(f" · {_cut(patient.born)} · {_cut(patient.number)}")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else text[:_LONGEST_NAME] + _ELLIPSIS


def _label(document: Document, page: int, pages: int) -> tuple[SetLine, ...]:
    text = document.words.page_line(page, pages)
    label, measure = _cut(document.header_right), LINE_WIDTH * _RIGHT_PART
    whole = set_lines(f"{label} · {text}" if label else text, measure, HEADER_LABEL)
    if len(whole) == 1:
        return whole
    return (*set_lines(label, measure, HEADER_LABEL), *set_lines(text, measure, HEADER_LABEL))


def _limited(lines: Sequence[SetLine], most: int) -> tuple[SetLine, ...]:
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], replace(lines[most - 1], pieces=_open_ended(lines[most - 1].pieces)))


def _open_ended(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return pieces that tell that more follows; what is shaped is not cut within."""
    if not pieces:
        return ()
    *others, last = pieces
    if last.clusters:
        return (*pieces, Piece(_ELLIPSIS, typeface().regular, last.colour, 0.0))
    return (*others, replace(last, text=last.text[:-1] + _ELLIPSIS))


def _column(lines: Sequence[SetLine], top: float, style: TextStyle) -> list[Item]:
    return [
        item
        for number, line in enumerate(lines)
        for item in placed(line, 0.0, top + number * style.leading, LINE_WIDTH, style)
    ]


def _accented(style: TextStyle) -> TextStyle:
    return replace(style, colour=ACCENT_COLOUR)


def _dark(style: TextStyle) -> TextStyle:
    return replace(style, colour=TEXT_COLOUR)
