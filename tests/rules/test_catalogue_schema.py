"""The schema that editors use says the same about the shipped files as the reader does."""

from __future__ import annotations

import json
from typing import TypeAlias

import pytest
import yaml
from jsonschema import Draft202012Validator

from core.catalogue.concept import Aspect, Change, Kind
from core.catalogue.drug import ROUTES
from core.catalogue.reading import read_catalogue
from core.catalogue.shipped import shipped_files
from core.discovery import resource_path

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

SCHEMA: dict[str, Json] = json.loads(resource_path("schemas", "catalogue.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
CONCEPT = """
section: blood
concepts:
  - id: a
    kind: number
    label: {en: "A", de: "A"}
    help: {en: "A.", de: "A."}
"""


def enumeration(*path: str) -> set[Json]:
    """Return the words that the schema allows at a place."""
    place: Json = SCHEMA
    for step in (*path, "enum"):
        assert isinstance(place, dict)
        place = place[step]
    assert isinstance(place, list)
    return {word for word in place if isinstance(word, str)}


def test_the_schema_is_one() -> None:
    """It is valid itself."""
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", sorted(shipped_files()))
def test_what_ships_is_valid(name: str) -> None:
    """Each shipped file of the catalogue."""
    assert [error.message for error in VALIDATOR.iter_errors(yaml.safe_load(shipped_files()[name]))] == []


@pytest.mark.parametrize(
    "line",
    [
        "colour: red",
        "aspect: colour",
        "units: {g/L: 0}",
        "plausible: [1, 2]",
        "freshness: 28",
        "freshness: 1 day",
        'qualifiers: [{id: "of course", label: {en: "a", de: "a"}}]',
        "loinc: seven",
        "is_given: perhaps",
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(line: str) -> None:
    """Mistakes of shape show in the editor before the program reads the file."""
    text = f"{CONCEPT}    {line}\n"
    assert not VALIDATOR.is_valid(yaml.safe_load(text))
    sections = "rules/catalogue/sections.yaml"
    _, problems = read_catalogue({"a.yaml": text.encode(), sections: shipped_files()[sections]})
    assert any(problem.file == "a.yaml" for problem in problems)


@pytest.mark.parametrize(
    "by_route",
    ["{}", "1 week", "{subcutan: {every: 1 week, source: label}}", "{oral: {every: 1 day}}", "{oral: {source: label}}"],
)
def test_an_interval_by_route_needs_a_route_a_length_and_a_source(by_route: str) -> None:
    """The schema refuses it in the editor; what is right passes both."""
    drug = 'drugs:\n  - id: a\n    label: {{en: "A", de: "A"}}\n    dosing_interval_by_route: {}\n'
    assert not VALIDATOR.is_valid(yaml.safe_load(drug.format(by_route)))
    right = drug.format("{subcutaneous: {every: 1 week, source: label}}")
    assert VALIDATOR.is_valid(yaml.safe_load(right))
    assert read_catalogue({"a.yaml": right.encode()})[1] == ()


def test_the_schema_knows_the_same_words() -> None:
    """Kinds, aspects and ways to change are those of the program."""
    concept = ("$defs", "concept", "properties")
    assert enumeration(*concept, "kind") == {kind.value for kind in Kind}
    assert enumeration(*concept, "aspect") == {aspect.value for aspect in Aspect}
    by_route = ("$defs", "drug", "properties", "dosing_interval_by_route", "propertyNames")
    assert enumeration(*by_route) == set(ROUTES)
    assert enumeration("$defs", "changes") == {change.value for change in Change}
