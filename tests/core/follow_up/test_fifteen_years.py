"""Three patients over 15 years: everything of the plan says where it stands, nothing vanishes, all hangs on day 0."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.follow_up.following import State
from core.follow_up.slots import Kind
from core.language.phrases import spoken
from core.use_cases.follow_patient import follow_patient
from core.wording.followed import FollowedWords
from tests.core.follow_up.sample_plans import shipped
from tests.core.follow_up.test_nothing_vanishes import lacks
from tests.followed_patients import DAY0, DONE, MISSED, MOMENTS, PERSONS, Person, record_of
from tests.golden.test_golden_followed import found_at, told_on
from tests.sample_screenings import catalogue

LATER = timedelta(days=28)
"""By how much day 0 is moved: whole weeks within one month, so that months and years keep their length."""


@pytest.mark.parametrize("person", PERSONS, ids=lambda person: person.name)
def test_everything_of_the_plan_says_where_it_stands_and_none_vanishes(person: Person) -> None:
    before = set[object]()
    for moment in MOMENTS:
        following, on = found_at(person, moment).following, told_on(person, moment)
        assert [(each.slot.identity, lacks(each, on)) for each in following.items if lacks(each, on)] == []
        identities = {each.slot.identity for each in following.items}
        assert before - identities == set(), f"gone by {moment}"
        before |= identities


@pytest.mark.parametrize("person", PERSONS, ids=lambda person: person.name)
def test_a_visit_left_out_says_its_reason_and_of_one_missed_nobody_said_anything(person: Person) -> None:
    following = found_at(person, MOMENTS[-1]).following
    words = FollowedWords(following, spoken("en"), catalogue())
    visits = {each.name: each for each in following.visits}
    left_out = [(visits[visit.names[0]], fate) for visit, fate, _ in person.visits() if fate != DONE]
    assert left_out
    for visit, fate in left_out:
        if fate == MISSED:
            assert [each.said for each in visit.items if each.said is not None] == []
        else:
            assert {each.state for each in visit.items} == {State.NOT_DONE}
            assert all(fate in words.item(each).why for each in visit.items)


@pytest.mark.parametrize("person", PERSONS, ids=lambda person: person.name)
@pytest.mark.parametrize("days", [30, 400, 2000, 5480])
def test_moving_day_0_with_all_that_was_recorded_moves_everything(person: Person, days: int) -> None:
    one, other = (
        follow_patient(record_of(person, day0), shipped(), catalogue(), day0 + timedelta(days=days))
        for day0 in (DAY0, DAY0 + LATER)
    )
    assert one is not None
    assert other is not None
    first, second = ({each.slot.identity: each for each in found.items} for found in (one, other))
    assert first.keys() == second.keys()
    for identity, was in first.items():
        now = second[identity]
        if was.slot.kind is Kind.VISIT and was.slot.visit is not None and was.slot.visit.age is None:
            assert was.slot.on is not None
            assert now.slot.on is not None
            assert was.slot.on < now.slot.on
            assert abs((now.slot.on - was.slot.on) - LATER) <= timedelta(days=3), identity
