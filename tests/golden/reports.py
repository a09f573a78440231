"""The reports the tests of papers look at: two by name, and samples by files of their diseases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from core.documents.blocks import (
    Banner,
    Block,
    Cell,
    Document,
    Footnotes,
    Heading,
    Line,
    Lines,
    Paragraph,
    Signature,
    Table,
    Verdict,
    runs_of,
)
from core.documents.body_drawing import BodyDrawing
from core.documents.eligibility_report import ReportOptions, report_document
from core.documents.trend_drawing import TrendDrawing
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.screening.screening import Screening
from tests.golden.known import known_of
from tests.sample_screenings import drawn_pairs, screening_of

OPTIONS = ReportOptions("2026-11-22T09:41", "Kriterion 1.0.0", "Department of Paediatric Rheumatology")


@cache
def adolescent() -> Document:
    """Return the report of a girl of 15 with lupus nephritis, in English: undecided, not before a day."""
    return report("en", *screening_of("sample-03", "nct06222853"))


@cache
def example() -> Document:
    """Return the report by the fictional example protocol, in German."""
    return report("de", *screening_of("sample-02", "example-sle-cart-01"))


def report(language: str, screening: Screening, file: CompiledRuleFile) -> Document:
    """Return a report of the tests' own instant."""
    return report_document(screening, file, Phrases(language), OPTIONS)


@cache
def with_known_trials() -> Document:
    """Return the girl's report in German, with the trials of an invented registry at its end."""
    screening, file = screening_of("sample-03", "nct06222853")
    options = replace(OPTIONS, known=known_of(screening.chart))
    return report_document(screening, file, Phrases("de"), options)


def every_report(language: str) -> Iterator[tuple[Screening, CompiledRuleFile, Document]]:
    """Yield reports of samples by files of their diseases, drawn so that every sample and every file is there."""
    phrases = Phrases(language)
    for screening, file in drawn_pairs():
        yield screening, file, report_document(screening, file, phrases, OPTIONS)


# --- what a paper says


def texts_of(document: Document) -> Iterator[str]:
    """Yield every line of a paper, those of each page among them."""
    yield document.title
    yield document.subtitle
    yield from (document.header_left, document.header_right, *document.footer, *document.marks)
    for block in document.blocks:
        yield from _lines_of(block)


def _lines_of(block: Block) -> Iterator[str]:
    match block:
        case Heading(text):
            yield text
        case Paragraph(text):
            yield _plain(text)
        case Lines(lines):
            yield from (_plain(line) for line in lines)
        case Banner():
            yield block.headline
            yield from (_plain(line) for line in block.lines)
        case Table():
            yield from (column.title for column in block.columns)
            yield from (text for row in block.rows for cell in row for text in cell_texts(cell))
        case Signature(labels):
            yield from labels
        case Footnotes(notes):
            yield from (_plain(note.text) for note in notes)
        case BodyDrawing():
            yield block.title
            yield from _lines_of(block.table)
        case TrendDrawing():
            yield from (text for table in block.tables for text in _lines_of(table))
        case _:
            raise AssertionError(block)


def cell_texts(cell: Cell) -> Iterator[str]:
    """Yield the lines of a cell."""
    if isinstance(cell, Verdict):
        yield cell.text
    elif isinstance(cell, Lines):
        yield from (_plain(line) for line in cell.lines)
    else:
        yield _plain(cell)


def _plain(line: Line) -> str:
    return "".join(run.text for run in runs_of(line))


def verdicts_of(document: Document) -> Iterator[str]:
    """Yield the verdicts of a paper as they are printed, in their order, that of the banner first."""
    for block in document.blocks:
        if isinstance(block, Banner):
            yield block.headline
        if isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row if isinstance(cell, Verdict))
