"""The text fits a terminal of 100 columns and says what the paper says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.documents.align import Align
from core.documents.blocks import Banner, Column, Document, Table, Tone
from core.documents.text import render_text
from core.documents.wrapping import columns_of, hung, padded, wrapped
from tests.core.documents.reading_back import squeezed
from tests.core.documents.sample_papers import SPECIMEN, VERDICTS, long_paper, paper_about


@pytest.mark.parametrize("paper", [SPECIMEN, long_paper(), paper_about("山" * 90), paper_about("word " * 60)])
def test_no_line_is_wider_than_the_terminal(paper: Document) -> None:
    assert max(map(columns_of, render_text(paper).split("\n"))) <= 100


def test_verdicts_stand_with_sign_and_word() -> None:
    table = Table((Column("verdict"),), tuple((verdict,) for verdict in VERDICTS))
    text = render_text(replace(SPECIMEN, blocks=(table,)))
    assert all(verdict.text in text for verdict in VERDICTS)


def test_boxes_say_their_sign() -> None:
    text = render_text(replace(SPECIMEN, blocks=tuple(Banner(tone, "x") for tone in Tone)))
    assert all(f"{tone.sign} x" in text for tone in Tone)


def test_every_word_of_a_long_table_is_there() -> None:
    text = squeezed(render_text(long_paper()))
    assert all(f"finding{number}word" in text for number in range(150))


def test_wrapping() -> None:
    assert wrapped("", 5) == [""]
    assert wrapped("one two three", 7) == ["one two", "three"]
    assert wrapped("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"]
    assert wrapped("山田太郎", 5) == ["山田", "太郎"]
    assert hung("✓", "one two", 6) == ["✓ one", "  two"]


def test_padding_counts_columns() -> None:
    assert padded("山", 4, Align.RIGHT) == "  山"
    assert padded("x\u0302", 3, Align.CENTRE) == " x\u0302 "
    assert padded("long", 2, Align.LEFT) == "long"
