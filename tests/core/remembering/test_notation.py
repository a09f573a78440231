"""Things come back from the notation as they were; what is no such text builds nothing."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from core.catalogue.concept import Kind, Range
from core.catalogue.reading import load_catalogue
from core.language.said import Said, said
from core.remembering.notation import NotationError, read, write
from core.rule_files.checking import Check, check_rule_file
from core.source_text.problem import Problem, Span
from core.use_cases.load_rules import rule_paths, shipped_places

THINGS = [
    (1, True, None, "1", Decimal("2.50"), date(2026, 11, 22)),
    ((), frozenset(), {}),
    {"a": (Decimal("1.0"), Decimal("1.00")), "b": frozenset({"x", "y"})},
    Kind.TITRE,
    Range(Decimal(0), None),
    Problem("a.yaml", Span(3, 5, 9), "name", "'x' cannot be a name"),
]


@pytest.mark.parametrize("thing", THINGS, ids=str)
def test_a_thing_comes_back_as_it_was(thing: object) -> None:
    """With the kinds of its parts: a number is no truth value, 1.0 is not 1.00."""
    assert repr(read(write(thing, {}), {})) == repr(thing)


def test_a_sentence_can_still_be_translated() -> None:
    """A sentence remembers how it was made."""
    found = read(write((said("unknown key '{text}'", text="a"),), {}), {})
    assert isinstance(found, tuple)
    assert isinstance(found[0], Said)
    assert (str(found[0]), found[0].template, found[0].arguments) == (
        "unknown key 'a'",
        "unknown key '{text}'",
        {"text": "a"},
    )


def test_the_catalogue_comes_back_as_it_was() -> None:
    """Every concept, drug, class and section."""
    assert read(write(load_catalogue(), {}), {}) == load_catalogue()


@pytest.mark.parametrize("path", rule_paths(shipped_places()), ids=lambda path: path.stem)
def test_a_rule_file_comes_back_as_it_was(path: Path) -> None:
    """With its conditions, places, examples and warnings, and with the catalogue that was given, not a copy."""
    given = {"catalogue": load_catalogue()}
    check = check_rule_file(path.read_bytes(), path.name, load_catalogue())
    found = read(write(check, given), given)
    assert found == check
    assert isinstance(found, Check)
    assert found.checked is not None
    assert found.checked.scope.catalogue is load_catalogue()


WRONG = {
    "no JSON": "{",
    "another document": "[]",
    "a kind of another program": json.dumps({"kinds": ["os:system"], "rows": [[0, "true"]]}),
    "a function": json.dumps({"kinds": ["core.discovery:program_path"], "rows": [[0]]}),
    "a class that is no plain thing": json.dumps({"kinds": ["core.source_text.fields:Fields"], "rows": [[0]]}),
    "a module of a module": json.dumps({"kinds": ["core.discovery:sys"], "rows": [[0]]}),
    "no such row": json.dumps({"kinds": ["tuple"], "rows": [[0, 7]]}),
    "no such kind": json.dumps({"kinds": ["tuple"], "rows": [[3]]}),
    "parts that do not fit": json.dumps({"kinds": ["core.source_text.problem:Span"], "rows": [[0, "a"]]}),
    "no rows": json.dumps({"kinds": [], "rows": []}),
    "not given": json.dumps({"kinds": ["given"], "rows": [[0, "catalogue"]]}),
    "no number": json.dumps({"kinds": ["Decimal"], "rows": [[0, "x"]]}),
    "far too deep": "[" * 100_000,
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_anything_else_is_refused(text: str) -> None:
    """Nothing but the plain things of this program is built."""
    with pytest.raises(NotationError):
        read(text, {})


def test_what_has_no_notation_is_refused() -> None:
    """Functions and things of other programs are never written."""
    with pytest.raises(NotationError):
        write((print,), {})
