"""Sentences about files in German: every one that the sources say, with the same arguments."""

from __future__ import annotations

import random
import re
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.chart.reading.whole import chart_from_tree
from core.discovery import resource_path, rules_path
from core.follow_up.reading import read_schedule
from core.language.phrases import LANGUAGES
from core.language.said import Said, said
from core.language.translating import sentences_in, translated
from core.rule_files.checking import check_rule_file
from core.source_text.problem import Problem
from core.source_text.reading import read_text
from core.source_text.tree import Mapping
from tests.core.language.sentences import every_text, sentences, templates
from tests.sample_screenings import catalogue

TRANSLATED = [language for language in LANGUAGES if language != "en"]
BAD_FILE = b"""format: 1
id: x-1
title: {en: Example, de: Beispiel}
inclusion:
  - id: age
    text: An age
    source: nowhere 1
    require: agee >= 18 years
unheard_of: 1
"""
GOOD_FILE = b"""format: 1
id: x-2
kind: protocol
version: 1.0.0
state: draft
completeness: full
diseases: [sle]
title: {en: Example, de: Beispiel}
reviewed: not reviewed by a physician
sources:
  registry: {title: A registry, date: 2026-01-01, read: 2026-01-02}
inclusion:
  - id: it
    text: As said
    require: SENTENCE
    source: registry 1
"""
BRACES = re.compile(r"[{}]")


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_of_the_sources_is_there(language: str) -> None:
    known = sentences_in(language)
    assert {text: place for text, place in sentences().items() if text not in known} == {}


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_sentence_is_left_over(language: str) -> None:
    assert sorted(set(sentences_in(language)) - every_text()) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_template_has_the_same_arguments_in_both_languages(language: str) -> None:
    known = sentences_in(language)
    for template in templates():
        assert fields(known[template]) == fields(template), template


@pytest.mark.parametrize("language", TRANSLATED)
def test_braces_of_a_sentence_without_arguments_are_its_own(language: str) -> None:
    """Nothing is put in there, so they are the same in both languages: ``{{patient.name}}`` stays a macro."""
    filled = templates()
    plain = {text: words for text, words in sentences_in(language).items() if text not in filled}
    assert {text for text, words in plain.items() if BRACES.findall(text) != BRACES.findall(words)} == set()


@pytest.mark.parametrize(
    "sentence",
    ["haemoglobin >= 8", "each of (alt, ast) >= 3", "sledai_2k at least 8"],
)
def test_what_is_quoted_inside_a_sentence_has_the_quotes_of_the_language(sentence: str) -> None:
    content = BAD_FILE.replace(b"agee >= 18 years", sentence.encode())
    for problem in check_rule_file(content, "x.yaml", catalogue()).problems:
        assert "'" not in translated(problem.message, "de")
        assert "'" not in translated(problem.hint, "de")


@pytest.mark.parametrize(
    "sentence", ["sledai_2k >= 9 and sledai_2k < 3", "has sle or not has sle", "has sle or (has sle and has infection)"]
)
def test_a_remark_quotes_a_sentence_with_the_quotes_of_the_language(sentence: str) -> None:
    """What is said of a file without errors."""
    problems = check_rule_file(GOOD_FILE.replace(b"SENTENCE", sentence.encode()), "x.yaml", catalogue()).problems
    messages = [translated(problem.message, "de") for problem in problems]
    assert any(sentence.partition(" ")[0] in message for message in messages), messages
    assert [message for message in messages if "'" in message] == []


def test_a_sentence_inside_another_is_said_too() -> None:
    inner = said("write dose: {dose}, per: {per}", dose="15 mg", per="week")
    whole = said("there is no such day; {hint}", hint=inner)
    assert whole == "there is no such day; write dose: 15 mg, per: week"
    assert isinstance(whole, Said)
    assert translated(whole, "de") == "diesen Tag gibt es nicht; dose: 15 mg, per: week schreiben"
    assert translated(whole, "en") == whole


def test_what_no_language_has_stays_as_it_is() -> None:
    assert translated("something else entirely", "de") == "something else entirely"
    assert translated(said("nobody {who}", who="says this"), "de") == "nobody says this"


def test_problems_of_a_real_file_are_german_to_the_last_word() -> None:
    problems = check_rule_file(BAD_FILE, "x.yaml", catalogue()).problems
    assert len(problems) > 2
    for problem in problems:
        assert translated(problem.message, "de") != problem.message
        assert not problem.hint or translated(problem.hint, "de") != problem.hint


PIECES = re.compile(r"[A-Za-z_]+|\d+|[:,;{}\[\]]")
SLIPS = ("", "x", "17", "yes", "[a]", "before", "within", ">=", ":", "unknown", "{a: b}", "-3")
FILES = sorted((*rules_path("protocols").glob("*.yaml"), *rules_path("schedules").glob("*.yaml")))
SAMPLES = sorted(resource_path("samples").glob("*.yaml"))


@given(st.sampled_from([*FILES, *SAMPLES]), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_whatever_slip_is_made_in_a_file_is_said_in_german(path: Path, chance: random.Random) -> None:
    text = path.read_text(encoding="utf-8")
    for _ in range(chance.randint(1, 4)):
        found = chance.choice(list(PIECES.finditer(text)))
        text = text[: found.start()] + chance.choice(SLIPS) + text[found.end() :]
    for problem in problems_of(path, text.encode()):
        for sentence in (problem.message, problem.hint):
            assert not sentence or translated(sentence, "de") != sentence, (path.name, problem)


def problems_of(path: Path, content: bytes) -> tuple[Problem, ...]:
    if path in SAMPLES:
        tree, problems = read_text(content, path.name)
        found = list(problems)
        if isinstance(tree, Mapping):
            chart_from_tree(tree, path.name, catalogue(), found)
        return tuple(found)
    if path.parent.name == "schedules":
        return read_schedule(content, path.name, catalogue()).problems
    return check_rule_file(content, path.name, catalogue()).problems
