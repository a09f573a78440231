"""The JSON answer: the published schema holds for it, and it holds every key that programs were promised."""

from __future__ import annotations

import json
from typing import TypeAlias

import pytest
from jsonschema import Draft202012Validator

from core.discovery import resource_path
from core.engine.judgement.outcome import About, Cause
from core.exchange.answer import answer, patient_answer, screening_answer
from core.language.phrases import LANGUAGES, Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.rule_files.rule_file import Form, RuleKind
from core.screening.conclusions import Word
from core.screening.judgements import Remedy
from core.screening.screening import Screening
from core.source_text.problem import NOWHERE, Problem, Severity
from tests.sample_screenings import ON, compiled, drawn_pairs, patients, screening_of

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

SCHEMA: dict[str, Json] = json.loads(resource_path("schemas", "answer.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
PROMISED = {
    "answer": {"format", "program", "evaluation_date", "patients"},
    "patient": {"file", "id", "screenings", "problems"},
    "screening": {
        "id", "version", "hash", "state", "reviewed", "completeness", "conclusion", "not_before", "points", "cohorts",
        "assumed", "later_entries", "criteria",
    },
    "criterion": {"id", "kind", "text", "verdict", "causes", "evidence", "needed", "sources"},
}  # fmt: skip
PROBLEM = Problem("patient.yaml", NOWHERE, "unit", "no such unit", "write g/dL", Severity.WARNING)


def whole(language: str) -> Json:
    """Return the answer for every sample by the files drawn, as it is read back from its text."""
    phrases = Phrases(language)
    kept = {id(screening) for screening, _ in drawn_pairs(other_diseases=True)}
    parts = [
        patient_answer(
            each.file,
            "" if each.chart is None else each.chart.id,
            [(one, compiled(one.rule_file.id)) for one in each.screenings if id(one) in kept],
            (PROBLEM,),
            phrases,
            each.evaluation_on,
        )
        for each in patients()
    ]
    document: Json = json.loads(json.dumps(answer(parts, program="X 1", evaluation_date=ON, problems=(PROBLEM,))))
    return document


def words_of(definition: str, key: str) -> set[Json]:
    """Return the words the schema allows at a key."""
    place: Json = SCHEMA
    for step in ("$defs", definition, "properties", key, "enum") if key else ("$defs", definition, "enum"):
        assert isinstance(place, dict)
        place = place[step]
    assert isinstance(place, list)
    return {word for word in place if isinstance(word, str)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_samples_by_files_keep_to_the_schema(language: str) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(whole(language))] == []


def test_the_schema_holds_what_was_promised() -> None:
    """Keys may be added; those that were promised are required."""
    required = {"answer": SCHEMA["required"]}
    definitions = SCHEMA["$defs"]
    assert isinstance(definitions, dict)
    for name in ("patient", "screening", "criterion"):
        definition = definitions[name]
        assert isinstance(definition, dict)
        required[name] = definition["required"]
    for name, keys in PROMISED.items():
        found = required[name]
        assert isinstance(found, list)
        assert keys <= {key for key in found if isinstance(key, str)}


def test_the_schema_knows_the_words_of_the_program() -> None:
    assert words_of("conclusion", "") == {word.value for word in Word}
    assert words_of("cause", "cause") == {cause.value for cause in Cause}
    assert words_of("cause", "about") == {about.value for about in About}
    assert words_of("criterion", "remedy") == {remedy.value for remedy in Remedy}
    assert words_of("criterion", "form") == {form.value for form in Form}
    assert words_of("screening", "kind") == {kind.value for kind in RuleKind}


def parts_of(whole: dict[str, Json], key: str) -> list[dict[str, Json]]:
    """Return the list of objects at a key."""
    found = whole[key]
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, dict)]


def told(screening: Screening, file: CompiledRuleFile) -> dict[str, Json]:
    """Return the answer of one screening, as it is read back from its text."""
    document: dict[str, Json] = json.loads(json.dumps(screening_answer(screening, file, Phrases("en"))))
    return document


def test_the_schema_refuses_an_unknown_without_a_cause() -> None:
    """What is unknown says why; what is decided has no causes."""
    good = told(*screening_of("sample-03", "nct06222853"))
    first = parts_of(good, "criteria")[0]
    changes: tuple[dict[str, Json], ...] = (
        {"verdict": "unknown", "causes": []},
        {"verdict": "maybe"},
        {"colour": "red"},
    )
    for change in changes:
        bad: dict[str, Json] = {**good, "criteria": [{**first, **change}]}
        patient: dict[str, Json] = {"file": "x", "id": "x", "screenings": [bad], "problems": []}
        assert not VALIDATOR.is_valid(answer([patient], program="X", evaluation_date=ON, problems=()))


def test_evidence_points_into_the_patient_file() -> None:
    """Each piece of evidence names an entry of the chart; only the age comes from the birth date."""
    for screening, file in drawn_pairs():
        criteria = parts_of(told(screening, file), "criteria")
        refs = {str(each["ref"]) for criterion in criteria for each in parts_of(criterion, "evidence")}
        assert refs <= {*screening.chart.by_ref, "birth_date"}


def test_a_span_is_written_as_in_the_patient_file() -> None:
    criteria = parts_of(told(*screening_of("sample-03", "nct06222853")), "criteria")
    trial = next(each for each in criteria if each["id"] == "other_trial")
    assert trial["verdict"] == "fails"
    assert [each["date"] for each in parts_of(trial, "evidence")] == ["2026-05-20/2026-09-09"]
    assert "(23 Aug 2026 to 22 Nov 2026)" in str(trial["needed"])
