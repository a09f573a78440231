"""Results handed over as FHIR R4: what is certain is read as any print is, everything else is a line of its own."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from random import Random
from typing import Any

import pytest

from core.entry.desk.desk import Desk
from core.entry.desk.fields import Kept
from core.entry.paste.line import PastedLine, State
from core.entry.paste.pasting import Pasting
from core.entry.paste.sheet import Remark
from core.entry.statement import Statement
from tests.sample_screenings import catalogue

TODAY = date(2026, 11, 22)
BEFORE = datetime.min.replace(tzinfo=UTC)
LOINC, SNOMED = "http://loinc.org", "http://snomed.info/sct"
HL7 = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation"
CREATININE: dict[str, Any] = {"coding": [{"system": LOINC, "code": "2160-0", "display": "Creatinine"}]}


CK_CODE = {"text": "CK"}
BOTH = {"coding": [{"system": SNOMED, "code": code} for code in ("10828004", "260385009")]}


def observation(**changes: object) -> dict[str, Any]:
    """Return a creatinine of 88 umol/L, changed; what is changed to None is left out."""
    whole = {
        "resourceType": "Observation",
        "status": "final",
        "code": CREATININE,
        "effectiveDateTime": "2026-11-20T07:40:00+01:00",
        "valueQuantity": {"value": 88, "unit": "umol/L", "system": "http://unitsofmeasure.org", "code": "umol/L"},
    }
    return {key: value for key, value in {**whole, **changes}.items() if value is not None}


CK = observation(code=CK_CODE, valueQuantity={"value": 300, "unit": "U/L"})


def bundle(*resources: dict[str, Any]) -> str:
    """Return a bundle of invented resources."""
    return json.dumps(
        {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": each} for each in resources]}
    )


def desk(**statements: str) -> Desk:
    found = Desk("", catalogue(), "en", TODAY, TODAY.isoformat())
    for number, (name, text) in enumerate(statements.items(), start=1):
        found = found.keeping(Kept(number, Statement.of(name, text), "x", BEFORE), None)
    return found


def read(text: str, of: Desk | None = None) -> tuple[PastedLine, ...]:
    return Pasting(text, of or desk()).lines


def only(text: str) -> PastedLine:
    (line,) = read(text)
    return line


def content(line: PastedLine) -> dict[str, str]:
    assert line.state is State.UNDERSTOOD, (line.state, line.raw)
    assert isinstance(line.content, dict)
    return {key: str(value) for key, value in line.content.items()}


def test_a_quantity_by_its_code_with_the_day_as_written() -> None:
    line = only(bundle(observation(code={"coding": [{"system": LOINC, "code": "2160-0"}], "text": "Krea"})))
    assert line.concept is not None
    assert (line.concept.id, content(line)) == ("creatinine", {"value": "88 umol/L", "date": "2026-11-20"})


@pytest.mark.parametrize("at", ["2026-11-20T23:50:00-08:00", "2026-11-20T00:10:00+14:00", "2026-11-20T12:00:00Z"])
def test_no_zone_moves_the_day(at: str) -> None:
    assert content(only(bundle(observation(effectiveDateTime=at))))["date"].startswith("2026-11-20")


@pytest.mark.parametrize(
    ("changes", "value"),
    [
        ({"valueQuantity": {"value": 0.90, "unit": "mg/dL"}}, "0.9 mg/dL"),
        ({"valueQuantity": {"value": 44, "comparator": "<", "unit": "umol/L"}}, "<44 umol/L"),
        ({"valueQuantity": {"value": 88, "code": "umol/L"}}, "88 umol/L"),
        ({"valueQuantity": {"value": 88, "unit": "umol/L"}, "status": "amended"}, "88 umol/L"),
    ],
)
def test_values_as_they_are_written(changes: dict[str, Any], value: str) -> None:
    assert content(only(bundle(observation(**changes))))["value"] == value


def test_digits_stay_as_they_are_written() -> None:
    text = bundle(observation()).replace('"value": 88', '"value": 88.50')
    assert content(only(text))["value"] == "88.50 umol/L"


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ({"coding": [{"system": SNOMED, "code": "260385009"}]}, "negative"),
        ({"coding": [{"system": LOINC, "code": "LA6576-8"}]}, "positive"),
        ({"text": "negativ"}, "negative"),
    ],
)
def test_qualitative_results(value: dict[str, Any], word: str) -> None:
    line = only(bundle(observation(code={"text": "HIV 1/2 Ag/Ab"}, valueQuantity=None, valueCodeableConcept=value)))
    if line.concept is None:
        line = only(bundle(observation(code={"text": "HBsAg"}, valueQuantity=None, valueCodeableConcept=value)))
    assert content(line)["value"] == word


def test_an_interpretation_alone_says_positive_or_negative() -> None:
    coded = [{"coding": [{"system": HL7, "code": "NEG"}]}]
    line = only(bundle(observation(code={"text": "HBsAg"}, valueQuantity=None, interpretation=coded)))
    assert content(line)["value"] == "negative"
    other = [{"coding": [{"system": "http://example.org/own", "code": "NEG"}]}]
    assert isinstance_remark(bundle(observation(code={"text": "HBsAg"}, valueQuantity=None, interpretation=other)))


def isinstance_remark(text: str) -> bool:
    return all(isinstance(row, Remark) for row in Pasting(text, desk()).sheet.rows)


def test_limits_of_the_same_unit_come_along() -> None:
    ends = {"low": {"value": 45, "unit": "umol/L"}, "high": {"value": 84, "unit": "umol/L"}}
    assert content(only(bundle(observation(referenceRange=[ends]))))["uln"] == "84 umol/L"
    other = {"high": {"value": 0.9, "unit": "mg/dL"}}
    assert "uln" not in content(only(bundle(observation(referenceRange=[other]))))
    assert "uln" not in content(only(bundle(observation(referenceRange=[ends, ends]))))


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "preliminary"},
        {"status": "entered-in-error"},
        {"status": None},
        {"valueQuantity": None, "dataAbsentReason": {"text": "not performed"}},
        {"valueQuantity": {"value": 88, "comparator": "ad", "unit": "umol/L"}},
        {"valueQuantity": {"unit": "umol/L"}},
        {"valueQuantity": None, "valueRange": {"low": {"value": 1}, "high": {"value": 2}}},
        {"valueQuantity": None, "valueCodeableConcept": BOTH},
    ],
)  # fmt: skip
def test_what_is_not_certain_is_a_line_and_no_result(changes: dict[str, Any]) -> None:
    text = bundle(observation(**changes))
    assert isinstance_remark(text)
    assert all(not line.is_recordable for line in read(text))


@pytest.mark.parametrize(
    ("start", "end", "day"), [("2026-11-20", "2026-11-20", "2026-11-20"), ("2026-11-20", "2026-11-21", "")]
)
def test_a_period_is_a_day_only_where_it_is_one(start: str, end: str, day: str) -> None:
    line = only(bundle(observation(effectiveDateTime=None, effectivePeriod={"start": start, "end": end})))
    assert (line.state is State.UNDERSTOOD, line.day[:10]) == (bool(day), day)


def test_the_day_of_reporting_is_no_day_of_the_sample() -> None:
    assert only(bundle(observation(effectiveDateTime=None, issued="2026-11-21T10:00:00Z"))).state is State.WHICH_DAY


def test_nothing_is_dropped() -> None:
    others: list[dict[str, Any]] = [
        {"resourceType": "Condition", "code": {"text": "Lupus nephritis"}, "onsetDateTime": "2023-05-01"},
        {"resourceType": "MedicationStatement", "medicationCodeableConcept": {"text": "Prednisolone"}},
        {
            "resourceType": "DiagnosticReport",
            "status": "final",
            "contained": [observation(code={"text": "CK"}, valueQuantity={"value": 9, "unit": "U/L"})],
        },
    ]
    lines = read(bundle(observation(), *others))
    assert [line.raw.split(" · ")[:2] for line in lines if not line.is_recordable] == [
        ["MedicationStatement", "Prednisolone"],
        ["DiagnosticReport", "final"],
    ]
    assert "lupus_nephritis" in [line.thing for line in lines]
    assert sum(line.is_recordable for line in lines) == 3
    assert len(lines) == 5


def test_components_are_results_of_their_own() -> None:
    parts = [
        {"code": CREATININE, "valueQuantity": {"value": 88, "unit": "umol/L"}},
        {"code": {"text": "CK"}, "valueQuantity": {"value": 300, "unit": "U/L"}},
    ]
    lines = read(bundle(observation(code={"text": "Panel"}, valueQuantity=None, component=parts)))
    assert [line.concept.id for line in lines if line.concept] == ["creatinine", "ck"]


def test_one_resource_and_one_a_line() -> None:
    other = observation(code={"text": "CK"}, valueQuantity={"value": 300, "unit": "U/L"})
    assert len(read(json.dumps(observation(), indent=2))) == 1
    assert len(read("\n".join(map(json.dumps, (observation(), other))))) == 2


def test_results_of_several_patients_are_none() -> None:
    two = (observation(subject={"reference": "Patient/1"}), observation(subject={"reference": "Patient/2"}))
    assert isinstance_remark(bundle(*two))
    people = ({"resourceType": "Patient", "id": "1"}, {"resourceType": "Patient", "id": "2"})
    assert isinstance_remark(bundle(*people, observation()))


def test_of_somebody_born_otherwise_nothing_is_ticked() -> None:
    patient = {"resourceType": "Patient", "birthDate": "1990-02-11"}
    own, other = desk(birth_date="1990-02-11"), desk(birth_date="1990-02-12")
    assert len(Pasting(bundle(patient, observation()), own).ticked) == 1
    assert Pasting(bundle(patient, observation()), other).ticked == ()


HOSTILE = (
    "{" * 5000 + '"resourceType"',
    '{"resourceType": ' + "[" * 100_000 + "]" * 100_000 + "}",
    '{"resourceType": "Bundle", "entry": [null, 1, "x", {"resource": null}, {"resource": {"resourceType": 7}}]}',
    '{"resourceType": "Observation", "status": "final", "code": [], "valueQuantity": "x", "component": {"a": 1}}',
    '{"resourceType": "Observation", "status": "final", "code": {"text": "=1+1"}, "valueString": "=cmd()"}',
    '{"resourceType": "Observation", "valueQuantity": {"value": NaN}, "status": "final", "code": {"text": "CK"}}',
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_no_resource_stops_nothing(text: str) -> None:
    assert all(not line.is_recordable for line in read(text))


def test_a_bundle_within_a_bundle_ends() -> None:
    text = observation()
    for _ in range(12):
        text = {"resourceType": "Bundle", "entry": [{"resource": text}]}
    assert [line.raw for line in read(json.dumps(text))] == ["Bundle"]


@pytest.mark.parametrize("seed", range(40))
def test_no_wrong_value_in_invented_bundles(seed: int) -> None:
    """Values with known truth among much else: each is read as it was made, or asked, never otherwise."""
    chance = Random(seed)
    made: dict[str, tuple[str, str, str]] = {}
    resources: list[dict[str, Any]] = []
    for name, unit in (
        ("creatinine", "umol/L"),
        ("ck", "U/L"),
        ("crp", "mg/L"),
        ("haemoglobin", "g/dL"),
        ("ferritin", "ug/L"),
    ):
        number = f"{chance.randint(10, 900) / 10:.1f}"
        day = f"2026-{chance.randint(1, 11):02d}-{chance.randint(1, 20):02d}"
        made[name] = (number, unit, day)
        label = catalogue().concepts[name].label["en"]
        resources.append(
            observation(
                code={"text": chance.choice((label, label.upper(), name))},
                effectiveDateTime=f"{day}T{chance.randint(0, 23):02d}:15:00{chance.choice(('Z', '+02:00', '-11:00'))}",
                valueQuantity={"value": float(number), "unit": unit},
            )
        )
    noise = [{"resourceType": "Condition", "code": {"text": "x"}}, observation(status="cancelled")]
    resources += noise
    chance.shuffle(resources)
    lines = read(bundle(*resources))
    assert len(lines) == len(resources)
    for line in lines:
        if line.is_recordable and line.concept is not None:
            number, unit, day = made[line.concept.id]
            assert isinstance(line.content, dict)
            said = {key: str(value) for key, value in line.content.items()}
            assert (said["value"], said["date"][:10]) == (f"{number} {unit}", day)
    assert sum(line.is_recordable for line in lines) >= len(made) - 1
