"""The schedules follow the diagnoses, or are named."""

from __future__ import annotations

import pytest

from core.catalogue.reading import load_catalogue
from core.errors import WorldError
from core.follow_up.choosing import schedules_for
from core.language.phrases import spoken
from core.use_cases.plan_follow_up import PlanRequest, plan_follow_up
from core.wording.errors import error_words
from tests.core.follow_up.sample_plans import DAY0, chart, plan_of, shipped


@pytest.mark.parametrize(
    ("diagnoses", "wanted"),
    [
        (("sle",), ["cd19-core", "sle-follow-up"]),
        (("lupus_nephritis",), ["cd19-core", "sle-follow-up"]),
        (("jdm",), ["cd19-core", "jdm-follow-up"]),
        (("asys",), ["cd19-core", "myositis-follow-up"]),
        (("dm",), ["cd19-core", "myositis-follow-up"]),
        (("diffuse_ssc",), ["cd19-core", "ssc-follow-up"]),
        (("sle", "overlap_myositis"), ["cd19-core", "myositis-follow-up", "sle-follow-up"]),
        ((), ["cd19-core"]),
    ],
)
def test_schedules_follow_the_diagnoses(diagnoses: tuple[str, ...], wanted: list[str]) -> None:
    found = schedules_for(chart(*diagnoses), shipped(), load_catalogue())
    assert [schedule.id for schedule in found] == wanted


def test_named_schedules_are_taken_as_named() -> None:
    request = PlanRequest(DAY0, DAY0, schedules=("ssc-follow-up",))
    plan = plan_follow_up(chart("sle"), shipped(), load_catalogue(), request)
    assert [schedule.id for schedule in plan.schedules] == ["ssc-follow-up"]


@pytest.mark.parametrize(
    ("request_for", "advice"),
    [
        (PlanRequest(DAY0, DAY0, schedules=("sle-folow-up",)), "Did you mean 'sle-follow-up'?"),
        (PlanRequest(DAY0, DAY0, switched_on=frozenset({"bone_marrow_six_month"})), "bone_marrow_six_monthly"),
        (PlanRequest(DAY0, DAY0, switched_on=frozenset({"igg"})), "bone_marrow_six_monthly"),
    ],
)
def test_a_name_that_is_not_there(request_for: PlanRequest, advice: str) -> None:
    with pytest.raises(WorldError) as caught:
        plan_follow_up(chart("sle"), shipped(), load_catalogue(), request_for)
    assert advice in error_words(caught.value, spoken("en"))


def test_the_six_monthly_marrow_is_off_unless_asked_for() -> None:
    plain = plan_of(chart("sle"))
    assert [each.id for each in plain.left_out] == ["bone_marrow_six_monthly"]
    asked = plan_of(chart("sle"), switched_on=frozenset({"bone_marrow_six_monthly"}))
    assert asked.left_out == ()
    assert "bone_marrow_six_monthly" in {item.activity.id for item in asked.items}


def test_an_overlap_has_the_items_of_both_and_shared_ones_once() -> None:
    plan = plan_of(chart("sle", "asys", "diffuse_ssc", born="1990"))
    for visit in plan.visits:
        keys = [item.key for item in visit.items]
        assert len(keys) == len(set(keys))
    assert {"sle_activity", "myositis_core_set", "ssc_activity", "heart_check"} <= {
        item.activity.id for item in plan.items
    }
