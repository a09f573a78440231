"""Texts of rule files in several languages: a translation changes no meaning, and is what everybody is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from core.assurance.examples import run_examples
from core.catalogue.reading import load_catalogue
from core.criteria.printing.told import is_told, told
from core.language.phrases import Phrases
from core.rule_files.checking import CheckedRuleFile, check_rule_file
from core.rule_files.compiling import compile_rule_file
from core.rule_files.reading.translations import TEXTS
from core.source_text.problem import Problem
from core.source_text.reading import read_text
from core.source_text.tree import Mapping, Scalar, Sequence, Tree
from core.use_cases.load_rules import rule_paths, shipped_places
from core.use_cases.read_aloud import read_rule_file_aloud
from tests.rules.plain_text import refusals, schema_of
from tests.spec import whole_files

CATALOGUE = load_catalogue()
WHOLE = whole_files.paths()
ENGLISH, GERMAN = Phrases("en"), Phrases("de")
_REVIEWED = "reviewed: "


def texts(tree: Tree, key: str = "") -> Iterator[Scalar]:
    """Yield every text for people that stands on one line, the examples left out."""
    match tree:
        case Mapping():
            for entry in tree:
                if entry.key.text not in ("examples", "effective", "title", "short"):
                    yield from texts(entry.value, entry.key.text)
        case Sequence():
            for item in tree:
                yield from texts(item, key)
        case Scalar() if key in TEXTS and tree.is_on_one_line and tree.text and tree.text != "unknown":
            yield tree
        case _:
            pass


@cache
def translated(path: Path) -> tuple[bytes, frozenset[str]]:
    """Return a file with every text in German too, and the texts."""
    content = path.read_bytes()
    tree, _ = read_text(content, path.name)
    assert tree is not None
    lines, found = content.decode().split("\n"), list(texts(tree))
    for scalar in sorted(found, key=lambda each: (each.span.line, each.span.column), reverse=True):
        at, start, end = scalar.span.line - 1, scalar.span.column - 1, scalar.span.end - 1
        own, german = (json.dumps(each, ensure_ascii=False) for each in (scalar.text, f"DE {scalar.text}"))
        lines[at] = f"{lines[at][:start]}{{en: {own}, de: {german}}}{lines[at][end:]}"
    return "\n".join(lines).encode(), frozenset(each.text for each in found)


def checked(content: bytes) -> CheckedRuleFile:
    check = check_rule_file(content, "file.yaml", CATALOGUE)
    assert [problem for problem in check.problems if problem.is_error] == []
    assert check.checked is not None
    return check.checked


def problems(content: str) -> list[Problem]:
    return [each for each in check_rule_file(content.encode(), "file.yaml", CATALOGUE).problems if each.is_error]


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_a_translation_changes_no_meaning(path: Path) -> None:
    content, found = translated(path)
    assert found
    plain, spoken = checked(path.read_bytes()).rule_file, checked(content).rule_file
    assert spoken.criteria != ()
    for one, other in zip(plain.all_criteria, spoken.all_criteria, strict=True):
        assert (one.id, one.text, one.satisfied, one.reading) == (other.id, other.text, other.satisfied, other.reading)
    runs = run_examples(compile_rule_file(checked(content)), CATALOGUE)
    assert [run.problems for run in runs if not run.holds] == []


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_everybody_is_told_the_translation(path: Path) -> None:
    content, found = translated(path)
    plain, spoken = checked(path.read_bytes()), checked(content)
    assert list(read_rule_file_aloud(spoken, ENGLISH)) == list(read_rule_file_aloud(plain, ENGLISH))
    german = "\n".join(read_rule_file_aloud(spoken, GERMAN))
    for criterion in spoken.rule_file.all_criteria:
        assert f"DE {criterion.text}" in german or criterion.text not in found
    assert "die Übersetzung nicht geprüft" in german
    assert all(is_told(text, spoken.scope, "de") for text in found)


def test_where_a_language_lacks_the_own_words_stand_in_quotes() -> None:
    plain = checked(WHOLE[0].read_bytes())
    text = plain.rule_file.criteria[0].text
    assert told(text, plain.scope, ENGLISH) == text
    assert told(text, plain.scope, GERMAN) == f"„{text}“"
    assert "die Übersetzung nicht geprüft" not in "\n".join(read_rule_file_aloud(plain, GERMAN))


def test_a_reviewed_translation_is_not_marked() -> None:
    content, _ = translated(WHOLE[0])
    head = b"translated: {de: {by: A. Example, on: 2026-11-29}}\n"
    reviewed = checked(content.replace(_REVIEWED.encode(), head + _REVIEWED.encode(), 1))
    assert "die Übersetzung nicht geprüft" not in "\n".join(read_rule_file_aloud(reviewed, GERMAN))


@pytest.mark.parametrize(
    ("write", "words"),
    [
        ("{de: Ein Text}", "the text lacks the file's own language, 'en'"),
        ("{en: A text, de: {nested: yes}}", "text"),
        ("{en: A text, Deutsch: Ein Text}", "text"),
        ("{}", "text"),
    ],
)
def test_what_is_no_translation_is_an_error_at_its_line(write: str, words: str) -> None:
    content = WHOLE[0].read_text(encoding="utf-8")
    line = next(line for line in content.split("\n") if line.strip().startswith("text: "))
    found = problems(content.replace(line, line.split("text: ")[0] + f"text: {write}", 1))
    assert found
    assert any(words in each.message for each in found)
    assert content.split("\n").index(line) + 1 in {each.span.line for each in found}


def test_a_file_whose_own_language_is_german() -> None:
    content, _ = translated(WHOLE[0])
    text = content.decode().replace("{en: ", "{xx: ").replace("{xx: ", "{en: ")
    german = text.replace("language: en\n", "").replace(_REVIEWED, f"language: de\n{_REVIEWED}", 1)
    spoken = checked(german.encode())
    criterion = next(each for each in spoken.rule_file.criteria if each.text.startswith("DE "))
    assert told(criterion.text, spoken.scope, ENGLISH) == criterion.text.removeprefix("DE ")


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_editors_take_translations(path: Path) -> None:
    validator = Draft202012Validator(schema_of("rule-file"))
    if not refusals(validator, path.read_bytes()):
        assert refusals(validator, translated(path)[0]) == []


@pytest.mark.parametrize("path", rule_paths(shipped_places()), ids=lambda path: path.stem)
def test_one_text_has_one_translation(path: Path) -> None:
    """A text that stands twice would be told by the last of its translations."""
    tree, _ = read_text(path.read_bytes(), path.name)
    assert tree is not None
    seen: dict[tuple[str, str], str] = {}
    for own, language, text in pairs(tree):
        assert seen.setdefault((own, language), text) == text, own


def pairs(tree: Tree, key: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield each text in English, a language, and the text in it."""
    match tree:
        case Mapping():
            by = {entry.key.text: entry.value.text for entry in tree if isinstance(entry.value, Scalar)}
            if key in TEXTS and "en" in by:
                yield from ((by["en"], language, text) for language, text in by.items() if language != "en")
            else:
                for entry in tree:
                    yield from pairs(entry.value, entry.key.text)
        case Sequence():
            for item in tree:
                yield from pairs(item, key)
        case _:
            pass
