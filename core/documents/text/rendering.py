"""A paper as plain text."""

from __future__ import annotations

from core.documents.align import Align
from core.documents.blocks import (
    Banner,
    Block,
    Callout,
    CardFace,
    Checklist,
    Document,
    FoldedCard,
    Footnotes,
    Grid,
    Heading,
    KeyValues,
    Line,
    Lines,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from core.documents.body_drawing import BodyDrawing
from core.documents.legible import legible
from core.documents.logo import Logo
from core.documents.text.tabular import grid_lines, pair_lines, plain_text, table_lines
from core.documents.trend_drawing import TrendDrawing
from core.documents.wrapping import columns_of, hung, padded, wrapped

WIDTH = 100
_UNDERLINES = {1: "═", 2: "─", 3: ""}
_BAR = "│"
_SIGNING_LINE = "_" * 40


def render_text(document: Document) -> str:
    """Return the paper as text of 100 columns (a grid too wide for that runs on), ending in a line feed."""
    paper = legible(document)
    parts = [_header(paper), *([_title(paper)] if paper.has_title else [])]
    parts += [_block(block) for block in paper.blocks]
    parts.append(_footer(paper))
    lines = [line.rstrip(" ") for part in parts if part for line in (*part, "")]
    return "\n".join(lines[:-1]) + "\n"


def _header(paper: Document) -> list[str]:
    left, right = paper.header_left, paper.header_right
    room = WIDTH - columns_of(left) - columns_of(right)
    lines = [left + " " * room + right] if room > 0 else [*wrapped(left, WIDTH), *wrapped(right, WIDTH)]
    return [*lines, *(line for mark in paper.marks for line in wrapped(mark, WIDTH)), "─" * WIDTH]


def _title(paper: Document) -> list[str]:
    return [*_heading(Heading(paper.title, 1)), *wrapped(paper.subtitle, WIDTH)]


def _footer(paper: Document) -> list[str]:
    lines = (paper.patient.text, *paper.footer)
    return ["─" * WIDTH, *(piece for line in lines for piece in wrapped(line, WIDTH))]


def _block(block: Block) -> list[str]:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            return wrapped(plain_text(block.text), WIDTH)
        case Lines():
            return _wrapped_all(block.lines, WIDTH)
        case Table():
            return table_lines(block, WIDTH)
        case Grid():
            return grid_lines(block, WIDTH)
        case KeyValues():
            return pair_lines(block, WIDTH)
        case PageBreak():
            return []
        case _:
            return _set_apart(block)


def _set_apart(
    block: Logo | Banner | Callout | Checklist | Signature | FoldedCard | BodyDrawing | TrendDrawing | Footnotes,
) -> list[str]:
    match block:
        case Logo():
            return []  # the words of the letterhead stand above
        case Banner():
            return _boxed((block.headline, *block.lines))
        case Callout():
            inner = WIDTH - columns_of(_BAR) - 1
            return [f"{_BAR} {line}" for line in _wrapped_all((block.title, *block.lines), inner)]
        case Checklist():
            return [line for item in block.items for line in hung(item.sign, plain_text(item.text), WIDTH)]
        case Footnotes():
            return [line for note in block.notes for line in hung(note.mark, plain_text(note.text), WIDTH)]
        case FoldedCard():
            return [line for face in block.faces for line in _boxed(_card_lines(face))]
        case BodyDrawing() | TrendDrawing():
            return _drawn(block)
        case Signature():
            return [line for label in block.labels for line in ("", _SIGNING_LINE, *wrapped(label, WIDTH))]


def _drawn(block: BodyDrawing | TrendDrawing) -> list[str]:
    """Return the tables of a drawing, which say the same."""
    if isinstance(block, BodyDrawing):
        return [*wrapped(block.title, WIDTH), *table_lines(block.table, WIDTH)]
    tables = [line for table in block.tables for line in (*table_lines(table, WIDTH), "")]
    return [*tables, *(line for each in block.told for line in wrapped(each, WIDTH))]


def _card_lines(face: CardFace) -> tuple[Line, ...]:
    return (face.title, *(f"{name}: {plain_text(value)}" for name, value in face.written), *face.lines)


def _heading(heading: Heading) -> list[str]:
    lines = wrapped(heading.text, WIDTH)
    rule = _UNDERLINES[heading.level]
    return [*lines, rule * max(map(columns_of, lines))] if rule else lines


def _boxed(lines: tuple[Line, ...]) -> list[str]:
    inner = WIDTH - 4
    content = [f"│ {padded(line, inner, Align.LEFT)} │" for line in _wrapped_all(lines, inner)]
    return ["┌" + "─" * (WIDTH - 2) + "┐", *content, "└" + "─" * (WIDTH - 2) + "┘"]


def _wrapped_all(lines: tuple[Line, ...], width: int) -> list[str]:
    return [piece for line in lines for piece in wrapped(plain_text(line), width)]
