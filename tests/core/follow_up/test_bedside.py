"""The sheet for the bedside: each day from day -5 to 28 has something to do, in the column where it is looked for."""

from __future__ import annotations

import pytest

from core.chart.chart import Chart
from core.follow_up.bedside import BedsideDay, Due, bedside_of
from core.follow_up.glance import glance_of
from core.follow_up.plan import Plan
from tests.core.follow_up.sample_plans import chart, plan_of

CHILD = chart("jdm", born="2017-06-22", sex="female")
WOMAN = chart("sle", born="1990-03-01", sex="female")


def on_day(plan: Plan, number: int) -> BedsideDay:
    return next(day for day in bedside_of(plan).days if day.day == number)


@pytest.mark.parametrize("product", ["autologous", "allogeneic", ""])
@pytest.mark.parametrize("region", ["EU", "US", ""])
def test_no_day_is_empty(product: str, region: str) -> None:
    found = bedside_of(plan_of(WOMAN, product=product, region=region))
    assert [day.day for day in found.days] == list(range(-5, 29))
    assert [day.day for day in found.days if day.others or any(due.times for due in day.fields.values())] == list(
        range(-5, 29)
    )


def test_without_lymphodepletion_it_begins_with_the_cells() -> None:
    assert bedside_of(plan_of(WOMAN, vector="mrna")).days[0].day == 0


@pytest.mark.parametrize(("patient", "scale"), [(CHILD, {"capd"}), (WOMAN, {"ice"})])
def test_the_scale_is_that_of_the_age(patient: Chart, scale: set[str]) -> None:
    columns = bedside_of(plan_of(patient)).columns
    assert {item.activity.id for item in columns["nervous_system"]} == scale


def test_the_fields_of_a_day() -> None:
    plan = plan_of(WOMAN)
    assert on_day(plan, 5).fields["nervous_system"] == Due(1, 2)
    counts = on_day(plan, 5).fields["blood_count"]
    assert (counts.times, counts.times_if, counts.sparse is None) == (0, 1, False)
    assert on_day(plan, 17).fields["blood_count"] == Due(1)
    assert on_day(plan, 18).fields["blood_count"] == Due()
    assert on_day(plan, 28).fields["organs"] == Due(1)
    assert {item.activity.id for item in on_day(plan, -4).others} == {"lymphodepletion_record"}


def test_weekly_checks_stand_on_their_days() -> None:
    plan = plan_of(WOMAN, product="allogeneic")
    checked = [day.day for day in bedside_of(plan).days if "gvhd_check" in {item.activity.id for item in day.others}]
    assert checked == [7, 14, 21, 28]


def test_at_a_glance_each_visit_is_counted_once() -> None:
    plan = plan_of(WOMAN)
    found = glance_of(plan)
    lines = {line.role: line for line in found.roles}
    assert len(found.periods) == 8
    assert lines["cardiology"].visits == (0, 2, 0, 0, 0, 0, 0, 0)
    assert lines["rheumatology"].visits[2:6] == (2, 2, 2, 2)
    lasting = {each.held.item.activity.id: (each.first, each.last) for each in found.held}
    assert lasting["no_donation"] == (0, 7)
    assert lasting["stay_near"] == (0, 0)
    assert lasting["no_driving"] == (0, 1)
