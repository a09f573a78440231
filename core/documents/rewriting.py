"""Every text of a paper, passed through one function; all else stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from core.documents.blocks import (
    Banner,
    Block,
    Callout,
    CardFace,
    Cell,
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
    Run,
    Signature,
    Table,
    Verdict,
)
from core.documents.body_drawing import BodyDrawing
from core.documents.logo import Logo
from core.documents.trend_drawing import DrawnWords, TrendDrawing

Rewrite = Callable[[str], str]


def rewritten(document: Document, rewrite: Rewrite) -> Document:
    """Return ``document`` with each of its texts replaced by what ``rewrite`` makes of it."""
    patient, words = document.patient, document.words
    return replace(
        document,
        title=rewrite(document.title),
        language=rewrite(document.language),
        printed_at=rewrite(document.printed_at),
        patient=replace(
            patient,
            name=rewrite(patient.name),
            born=rewrite(patient.born),
            number=rewrite(patient.number),
        ),
        words=replace(words, page=rewrite(words.page), escaped_signs=rewrite(words.escaped_signs)),
        header_left=rewrite(document.header_left),
        header_right=rewrite(document.header_right),
        subject=_texts(document.subject, rewrite),
        footer=_texts(document.footer, rewrite),
        marks=_texts(document.marks, rewrite),
        blocks=tuple(_block(block, rewrite) for block in document.blocks),
    )


def _block(block: Block, rewrite: Rewrite) -> Block:
    match block:
        case Table() | Grid() | KeyValues():
            return _tabular(block, rewrite)
        case Banner() | Callout():
            return replace(block, title=rewrite(block.title), lines=_lines(block.lines, rewrite))
        case Heading():
            return replace(block, text=rewrite(block.text))
        case Paragraph():
            return replace(block, text=_line(block.text, rewrite))
        case Lines():
            return Lines(_lines(block.lines, rewrite))
        case Logo():
            return replace(block, words=rewrite(block.words))
        case FoldedCard():
            return FoldedCard(_face(block.front, rewrite), _face(block.back, rewrite))
        case Checklist() | Footnotes() | Signature() | BodyDrawing() | TrendDrawing() | PageBreak():
            return _listed(block, rewrite)


def _table(block: Table, rewrite: Rewrite) -> Table:
    return replace(
        block,
        columns=tuple(replace(column, title=rewrite(column.title)) for column in block.columns),
        rows=tuple(tuple(_cell(cell, rewrite) for cell in row) for row in block.rows),
        caption=rewrite(block.caption),
    )


def _tabular(block: Table | Grid | KeyValues, rewrite: Rewrite) -> Block:
    match block:
        case Table():
            return _table(block, rewrite)
        case Grid():
            return replace(
                block,
                columns=_texts(block.columns, rewrite),
                rows=tuple(
                    replace(
                        row,
                        label=rewrite(row.label),
                        cells=tuple(replace(cell, text=rewrite(cell.text)) for cell in row.cells),
                    )
                    for row in block.rows
                ),
                caption=rewrite(block.caption),
                corner=rewrite(block.corner),
            )
        case KeyValues():
            pairs = tuple((rewrite(name), _cell(value, rewrite)) for name, value in block.pairs)
            return replace(block, pairs=pairs)


def _listed(
    block: Checklist | Footnotes | Signature | BodyDrawing | TrendDrawing | PageBreak, rewrite: Rewrite
) -> Block:
    match block:
        case Checklist():
            return Checklist(tuple(replace(item, text=_line(item.text, rewrite)) for item in block.items))
        case Footnotes():
            return Footnotes(tuple(replace(note, text=_line(note.text, rewrite)) for note in block.notes))
        case Signature():
            return Signature(_texts(block.labels, rewrite))
        case BodyDrawing():
            return _drawn(block, rewrite)
        case TrendDrawing():
            return _trends(block, rewrite)
        case PageBreak():
            return block


def _drawn(block: BodyDrawing, rewrite: Rewrite) -> BodyDrawing:
    views = tuple(
        replace(
            view,
            title=rewrite(view.title),
            left=rewrite(view.left),
            right=rewrite(view.right),
            regions=tuple(replace(each, told=rewrite(each.told)) for each in view.regions),
        )
        for view in block.views
    )
    legend = tuple(replace(each, told=rewrite(each.told), words=rewrite(each.words)) for each in block.legend)
    return replace(block, title=rewrite(block.title), views=views, legend=legend, table=_table(block.table, rewrite))


def _trends(block: TrendDrawing, rewrite: Rewrite) -> TrendDrawing:
    def words(every: tuple[DrawnWords, ...]) -> tuple[DrawnWords, ...]:
        return tuple(replace(each, text=rewrite(each.text)) for each in every)

    pictures = tuple(replace(each, titles=words(each.titles), words=words(each.words)) for each in block.pictures)
    tables = tuple(_table(each, rewrite) for each in block.tables)
    return TrendDrawing(pictures, _texts(block.legend, rewrite), tables, _texts(block.told, rewrite))


def _face(face: CardFace, rewrite: Rewrite) -> CardFace:
    pairs = tuple((rewrite(name), _line(value, rewrite)) for name, value in face.pairs)
    return CardFace(rewrite(face.title), pairs, _lines(face.lines, rewrite))


def _cell(cell: Cell, rewrite: Rewrite) -> Cell:
    match cell:
        case Verdict():
            return replace(cell, sign=rewrite(cell.sign), word=rewrite(cell.word))
        case Lines():
            return Lines(_lines(cell.lines, rewrite))
        case _:
            return _line(cell, rewrite)


def _lines(lines: tuple[Line, ...], rewrite: Rewrite) -> tuple[Line, ...]:
    return tuple(_line(line, rewrite) for line in lines)


def _line(line: Line, rewrite: Rewrite) -> Line:
    match line:
        case str():
            return rewrite(line)
        case Run():
            return replace(line, text=rewrite(line.text))
        case _:
            return tuple(replace(run, text=rewrite(run.text)) for run in line)


def _texts(texts: tuple[str, ...], rewrite: Rewrite) -> tuple[str, ...]:
    return tuple(rewrite(text) for text in texts)
