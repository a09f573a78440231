"""What depends on age is judged on the day of each visit."""

from __future__ import annotations

from datetime import date

import pytest

from tests.core.follow_up.sample_plans import chart, ids, item_at, plan_of, visit_named

TWELVE_ON_DAY_10 = chart("jdm", born="2014-02-14")


def test_ice_replaces_capd_on_the_twelfth_birthday() -> None:
    plan = plan_of(TWELVE_ON_DAY_10)
    stretches = {
        (each.item.activity.id, each.first.isoformat(), each.last.isoformat())
        for each in plan.repeated
        if each.item.activity.id in ("ice", "capd")
    }
    assert stretches == {("capd", "2026-02-05", "2026-02-13"), ("ice", "2026-02-14", "2026-02-18")}


def test_growth_ends_and_limits_of_adults_begin_on_the_eighteenth_birthday() -> None:
    plan = plan_of(TWELVE_ON_DAY_10)
    before, after = visit_named(plan, "year 5"), visit_named(plan, "year 7")
    assert {"growth", "puberty", "jdm_muscle", "transition"} <= ids(before)
    assert not {"growth", "puberty", "jdm_muscle", "transition"} & ids(after)
    assert item_at(before, "igg").label["en"] == "IgG (limits for the age)"
    assert item_at(after, "igg").label["en"] == "IgG (limits of adults)"
    assert "adult_myositis_measures" in ids(after)


def test_a_visit_on_the_birthday_itself_is_one_of_an_adult() -> None:
    plan = plan_of(chart("jdm", born="2014-02-04"), date(2026, 2, 4))
    assert item_at(visit_named(plan, "year 6"), "igg").label["en"] == "IgG (limits of adults)"


def test_consent_is_asked_again_at_majority() -> None:
    (visit,) = [visit for visit in plan_of(TWELVE_ON_DAY_10).visits if visit.age == 18]
    assert (visit.on, ids(visit)) == (date(2032, 2, 14), {"consent_at_majority", "handover"})


def test_born_on_a_leap_day_the_age_is_complete_on_the_first_of_march() -> None:
    (visit,) = [visit for visit in plan_of(chart("jdm", born="2012-02-29")).visits if visit.age == 18]
    assert visit.on == date(2030, 3, 1)


def test_an_adult_has_no_items_of_children() -> None:
    found = {item.activity.id for item in plan_of(chart("sle", born="1990-03-01")).items}
    assert not {"growth", "puberty", "capd", "transition", "consent_at_majority", "gonadal_hormones"} & found


def test_a_birth_year_alone_shows_both_ways_with_an_if() -> None:
    plan = plan_of(chart("jdm", born="2014"))
    watched = {each.item.activity.id: each.item for each in plan.repeated if each.item.activity.id in ("ice", "capd")}
    assert {name: [named.id for named in item.ifs] for name, item in watched.items()} == {
        "ice": ["twelve_or_older"],
        "capd": ["under_twelve"],
    }
    labels = {item.label["en"] for item in visit_named(plan, "year 6").items if item.activity.id == "igg"}
    assert labels == {"IgG (limits of adults)", "IgG (limits for the age)"}


def test_with_a_birth_year_majority_is_between_two_days() -> None:
    (visit,) = [visit for visit in plan_of(chart("jdm", born="2014")).visits if visit.age == 18]
    assert (visit.earliest, visit.on) == (date(2032, 1, 1), date(2032, 12, 31))


def test_without_a_birth_date_nothing_of_age_is_left_out() -> None:
    plan = plan_of(chart("jdm", born=""))
    found = {item.activity.id for item in plan.items}
    assert {"ice", "capd", "growth", "consent_at_majority"} <= found
    assert {each.age for each in plan.awaited if each.item.activity.id == "consent_at_majority"} == {18}


@pytest.mark.parametrize(
    ("sex", "more", "ifs"),
    [
        ("male", "", None),
        ("female", "", ["can_become_pregnant"]),
        ("female", "childbearing_potential: {value: yes, date: 2026-01-10}", []),
        ("female", "childbearing_potential: {value: no, date: 2026-01-10}", None),
    ],
)
def test_pregnancy_tests(sex: str, more: str, ifs: list[str] | None) -> None:
    plan = plan_of(chart("sle", born="1990-03-01", sex=sex, more=more))
    found = [each.item for each in plan.preparation if each.item.activity.id == "pregnancy_test"]
    assert ([named.id for named in found[0].ifs] if found else None) == ifs


def test_lung_function_is_planned_with_lung_disease_and_with_an_if_where_it_is_not_known() -> None:
    known = plan_of(chart("jdm", more="ild: {value: yes, date: 2026-01-10}"))
    assert item_at(visit_named(known, "year 2"), "lung_function").is_certain
    unknown = plan_of(chart("jdm"))
    assert [named.id for named in item_at(visit_named(unknown, "year 2"), "lung_function").ifs] == ["lung_disease"]
