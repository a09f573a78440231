"""Over random visits, misses and findings: nothing of the plan vanishes, and each thing of it says where it stands."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from core.chart.chart import Chart
from core.follow_up.following import Followed, Following, State
from core.follow_up.slots import Kind
from core.use_cases.follow_patient import follow_patient
from tests.core.follow_up.sample_plans import chart, shipped
from tests.sample_screenings import catalogue

DAY0 = date(2026, 2, 4)
PATIENTS = 12
"""How many are drawn; each is looked at on five days."""
DISEASES = ("sle", "jdm", "systemic_sclerosis")
VALUES = (
    ("igg", ("3.2 g/L", "5.5 g/L", "8 g/L")),
    ("anc", ("350 /uL", "900 /uL", "2400 /uL")),
    ("cd4_count", ("90 /uL", "320 /uL")),
    ("platelets", ("40 10^9/L", "210 10^9/L")),
    ("spo2", ("97 %",)),
)
KNOWN_ACTIVITIES = ("igg", "blood_count", "cd4", "infection_review", "visit", "was_there_once")
OCCASIONS = ("day 28", "month 2", "month 3", "month 6", "year 1", "year 2", "year 3", "while neutropenia", "day 3")


def drawn(seed: int, day0: date = DAY0, more: str = "") -> Chart:
    """Return a synthetic patient with visits done and missed, values, courses and diagnoses at random days."""
    chance = random.Random(seed)

    def day(least: int = 0, most: int = 1500) -> str:
        return (DAY0 + timedelta(days=chance.randint(least, most))).isoformat()

    lines = [f"infusion: {{date: {day0}, product: {chance.choice(('autologous', 'allogeneic'))}, region: EU}}"]
    for concept, values in VALUES:
        found = [f"{{value: {chance.choice(values)}, date: {day(-30)}}}" for _ in range(chance.randint(0, 6))]
        if found:
            lines.append(f"{concept}: [{', '.join(found)}]")
    if chance.random() < 0.5:
        lines.append(f"treatments: [{{drug: immunoglobulin_iv, from: {day(0, 400)}, to: ongoing}}]")
    if chance.random() < 0.7:
        lines.append(f"treatments_complete: {{since: 2000-01-01, as_of: {day()}}}")
    said = [
        f"{{activity: {chance.choice(KNOWN_ACTIVITIES)}, at: {chance.choice(OCCASIONS)}, date: {day()}, "
        + chance.choice(("outcome: done}", "outcome: not_done, why: refused}", "outcome: not_possible, why: abroad}"))
        for _ in range(chance.randint(0, 8))
    ]
    if said:
        lines.append(f"follow_up: [{', '.join(said)}]")
    lines += [more] if more else []
    born, sex = f"{chance.randint(1970, 2018)}-06-10", chance.choice(("female", "male"))
    return chart(chance.choice(DISEASES), born=born, sex=sex, more="\n".join(lines))


def followed(patient: Chart, on: date) -> Following:
    found = follow_patient(patient, shipped(), catalogue(), on)
    assert found is not None
    return found


def lacks(each: Followed, on: date) -> str:
    """Return what a thing of the plan does not say though it has to, "" where it says all."""
    slot = each.slot
    match each.state:
        case State.DONE:
            return "" if each.said or each.refs or each.covered >= each.expected > 0 else "by what it was done"
        case State.NOT_DONE:
            return "" if each.said is not None and each.said.why else "why it was not done"
        case State.NO_LONGER:
            return "" if each.reason is not None else "why it is asked no longer"
        case State.MISSED | State.OVERDUE:
            return "" if slot.last is None or slot.last < on or slot.kind is Kind.BEFORE else "that its window is over"
        case State.DUE:
            return "" if slot.first is None or slot.first <= on else "that its window is open"
        case State.LATER:
            return "" if slot.first is not None and slot.first > on else "when it comes"
        case _:
            return ""


@pytest.mark.parametrize("seed", range(PATIENTS))
def test_each_thing_says_where_it_stands_and_why_and_none_vanishes(seed: int) -> None:
    patient, before = drawn(seed), set[object]()
    for days in (0, 40, 300, 800, 2200):
        on = DAY0 + timedelta(days=days)
        found = followed(patient, on)
        identities = [each.slot.identity for each in found.items]
        assert len(set(identities)) == len(identities), "two are one and the same"
        assert [(each.slot.identity, lacks(each, on)) for each in found.items if lacks(each, on)] == []
        assert before - set(identities) == set(), f"gone by day {days}"
        before |= set(identities)
        at_visits = [each for visit in found.visits for each in visit.items]
        assert len(at_visits) == sum(each.slot.kind is Kind.VISIT for each in found.items)
        told = {each.ref for each in found.apart} | {each.said.ref for each in found.items if each.said is not None}
        seen = {row.ref: (row.words["activity"], row.words["at"]) for row in patient.as_of(on).rows}
        newest = {place: ref for ref, place in seen.items()}
        stretches = {f"day {day}" for day in range(29)}
        assert [
            place
            for place, ref in newest.items()
            if ref not in told and place[1] not in stretches and not _is_overruled(place, found)
        ] == []


def _is_overruled(place: tuple[str, str], found: Following) -> bool:
    """True where each thing of a whole visit has a word of its own."""
    return place[0] == "visit" and any(place[1] in each.slot.visit_names for each in found.items)


@pytest.mark.parametrize("seed", range(0, PATIENTS, 3))
def test_moving_day_0_moves_every_planned_day(seed: int) -> None:
    on, moved = DAY0 + timedelta(days=600), DAY0 + timedelta(days=7)
    first, second = (
        {each.slot.identity: each for each in followed(drawn(seed, day0), on).items if each.slot.visit is not None}
        for day0 in (DAY0, moved)
    )
    for identity in first.keys() & second.keys():
        visits = first[identity].slot.visit, second[identity].slot.visit
        assert visits[0] is not None
        assert visits[1] is not None
        if visits[0].age is None:
            assert visits[0].on < visits[1].on
    assert {each[2] for each in first} - {each[2] for each in second} <= {f"age {years}" for years in range(90)}
