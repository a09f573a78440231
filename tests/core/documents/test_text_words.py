"""The text of a paper, which readers of screens read, cuts no word of it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from core.documents.blocks import Column, Document, Grid, GridCell, GridRow, Table
from core.documents.rewriting import rewritten
from core.documents.text import render_text
from core.documents.trend_drawing import TrendDrawing
from core.language.phrases import LANGUAGES
from tests.core.documents.sample_papers import SPECIMEN
from tests.every_paper import RULES, every_paper

_LONGEST = 25
"""A word as long as a third of the line has no place of its own in a narrow column."""
_ADDRESS = re.compile(r"https?://\S+")
"""Addresses have no place to break."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample", list(RULES))
def test_no_word_is_cut(sample: str, language: str) -> None:
    for paper in every_paper(sample, language):
        printed = frozenset(re.findall(r"\w+", paper.text))
        words = _words(paper.document) - _words(replace(paper.document, blocks=()))
        assert {word for word in words if 1 < len(word) < _LONGEST} - printed == set(), paper.job.kind.id


def test_a_narrow_column_is_as_wide_as_its_longest_word() -> None:
    table = Table((Column("drug", 5), Column("Therapieansprechen", 0.5)), (("a drug " * 20, "nicht dokumentiert"),))
    grid = Grid(("täglich", "M2"), (GridRow("An activity of many words " * 3, (GridCell("täglich"), GridCell("●"))),))
    text = render_text(replace(SPECIMEN, blocks=(table, grid)))
    assert all(word in text for word in ("Therapieansprechen", "dokumentiert", "täglich"))


def _words(document: Document) -> frozenset[str]:
    """Words of pictures of trends are left out: their tables say the same."""
    blocks = tuple(each for each in document.blocks if not isinstance(each, TrendDrawing))
    texts: list[str] = []

    def noted(text: str) -> str:
        texts.append(text)
        return text

    rewritten(replace(document, blocks=blocks), noted)
    return frozenset(re.findall(r"\w+", _ADDRESS.sub("", " ".join(texts))))
