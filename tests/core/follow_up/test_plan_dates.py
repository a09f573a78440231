"""The days of a plan: clamped to the month's end, never drifting, merged where one visit serves."""

from __future__ import annotations

from datetime import date

from tests.core.follow_up.sample_plans import activity, chart, days, ids, item_at, small_plan, visit_named

MONTHLY = activity("a", "month 1 to month 4 every 1 month")


def test_a_day_the_month_does_not_have_is_its_last_and_the_next_does_not_drift() -> None:
    plan = small_plan(MONTHLY, day0=date(2026, 1, 31))
    assert days(plan) == ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]


def test_a_leap_day() -> None:
    plan = small_plan(activity("a", "year 1 to year 4 every 1 year"), day0=date(2024, 2, 29))
    assert days(plan) == ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]


def test_twelve_months_and_one_year_are_one_visit() -> None:
    plan = small_plan(activity("a", "month 12"), activity("b", "year 1"))
    assert [ids(visit) for visit in plan.visits] == [{"a", "b"}]
    assert [(moment.unit.value, moment.count) for moment in plan.visits[0].moments] == [("year", 1)]


def test_what_is_for_life_is_dated_for_fifteen_years() -> None:
    plan = small_plan(activity("a", "year 1 for life every 1 year"))
    assert (len(plan.visits), plan.visits[-1].on) == (15, date(2041, 2, 4))


def test_overlapping_windows_are_one_visit_with_the_narrower_window() -> None:
    plan = small_plan(
        activity("a", "day 28", "window: 3 days\n"),
        activity("b", "month 1", "window: 14 days\n"),
        day0=date(2026, 7, 4),
    )
    (visit,) = plan.visits
    assert (visit.on, visit.earliest, visit.latest) == (date(2026, 8, 1), date(2026, 7, 29), date(2026, 8, 4))
    assert ids(visit) == {"a", "b"}


def test_windows_that_do_not_overlap_stay_two_visits() -> None:
    plan = small_plan(activity("a", "day 28", "window: 1 day\n"), activity("b", "day 31", "window: 1 day\n"))
    assert len(plan.visits) == 2


def test_repetitions_of_one_rule_are_never_merged() -> None:
    plan = small_plan(activity("a", "month 1 to month 3 every 1 month", "window: 40 days\n"))
    assert len(plan.visits) == 3


def test_a_wide_yearly_window_does_not_swallow_the_month_before() -> None:
    plan = small_plan(
        activity("a", "month 11 to month 12 every 1 month", "window: 7 days\n"),
        activity("b", "year 1", "window: 30 days\n"),
    )
    assert [ids(visit) for visit in plan.visits] == [{"a"}, {"a", "b"}]


def test_one_activity_of_two_rules_stands_once_with_both_sources_and_the_stricter_rule() -> None:
    twice = """\
    - id: a
      label: {en: a}
      who: [rheumatology]
      rules:
        - {when: [month 1 to month 3 every 1 month until better], source: [book], strength: expert, provenance: seen}
        - {when: [month 3], source: [paper], strength: label, provenance: seen}
    """
    plan = small_plan(twice)
    early, late = item_at(visit_named(plan, "month 2"), "a"), item_at(visit_named(plan, "month 3"), "a")
    assert [named.id for named in early.until] == ["better"]
    assert late.is_certain
    assert [source.id for rule in late.rules for source in rule.sources] == ["book", "paper"]


def test_two_lengths_of_one_precaution_are_one_up_to_the_longer() -> None:
    twice = """\
    - id: a
      label: {en: a}
      who: [patient]
      rules:
        - {when: [day 0 to day 14 throughout], source: [book], strength: expert, provenance: seen}
        - {when: [day -5 to day 10 throughout], source: [paper], strength: label, provenance: seen}
    """
    (held,) = small_plan(twice).held
    assert (held.first, held.last, len(held.item.rules)) == (date(2026, 1, 30), date(2026, 2, 18), 2)


def test_what_is_tied_to_an_event_has_days_once_the_event_has() -> None:
    line = activity("a", "2 weeks before leukapheresis, within 3 months before infusion, before leukapheresis")
    undated = small_plan(line).preparation
    assert [(each.first, each.last) for each in undated] == [
        (None, None),
        (None, None),
        (date(2025, 11, 4), date(2026, 2, 4)),
    ]
    planned = chart("jdm", more="planned: {leukapheresis: 2026-01-10}")
    dated = small_plan(line, patient=planned).preparation
    assert [(each.first, each.last) for each in dated] == [
        (date(2025, 12, 27), date(2025, 12, 27)),
        (None, date(2026, 1, 10)),
        (date(2025, 11, 4), date(2026, 2, 4)),
    ]


def test_what_waits_for_something_is_not_dated() -> None:
    plan = small_plan(activity("a", "at trouble, while better every 3 months, once better, until better"))
    assert plan.visits == ()
    assert [type(each.when).__name__ for each in plan.awaited] == ["AtEvent", "While", "Once", "Until"]


def test_days_before_day_0_belong_to_the_preparation() -> None:
    plan = small_plan(activity("a", "day -5 to day -3 daily, day -1"))
    assert [(each.first, each.last) for each in plan.preparation] == [
        (date(2026, 1, 30), date(2026, 2, 1)),
        (date(2026, 2, 3), date(2026, 2, 3)),
    ]
    assert plan.repeated == ()
