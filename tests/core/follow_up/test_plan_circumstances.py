"""Region, product and vector choose the rules; what is not known never leaves a rule out."""

from __future__ import annotations

from datetime import date

import pytest

from core.catalogue.reading import load_catalogue
from core.errors import WorldError
from core.follow_up.plan import Plan
from core.use_cases.plan_follow_up import PlanRequest, plan_follow_up
from tests.core.follow_up.sample_plans import DAY0, chart, ids, plan_of, shipped, visit_named

PATIENT = chart("sle", born="1990-03-01", sex="female")


def last_held(plan: Plan, name: str) -> date | None:
    return next(each.last for each in plan.held if each.item.activity.id == name)


def all_ids(plan: Plan) -> set[str]:
    return {item.activity.id for item in plan.items}


@pytest.mark.parametrize(
    ("region", "vital_signs", "near", "driving"),
    [
        ("US", "2026-02-11", "2026-02-18", "2026-02-18"),
        ("EU", "2026-02-14", "2026-03-04", "2026-04-01"),
        ("other", "2026-02-14", "2026-03-04", "2026-04-01"),
        ("", "2026-02-14", "2026-03-04", "2026-04-01"),
    ],
)
def test_a_region_that_is_not_listed_takes_the_longer_rule(
    region: str, vital_signs: str, near: str, driving: str
) -> None:
    plan = plan_of(PATIENT, region=region)
    (watched,) = [each for each in plan.repeated if each.item.activity.id == "vital_signs"]
    assert watched.last.isoformat() == vital_signs
    assert last_held(plan, "stay_near") == date.fromisoformat(near)
    assert last_held(plan, "no_driving") == date.fromisoformat(driving)
    assert watched.item.is_longer_of_regions is (region not in ("EU", "US"))


@pytest.mark.parametrize(
    ("region", "of_us", "of_eu"), [("US", True, False), ("EU", False, True), ("other", True, True), ("", True, True)]
)
def test_rules_that_one_region_has_alone(region: str, of_us: bool, of_eu: bool) -> None:
    found = all_ids(plan_of(PATIENT, region=region))
    assert ({"annual_examination", "annual_contact", "replication_competent_virus"} <= found) is of_us
    assert ("traceability" in found) is of_eu


def test_the_us_rule_lasts_fifteen_years_with_five_examinations() -> None:
    plan = plan_of(PATIENT, region="US")
    examined = [year for year in range(1, 16) if "annual_examination" in ids(visit_named(plan, f"year {year}"))]
    contacted = [year for year in range(1, 16) if "annual_contact" in ids(visit_named(plan, f"year {year}"))]
    assert (examined, contacted) == (list(range(1, 6)), list(range(6, 16)))


@pytest.mark.parametrize("region", ["EU", "US", "other", ""])
def test_the_watch_for_malignancy_is_for_life_everywhere(region: str) -> None:
    plan = plan_of(PATIENT, region=region)
    assert all("malignancy_watch" in ids(visit_named(plan, f"year {year}")) for year in range(1, 16))
    assert "lifelong" in {note.id for note in plan.notes}


def test_an_allogeneic_product_has_its_own_items() -> None:
    treated = chart("sle", more="treatments: [{drug: azathioprine, from: 2025-01-05, to: 2026-01-05}]")
    own, donor = all_ids(plan_of(treated)), all_ids(plan_of(treated, product="allogeneic"))
    assert {"leukapheresis_day", "washout_other", "washout_two_weeks"} == own - donor
    assert {"gvhd_check", "gvhd_course", "donor_documents"} == donor - own


def test_a_product_that_is_not_known_brings_both_with_an_if() -> None:
    plan = plan_of(PATIENT, product="")
    (check,) = [each.item for each in plan.repeated if each.item.activity.id == "gvhd_check"]
    assert [(each.kind, each.wanted) for each in check.unsettled] == [("product", ("allogeneic",))]
    assert {"leukapheresis_day", "donor_documents"} <= all_ids(plan)


@pytest.mark.parametrize(
    ("vector", "virus", "years"),
    [
        ("lentiviral", True, True),
        ("gammaretroviral", True, True),
        ("transposon", False, True),
        ("mrna", False, False),
        ("other", True, True),
        ("", True, True),
    ],
)
def test_the_vector_decides_on_virus_tests_and_the_fifteen_years(vector: str, virus: bool, years: bool) -> None:
    found = all_ids(plan_of(PATIENT, region="US", vector=vector))
    assert ("replication_competent_virus" in found) is virus
    assert ({"annual_examination", "annual_contact", "vector_persistence"} <= found) is years


def test_what_was_given_comes_from_the_chart_unless_told() -> None:
    treated = chart("sle", more="infusion: {date: 2026-02-04, product: allogeneic, vector: lentiviral, region: US}")
    plan = plan_of(treated, product="", vector="", region="")
    assert (plan.given.region, plan.given.product, plan.given.vector) == ("US", "allogeneic", "lentiviral")
    assert plan_of(treated, region="EU").given.region == "EU"


@pytest.mark.parametrize("recorded", ["", "infusion: {date: 2026-02-04, lymphodepletion: none}"])
def test_without_lymphodepletion_what_comes_before_it_comes_before_the_cells(recorded: str) -> None:
    vector = "lentiviral" if recorded else "mrna"
    plan = plan_of(chart("sle", born="1990-03-01", sex="female", more=recorded), vector=vector)
    found = all_ids(plan)
    assert found & {"lymphodepletion_record", "bladder_protection", "fever_before_infusion"} == set()
    assert {"product_release", "heart_lung_repeat", "fertility_counselling"} <= found
    assert {each.event.id for each in plan.preparation if each.event} & {"lymphodepletion"} == set()
    (virus,) = [each for each in plan.held if each.item.activity.id == "antiviral_prophylaxis"]
    assert virus.first == plan.day0


def test_blood_is_irradiated_for_the_longer_of_two_rules_and_never_certain_by_a_guess() -> None:
    """90 days in any case; a year if fludarabine is part of the lymphodepletion, which nobody told."""
    open_ = [each for each in plan_of(PATIENT).held if each.item.activity.id == "irradiated_blood"]
    assert [(each.last, each.item.is_certain) for each in open_] == [
        (date(2026, 5, 5), True),
        (date(2027, 2, 4), False),
    ]
    given = """
    infusion: {date: 2026-02-04, lymphodepletion: [fludarabine]}
    treatments: [{drug: fludarabine, from: 2026-01-30, to: 2026-02-01}]
    """
    held = plan_of(chart("sle", more=given)).held
    (told,) = [each for each in held if each.item.activity.id == "irradiated_blood"]
    assert (told.last, told.item.is_certain) == (date(2027, 2, 4), True)


def test_a_washout_names_the_drugs_the_patient_has_or_had() -> None:
    more = """
    treatments:
      - {drug: mycophenolate_mofetil, from: 2025-01-05, to: 2026-01-05}
      - {drug: tacrolimus, from: 2023-01-05, to: 2024-02-01}
      - {drug: rituximab, from: 2022-01-05, to: 2022-01-19}
    """
    plan = plan_of(chart("sle", more=more))
    labels = [item.label["en"] for item in plan.items if item.activity.drugs]
    assert labels == [
        "Stopped 2 weeks before leukapheresis: Mycophenolate mofetil or mycophenolic acid, Tacrolimus",
        "Stopped 1 week before leukapheresis: Rituximab",
    ]


def test_the_day_of_the_leukapheresis_is_asked() -> None:
    treated = chart("sle", more="treatments: [{drug: azathioprine, from: 2025-01-05, to: 2026-01-05}]")
    request = PlanRequest(DAY0, DAY0, product="autologous", leukapheresis=date(2026, 1, 12))
    plan = plan_follow_up(treated, shipped(), load_catalogue(), request)
    days = {each.item.activity.id: (each.first, each.last) for each in plan.preparation}
    assert days["leukapheresis_day"] == (date(2026, 1, 12), date(2026, 1, 12))
    assert days["washout_two_weeks"] == (date(2025, 12, 29), date(2025, 12, 29))
    assert {each.last for each in plan_of(treated).preparation if each.item.activity.id == "washout_two_weeks"} == {
        None
    }
    late = PlanRequest(DAY0, DAY0, leukapheresis=DAY0)
    with pytest.raises(WorldError, match="leukapheresis-after-day0"):
        plan_follow_up(treated, shipped(), load_catalogue(), late)


@pytest.mark.parametrize(("born", "label"), [("2017-06-22", "No cycling"), ("2009-01-01", "No driving")])
def test_a_child_does_not_drive(born: str, label: str) -> None:
    (kept,) = [each.item for each in plan_of(chart("jdm", born=born)).held if each.item.activity.id == "no_driving"]
    assert kept.label["en"].startswith(label)
