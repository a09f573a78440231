"""Every kind of paper of seven patients in both languages: one language, no cut word, nothing alone on a page."""

from __future__ import annotations

import re
from functools import cache

import pytest

from core.documents.blocks import Document
from core.documents.rewriting import rewritten
from core.language.phrases import LANGUAGES
from core.use_cases.make_paper import Paper
from tests.core.documents.reading_back import pdf_pages
from tests.every_paper import RULES, every_paper

SMALL_WORDS = {
    "de": r"the|and|of|not|with|for|day|from|are|or|by|after|before|within|only|page|has|this|who|which|per|week"
    r"|month|year|any|all|yes|none|never|given|known|recorded|under|at|on|no",
    "en": r"der|die|das|und|nicht|mit|für|von|ist|oder|nach|vor|bei|wird|sind|ein|eine|keine|kein|zum|zur|im"
    r"|Tag|Woche|Monat|Jahr",
}
"""Words of the other language that stand in nearly every sentence of it."""
_FURNITURE = 9
LEFT = re.compile(
    r"Letter of Authorization|tremor and rising creatinine|\S*[./]\S*-\S*"  # a form's name, a record's words, addresses
    r"|FDA, Long Term Follow-up After Administration of Human Gene Therapy Products"
    r"|FDA, testing of retroviral vector products for replication-competent retrovirus and patient follow-up"
    r"|\{pages?\}|„[^“]*“|University hospital|Example Street|Dr Example"
)
"""What stands in its own language: published titles, quotations, what was typed."""


def words_in_full(document: Document) -> str:
    """Return every text of a paper, one after the other; no column breaks its lines."""
    texts: list[str] = []

    def noted(text: str) -> str:
        texts.append(text)
        return text

    rewritten(document, noted)
    return " | ".join(texts)


@cache
def papers(sample: str, language: str) -> tuple[Paper, ...]:
    """Return every kind of paper of a sample."""
    return tuple(every_paper(sample, language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample", list(RULES))
def test_no_small_word_of_another_language_stands_on_a_paper(sample: str, language: str) -> None:
    """A test of phrases alone did not see what rule files, schedules and the catalogue write."""
    foreign = re.compile(rf"\b({SMALL_WORDS[language]})\b")
    for paper in papers(sample, language):
        text = LEFT.sub("", " ".join(words_in_full(paper.document).split()))
        found = [text[max(each.start() - 40, 0) : each.end() + 40] for each in foreign.finditer(text)]
        assert found == [], paper.job.kind.id


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample", list(RULES))
def test_nothing_stands_alone_on_a_page(sample: str, language: str) -> None:
    """Head and foot have up to eight lines; a page of a row, or of a close and a signature alone, has hardly more."""
    for paper in papers(sample, language):
        for page in pdf_pages(paper.pdf)[1:]:
            assert len(page.splitlines()) > _FURNITURE, paper.job.kind.id


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample", list(RULES))
def test_a_letter_has_five_pages_at_most(sample: str, language: str) -> None:
    """With all its blocks, of patients with long histories; it had six."""
    (letter,) = (paper for paper in papers(sample, language) if paper.job.kind.id == "letter")
    assert len(pdf_pages(letter.pdf)) <= 5
