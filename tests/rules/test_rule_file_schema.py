"""The schema that editors use for rule files says what the reader says, as far as a schema can."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from core.catalogue.concept import Aspect
from core.catalogue.reading import load_catalogue
from core.chart.words import NAMED_OUTCOMES, REASONS_FOR_STOPPING
from core.discovery import rules_path
from core.rule_files.reading.declarations import ASKED_OF
from core.rule_files.reading.examples import CONCLUSIONS
from core.rule_files.reading.header import STATES
from core.rule_files.reading.whole import read_rule_file
from core.rule_files.rule_file import RuleKind
from core.use_cases.load_rules import rule_paths, shipped_places
from tests.rules.plain_text import refusals, schema_of, words

SCHEMA = schema_of("rule-file")
VALIDATOR = Draft202012Validator(SCHEMA)
FILES = rule_paths(shipped_places())
TEXT = (rules_path("protocols") / "example-sle-cart-01.yaml").read_text(encoding="utf-8")


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_ships_is_valid(path: Path) -> None:
    assert refusals(VALIDATOR, path.read_bytes()) == []


@pytest.mark.parametrize(
    ("find", "write"),
    [
        ("kind: protocol", "kind: protocoll"),
        ("state: active ", "state: live "),
        ("completeness: full ", "completeness: most "),
        ("completeness: full ", "completeness: partial "),
        ("version: 2.3.2\n", "version: two\n"),
        ("  en: CD19", "  fr: CD19"),
        ("reviewed: {by: A. Example, on: 2026-03-28", "reviewed: {by: A. Example, at: 2026-03-28"),
        ("    require: sledai_2k", "    exclude_if: sledai_2k"),
        ("    exclude_if: unsafe is yes", "    require: unsafe is yes"),
        ("    exclude_if: unsafe is yes\n", ""),
        ("    source: protocol 5.1.1\n", ""),
        ("            counting: drugs\n", "            counting: pills\n"),
        ("            counted_if: [no_response", "            counted_if: [no_respons"),
        ("            at_least: 2\n", "            at_least: two\n"),
        ("            at_least: 2\n", ""),
        ("            each_for: at least 12 weeks", "            each_for: 12 weeks"),
        ("            contraindicated: ignored", "            contraindicated: waived"),
        ("windows: {laboratory: 14 days", "windows: {laboratory: fortnight"),
        ("valid_for: 3 months}", "valid_for: a while}"),
        ("asked_of: patient,", "asked_of: nurse,"),
        ("      all:\n        - failed", "      al:\n        - failed"),
        ("{after: leukapheresis + 2 weeks}", "{after: 2 weeks later}"),
        ("screening: {conclusion: eligible}", "screening: {conclusion: eligable}"),
        ("    on: 2026-06-01\n", "    on: 1 June\n"),
        ("  protocol: {title: Example protocol EX-SLE-01, version", "  protocol: {name: Example protocol, version"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(find: str, write: str) -> None:
    """Mistakes of shape show in the editor before the program reads the file."""
    assert find in TEXT
    text = TEXT.replace(find, write, 1)
    assert refusals(VALIDATOR, text) != []
    assert any(problem.is_error for problem in read_rule_file(text.encode(), "x.yaml", load_catalogue()).problems)


def test_the_schema_knows_the_same_words() -> None:
    outcomes = {*NAMED_OUTCOMES, *REASONS_FOR_STOPPING}
    assert words(SCHEMA, "properties", "kind") == {kind.value for kind in RuleKind}
    assert words(SCHEMA, "properties", "state") == set(STATES)
    assert words(SCHEMA, "$defs", "expected", "properties", "conclusion") == set(CONCLUSIONS)
    assert words(SCHEMA, "$defs", "outcome") == outcomes
    assert words(SCHEMA, "$defs", "asked_of_one") == set(ASKED_OF)
    assert words(SCHEMA, "$defs", "aspect") == {aspect.value for aspect in Aspect}
