"""The smallest change: made, what it changes fails no longer; of a day earlier something still does."""

from __future__ import annotations

from datetime import date, timedelta

from core.screening.changing import Change, smallest_change
from core.screening.judgements import Judgement, Remedy
from core.screening.screening import Screening, screen
from tests.sample_screenings import compiled, pairs

LEAST_WAITED = 20


def again(screening: Screening, on: date) -> Screening:
    """Return the same patient and file on another day."""
    return screen(compiled(screening.rule_file.id), screening.chart, on)


def failing(screening: Screening, part: str) -> set[str]:
    """Return what fails at the headline of the file, or of one of its cohorts."""
    found = next((each for each in screening.cohorts if each.id == part), screening.best)
    return {each.criterion.id for each in found.headline.fails}


def waited_for(screening: Screening, change: Change) -> tuple[Judgement, ...]:
    return tuple(each for each in screening.best.headline.fails if each not in (*change.do, *change.against))


def test_every_failure_is_told_once() -> None:
    """Waited for, done, or named as what nothing known changes."""
    for screening, _ in pairs():
        change = smallest_change(screening.best)
        waiting = waited_for(screening, change)
        assert len(waiting) + len(change.do) + len(change.against) == len(screening.best.headline.fails)
        assert all(each.remedy in (Remedy.TIME, Remedy.STOPPING) for each in waiting)
        assert bool(change.until) == bool(waiting)
        assert change.is_possible == (not change.against)


def test_waiting_for_the_day_is_enough_and_a_day_less_is_not() -> None:
    """Of samples and files in which nothing has to be stopped; of the criteria themselves, the others aside."""
    seen = 0
    for screening, _ in pairs():
        change, part = smallest_change(screening.best), screening.best.id
        if change.until is None or change.stop or change.until - screening.evaluation_on > timedelta(days=3650):
            continue
        waited = {each.criterion.id for each in waited_for(screening, change)}
        seen += 1
        assert not waited & failing(again(screening, change.until), part), screening.rule_file.id
        assert waited & failing(again(screening, change.until - timedelta(days=1)), part), screening.rule_file.id
    assert seen >= LEAST_WAITED
