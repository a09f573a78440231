"""Diagnoses, events and medicines handed over as FHIR: what is certain is read as if typed, all else is asked."""

from __future__ import annotations

from typing import Any

import pytest

from core.entry.paste.line import State
from core.entry.paste.pasting import Pasting
from core.entry.paste.showing import line_words
from core.language.phrases import Phrases
from tests.core.entry.paste.handed_over import (
    ATC,
    CM,
    GM,
    RXNORM,
    SNOMED,
    Resource,
    bundle,
    coded,
    condition,
    desk,
    lines,
    medicine,
    pasted,
    said,
    why,
)

SLE = coded((GM, "M32.1"), text="SLE", mark="G")
PREDNISOLONE = coded((ATC, "H02AB06"), text="Prednisolon")
DAILY: Resource = {
    "timing": {"repeat": {"frequency": 2, "period": 1, "periodUnit": "d"}},
    "doseAndRate": [{"doseQuantity": {"value": 2.5, "unit": "mg"}}],
    "route": coded((SNOMED, "26643006")),
}


@pytest.mark.parametrize(
    ("code", "concept"),
    [
        (coded((GM, "M32.1+"), mark="G"), "sle"),
        (coded(("http://fhir.de/CodeSystem/dimdi/icd-10-gm", "M33.0")), "jdm"),
        (coded((CM, "M32.14")), "lupus_nephritis"),
        (coded((SNOMED, "89155008"), text="Systemische Sklerose"), "ssc"),
        (coded(("http://www.orpha.net", "93672")), "jdm"),
        (coded(text="Systemischer Lupus erythematodes"), "sle"),
        (coded(text="Dermatomyositis"), "dm"),
        (coded((SNOMED, "68815009"), (GM, "M32.1")), "lupus_nephritis"),
    ],
)
def test_a_diagnosis_by_its_code_or_its_name(code: Resource, concept: str) -> None:
    (line,) = lines(condition(code, state="active", onsetDateTime="2018-06-11T00:10:00+14:00"))
    assert (line.state, line.section, said(line)) == (
        State.UNDERSTOOD,
        "diagnoses",
        {"is": concept, "since": "2018-06-11", "until": "ongoing"},
    )


@pytest.mark.parametrize(
    ("changes", "mark", "content"),
    [
        ({"certainty": "provisional", "onsetDateTime": "2020-05"}, "", {"since": "2020-05", "certainty": "suspected"}),
        ({"certainty": "differential"}, "", {"certainty": "suspected"}),
        ({}, "V", {"certainty": "suspected"}),
        ({"certainty": "unconfirmed"}, "V", {"certainty": "suspected"}),
        ({"state": "resolved", "abatementDateTime": "2021"}, "", {"until": "2021"}),
        ({"state": "inactive"}, "", {"until": "unknown"}),
        ({}, "Z", {"until": "unknown"}),
        ({"onsetPeriod": {"start": "2019-02", "end": "2019-04"}}, "", {"since": "2019-02", "until": "2019-04"}),
        ({"state": "active", "recordedDate": "2026-10-01"}, "", {"until": "ongoing", "ongoing_on": "2026-10-01"}),
        ({"state": "recurrence"}, "G", {"until": "ongoing"}),
        ({}, "", {}),
    ],
)
def test_how_sure_it_is_and_whether_it_goes_on(changes: dict[str, Any], mark: str, content: dict[str, str]) -> None:
    (line,) = lines(condition(coded((GM, "J18.9"), mark=mark), **changes))
    assert (line.state, said(line)) == (State.UNDERSTOOD, {"is": "pneumonia", **content})


@pytest.mark.parametrize(
    ("resource", "state", "reason"),
    [
        (condition(SLE, certainty="entered-in-error"), State.NO_VALUE, "paste-skip-status"),
        (condition(coded((GM, "M06.9"), mark="A"), certainty="confirmed"), State.REFUSED, "paste-certainty-differs"),
        (condition(coded((GM, "M32.1"), (SNOMED, "31384009"))), State.NOT_KNOWN, "paste-codes-differ"),
        (condition(coded((GM, "Q87.1"), text="Pneumonia")), State.UNUSUAL, "paste-by-name"),
        (condition(SLE, state="remission"), State.UNUSUAL, "paste-in-remission"),
        (condition(SLE, state="active", abatementDateTime="2020"), State.UNUSUAL, "paste-active-and-over"),
        (condition({"text": "SLE"}, certainty="refuted", recordedDate="2026"), State.UNUSUAL, "paste-ruled-out-day"),
        (condition(SLE, modifierExtension=[{"url": "urn:x"}]), State.NO_VALUE, "paste-skip-modified"),
        (condition({}), State.NO_VALUE, "paste-skip-no-name"),
        (condition(SLE, onsetDateTime="2027-01-01"), State.REFUSED, "entry-after-today"),
        (condition(SLE, stage=[{"summary": {"text": "x"}}]), State.UNDERSTOOD, "paste-unread"),
        (medicine("Statement", PREDNISOLONE, status="not-taken"), State.NO_VALUE, "paste-skip-not-done"),
        (medicine("Statement", PREDNISOLONE, status="unknown"), State.NO_VALUE, "paste-skip-status"),
        (medicine("Statement", PREDNISOLONE), State.NO_VALUE, "paste-skip-status"),
        (medicine("Request", PREDNISOLONE, status="active", intent="proposal"), State.NO_VALUE, "paste-skip-status"),
        (
            medicine("Request", PREDNISOLONE, status="active", intent="order", doNotPerform=True),
            State.NO_VALUE,
            "paste-skip-not-done",
        ),
        (medicine("Request", PREDNISOLONE, status="active", intent="order"), State.UNUSUAL, "paste-ordered"),
        ({"resourceType": "Procedure", "status": "not-done", "code": {"text": "Splenectomy"}}, State.NO_VALUE,
         "paste-skip-not-done"),
        ({"resourceType": "CarePlan", "status": "active"}, State.NO_VALUE, "paste-skip-kind"),
        ({"resourceType": "AllergyIntolerance", "code": {"text": "No known allergies"}}, State.NO_VALUE,
         "paste-skip-nothing-known"),
        ({"resourceType": "AllergyIntolerance", "code": {"text": "penicillin"},
          "verificationStatus": coded(("urn:x", "refuted"))}, State.NO_VALUE, "paste-skip-status"),
    ],
)  # fmt: skip
def test_what_is_not_certain_is_asked_or_listed_with_its_reason(resource: Resource, state: State, reason: str) -> None:
    (line,) = lines(resource)
    assert line.state is state
    assert reason in why(line)
    assert not pasted(resource).ticked or state is State.UNDERSTOOD


def test_ruled_out_is_a_finding_of_one_day() -> None:
    (line,) = lines(condition(coded((GM, "M33.2"), mark="A"), recordedDate="2026-01-05", onsetDateTime="2025-01-01"))
    assert said(line) == {"is": "pm", "certainty": "ruled_out", "since": "2026-01-05"}


def test_severity_only_where_the_diagnosis_has_one() -> None:
    severe = coded((SNOMED, "24484000"))
    nephritis, sepsis = lines(
        condition(coded((SNOMED, "68815009")), severity=severe), condition(coded((GM, "A41.9")), severity=severe)
    )
    assert said(nephritis) == {"is": "lupus_nephritis", "severity": "severe"}
    assert "severity" not in said(sepsis) or said(sepsis)["severity"] == "severe"


def test_an_event_stands_among_the_events() -> None:
    stroke, spleen, vaccine = lines(
        condition(coded((SNOMED, "230690007")), onsetDateTime="2015-05-04", state="resolved"),
        {"resourceType": "Procedure", "status": "completed", "code": {"text": "Splenektomie"},
         "performedPeriod": {"start": "2010-01-01T09:00:00+01:00", "end": "2010-01-01T11:00:00+01:00"}},
        {"resourceType": "Immunization", "status": "completed", "occurrenceDateTime": "2025-10-10",
         "vaccineCode": coded(("http://www.whocc.no/atc", "J07BK02"), text="Zostavax")},
    )  # fmt: skip
    assert [each.section for each in (stroke, spleen, vaccine)] == ["events"] * 3
    assert said(stroke)["date"] == "2015-05-04"
    assert said(spleen) == {"event": "splenectomy", "date": "2010-01-01"}
    assert said(vaccine)["event"] == "live_vaccine"


@pytest.mark.parametrize(
    ("drug", "name"),
    [
        (PREDNISOLONE, "prednisolone"),
        (coded((RXNORM, "5521")), "hydroxychloroquine"),
        (coded((ATC, "L01XC02")), "rituximab"),
        (coded(text="Quensyl 200 mg Filmtabletten"), "hydroxychloroquine"),
        (coded((ATC, "L04AX03"), text="MTX"), "methotrexate"),
    ],
)
def test_a_drug_by_its_code_or_its_name(drug: Resource, name: str) -> None:
    (line,) = lines(
        medicine("Statement", drug, status="completed", effectivePeriod={"start": "2020-01", "end": "2021"})
    )
    assert (line.state, said(line)) == (State.UNDERSTOOD, {"drug": name, "from": "2020-01", "to": "2021"})


def test_a_course_that_goes_on_with_its_dose() -> None:
    told: Resource = {"status": "active", "effectivePeriod": {"start": "2026-01-15T23:30:00-08:00"}, "dosage": [DAILY]}
    (line,) = lines(medicine("Statement", PREDNISOLONE, dateAsserted="2026-11-01", **told))
    assert said(line) == {
        "drug": "prednisolone", "from": "2026-01-15", "to": "ongoing", "ongoing_on": "2026-11-01", "route": "oral",
        "doses": [{"dose": "5.0 mg/day"}],
    }  # fmt: skip


@pytest.mark.parametrize(
    "dosage",
    [
        [DAILY, DAILY],
        [{**DAILY, "asNeededBoolean": True}],
        [{**DAILY, "doseAndRate": [{"doseRange": {"low": {"value": 5}, "high": {"value": 10}}}]}],
        [{**DAILY, "timing": {"repeat": {"frequency": 1, "frequencyMax": 2, "period": 1, "periodUnit": "d"}}}],
        [{**DAILY, "timing": {"event": ["2026-01-01"]}}],
        [{"text": "nach Plan"}],
        [{**DAILY, "doseAndRate": [{"doseQuantity": {"value": 2, "unit": "Tablette"}}]}],
    ],
)
def test_a_dose_that_is_none_is_left_out_and_said_to_be(dosage: list[Resource]) -> None:
    told: Resource = {"status": "completed", "effectivePeriod": {"start": "2020", "end": "2021"}, "dosage": dosage}
    (line,) = lines(medicine("Statement", PREDNISOLONE, **told))
    assert "doses" not in said(line)
    assert "paste-unread" in why(line)


def test_administrations_of_one_drug_are_one_line_that_asks() -> None:
    given = [
        medicine("Administration", coded((ATC, "L01FA01")), status="completed", effectiveDateTime=day,
                 dosage={"dose": {"value": 1000, "unit": "mg"}})
        for day in ("2023-01-15T08:00:00+01:00", "2023-01-01")
    ]  # fmt: skip
    (line,) = lines(*given)
    assert (line.state, why(line)) == (State.UNUSUAL, ["paste-administrations"])
    assert said(line) == {
        "drug": "rituximab", "from": "2023-01-01", "to": "2023-01-15",
        "doses": [{"single": "1000 mg", "date": "2023-01-15"}, {"single": "1000 mg", "date": "2023-01-01"}],
    }  # fmt: skip


def test_a_drug_behind_a_reference_and_a_mixture() -> None:
    cotrim = {"resourceType": "Medication", "id": "m", "code": {"text": "Kombi"}, "ingredient": [
        {"itemCodeableConcept": coded((ATC, code))} for code in ("H02AB06", "L04AX03")]}  # fmt: skip
    plain = {"resourceType": "Medication", "id": "m", "ingredient": [{"itemCodeableConcept": PREDNISOLONE}]}
    for held, state in ((cotrim, State.REFUSED), (plain, State.UNDERSTOOD)):
        statement: Resource = {
            "resourceType": "MedicationStatement", "status": "completed", "contained": [held],
            "effectivePeriod": {"start": "2020", "end": "2021"}, "medicationReference": {"reference": "#m"},
        }  # fmt: skip
        assert lines(statement)[0].state is state


def test_allergies_keep_their_substance_and_are_not_taken_for_one() -> None:
    nuts, pollen, penicillin = lines(
        *({"resourceType": "AllergyIntolerance", "code": {"text": name}} for name in ("Nüsse", "Pollen", "penicillin"))
    )
    assert [each.state for each in (nuts, pollen, penicillin)] == [State.UNDERSTOOD] * 3
    assert said(penicillin)["substance"] == "penicillin"
    assert isinstance(nuts.content, dict)
    assert "Nüsse" in str(nuts.content["note"])


def test_a_report_lends_its_day_to_a_result_without_one() -> None:
    result = {"resourceType": "Observation", "id": "o", "status": "final", "code": {"text": "CK"},
              "valueQuantity": {"value": 300, "unit": "U/L"}}  # fmt: skip
    report = {"resourceType": "DiagnosticReport", "status": "final", "effectiveDateTime": "2026-11-01",
              "result": [{"reference": "Observation/o"}]}  # fmt: skip
    assert next(each for each in lines(result, report) if each.concept).day == "2026-11-01"
    twice = lines(result, report, {**report, "effectiveDateTime": "2026-11-02"})
    assert next(each for each in twice if each.concept).state is State.WHICH_DAY


def test_a_unit_and_a_code_that_disagree_are_refused() -> None:
    value = {"value": 1.2, "unit": "mg/dL", "code": "umol/L"}
    observation = {"resourceType": "Observation", "status": "final", "code": {"text": "Creatinine"},
                   "effectiveDateTime": "2026-11-01", "valueQuantity": value}  # fmt: skip
    (line,) = lines(observation)
    assert (line.state, why(line)) == (State.REFUSED, ["paste-units-differ"])
    (agreed,) = lines({**observation, "valueQuantity": {**value, "code": "mg/dL"}})
    assert agreed.state is State.UNDERSTOOD


def test_taken_in_twice_changes_nothing() -> None:
    resources = (
        condition(SLE, state="active", onsetDateTime="2018-06-11"),
        condition(coded((SNOMED, "230690007")), onsetDateTime="2015-05-04"),
        medicine("Statement", PREDNISOLONE, status="active", effectivePeriod={"start": "2026-01-15"}, dosage=[DAILY]),
        {"resourceType": "AllergyIntolerance", "code": {"text": "Nüsse"}},
    )
    once = pasted(*resources)
    assert len(once.changes) == 4
    again = pasted(*resources, of=desk([change.statement for _, change in once.changes if change.statement]))
    assert [each.state for each in again.lines] == [State.ON_RECORD] * 4
    assert not again.changes


def test_what_is_on_record_is_completed_or_stands_beside_and_neither_by_itself() -> None:
    once = pasted(condition(coded((GM, "J18.9")), onsetDateTime="2020-01-05"))
    on_record = desk([change.statement for _, change in once.changes if change.statement])
    ended, another = lines(
        condition(coded((GM, "J18.9")), onsetDateTime="2020-01-05", abatementDateTime="2020-02-01"),
        condition(coded((GM, "J18.9")), onsetDateTime="2024-03"),
        of=on_record,
    )
    assert (ended.state, ended.replaces, another.state, another.replaces) == (State.OTHER, 1, State.OTHER, None)
    assert said(ended)["until"] == "2020-02-01"


def test_the_same_diagnosis_at_every_visit_is_one() -> None:
    told = [condition(SLE, state="active", recordedDate=f"2025-0{month}-01") for month in range(1, 6)]
    first = condition(SLE, state="active", onsetDateTime="2018-06")
    states = [each.state for each in lines(*told, first)]
    assert states == [State.ON_RECORD] * 5 + [State.UNDERSTOOD]


def test_of_two_patients_nothing_is_recorded() -> None:
    other = condition(SLE, subject={"reference": "Patient/2"})
    found = pasted(condition(SLE), other)
    assert {each.reason.id for each in found.lines if each.reason} == {"paste-skip-several"}
    assert not found.changes


def test_a_name_that_is_not_known_is_asked_and_can_stay_in_its_own_words() -> None:
    found = pasted(condition(coded((GM, "Q87.1"), text="Angeborene Fehlbildung"), onsetDateTime="1991"))
    (line,) = found.lines
    assert line.state is State.NOT_KNOWN
    (own,) = found.with_concept(line.key, "other").lines
    assert said(own) == {"is": "other", "text": "Angeborene Fehlbildung", "since": "1991"}
    (chosen,) = found.with_concept(line.key, "asys").lines
    assert said(chosen)["is"] == "asys"
    (measured,) = found.with_concept(line.key, "creatinine").lines
    assert measured.state is State.NOT_KNOWN


def test_each_value_carries_its_source() -> None:
    value = {"value": 300, "unit": "U/L"}
    observation = {"resourceType": "Observation", "status": "final", "code": {"text": "CK"},
                   "effectiveDateTime": "2026-11-01", "valueQuantity": value}  # fmt: skip
    for line in lines(condition(SLE), observation, medicine("Statement", PREDNISOLONE, status="stopped")):
        assert isinstance(line.content, dict)
        assert "bundle.json" in str(line.content["note"])


def test_the_words_of_both_languages() -> None:
    resource = medicine("Statement", PREDNISOLONE, status="active", effectivePeriod={"start": "2026-01"})
    for language, name, days in (("en", "Prednisolone", "Jan 2026 – ongoing"), ("de", "Prednisolon", "Jan. 2026 – ")):
        (line,) = Pasting(bundle(resource), desk(language=language)).lines
        words = line_words(line, Phrases(language))
        assert (words.understood_as.split(" · ")[0], words.day[: len(days)]) == (name, days)
