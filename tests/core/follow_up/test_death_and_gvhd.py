"""A death ends what is asked, a graft-versus-host disease begins it: with the reason, and nothing vanishes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.chart.chart import Chart
from core.chart.entries import Episode
from core.chart.values import Coded
from core.exchange.follow_up_answer import follow_up_answer
from core.follow_up.due import Standing, agenda, standings
from core.follow_up.following import Followed, Following, State
from core.follow_up.schedule import Strength
from core.follow_up.slots import Kind
from core.language.phrases import spoken
from core.use_cases.follow_patient import follow_patient
from core.use_cases.glance_over import glanced
from core.values.partial_date import PartialDate
from core.wording.followed import FollowedWords
from tests.core.follow_up.sample_plans import activity, chart, shipped
from tests.core.follow_up.test_following import INFUSED, at, followed, states
from tests.core.follow_up.test_nothing_vanishes import DAY0, PATIENTS, drawn, lacks
from tests.sample_screenings import catalogue

MONTHLY = activity("a", "month 1 to month 4 every 1 month", "window: 7 days\nyields: [igg]\n")
DAILY = activity("a", "day 1 to day 14 daily", "yields: [spo2]\n")
HELD = activity("a", "day 0 to year 1 throughout")
AWAITED = activity("a", "once better")
ASKED = frozenset({State.DUE, State.LATER, State.OVERDUE, State.WAITING, State.HOLDS})


def died(day: str) -> str:
    return f"events: [{{event: death, date: {day}}}]\n"


def test_what_was_asked_after_the_death_is_no_longer_asked_and_why() -> None:
    """Month 1 was missed, month 2 was open on the day of death, the others were to come."""
    found = followed(MONTHLY, on="2026-09-01", more=died("2026-04-05"))
    assert states(found) == {
        "month 1": "missed",
        "month 2": "no_longer",
        "month 3": "no_longer",
        "month 4": "no_longer",
    }
    reason = at(found, "month 3").reason
    assert reason is not None
    assert (reason.condition, reason.refs) == (None, ("events/1",))


def test_what_was_overdue_is_missed_and_what_was_found_stays_done() -> None:
    found = followed(MONTHLY, on="2026-03-16", more=died("2026-03-15") + "igg: {value: 5 g/L, date: 2026-02-25}\n")
    assert states(found)["month 1"] == "done"
    found = followed(MONTHLY, on="2026-03-16", more=died("2026-03-15"))
    assert states(found)["month 1"] == "missed"
    assert not found.overdue
    assert not found.this_week
    assert not found.next


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-04", "2026-04-30"), ("2026", "2026-09-01"), ("2026-03-15", "2026-03-15")],
)
def test_of_a_month_alone_its_last_day_counts(day: str, expected: str) -> None:
    """Until then nobody knows that somebody was dead."""
    found = followed(MONTHLY, on="2026-09-01", more=died(day))
    assert found.changes[0].since == date.fromisoformat(expected)
    assert found.changes[0].condition is None


def test_before_the_death_nothing_is_known_of_it() -> None:
    assert states(followed(MONTHLY, on="2026-03-01", more=died("2026-03-15")))["month 1"] == "due"


def test_days_lived_count_of_what_is_done_daily() -> None:
    """Seven days lived, each with a value: done; one without: no longer asked, with what was covered."""
    values = [f"{{value: 97 %, date: {date(2026, 2, 4) + timedelta(days=day)}}}" for day in range(1, 8)]
    found = followed(DAILY, on="2026-09-01", more=died("2026-02-11") + f"spo2: [{', '.join(values)}]\n")
    (whole,) = found.items
    assert (whole.state, whole.covered, whole.expected) == (State.DONE, 7, 7)
    found = followed(DAILY, on="2026-09-01", more=died("2026-02-11") + f"spo2: [{', '.join(values[1:])}]\n")
    (part,) = found.items
    assert (part.state, part.covered, part.expected) == (State.NO_LONGER, 6, 7)


@pytest.mark.parametrize("kind", [HELD, AWAITED])
def test_what_holds_or_waits_ends_too(kind: str) -> None:
    (found,) = followed(kind, on="2026-09-01", more=died("2026-04-05")).items
    assert found.state is State.NO_LONGER
    assert found.reason is not None


def test_it_is_said_in_words_and_in_the_answer() -> None:
    found = followed(MONTHLY, on="2026-09-01", more=died("2026-04-05"))
    words = FollowedWords(found, spoken("en"), catalogue())
    assert "because the patient has died" in words.item(at(found, "month 3")).why
    assert "because the patient has died" in words.change(found.changes[0])
    answer = follow_up_answer(found)
    assert '"death"' in str(answer["visits"]).replace("'", '"')


def test_papers_and_the_list_ask_nothing_more() -> None:
    patient = chart("jdm", more=INFUSED + died("2026-04-05"))
    on = date(2026, 9, 1)
    found = follow_patient(patient, shipped(), catalogue(), on)
    assert found is not None
    shown = agenda(found.plan, on)
    assert (shown.overdue, shown.open, shown.next) == (None, (), ())
    assert {each.standing for each in standings(found.plan, on)} == {Standing.OVER, Standing.NO_LONGER}
    seen = glanced(patient, catalogue(), found)
    assert (seen.has_died, seen.is_due, seen.is_overdue) == (True, False, False)


@pytest.mark.parametrize("seed", range(0, PATIENTS, 4))
def test_nothing_vanishes_and_nothing_is_asked_of_the_dead(seed: int) -> None:
    """Random visits, misses and findings, then a death: all that stood before stands, with its reason."""
    day = DAY0 + timedelta(days=37 * (seed + 1))
    more = f"events: [{{event: death, date: {day}}}]"
    alive, dead = drawn(seed), drawn(seed, more=more)
    for days in (40, 300, 2200):
        on = DAY0 + timedelta(days=days)
        first, second = (_followed(each, on) for each in (alive, dead))
        assert {each.slot.identity for each in first.items} == {each.slot.identity for each in second.items}
        assert [(each.slot.identity, lacks(each, on)) for each in second.items if lacks(each, on)] == []
        if on >= day:
            assert [each.slot.identity for each in second.items if each.state in ASKED] == []
            assert not [each for each in second.items if _is_unexplained(each)]


def _followed(patient: Chart, on: date) -> Following:
    found = follow_patient(patient, shipped(), catalogue(), on)
    assert found is not None
    return found


def _is_unexplained(each: Followed) -> bool:
    return each.state is State.NO_LONGER and each.reason is None


# --- graft-versus-host disease

DONOR = "infusion: {date: 2026-02-04, product: allogeneic, donor: unrelated, region: EU}\n"
ACUTE = Episode("diagnoses/2", "gvhd", PartialDate.on(date(2026, 3, 10)), is_ongoing=True,
                fields={"gvhd_form": Coded(frozenset({"acute"}))})  # fmt: skip


def gvhd(more: str, on: str, which: str = "gvhd_course") -> list[Followed]:
    patient = chart("jdm", more=more)
    ill = replace(patient, episodes=(*patient.episodes, ACUTE))
    found = follow_patient(ill, shipped(), catalogue(), date.fromisoformat(on))
    assert found is not None
    return [each for each in found.items if each.slot.item.activity.id == which]


def test_a_gvhd_on_record_makes_its_item_due_with_what_says_so() -> None:
    (before,) = gvhd(DONOR, "2026-03-09")
    (after,) = gvhd(DONOR, "2026-03-11")
    assert (before.state, after.state) == (State.WAITING, State.DUE)
    assert after.reason is not None
    assert after.slot.first == date(2026, 3, 10)
    assert after.slot.kind is Kind.AWAITED
    assert after.slot.item.activity.rules[0].strength is Strength.LOCAL_DEFAULT


def test_the_patients_own_cells_ask_nothing_of_it() -> None:
    assert gvhd(INFUSED, "2026-03-11") == []


def test_what_was_found_is_the_check_of_its_week() -> None:
    (check,) = gvhd(DONOR, "2026-06-30", "gvhd_check")
    assert (check.covered, check.expected) == (1, 14)
