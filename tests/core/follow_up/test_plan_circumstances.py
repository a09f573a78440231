"""Region, product and vector choose the rules; what is not known never leaves a rule out."""

from __future__ import annotations

from datetime import date

import pytest

from core.follow_up.plan import Plan
from tests.core.follow_up.sample_plans import chart, ids, plan_of, visit_named

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
    assert ({"malignancy_watch", "traceability"} <= found) is of_eu


def test_the_us_rule_lasts_fifteen_years_with_five_examinations() -> None:
    plan = plan_of(PATIENT, region="US")
    examined = [year for year in range(1, 16) if "annual_examination" in ids(visit_named(plan, f"year {year}"))]
    contacted = [year for year in range(1, 16) if "annual_contact" in ids(visit_named(plan, f"year {year}"))]
    assert (examined, contacted) == (list(range(1, 6)), list(range(6, 16)))


def test_in_the_eu_the_watch_for_malignancy_is_for_life() -> None:
    plan = plan_of(PATIENT, region="EU")
    assert all("malignancy_watch" in ids(visit_named(plan, f"year {year}")) for year in range(1, 16))
    assert "lifelong_eu" in {note.id for note in plan.notes}


def test_an_allogeneic_product_has_its_own_items() -> None:
    own, donor = all_ids(plan_of(PATIENT)), all_ids(plan_of(PATIENT, product="allogeneic"))
    assert {"leukapheresis_day", "irradiated_blood", "washout_two_weeks"} <= own - donor
    assert {"gvhd_check", "donor_documents"} == donor - own


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
