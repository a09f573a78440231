"""The schema that editors use for patient files says what the reader says, as far as a schema can."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from core.catalogue.drug import ROUTES
from core.chart.points import POINTS
from core.chart.reading.infusions import PRODUCTS, REGIONS
from core.chart.sections import every_section
from core.chart.values import Absence
from core.chart.words import CERTAINTIES, FAILED_SPELLINGS, OUTCOMES, REASONS_FOR_STOPPING
from core.discovery import resource_path, yaml_files
from tests.core.chart.patient_forms import FORMS, HEAD, Form, as_json
from tests.core.chart.patient_slips import SLIPS
from tests.rules.plain_text import refusals, schema_of, words

SCHEMA = schema_of("patient")
VALIDATOR = Draft202012Validator(SCHEMA)
SAMPLES = yaml_files(resource_path("samples"))
SEEN_BY_SCHEMA = ("missing-key", "unknown-key", "unknown-value", "kind", "date")


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_are_valid(path: Path) -> None:
    assert refusals(VALIDATOR, path.read_bytes()) == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_is_valid(form: Form) -> None:
    """What the reader reads the schema lets pass, as YAML and as JSON."""
    assert refusals(VALIDATOR, HEAD + form.text) == []
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(as_json(HEAD + form.text)))] == []


@pytest.mark.parametrize(
    "slip",
    [
        "no end of a course",
        "no start of a course",
        "no drug of a course",
        "key of a course misspelt",
        "outcome misspelt",
        "a route",
        "the day first",
        "words for a day",
        "a list without an end",
        "a list said to be complete",
        "never without an end",
        "an event without its name",
        "a diagnosis without its name",
        "diagnoses as words",
        "an answer that is none",
        "a product that is none",
        "a region",
        "a sex nobody knows",
        "an absence misspelt",
        "point misspelt",
        "no dose in a dose",
        "treatments without a list",
    ],
)
def test_slips_of_shape_show_in_the_editor(slip: str) -> None:
    (found,) = [each for each in SLIPS if each.slip == slip]
    assert found.code in SEEN_BY_SCHEMA
    assert refusals(VALIDATOR, found.written) != []


def test_the_schema_knows_the_same_words() -> None:
    course = ("$defs", "course", "properties")
    assert words(SCHEMA, *course, "outcome") == {*OUTCOMES, *FAILED_SPELLINGS}
    for entry in ("diagnosis", "event"):
        assert words(SCHEMA, "$defs", entry, "properties", "certainty") == set(CERTAINTIES)
    assert words(SCHEMA, *course, "stopped_for") == set(REASONS_FOR_STOPPING)
    assert words(SCHEMA, *course, "route") == set(ROUTES)
    assert words(SCHEMA, "$defs", "result", "properties", "absent") == {absence.value for absence in Absence}
    assert words(SCHEMA, "$defs", "infusion", "properties", "product") == set(PRODUCTS)
    assert words(SCHEMA, "$defs", "infusion", "properties", "region") == set(REGIONS)
    properties = SCHEMA["properties"]
    assert isinstance(properties, dict)
    assert {each.id for each in every_section() if each.is_of} <= set(properties)
    planned = properties["planned"]
    assert isinstance(planned, dict)
    points = planned["properties"]
    assert isinstance(points, dict)
    assert set(points) == {*POINTS, "treatments"}
