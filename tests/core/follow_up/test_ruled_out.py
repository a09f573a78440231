"""What a negative result rules out is planned no longer; a positive one on record is never outdone by it."""

from __future__ import annotations

import pytest

from core.follow_up.plan import Plan
from core.values.truth import Truth
from tests.core.follow_up.sample_plans import chart, plan_of, shipped

HBSAG = "hbsag: {value: negative, date: 2026-01-10}"
BOTH = f"{HBSAG}\nanti_hbc: {{value: negative, date: 2026-01-10}}"
LOST = "anti_hbc: [{value: positive, date: 2024-03-01}, {value: negative, date: 2026-01-10}]"
CASES = [
    ("", Truth.UNKNOWN),
    (HBSAG, Truth.UNKNOWN),
    ("anti_hbc: {value: negative, date: 2026-01-10}", Truth.UNKNOWN),
    (BOTH, Truth.FALSE),
    (f"{BOTH}\nhbv_dna: {{value: negative, date: 2026-01-10}}", Truth.FALSE),
    ("hbsag: {value: positive, date: 2026-01-10}", Truth.TRUE),
    (f"{HBSAG}\n{LOST}", Truth.TRUE),
]
"""Serology on record, and what it says of hepatitis B: an antibody that got lost after B-cell depletion stays a yes."""


def known(plan: Plan, name: str) -> Truth:
    (truth,) = [each.truth for each in plan.known if each.condition.name["en"] == name]
    return truth


@pytest.mark.parametrize(("serology", "truth"), CASES)
def test_hepatitis_b(serology: str, truth: Truth) -> None:
    plan = plan_of(chart("jdm", more=serology))
    assert known(plan, "hepatitis B") is truth
    held = [each.item for each in plan.held if each.item.activity.id == "hepatitis_b_prophylaxis"]
    assert bool(held) is (truth is not Truth.FALSE)
    assert all(item.is_certain is (truth is Truth.TRUE) for item in held)


@pytest.mark.parametrize(
    ("result", "truth"),
    [
        ("", Truth.UNKNOWN),
        ("anti_rna_pol_iii: {value: negative, date: 2026-01-10}", Truth.FALSE),
        ("anti_rna_pol_iii: [{value: positive, date: 2024-01-10}, {value: negative, date: 2026-01-10}]", Truth.TRUE),
    ],
)
def test_an_antibody(result: str, truth: Truth) -> None:
    assert known(plan_of(chart("diffuse_ssc", more=result)), "anti-RNA polymerase III") is truth


def test_whatever_the_plan_tells_of_a_result_can_be_ruled_out() -> None:
    """What was ever positive can not be denied by the language: a list of results is hardly ever whole."""
    conditions = [each for schedule in shipped() for each in schedule.conditions.values() if each.name]
    assert conditions
    for each in conditions:
        is_of_results = each.id in {"hepatitis_b", "anti_rna_pol_iii_positive"}
        assert (each.ruled_out is not None) is is_of_results, each.id
