"""A paper speaks one language: no words of the phrases of another stand on it, whatever it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor
from typing_extensions import override

from core.documents.text import render_text
from core.language.phrases import LANGUAGES, phrase_files
from tests.golden import test_golden_letters
from tests.golden.reports import every_report, texts_of
from tests.golden.test_golden_plans import PLANS

OTHER = {"en": "de", "de": "en"}
OF_LANGUAGE = {"en": ("child.txt", "child-sheet.txt"), "de": ("adult.txt", "adult-sheet.txt", "adult-card.txt")}
_FEWEST_WORDS = 3
"""Two words can be a name in any language (Ctrl K, CAR T)."""


class _Pieces(Visitor):
    """Collects what phrases say between the things that are placed into them."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    @override
    def generic_visit(self, node: ast.BaseNode) -> None:
        if isinstance(node, ast.TextElement):
            lines = (line.strip(" .:;,()") for line in node.value.splitlines())
            self.found |= {line for line in lines if len(line.split()) >= _FEWEST_WORDS}
        super().generic_visit(node)


@cache
def pieces(language: str) -> frozenset[str]:
    """Return every run of at least three words that the phrases of a language say."""
    seen = _Pieces()
    for path in phrase_files(language):
        for item in FluentResource(path.read_text(encoding="utf-8")).body:
            seen.visit(item)
    return frozenset(seen.found)


def foreign(text: str, language: str) -> list[str]:
    """Return what of another language's phrases stands in a text."""
    own = " ".join(pieces(language))
    return sorted(piece for piece in pieces(OTHER[language]) if piece in text and piece not in own)


def papers(language: str) -> Iterator[tuple[str, str]]:
    """Yield reports of every sample and file, letters, statements, plans, with all that stands on them."""
    for screening, file, document in every_report(language):
        yield f"{screening.chart.id} {file.checked.rule_file.id}", " ".join(texts_of(document))
    for name in test_golden_letters.PAPERS:
        yield name, render_text(test_golden_letters.paper(name, language).document)
    for name in OF_LANGUAGE[language]:
        yield name, PLANS[name]()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_of_another_language_stand_on_a_paper(language: str) -> None:
    found = {name: words for name, text in papers(language) if (words := foreign(" ".join(text.split()), language))}
    assert found == {}


def test_the_search_finds_what_is_foreign() -> None:
    """One that found nothing anywhere would prove nothing."""
    english = max(pieces("en") - pieces("de"), key=len)
    assert foreign(f"Der Befund: {english}.", "de") == [english]


def test_no_text_of_a_file_stands_in_its_own_language_where_it_is_translated() -> None:
    found: dict[str, list[str]] = {}
    for screening, file, document in every_report("de"):
        text, told = " ".join(texts_of(document)), file.checked.scope.told.get("de", {})
        left = [own for own in told if len(own.split()) >= _FEWEST_WORDS and own in text]
        found |= {f"{screening.chart.id} {file.checked.rule_file.id}": left} if left else {}
    assert found == {}
