"""A block that cannot be printed sensibly cannot be built."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from core.documents.align import Align
from core.documents.blocks import (
    Column,
    Footnote,
    Footnotes,
    Grid,
    GridCell,
    GridRow,
    Heading,
    KeyValues,
    PaperWords,
    PatientLine,
    Run,
    Table,
    Tone,
    Verdict,
    Voice,
    footnote_mark,
    muted,
    runs_of,
    strong,
)
from tests.core.documents.sample_papers import SPECIMEN, WORDS

REFUSALS: dict[str, tuple[Callable[[], object], str]] = {
    "no name": (lambda: PatientLine(" ", "born 2011", "1"), "the name is empty"),
    "no birth date": (lambda: PatientLine("A", "", "1"), "the birth date is empty"),
    "no number": (lambda: PatientLine("A", "born 2011", "\t"), "the number is empty"),
    "no title": (lambda: replace(SPECIMEN, title=""), "a paper has its title"),
    "no language": (lambda: replace(SPECIMEN, language=" "), "a paper has its language"),
    "no instant": (lambda: replace(SPECIMEN, printed_at=""), "a paper has its instant of printing"),
    "short row": (lambda: Table((Column("a"), Column("b")), (("1",),)), "a row of 2 cells has 1"),
    "no columns": (lambda: Table((), ()), "a table has columns"),
    "no width": (lambda: Column("a", 0.0, Align.LEFT), "above 0"),
    "grid row": (lambda: Grid(("a",), (GridRow("x", (GridCell("1", 2),)),)), "'x' covers 2 of 1 columns"),
    "no points": (lambda: Grid((), ()), "a grid has columns"),
    "no span": (lambda: GridCell("a", 0), "one column or more"),
    "no pairs": (lambda: KeyValues((), 0), "one column or more"),
    "heading level": (lambda: Heading("a", 4), "level 1 to 3, not 4"),
    "only colour": (lambda: Verdict("", "", Tone.GOOD), "a sign and a word"),
    "twin notes": (lambda: Footnotes((Footnote(1, "a"), Footnote(1, "b"))), "its own number"),
    "note zero": (lambda: footnote_mark(0), "count from 1"),
    "page words": (lambda: PaperWords("page", "x"), "{page} and {pages}"),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_is_refused(case: str) -> None:
    build, message = REFUSALS[case]
    with pytest.raises(ValueError, match=re.escape(message)):
        build()


def test_every_tone_has_its_own_sign() -> None:
    assert len({tone.sign for tone in Tone}) == len(Tone)


def test_a_line_is_runs() -> None:
    assert runs_of("a") == (Run("a", Voice.PLAIN),)
    assert runs_of(strong("a")) == (Run("a", Voice.STRONG),)
    assert runs_of((strong("a"), muted("b"))) == (Run("a", Voice.STRONG), Run("b", Voice.MUTED))


def test_footnotes_are_marked_by_superscripts() -> None:
    assert [footnote_mark(number) for number in (1, 2, 3, 10)] == ["¹", "²", "³", "¹⁰"]


def test_page_line_fills_its_numbers_once() -> None:
    assert WORDS.page_line(2, 13) == "page 2 of 13"
    assert PaperWords("Seite {page} von {pages}", "x").page_line(1, 3) == "Seite 1 von 3"
