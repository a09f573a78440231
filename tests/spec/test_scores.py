"""Every row of every score, and that no score lacks rows, sources, words or a formula."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from core.scores.answering import answered, formula_names
from core.scores.completing import answers_of
from core.scores.definition import Definition, Family
from core.scores.shipped import definition_of, shipped_scores
from tests.spec.score_rows import FOLDER, Row, is_as_wanted, rows

ROWS = tuple(rows())
SCORES = tuple(shipped_scores())
LEAST_ROWS = 3
MOST_COMPLETIONS = 5000
ENTRIES = 62
"""59 entries, the body mass index, ICE and CAPD part by part."""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_row(row: Row) -> None:
    """What a row wants comes out."""
    found = answered(row.score, row.given).output
    assert {
        key: found.get(key, "-") for key, want in row.wanted.items() if not is_as_wanted(found.get(key), want)
    } == {}


def test_every_score_has_rows() -> None:
    """At least three of each that computes anything, and no file of a score that is not there."""
    counted = {name: sum(row.score == name for row in ROWS) for name in SCORES}
    lacking = [name for name, count in counted.items() if count < LEAST_ROWS and not is_help(name)]
    assert lacking == []
    assert {path.stem for path in FOLDER.glob("*.yaml")} <= set(SCORES)
    assert len({row.id for row in ROWS}) == len(ROWS)
    assert all(row.origin for row in ROWS)


def test_every_entry_is_there() -> None:
    """The ids are those of the table of scores."""
    assert len(SCORES) == ENTRIES
    assert all(definition_of(name).id == name for name in SCORES)


def test_every_formula_has_its_declaration() -> None:
    """And a score without a formula of its own is a plain sum of items, or facts alone."""
    assert formula_names() <= set(SCORES)
    plain = [definition_of(name) for name in SCORES if name not in formula_names()]
    assert all(each.items or each.family is Family.HELP for each in plain)


@pytest.mark.parametrize("name", SCORES)
def test_nothing_is_lacking(name: str) -> None:
    """Sources, a version, words in both languages for the score, its inputs and its doubts, outputs, an example."""
    definition = definition_of(name)
    words = [definition.label, definition.about, *(mark.about for mark in definition.marks)]
    words += [each.label for each in definition.inputs.values()]
    words += [each.help for each in definition.inputs.values() if each.help]
    assert all(text.get(language) for text in words for language in ("en", "de"))
    assert definition.sources
    assert definition.version
    assert definition.formula
    if not is_help(name):
        assert definition.inputs
        assert definition.outputs
        assert definition.example
    for each in definition.inputs.values():
        assert each.default is None or not each.options or each.default in each.options, each.id


@pytest.mark.parametrize("name", SCORES)
def test_nothing_told_gives_no_answer(name: str) -> None:
    """Without any input nothing is said to be there, and nothing to be absent: each output is open."""
    found = answered(name, {})
    settled = {key: value for key, value in found.output.items() if value is not None and key in decisive(name)}
    assert settled == {}


@pytest.mark.parametrize("name", SCORES)
def test_the_example_is_answered(name: str) -> None:
    """It says something, with the declared outputs and no others that nobody declared a unit for."""
    definition = definition_of(name)
    if is_help(name):
        return
    written = json.loads(definition.example, parse_float=Decimal, parse_int=Decimal)
    assert any(value is not None for value in answered(name, written).output.values())


@pytest.mark.parametrize("name", SCORES)
def test_the_completions_can_be_counted(name: str) -> None:
    """However much is open, a keystroke does not ask for more than some thousand of them."""
    ways = 1
    for each in definition_of(name).inputs.values():
        found = answers_of(each)
        if each.default is None and not each.is_optional and not each.rising and found:
            ways *= len(found)
    assert ways <= MOST_COMPLETIONS


def is_help(name: str) -> bool:
    """True for a score that holds facts alone."""
    return definition_of(name).family is Family.HELP


def decisive(name: str) -> set[str]:
    """Return the outputs that say something of the patient, not of a setting or of how much was told."""
    settings = {"formula", "weight_rule", "reference", "version", "note", "usable", "answered", "valid"}
    return set(outputs(definition_of(name))) - settings


def outputs(definition: Definition) -> tuple[str, ...]:
    """Return the names of what a score gives."""
    return tuple(definition.outputs)
