"""The outcome in what leaves: what is certain of it, by patient and at the visits of trials, read back equal."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from core.chart.chart import Chart
from core.exchange.registry_csv import read_rows_table, rows_table
from core.exchange.registry_fhir import registry_bundle
from core.follow_up.outcome.outcome import outcome_of
from core.language.phrases import LANGUAGES
from core.registry import Form, Time
from core.use_cases.export_registry import Export
from core.use_cases.follow_patient import follow_patient
from core.use_cases.plan_follow_up import load_schedules
from core.values.truth import Truth
from tests.core.follow_up.test_outcome import OFF, TOLD, state
from tests.core.registry.registries import KEY, export
from tests.core.safety.cases import ON, patient
from tests.sample_screenings import catalogue

INFUSED = "infusion: {date: 2026-02-04, product: autologous}"
LUPUS = "diagnoses: [{is: sle, since: 2023-05}]"
LATE = date(2028, 6, 1)


def made(*lines: str, time: Time = Time.COUNTED, language: str = "en") -> Export:
    return export(told(*lines), time=time, keys={"p0": KEY}, language=language)


def told(*lines: str) -> Chart:
    return patient(INFUSED, LUPUS, *lines)


def cells(found: Export) -> dict[str, str]:
    return dict(next(each.cells for each in found.data.rows if each.form is Form.PATIENT))


def test_relapse_and_death_with_their_days_and_no_only_where_a_list_is_complete() -> None:
    happened = cells(made("events: [{event: disease_relapse, date: 2026-05-05}, {event: death, date: 2026-06-04}]"))
    assert (happened["relapse"], happened["relapse_day"]) == ("yes", "90")
    assert (happened["death"], happened["death_day"]) == ("yes", "120")
    assert not {"relapse", "death"} & set(cells(made()))
    complete = f"events: []\nevents_complete: {{since: 2000-01-01, as_of: {ON}}}"
    assert (cells(made(complete))["relapse"], cells(made(complete))["death"]) == ("no", "no")


def test_a_death_of_a_month_has_no_day_and_a_suspicion_is_none() -> None:
    assert "death_day" not in cells(made("events: [{event: death, date: 2026-05}]"))
    assert cells(made("events: [{event: death, date: 2026-05}]"))["death"] == "yes"


def test_the_time_without_b_cells_is_told_by_what_was_measured() -> None:
    """From the first to the last value below 10/µL, and by when they were back; a limit of 20 tells nothing."""
    below = "{value: 2 /uL, date: 2026-02-18}, {value: 4 /uL, date: 2026-05-04}"
    found = cells(made(f"cd19_count: [{below}, {{value: 30 /uL, date: 2026-08-02}}]"))
    assert [found.get(f"aplasia_{name}_day") for name in ("first", "last", "back_by")] == ["14", "89", "179"]
    assert found["aplasia_beyond_a_year"] == "no"
    vague = cells(made("cd19_count: [{value: '<20 /uL', date: 2026-02-18}]"))
    assert not [name for name in vague if name.startswith("aplasia_") and name != "aplasia_beyond_a_year"]


def at(found: Export, month: str) -> dict[str, str]:
    return dict(next(each.cells for each in found.data.rows if each.cells.get("outcome_month") == month))


def test_what_the_instruments_say_stands_in_the_rows_of_the_visits_of_trials() -> None:
    """DORIS at month 3 is met without drugs; at month 1 nobody assessed it, so its cell is empty."""
    found = made(state("2026-05-05"), OFF, TOLD)
    assert at(found, "3")["response_doris_2021_met"] == "yes"
    assert at(found, "3")["remission"] == "yes"
    assert at(found, "3")["glucocorticoid_dose_mg"] == "0"
    assert "response_doris_2021_met" not in at(found, "1")
    active = made(state("2026-05-05", physician="2"), OFF, TOLD)
    assert at(active, "3")["response_doris_2021_met"] == "no"


def test_the_cells_are_those_of_the_page() -> None:
    """Every month and instrument against the outcome itself."""
    chart = told(state("2026-03-04", "2026-05-05", "2026-08-04"), OFF, TOLD)
    following = follow_patient(chart, load_schedules(catalogue()), catalogue(), ON)
    assert following is not None
    outcome = outcome_of(chart, catalogue(), following)
    found = export(chart, keys={"p0": KEY})
    words = {Truth.TRUE: "yes", Truth.FALSE: "no", Truth.UNKNOWN: None}
    for visit in outcome.visits:
        if visit.is_to_come:
            assert not [each for each in found.data.rows if each.cells.get("outcome_month") == str(visit.months)]
            continue
        shown = at(found, str(visit.months))
        for each in visit.responses:
            assert shown.get(f"response_{each.score}_met") == words[each.truth], (visit.months, each.score)
        assert shown.get("drug_free_remission") == words[visit.drug_free]


@pytest.mark.parametrize("time", list(Time))
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_read_back_equal(time: Time, language: str) -> None:
    found = made(state("2026-05-05"), OFF, TOLD, "igg: {value: 5 g/L, date: 2026-05-05}", time=time, language=language)
    assert read_rows_table(rows_table(found.data), found.data) == found.data.rows
    assert all(each.label for each in found.data.columns)


def test_a_death_is_told_of_the_patient_in_fhir_and_no_visit_after_it_leaves() -> None:
    found = made("events: [{event: death, date: 2026-04-05}]")
    bundle = json.loads(registry_bundle(found.data))
    (person,) = (each["resource"] for each in bundle["entry"] if each["resource"]["resourceType"] == "Patient")
    assert person["deceasedBoolean"] is True
    visits = [each.cells["visit"] for each in found.data.rows if "visit_state" in each.cells]
    assert "month 1" in visits or "day 28" in visits
    assert "month 3" not in visits
    assert ON - date(2026, 2, 4) > timedelta(days=200)
    alive = json.loads(registry_bundle(made().data))
    assert "deceasedBoolean" not in json.dumps(alive)
