"""Day 0: the infusion on record wins, another day is asked back, and nobody guesses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.chart.chart import Chart
from core.errors import WorldError
from core.use_cases.papers.day0 import PlanWish, asked_for
from tests.core.follow_up.sample_plans import chart

ON = date(2026, 11, 22)
WISH = PlanWish(ON, "en")
INFUSED = chart("jdm", more="infusion: {date: 2026-02-04}")
PLANNED = chart("jdm", more="planned: {infusion: 2026-12-15}")
NEITHER = chart("jdm")


@pytest.mark.parametrize(
    ("patient", "typed", "day"),
    [
        (INFUSED, "", date(2026, 2, 4)),
        (INFUSED, "4 Feb 2026", date(2026, 2, 4)),
        (PLANNED, "", date(2026, 12, 15)),
        (PLANNED, "2026-12-20", date(2026, 12, 20)),
        (NEITHER, "2026-12-20", date(2026, 12, 20)),
    ],
)
def test_day_0_is_that_of_the_record_else_the_one_typed_else_the_planned_one(
    patient: Chart, typed: str, day: date
) -> None:
    assert asked_for(patient, replace(WISH, day0=typed)).day0 == day


def test_another_day_than_the_infusion_on_record_is_asked_back_until_it_is_meant() -> None:
    wish = replace(WISH, day0="2026-03-01")
    with pytest.raises(WorldError) as asked:
        asked_for(INFUSED, wish)
    assert asked.value.phrase == "documents-other-day0"
    assert asked.value.arguments == {}, "an error holds no clinical data"
    assert asked_for(INFUSED, replace(wish, is_other_day=True)).day0 == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("wish", "phrase"),
    [(None, "documents-needs-day0"), (WISH, "documents-needs-day0"), (replace(WISH, day0="soon"), "form-bad-date")],
)
def test_without_a_day_there_is_no_plan(wish: PlanWish | None, phrase: str) -> None:
    with pytest.raises(WorldError) as missing:
        asked_for(NEITHER, wish)
    assert missing.value.phrase == phrase


def test_a_month_is_no_day() -> None:
    with pytest.raises(WorldError):
        asked_for(NEITHER, replace(WISH, day0="3/2027"))
