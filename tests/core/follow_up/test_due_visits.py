"""What is overdue, due and next, told from the results on record."""

from __future__ import annotations

from datetime import date

import pytest

from core.follow_up.due import Standing, agenda, standings
from tests.core.follow_up.sample_plans import activity, chart, plan_of, small_plan

MONTHLY = activity("a", "month 1 to month 4 every 1 month", "window: 7 days\nyields: [igg]\n")


def standing_of(on: str, more: str = "") -> list[Standing]:
    plan = small_plan(MONTHLY, patient=chart("jdm", more=more))
    return [each.standing for each in standings(plan, date.fromisoformat(on))]


def test_without_results_a_visit_is_overdue_once_its_window_is_over() -> None:
    assert standing_of("2026-03-11")[0] is Standing.OPEN
    assert standing_of("2026-03-12")[0] is Standing.OVERDUE
    assert standing_of("2026-02-24") == [Standing.LATER] * 4


def test_a_result_in_the_window_records_the_visit() -> None:
    found = standing_of("2026-03-20", "igg: {value: 5 g/L, date: 2026-03-05}")
    assert found == [Standing.RECORDED, Standing.LATER, Standing.LATER, Standing.LATER]


def test_what_was_said_of_a_visit_counts_for_papers_too() -> None:
    done = "follow_up: [{activity: visit, at: month 1, date: 2026-03-05, outcome: done}]"
    assert standing_of("2026-03-20", done)[0] is Standing.RECORDED
    assert standing_of("2026-03-20", done.replace("done}", "not_done, why: refused}"))[0] is Standing.RECORDED


def test_a_result_from_before_the_window_records_nothing() -> None:
    assert standing_of("2026-03-20", "igg: {value: 5 g/L, date: 2026-02-20}")[0] is Standing.OVERDUE


def test_a_late_result_makes_up_for_the_visit() -> None:
    assert standing_of("2026-03-20", "igg: {value: 5 g/L, date: 2026-03-19}")[0] is Standing.RECORDED


def test_a_result_from_after_the_day_does_not_count_yet() -> None:
    assert standing_of("2026-03-20", "igg: {value: 5 g/L, date: 2026-03-21}")[0] is Standing.OVERDUE


def test_a_test_not_done_is_no_result() -> None:
    assert standing_of("2026-03-20", "igg: {absent: not done, date: 2026-03-05}")[0] is Standing.OVERDUE


def test_a_visit_that_yields_nothing_is_over_not_overdue() -> None:
    plan = small_plan(activity("a", "month 1"))
    assert [each.standing for each in standings(plan, date(2026, 5, 1))] == [Standing.OVER]


def test_what_is_due_on_a_condition_only_is_never_overdue() -> None:
    plan = small_plan(activity("a", "month 1", "applies_when: better\nyields: [igg]\n"))
    assert [each.standing for each in standings(plan, date(2026, 5, 1))] == [Standing.OVER]


def test_the_agenda_shows_the_last_overdue_visit_and_counts_the_others() -> None:
    found = agenda(small_plan(MONTHLY), date(2026, 5, 1))
    assert found.overdue is not None
    assert found.overdue.visit.on == date(2026, 4, 4)
    assert found.earlier_overdue == 1
    assert [each.visit.on for each in found.open] == [date(2026, 5, 4)]
    assert [each.visit.on for each in found.next] == [date(2026, 6, 4)]


VACCINE = activity("a", "month 3", "window: 14 days\nyields: [influenza_vaccine, sars_cov_2_vaccine]\n")


def given(event: str) -> Standing:
    plan = small_plan(VACCINE, patient=chart("jdm", more=f"events: [{event}]"))
    return standings(plan, date(2026, 7, 1))[0].standing


def test_a_vaccine_that_was_given_records_the_visit() -> None:
    assert given("{event: influenza_vaccine, date: 2026-05-05}") is Standing.RECORDED


def test_a_vaccine_of_another_day_or_kind_records_nothing() -> None:
    """Nor one that was given before, nor one that is only suspected, nor one after the day."""
    assert given("{event: influenza_vaccine, date: 2026-03-05}") is Standing.OVERDUE
    assert given("{event: influenza_vaccine, date: 2026-07-02}") is Standing.OVERDUE
    assert given("{event: hpv_vaccine, date: 2026-05-05}") is Standing.OVERDUE
    assert given("{event: influenza_vaccine, date: 2026-05-05, certainty: suspected}") is Standing.OVERDUE


@pytest.mark.parametrize(
    ("name", "result"),
    [
        ("vector_persistence", "car_t_cells_detected: {value: negative, date: 2026-08-04}"),
        ("vector_persistence", "car_t_cells_in_blood: {value: 12 copies/ug, date: 2026-08-04}"),
        ("puberty", "tanner_stage: {value: stage 3, date: 2026-08-04}"),
        ("inactivated_vaccines", "events: [{event: pneumococcal_vaccine, date: 2026-08-04}]"),
    ],
)
def test_what_the_shipped_plan_asks_for_can_be_recorded(name: str, result: str) -> None:
    """Without its result an activity of month 6 is missing, with it it is not."""

    def missing(more: str) -> set[str]:
        plan = plan_of(chart("jdm", more=more), region="US")
        return {item.activity.id for each in standings(plan, date(2026, 9, 30)) for item in each.missing}

    assert name in missing("")
    assert name not in missing(result)
