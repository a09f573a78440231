"""Every item of the evidence table is on the plan of the patients it concerns and on no other."""

from __future__ import annotations

from datetime import date

import pytest

from core.chart.chart import Chart
from core.follow_up.plan import Plan
from tests.core.follow_up.sample_plans import DAY0, chart, plan_of, shipped
from tests.rules.monitoring_items import ITEMS, Item, Patient

LATER = date(2026, 11, 22)
# a child who is not of age in any of the 15 years, so that no item for adults is on the plan
BORN = {"child": "2023-05-01", "adult": "1986-05-01"}
KINDS = (
    ("sle", ""),
    ("sle", "lupus_nephritis"),
    ("jdm", ""),
    ("jdm", "ild"),
    ("asys", ""),
    ("asys", "ild"),
    ("ssc", ""),
    ("ssc", "ild"),
    ("ssc", "scleroderma_renal_crisis"),
)
DRUGS = (
    "hydroxychloroquine",
    "mycophenolate_mofetil",
    "methotrexate",
    "rituximab",
    "tocilizumab",
    "natalizumab",
    "fingolimod",
    "bortezomib",
    "daratumumab",
    "cladribine",
)

GIVEN = (  # each two of sex, product, vector and region meet somewhere
    ("female", "autologous", "lentiviral", "EU"),
    ("female", "autologous", "mrna", "US"),
    ("female", "allogeneic", "lentiviral", ""),
    ("female", "allogeneic", "mrna", "EU"),
    ("male", "autologous", "lentiviral", "US"),
    ("male", "autologous", "mrna", ""),
    ("male", "allogeneic", "lentiviral", "EU"),
    ("male", "allogeneic", "mrna", "US"),
    ("female", "autologous", "transposon", ""),
)


def patient_of(kind: tuple[str, str], age: str, sex: str, drugs: tuple[str, ...], infusion: str = "") -> Chart:
    disease, more = kind
    courses = ", ".join(f"{{drug: {drug}, from: 2025-01-05, to: 2025-06-05}}" for drug in drugs)
    lines = f"""
    diagnoses_complete: {{since: {BORN[age]}, as_of: 2026-02-04}}
    treatments: [{courses}]
    {infusion}
    """
    return chart(*filter(None, (disease, more)), born=BORN[age], sex=sex, more=lines)


def refs_of(plan: Plan) -> set[str]:
    """Return the items that stand on a plan: of what is done, and of what it tells the reader."""
    ruled = {ref for item in plan.items for rule in item.rules for ref in rule.refs}
    return ruled | {ref for remark in (*plan.notes, *plan.reports) for ref in remark.refs}


def wrong(plan: Plan, patient: Patient) -> dict[str, list[str]]:
    found = refs_of(plan)
    return {
        "missing": [item.id for item in ITEMS if item.concerns(patient) and item.id not in found],
        "too many": [item.id for item in ITEMS if not item.concerns(patient) and item.id in found],
    }


@pytest.mark.parametrize("kind", KINDS, ids="-".join)
@pytest.mark.parametrize("age", BORN)
def test_each_item_is_where_it_belongs_and_nowhere_else(kind: tuple[str, str], age: str) -> None:
    slips = {}
    for sex, made, vector, region in GIVEN:
        more = frozenset((kind[1], *DRUGS, "fludarabine"))
        patient = Patient(kind[0], age, sex, made, vector, region, more)
        plan = plan_of(patient_of(kind, age, sex, DRUGS), product=made, vector=vector, region=region)
        found = wrong(plan, patient)
        if any(found.values()):
            slips[sex, made, vector, region] = found
    assert slips == {}


def test_no_drug_brings_no_washout() -> None:
    plan = plan_of(patient_of(("sle", ""), "adult", "female", ()))
    assert wrong(
        plan, Patient("sle", "adult", "female", "autologous", "lentiviral", "EU", frozenset({"fludarabine"}))
    ) == {
        "missing": [],
        "too many": [],
    }


@pytest.mark.parametrize(
    ("drugs", "more"),
    [("[fludarabine, cyclophosphamide]", {"fludarabine"}), ("[cyclophosphamide]", set[str]())],
)
def test_irradiated_blood_for_a_year_follows_fludarabine(drugs: str, more: set[str]) -> None:
    infusion = f"infusion: {{date: 2026-02-04, lymphodepletion: {drugs}}}"
    plan = plan_of(patient_of(("ssc", ""), "adult", "male", ("cyclophosphamide", "fludarabine"), infusion))
    assert ("L20A" in refs_of(plan)) is bool(more)


def test_an_infusion_without_lymphodepletion_has_none_of_its_items() -> None:
    infusion = "infusion: {date: 2026-02-04, lymphodepletion: none}"
    found = refs_of(plan_of(patient_of(("ssc", ""), "adult", "male", (), infusion)))
    assert found & {"D01", "D04", "D06", "L20A"} == set()
    assert {"D02", "D03", "D05", "B14", "M02"} <= found


@pytest.mark.parametrize("kind", KINDS, ids="-".join)
@pytest.mark.parametrize("age", BORN)
def test_after_the_infusion_nothing_of_before_is_left_and_all_of_the_years_is(kind: tuple[str, str], age: str) -> None:
    infusion = "infusion: {date: 2026-02-04, product: autologous, vector: lentiviral, region: EU}"
    patient = Patient(
        kind[0], age, "female", "autologous", "lentiviral", "EU", frozenset((kind[1], *DRUGS, "fludarabine"))
    )
    plan = plan_of(patient_of(kind, age, "female", DRUGS, infusion), product="", vector="", region="", on=LATER)
    found = refs_of(plan.told_from(LATER))
    assert plan.told_from(LATER).preparation == ()
    assert found & {f"L{number:02}" for number in range(1, 12)} == set()
    years = [item.id for item in ITEMS if item.id[0] in "RY" and item.concerns(patient)]
    assert [name for name in years if name not in found] == []


def test_the_table_and_the_schedules_know_the_same_items() -> None:
    named = {ref for schedule in shipped() for remark in (*schedule.notes, *schedule.reports) for ref in remark.refs}
    named |= {
        ref
        for schedule in shipped()
        for activity in schedule.activities
        for rule in activity.rules
        for ref in rule.refs
    }
    ids = [item.id for item in ITEMS]
    assert len(ids) == len(set(ids)) == 103
    assert named == set(ids)


def dated(plan: Plan, ref: str) -> list[date]:
    return [visit.on for visit in plan.visits if any(ref in rule.refs for item in visit.items for rule in item.rules)]


@pytest.mark.parametrize("item", [item for item in ITEMS if item.id in ("Y03", "Y03A", "Y03B", "Y03C", "Y05", "Y09")])
def test_what_lasts_is_on_the_last_visit(item: Item) -> None:
    """Yearly for life or to year 15: each of the years has it."""
    kind = {"Y03A": ("sle", "lupus_nephritis"), "Y03B": ("ssc", "")}.get(item.id, ("jdm", ""))
    plan = plan_of(patient_of(kind, "adult", "female", ()), region="US")
    found = dated(plan, item.id)
    assert {(day - DAY0).days // 365 for day in found} >= set(range(2, 16))


def test_days_15_to_27_have_visits() -> None:
    found = [(day - DAY0).days for day in dated(plan_of(patient_of(("sle", ""), "adult", "female", ())), "D15A")]
    assert found == [17, 21, 24]
