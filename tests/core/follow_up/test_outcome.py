"""The outcome of a followed patient: at the visits of trials, since when, and what is open."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.chart.chart import Chart
from core.chart.entries import Infusion
from core.follow_up.following import Following
from core.follow_up.outcome.b_cells import BCells, b_cells_of
from core.follow_up.outcome.events import DEATH
from core.follow_up.outcome.outcome import MONTHS, AtVisit, Outcome, outcome_of
from core.responses.contact import baseline_of
from core.use_cases.follow_patient import follow_patient
from core.values.interval import Interval
from core.values.truth import Truth
from tests.core.follow_up.sample_plans import DAY0, chart, shipped
from tests.sample_screenings import catalogue

INFUSED = "infusion: {date: 2026-02-04, product: autologous, vector: lentiviral, region: EU}\n"
TOLD = (
    "treatments_complete: {since: 2012-10-15, as_of: 2026-11-22}\n"
    "events_complete: {since: 2012-10-15, as_of: 2026-11-22}\n"
)
DOSE = "doses: [{dose: 5 mg/day, from: 2025-01-01}]"
OFF = f"treatments: [{{drug: prednisone, from: 2025-01-01, to: 2026-03-15, route: oral, {DOSE}}}]\n"
YES, NO, OPEN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


def found(more: str, on: str = "2026-11-22", disease: str = "sle", infused: str = INFUSED) -> Outcome:
    """Return the outcome of a synthetic patient by a day."""
    patient = chart(disease, more=infused + more, born="1998-10-15" if disease != "jdm" else "2012-10-15")
    return of(patient, on)


def of(patient: Chart, on: str = "2026-11-22") -> Outcome:
    """Return the outcome of a chart by a day; the visits are those of the patient as infused."""
    return outcome_of(patient, catalogue(), following_of(patient.infusions, on))


@cache
def following_of(infusions: tuple[Infusion, ...], on: str) -> Following:
    """Return the plan of an infusion: what is due turns on more of the record, its visits do not."""
    patient = replace(chart("sle"), infusions=infusions)
    following = follow_patient(patient, shipped(), catalogue(), date.fromisoformat(on))
    assert following is not None
    return following


def visit(outcome: Outcome, months: int) -> AtVisit:
    return next(each for each in outcome.visits if each.months == months)


def state(*days: str, score: str = "others: no", physician: str = "0.2") -> str:
    """Return a SLEDAI-2K and the physician's global of each day."""
    scores = ", ".join(f"{{items: {{{score}}}, date: {day}}}" for day in days)
    globals_ = ", ".join(f"{{value: {physician}, date: {day}}}" for day in days)
    return f"sledai_2k: [{scores}]\npga_sle: [{globals_}]\n"


# --- at the visits that trials report


def test_it_is_told_of_the_visits_of_trials_and_what_is_to_come() -> None:
    outcome = found("")
    assert tuple(each.months for each in outcome.visits) == MONTHS
    assert [each.is_to_come for each in outcome.visits] == [False, False, False, True, True]
    assert {each.score for each in visit(outcome, 3).responses} == {"lldas", "doris_2021"}


@pytest.mark.parametrize(
    ("day", "truth"),
    [("2026-04-26", OPEN), ("2026-04-27", YES), ("2026-05-04", YES), ("2026-05-11", YES), ("2026-05-12", OPEN)],
)
def test_a_value_counts_in_the_window_of_its_visit_alone(day: str, truth: Truth) -> None:
    outcome = found(state(day) + OFF + TOLD)
    doris = visit(outcome, 3).of("doris_2021")
    assert doris is not None
    assert doris.truth is truth


def test_remission_and_remission_without_drugs_are_told_apart() -> None:
    outcome = found(state("2026-03-04", "2026-05-04") + OFF + TOLD)
    assert [(visit(outcome, each).remission, visit(outcome, each).drug_free) for each in (1, 3)] == [
        (YES, NO),
        (YES, YES),
    ]
    active = found(state("2026-05-04", score="rash: yes, others: no") + OFF + TOLD)
    assert (visit(active, 3).remission, visit(active, 3).drug_free) == (NO, NO)
    assert (visit(active, 6).remission, visit(active, 6).drug_free) == (OPEN, OPEN)


def test_since_when_is_the_first_day_of_the_unbroken_run() -> None:
    days = ("2026-03-04", "2026-05-04", "2026-08-04", "2026-11-04")
    outcome = found(state(*days) + OFF + TOLD).of("doris_2021")
    assert outcome is not None
    assert (outcome.truth, outcome.since, len(outcome.history)) == (YES, date(2026, 3, 4), 4)


def test_a_visit_at_which_it_was_not_met_breaks_the_run() -> None:
    more = (
        "sledai_2k: [{items: {others: no}, date: 2026-03-04}, {items: {rash: yes, others: no}, date: 2026-05-04}, "
        "{items: {others: no}, date: 2026-08-04}]\n"
        "pga_sle: [{value: 0.2, date: 2026-03-04}, {value: 0.2, date: 2026-05-04}, {value: 0.2, date: 2026-08-04}]\n"
    )
    standing = found(more + OFF + TOLD).of("doris_2021")
    assert standing is not None
    assert standing.since == date(2026, 8, 4)


def test_before_the_infusion_nothing_is_an_assessment() -> None:
    standing = found(state("2026-01-20", "2026-02-04") + OFF + TOLD).of("doris_2021")
    assert standing is not None
    assert (standing.history, standing.truth) == ((), OPEN)


def test_a_result_that_somebody_recorded_is_an_assessment_without_its_values() -> None:
    standing = found("doris_2021: {value: met, date: 2026-05-06}\n").of("doris_2021")
    assert standing is not None
    assert (standing.truth, standing.since) == (YES, date(2026, 5, 6))
    month = visit(found("doris_2021: {value: met, date: 2026-05-06}\n"), 3).of("doris_2021")
    assert month is not None
    assert month.truth is YES


@pytest.mark.parametrize(
    ("disease", "scores"),
    [
        ("sle", ["lldas", "doris_2021"]),
        ("jdm", ["printo_cid_jdm", "tis_2016"]),
        ("asys", ["tis_2016"]),
        ("diffuse_ssc", ["criss"]),
    ],
)
def test_a_disease_has_its_own_instruments(disease: str, scores: list[str]) -> None:
    outcome = found("", disease=disease)
    assert [each.score for each in outcome.standings] == scores
    assert outcome.has_remission is (disease in ("sle", "jdm"))


# --- drugs


@pytest.mark.parametrize(
    ("treatments", "is_complete", "truth", "since"),
    [
        (OFF, True, YES, date(2026, 3, 16)),
        (OFF, False, OPEN, None),
        ("treatments: []\n", True, YES, None),
        (OFF.replace("to: 2026-03-15", "to: ongoing"), True, NO, None),
        (OFF.replace("to: 2026-03-15", "to: ongoing"), False, NO, None),
        (
            "treatments: [{drug: mycophenolate_mofetil, from: 2025-01-01, to: 2026-06-30}]\n",
            True,
            YES,
            date(2026, 7, 1),
        ),
        ("treatments: [{drug: hydroxychloroquine, from: 2025-01-01, to: ongoing}]\n", True, YES, None),
        ("treatments: [{drug: prednisone, from: 2025-01-01, to: 2026}]\n", True, OPEN, None),
    ],
)
def test_without_drugs(treatments: str, is_complete: bool, truth: Truth, since: date | None) -> None:
    free = found(treatments + (TOLD if is_complete else "")).free
    assert (free.truth, free.since) == (truth, since)
    if truth is OPEN:
        assert free.gaps or free.refs


def test_an_end_of_a_month_leaves_a_span_and_what_does_not_count_is_named() -> None:
    drugs = (
        "treatments: [{drug: prednisone, from: 2025-01-01, to: 2026-03}, "
        "{drug: hydroxychloroquine, from: 2025-01-01, to: ongoing}]\n"
    )
    free = found(drugs + TOLD).free
    assert (free.perhaps_since, free.since, free.beside) == (date(2026, 3, 2), date(2026, 4, 1), ("treatments/2",))


def test_the_taper_is_the_dose_of_the_courses_and_its_last_day() -> None:
    taper = (
        "treatments: [{drug: prednisone, from: 2025-01-01, to: 2026-06-15, route: oral, doses: "
        "[{dose: 20 mg/day, from: 2025-01-01, to: 2026-02-28}, {dose: 5 mg/day, from: 2026-03-01}]}]\n"
    )
    steroid = found(taper + TOLD).steroid
    assert steroid.at_infusion.amount == Interval.exactly(Decimal(20))
    assert steroid.now.amount == Interval.exactly(Decimal(0))
    assert steroid.stopped.since == date(2026, 6, 16)
    assert found(taper).steroid.at_infusion.amount == Interval(Decimal(20), None)


# --- what happened


def test_a_relapse_is_what_somebody_recorded() -> None:
    assert found(TOLD).relapse.truth is NO
    none = found("").relapse
    assert (none.truth, bool(none.gaps)) == (OPEN, True)
    event = found("events: [{event: disease_relapse, date: 2026-09-12}]\n").relapse
    assert (event.truth, [each.text for each in event.on]) == (YES, ["2026-09-12"])
    before = found("events: [{event: disease_relapse, date: 2025-09-12}]\n" + TOLD).relapse
    assert before.truth is NO
    course = found(
        "treatments: [{drug: cd19_car_t_cells, from: 2026-02-04, to: 2026-02-04, outcome: relapse}]\n"
    ).relapse
    assert (course.truth, course.refs) == (YES, ("treatments/1",))
    other = found("treatments: [{drug: mycophenolate_mofetil, from: 2024-02-04, to: 2025-02-04, outcome: relapse}]\n")
    assert other.relapse.truth is OPEN


def test_death_and_a_further_infusion() -> None:
    outcome = found(f"events: [{{event: {DEATH}, date: 2026-10-02}}]\n")
    assert (outcome.death.truth, outcome.retreated_on) == (YES, ())
    two = found("", infused="infusion: [{date: 2025-02-04}, {date: 2026-02-04}]\n")
    assert (two.retreated_on, two.day0) == ((DAY0,), DAY0)


def test_persistence_of_the_cells() -> None:
    more = (
        "car_t_cells_in_blood: [{value: 30 /uL, date: 2026-02-14}, {value: 2 %, date: 2026-04-14}]\n"
        "car_t_cells_detected: {value: negative, date: 2026-08-14}\n"
    )
    cells = found(more).persistence
    assert (cells.found_first, cells.found_last, cells.gone_by) == (
        date(2026, 2, 14),
        date(2026, 4, 14),
        date(2026, 8, 14),
    )
    below = found('car_t_cells_in_blood: {value: "<10 copies/ug", date: 2026-08-14}\n').persistence
    assert (below.found_last, below.gone_by) == (None, date(2026, 8, 14))
    assert not found("").persistence.is_told


# --- B cells


def b_cells(*values: tuple[str, str], on: str = "2028-02-04") -> BCells:
    entries = ", ".join(f'{{value: "{value}", date: {day}}}' for value, day in values)
    patient = chart("sle", more=INFUSED + f"cd19_count: [{entries}]\n")
    return b_cells_of(patient, catalogue(), DAY0, date.fromisoformat(on), baseline_of(DAY0).first)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("9.9 /uL", YES), ("10 /uL", NO), ("0 /uL", YES), ("<10 /uL", YES), ("<20 /uL", OPEN), ("<=10 /uL", OPEN),
        ("0.009 10^9/L", YES), ("0.01 10^9/L", NO),
    ],
)  # fmt: skip
def test_the_limit_of_aplasia_from_both_sides(value: str, expected: Truth) -> None:
    assert b_cells((value, "2026-03-04")).are_absent is expected


def test_both_ends_of_a_band_lie_between_two_measurements() -> None:
    found_cells = b_cells(
        ("180 /uL", "2026-01-20"), ("3 /uL", "2026-02-18"), ("0 /uL", "2026-05-04"), ("24 /uL", "2026-08-04")
    )
    (band,) = found_cells.bands
    assert (band.above_before, band.first) == (date(2026, 1, 20), date(2026, 2, 18))
    assert (band.last, band.above_after) == (date(2026, 5, 4), date(2026, 8, 4))
    assert found_cells.are_absent is NO


def test_a_value_that_does_not_tell_ends_nothing_and_begins_nothing() -> None:
    (band,) = b_cells(("3 /uL", "2026-02-18"), ("<20 /uL", "2026-05-04"), ("24 /uL", "2026-08-04")).bands
    assert (band.last, band.above_after) == (date(2026, 2, 18), date(2026, 8, 4))
    assert b_cells(("<20 /uL", "2026-02-18")).bands == ()


def test_b_cells_that_were_gone_before_the_infusion_are_said_to_be() -> None:
    (band,) = b_cells(("1 /uL", "2026-01-20"), ("0 /uL", "2026-02-18")).bands
    assert (band.is_before_infusion, band.above_before) == (True, None)


@pytest.mark.parametrize(
    ("last", "on", "expected"),
    [
        ("2027-02-18", "2027-03-01", OPEN),  # a year to the day is not longer than a year
        ("2027-02-19", "2027-03-01", YES),
        ("2026-12-18", "2027-01-15", NO),  # within a year of the value before the infusion
        ("2026-12-18", "2027-06-01", OPEN),  # nobody measured since
    ],
)
def test_aplasia_beyond_a_year_is_certain_or_not_known(last: str, on: str, expected: Truth) -> None:
    cells = b_cells(("180 /uL", "2026-01-20"), ("0 /uL", "2026-02-18"), ("0 /uL", last), on=on)
    assert cells.absent_beyond_a_year(date.fromisoformat(on)) is expected


def test_who_has_b_cells_again_has_no_aplasia_however_long_it_was() -> None:
    cells = b_cells(("0 /uL", "2026-02-18"), ("0 /uL", "2027-08-18"), ("80 /uL", "2027-11-18"))
    assert cells.absent_beyond_a_year(date(2028, 2, 4)) is NO
    assert b_cells().absent_beyond_a_year(date(2028, 2, 4)) is OPEN


@given(st.lists(st.tuples(st.integers(1, 900), st.sampled_from(["0 /uL", "9 /uL", "<20 /uL", "11 /uL"])), max_size=12))
def test_bands_are_in_order_and_hold_every_value_below_the_limit(values: list[tuple[int, str]]) -> None:
    told = [(value, (DAY0 + timedelta(days=day)).isoformat()) for day, value in dict(values).items()]
    cells = b_cells(*told, on="2029-01-01")
    below = {each.on for each in cells.measured if each.is_below is YES}
    above = {each.on for each in cells.measured if each.is_below is NO}
    for day in below:
        assert sum(band.first <= day <= band.last for band in cells.bands) == 1
    for band in cells.bands:
        assert not any(band.first <= day <= band.last for day in above)
        assert band.first in below
        assert band.last in below
    assert [each.first for each in cells.bands] == sorted(each.first for each in cells.bands)


# --- the order of entry, and missing values

WHOLE = (
    state("2026-03-04", "2026-05-04", "2026-08-04")
    + "cd19_count: [{value: 90 /uL, date: 2026-01-20}, {value: 0 /uL, date: 2026-02-18}]\n"
    + OFF
    + TOLD
)


def shuffled(patient: Chart, chance: random.Random) -> Chart:
    return replace(patient, findings=tuple(chance.sample(patient.findings, len(patient.findings))))


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_entry_does_not_matter(seed: int) -> None:
    patient = chart("sle", more=INFUSED + WHOLE, born="1998-10-15")
    assert of(shuffled(patient, random.Random(seed))) == of(patient)


@pytest.mark.parametrize("disease", ["sle", "jdm", "diffuse_ssc"])
def test_a_missing_value_never_makes_a_response_met_or_a_drug_stopped(disease: str) -> None:
    values = {
        "sle": WHOLE,
        "jdm": (
            "phga_vas: [{value: 7 cm, date: 2026-01-20}, {value: 0.1 cm, date: 2026-08-04}]\n"
            "cmas: [{value: 28, date: 2026-01-20}, {value: 51, date: 2026-08-04}]\n"
            "chaq: [{value: 1.8, date: 2026-01-20}, {value: 0, date: 2026-08-04}]\n"
            "ck: [{value: 890 U/L, uln: 190 U/L, date: 2026-01-20}, {value: 96 U/L, uln: 190 U/L, date: 2026-08-04}]\n"
        ) + TOLD,
        "diffuse_ssc": (
            "mrss: [{value: 28, date: 2026-01-20}, {value: 20, date: 2026-08-04}]\n"
            "fvc_percent: [{value: 80 %, date: 2026-01-20}, {value: 82 %, date: 2026-08-04}]\n"
            "ptga_vas: [{value: 5 cm, date: 2026-01-20}, {value: 3 cm, date: 2026-08-04}]\n"
            "phga_vas: [{value: 6 cm, date: 2026-01-20}, {value: 4 cm, date: 2026-08-04}]\n"
            "haq_di: [{value: 1.5, date: 2026-01-20}, {value: 1, date: 2026-08-04}]\n"
            "lvef: {value: 62 %, date: 2026-08-04}\n"
            "diagnoses_complete: {since: 2000-01-01, as_of: 2026-11-22}\n"
        ) + TOLD,
    }[disease]  # fmt: skip
    patient = chart(disease, more=INFUSED + values, born="2012-10-15" if disease == "jdm" else "1998-10-15")
    whole = of(patient)
    met = {each.score for at in whole.visits for each in at.responses if each.truth is YES}
    assert met
    # a course gone from a list that is said to be complete is another statement
    for gone in (*(each.ref for each in patient.findings), *(each.ref for each in patient.complete)):
        rest = of(patient.keeping(each.ref for each in patient.recorded if each.ref != gone))
        for before, now in zip(whole.visits, rest.visits, strict=True):
            known = {each.score: each.truth for each in before.responses}
            for each in now.responses:
                assert not (each.truth is YES and known.get(each.score, OPEN) is not YES), (gone, each.score)
            assert not (now.drug_free is YES and before.drug_free is not YES), gone
        assert not (rest.relapse.truth is NO and whole.relapse.truth is not NO)
