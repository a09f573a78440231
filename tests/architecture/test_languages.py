"""Languages are data: no module names one, none holds its words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from core.language.languages import ENGLISH, languages
from core.vocabulary.vocabulary import Matter, vocabulary
from tests.architecture.program_sources import PROGRAM, Source, source_of, sources, texts

ROOM = "core/language/"
"""What a language is called stands here alone."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_INSIDE_A_PATTERN = re.compile(r"(?<!\\)[^\W\d_]{5,}")


def named_languages(source: Source) -> Iterator[str]:
    """Yield where a file asks for one language: in a comparison, as a key, as what is taken where nothing is said."""
    for node in ast.walk(source.tree):
        for each in _asked(node):
            if isinstance(each, ast.Constant) and each.value in languages():
                yield f"{source.path}:{each.lineno}"


def _asked(node: ast.AST) -> Iterator[ast.AST | None]:
    if isinstance(node, ast.Compare):
        yield from (node.left, *node.comparators)
    elif isinstance(node, ast.Subscript):
        yield node.slice
    elif isinstance(node, ast.Call):
        yield from (*node.args, *(each.value for each in node.keywords))
    elif isinstance(node, ast.arguments):
        yield from (*node.defaults, *node.kw_defaults)
    elif isinstance(node, ast.BoolOp):
        yield from node.values
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        yield node.value
    elif isinstance(node, ast.Dict):
        keys = {each.value for each in node.keys if isinstance(each, ast.Constant)}
        yield from node.keys if ENGLISH in keys else ()


def foreign_words() -> frozenset[str]:
    """Every word of the languages but English that is shown or read, where English has none like it."""
    english = set(_words_of(ENGLISH))
    return frozenset(word for each in languages() if each != ENGLISH for word in _words_of(each)) - english


def _words_of(language: str) -> Iterator[str]:
    for matter in Matter:
        words = vocabulary(language, matter)
        plain = [text for group in words.shown.values() for text in group.values()]
        plain += [text for group in words.read.values() for spelled in group.values() for text in spelled]
        yield from (word.casefold() for text in plain for word in _WORD.findall(text))
        patterns = [text for each in words.patterns.values() for text in each]
        yield from (word.casefold() for text in patterns for word in _INSIDE_A_PATTERN.findall(text))


def held_words(source: Source, words: frozenset[str]) -> list[str]:
    """Return the words of a language that the texts of a file hold."""
    return sorted({word.casefold() for text in texts(source) for word in _WORD.findall(text)}.intersection(words))


def test_no_module_names_a_language() -> None:
    """A comparison with ``de`` is a language that was forgotten."""
    files = [source for source in sources(*PROGRAM) if not source.path.startswith(ROOM)]
    assert [place for source in files for place in named_languages(source)] == []


def test_no_module_holds_words_of_a_language() -> None:
    """They stand in ``resources/phrases/<language>``."""
    words = foreign_words()
    assert {source.path: found for source in sources(*PROGRAM) if (found := held_words(source, words))} == {}


@pytest.mark.parametrize(
    "text",
    [
        'x = 1 if language == "de" else 2',
        'x = label.get("de")',
        'x = label["en"]',
        'def f(language: str = "en") -> None: ...',
        'x = {"en": "ULN", "de": "OGN"}',
        'x = label or "de"',
        'LANGUAGE = "de"',
    ],
)
def test_the_check_sees_a_language(text: str) -> None:
    assert list(named_languages(source_of(text)))


def test_the_check_sees_words() -> None:
    words = foreign_words()
    assert len(words) > 300
    assert held_words(source_of('MONTHS = ("januar", "February")\nPATTERN = r"(?:seit|since)\\s+"\n'), words) == [
        "januar",
        "seit",
    ]
