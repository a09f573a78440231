"""What became of the plan by a day: done, due, missed, not done and why, no longer asked and why."""

from __future__ import annotations

from datetime import date

import pytest

from core.chart.chart import Chart
from core.follow_up.following import Followed, Following, State
from core.follow_up.slots import Kind
from core.use_cases.follow_patient import follow_patient
from tests.core.follow_up.sample_plans import HEAD, activity, chart, reading_of, shipped
from tests.sample_screenings import catalogue

MONTHLY = activity("a", "month 1 to month 4 every 1 month", "window: 7 days\nyields: [igg]\n")
INFUSED = "infusion: {date: 2026-02-04, product: autologous, vector: lentiviral, region: EU}\n"


def followed(*activities: str, on: str, more: str = "", patient: Chart | None = None) -> Following:
    reading = reading_of("\n".join(activities))
    assert reading.problems == ()
    assert reading.schedule is not None
    infused = patient or chart("jdm", more=INFUSED + more)
    found = follow_patient(infused, (reading.schedule,), catalogue(), date.fromisoformat(on))
    assert found is not None
    return found


def states(found: Following) -> dict[str, str]:
    return {each.slot.item.at[0]: each.state.value for each in found.items}


def at(found: Following, name: str) -> Followed:
    return next(each for each in found.items if name in each.slot.item.at)


def test_a_visit_is_due_in_its_window_overdue_after_it_and_missed_when_the_next_one_begins() -> None:
    assert states(followed(MONTHLY, on="2026-02-24"))["month 1"] == "later"
    assert states(followed(MONTHLY, on="2026-02-25"))["month 1"] == "due"
    assert states(followed(MONTHLY, on="2026-03-11"))["month 1"] == "due"
    assert states(followed(MONTHLY, on="2026-03-12"))["month 1"] == "overdue"
    assert states(followed(MONTHLY, on="2026-03-27"))["month 1"] == "overdue"
    assert states(followed(MONTHLY, on="2026-03-28")) == {
        "month 1": "missed",
        "month 2": "due",
        "month 3": "later",
        "month 4": "later",
    }


def test_the_last_one_of_a_series_can_be_made_up_for_at_any_time() -> None:
    assert states(followed(MONTHLY, on="2030-01-01"))["month 4"] == "overdue"


def test_a_value_in_the_window_is_done_and_says_by_what() -> None:
    found = at(followed(MONTHLY, on="2026-03-20", more="igg: {value: 5 g/L, date: 2026-03-05}"), "month 1")
    assert (found.state, found.refs, found.is_by_values, found.outside_window) == (State.DONE, ("igg/1",), True, 0)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("igg: {value: 5 g/L, date: 2026-02-20}", "overdue"),  # before the window
        ("igg: {value: 5 g/L, date: 2026-03-19}", "done"),  # late: before the next one begins
        ("igg: {value: 5 g/L, date: 2026-03-21}", "overdue"),  # of a day to come
        ("igg: {absent: not done, date: 2026-03-05}", "overdue"),  # a test not done is no result
        ("igg: {value: 5 g/L, date: 2026-03}", "overdue"),  # nobody knows whether it was in the window
    ],
)
def test_what_counts_as_a_value_of_the_visit(more: str, expected: str) -> None:
    assert states(followed(MONTHLY, on="2026-03-20", more=more))["month 1"] == expected


def test_one_value_is_never_of_two_visits() -> None:
    found = followed(MONTHLY, on="2026-05-15", more="igg: {value: 5 g/L, date: 2026-03-28}")
    assert [each.state.value for each in found.items] == ["missed", "done", "overdue", "later"]


def test_a_late_value_says_by_how_much() -> None:
    assert (
        at(followed(MONTHLY, on="2026-03-20", more="igg: {value: 5 g/L, date: 2026-03-19}"), "month 1").outside_window
        == 8
    )


def test_what_of_a_thing_has_no_value_is_named() -> None:
    blood = activity("a", "month 1", "window: 7 days\nyields: [wbc, anc]\n")
    assert at(followed(blood, on="2026-03-20", more="anc: {value: 1500 /uL, date: 2026-03-05}"), "month 1").lacking == (
        "wbc",
    )


def test_what_was_said_wins_whatever_its_day() -> None:
    more = "follow_up: [{activity: a, at: month 1, date: 2026-02-20, outcome: done}]"
    found = at(followed(MONTHLY, on="2026-03-20", more=more), "month 1")
    assert (found.state, found.outside_window) == (State.DONE, -5)


def test_not_done_keeps_its_reason_and_is_not_overdue() -> None:
    more = "follow_up: [{activity: a, at: month 1, date: 2026-03-20, outcome: not_possible, why: abroad}]"
    found = at(followed(MONTHLY, on="2026-03-20", more=more), "month 1")
    assert found.state is State.NOT_DONE
    assert found.said is not None
    assert (found.said.outcome, found.said.why) == ("not_possible", "abroad")


def test_a_later_statement_corrects_an_earlier_one() -> None:
    more = (
        "follow_up: [{activity: a, at: month 1, date: 2026-03-10, outcome: not_done, why: ill},"
        " {activity: a, at: month 1, date: 2026-03-12, outcome: done}]"
    )
    assert states(followed(MONTHLY, on="2026-03-20", more=more))["month 1"] == "done"


def test_a_whole_visit_is_said_at_once_and_a_thing_of_it_may_differ() -> None:
    other = activity("b", "month 1", "window: 7 days\n")
    more = (
        "follow_up: [{activity: visit, at: month 1, date: 2026-03-04, outcome: done},"
        " {activity: b, at: month 1, date: 2026-03-04, outcome: not_done, why: refused}]"
    )
    found = followed(MONTHLY, other, on="2026-03-20", more=more)
    assert {each.slot.item.activity.id: each.state.value for each in found.visits[0].items} == {
        "a": "done",
        "b": "not_done",
    }


def test_what_is_said_of_nothing_the_plan_holds_stays_said() -> None:
    more = "follow_up: [{activity: gone, at: month 1, date: 2026-03-04, outcome: done}]"
    found = followed(MONTHLY, on="2026-03-20", more=more)
    assert [each.place for each in found.apart] == [("gone", "month 1")]


def test_what_an_unknown_condition_asks_is_never_overdue() -> None:
    found = followed(activity("a", "month 1", "applies_when: better\nyields: [igg]\n"), on="2026-05-01")
    assert states(found) == {"month 1": "missed"}
    assert found.overdue == ()


def test_moving_day_0_moves_everything_and_keeps_what_was_said() -> None:
    said = "follow_up: [{activity: a, at: month 1, date: 2026-03-04, outcome: done}]"
    daily = activity("d", "day 0 to day 7 every 1 day")
    held = activity("h", "day 0 to month 3 throughout")
    every = (MONTHLY, daily, held)
    moved = followed(*every, on="2026-03-20", patient=chart("jdm", more=INFUSED.replace("02-04", "01-28") + said))
    found = followed(*every, on="2026-03-20", more=said)
    assert [each.slot.identity for each in moved.items] == [each.slot.identity for each in found.items]
    days = [(one.slot.on, other.slot.on) for one, other in zip(moved.items, found.items, strict=True)]
    assert all(one is not None and other is not None and one < other for one, other in days)
    assert states(moved)["month 1"] == states(found)["month 1"] == "done"


# --- again and again


DAILY = activity("d", "day 1 to day 4 every 1 day", "yields: [spo2]\n")


def test_of_something_daily_the_days_are_counted() -> None:
    more = (
        "spo2: [{value: 97 %, date: 2026-02-05}, {value: 96 %, date: 2026-02-06}]\n"
        "follow_up: [{activity: d, at: day 3, date: 2026-02-07, outcome: done}]"
    )
    found = followed(DAILY, on="2026-02-08", more=more).items[0]
    assert (found.slot.kind, found.state, found.covered, found.expected) == (Kind.STRETCH, State.DUE, 3, 4)
    assert followed(DAILY, on="2026-02-09", more=more).items[0].state is State.MISSED
    assert followed(DAILY, on="2026-02-09", more=more).apart == ()
    whole = "follow_up: [{activity: d, at: day 1 to day 4, date: 2026-02-09, outcome: done}]"
    assert followed(DAILY, on="2026-02-09", more=whole).items[0].state is State.DONE


# --- what findings change


def watch(when: str, more: str = "") -> str:
    return activity("watch", when, more)


def asked(*activities: str, on: str, more: str) -> Following:
    """Follow by a schedule with conditions that the record can decide."""
    own = HEAD.replace(
        "conditions:\n",
        'conditions:\n  enough: {en: "there is enough", is: "igg > 4 g/L"}\n'
        '  few: {en: "there are few", is: "anc < 500 /uL"}\n  lung: {en: "the lung is ill", is: "had ild"}\n',
    )
    reading = reading_of("\n".join(activities), own)
    assert reading.problems == ()
    assert reading.schedule is not None
    found = follow_patient(chart("jdm", more=INFUSED + more), (reading.schedule,), catalogue(), date.fromisoformat(on))
    assert found is not None
    return found


UNTIL = watch("month 1 to month 4 every 1 month until enough", "window: 7 days\n")


def test_a_finding_ends_what_was_asked_until_then_and_says_so() -> None:
    found = asked(UNTIL, on="2026-04-20", more="igg: {value: 5 g/L, date: 2026-04-20}")
    assert states(found) == {"month 1": "missed", "month 2": "overdue", "month 3": "no_longer", "month 4": "no_longer"}
    reason = at(found, "month 3").reason
    assert reason is not None
    assert (reason.cause, reason.is_true, reason.refs) == ("enough", True, ("igg/1",))
    assert [(each.cause, each.is_true, each.since.isoformat(), each.refs) for each in found.changes] == [
        ("enough", True, "2026-04-20", ("igg/1",))
    ]
    assert [each.id for each in found.changes[0].less] == ["watch"]


def test_it_is_asked_again_when_the_finding_is_no_more() -> None:
    more = "igg: [{value: 5 g/L, date: 2026-02-20}, {value: 3 g/L, date: 2026-04-20}]"
    found = asked(UNTIL, on="2026-04-20", more=more)
    assert states(found) == {"month 1": "no_longer", "month 2": "no_longer", "month 3": "later", "month 4": "later"}


def test_a_value_that_grew_old_takes_nothing_back() -> None:
    later = watch("month 1 to year 3 every 6 months until enough", "window: 7 days\n")
    found = asked(later, on="2028-09-20", more="igg: {value: 5 g/L, date: 2026-02-20}")
    assert set(states(found).values()) == {"no_longer"}


def test_what_waits_for_a_finding_is_due_with_it_until_somebody_says_what_was_done() -> None:
    waits = watch("while few")
    assert asked(waits, on="2026-02-20", more="").items[0].state is State.WAITING
    few = "anc: [{value: 400 /uL, date: 2026-02-18}]\n"
    due = asked(waits, on="2026-02-20", more=few).items[0]
    assert (due.state, due.slot.on) == (State.DUE, date(2026, 2, 18))
    assert due.reason is not None
    assert due.reason.refs == ("anc/1",)
    said = "follow_up: [{activity: watch, at: while few, date: 2026-02-19, outcome: done}]\n"
    assert asked(waits, on="2026-02-20", more=few + said).items[0].state is State.DONE
    values = ("{value: 400 /uL, date: 2026-02-18}", "{value: 2000 /uL, date: 2026-03-01}")
    again = f"anc: [{', '.join((*values, '{value: 300 /uL, date: 2026-03-09}'))}]\n"
    assert asked(waits, on="2026-03-05", more=again + said).items[0].state is State.WAITING
    assert asked(waits, on="2026-03-10", more=again + said).items[0].state is State.DUE


def test_what_is_found_out_later_is_not_asked_of_the_visits_before() -> None:
    rule = watch("month 1 to month 4 every 1 month", "window: 7 days\napplies_when: few\n")
    more = "anc: [{value: 2000 /uL, date: 2026-02-03}, {value: 400 /uL, date: 2026-04-20}]\n"
    assert states(asked(rule, on="2026-02-20", more=more)) == {}
    assert states(asked(rule, on="2026-04-20", more=more)) == {"month 3": "later", "month 4": "later"}


def test_what_a_finding_asked_for_and_took_back_stays_with_its_reason() -> None:
    rule = watch("month 1 to month 4 every 1 month", "window: 7 days\napplies_when: few\n")
    more = "anc: [{value: 400 /uL, date: 2026-02-03}, {value: 2000 /uL, date: 2026-03-20}]\n"
    found = asked(rule, on="2026-03-20", more=more)
    assert states(found) == {
        "month 1": "overdue",
        "month 2": "no_longer",
        "month 3": "no_longer",
        "month 4": "no_longer",
    }
    reason = at(found, "month 3").reason
    assert reason is not None
    assert (reason.cause, reason.is_true, reason.refs) == ("few", False, ("anc/2",))


def test_a_birthday_changes_the_plan_and_says_so() -> None:
    old = watch("month 1 to month 12 every 1 month", "window: 7 days\napplies_when: twelve\n")
    patient = chart("jdm", born="2014-06-10", more=INFUSED)
    found = followed(old, on="2026-07-20", patient=patient)
    assert [(each.since.isoformat(), each.cause, each.is_true) for each in found.changes] == [
        ("2026-06-10", "twelve", True)
    ]
    assert {each.slot.item.at[0] for each in found.items} >= {"month 5", "month 6"}
    assert "month 2" not in states(found)


# --- the shipped plan


def test_the_shipped_plan_says_why_igg_is_asked_no_longer() -> None:
    more = INFUSED + (
        "igg: [{value: 3.5 g/L, date: 2026-03-05}, {value: 6.6 g/L, date: 2026-06-05}]\n"
        "treatments: []\ntreatments_complete: {since: 2012-10-15, as_of: 2026-06-05}\n"
    )
    found = follow_patient(chart("sle", more=more), shipped(), catalogue(), date(2026, 11, 22))
    assert found is not None
    changed = {(each.cause, each.is_true, each.refs) for each in found.changes}
    assert ("igg_low", True, ("igg/1",)) in changed
    assert ("igg_recovered", True, ("igg/2",)) in changed
    gone = [each for each in found.items if each.state is State.NO_LONGER]
    assert {each.slot.item.activity.id for each in gone} == {"igg"}


def test_a_value_under_replacement_ends_nothing() -> None:
    more = INFUSED + (
        "igg: [{value: 6.6 g/L, date: 2026-06-05}]\n"
        "treatments: [{drug: immunoglobulin_iv, from: 2026-04-01, to: ongoing}]\n"
        "treatments_complete: {since: 2012-10-15, as_of: 2026-06-05}\n"
    )
    found = follow_patient(chart("sle", more=more), shipped(), catalogue(), date(2026, 11, 22))
    assert found is not None
    assert [each for each in found.items if each.state is State.NO_LONGER] == []


def test_before_the_infusion_there_is_nothing_to_follow() -> None:
    assert follow_patient(chart("sle"), shipped(), catalogue(), date(2026, 11, 22)) is None
    assert follow_patient(chart("sle", more=INFUSED), shipped(), catalogue(), date(2026, 2, 3)) is None


def test_on_day_0_nothing_of_the_visits_is_late() -> None:
    found = follow_patient(chart("sle", more=INFUSED), shipped(), catalogue(), date(2026, 2, 4))
    assert found is not None
    assert {each.state for each in found.items if each.slot.kind is Kind.VISIT} == {State.DUE, State.LATER}
