"""A failure that time ends is never called fixed because something else is not known; its day is that of a scan.

Over files of one criterion: less knowledge, or a part that is not public, never makes of waiting or stopping anything
harder. The day a failure ends is the first on which a scan day by day finds it false no longer, and what is said to
stand still does so on every day.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.engine.deciding.asking import moment_of
from core.engine.deciding.kleene import TRUTH
from core.engine.judgement.situation import Days
from core.screening.judgements import Judgement, Remedy, Verdict
from core.screening.looking_ahead import Asked, needed_stops
from core.values.truth import Truth
from tests.generative.chance import EVALUATION_ON
from tests.generative.invented_files import Screened, screened

SEEDS = 1000
BATCH = 250
MORE = int(os.environ.get("KRITERION_SEEDS", "0"))
FIRST = int(os.environ.get("KRITERION_FIRST_SEED", "0"))
"""Seeds besides the fixed ones, and where they begin."""
ONCE_WRONG = (873_399_179,)
"""Where a batch begins that long runs found something in: a window that ends before the decision day, by a list that
stands for some weeks, ends its failure when both have passed."""
AS_FAR_AS = 500
"""Days of a scan: more than any length that the rules write, from any day the charts hold."""

EASY = (Remedy.TIME, Remedy.STOPPING)
BATCHES = pytest.mark.parametrize("first", [*range(0, SEEDS, BATCH), *ONCE_WRONG, *range(FIRST, FIRST + MORE, BATCH)])


def failing(first: int) -> Iterator[tuple[int, Screened, Judgement]]:
    """Yield the cases of a batch that fail."""
    for seed in range(first, first + BATCH):
        found = screened(seed)
        judgement = found.judgement
        if judgement.verdict is Verdict.FAILS:
            yield seed, found, judgement


def ended_by_days(first: int) -> Iterator[tuple[int, Screened, Judgement]]:
    """Yield the cases of a batch whose failure ends by waiting, or by stopping and waiting."""
    return (each for each in failing(first) if each[2].remedy in EASY)


# --- less knowledge


def with_less(found: Screened) -> Iterator[Screened]:
    """Yield the case with one statement of completeness taken away, and with all of them."""
    complete = found.chart.complete
    for left_out in complete:
        yield replace(found, chart=replace(found.chart, complete=tuple(each for each in complete if each != left_out)))
    yield replace(found, chart=replace(found.chart, complete=()))


def is_no_harder(less: Judgement, more: Judgement) -> bool:
    """True if a failure that days end still does, no later, or is a failure no longer."""
    if less.verdict is not Verdict.FAILS:
        return less.verdict is Verdict.UNKNOWN
    if less.remedy not in EASY or less.not_before is None or more.not_before is None:
        return False
    return less.remedy is Remedy.TIME or more.remedy is Remedy.STOPPING or less.not_before <= more.not_before


@BATCHES
def test_taking_completeness_away_leaves_waiting(first: int) -> None:
    """A list that is not complete can leave a criterion open; it never makes a failure harder."""
    for seed, found, judgement in ended_by_days(first):
        for less in with_less(found):
            assert is_no_harder(less.judgement, judgement), f"seed {seed}\n{found.told()}\n{less.told()}"


@BATCHES
def test_a_part_that_is_not_public_leaves_waiting(first: int) -> None:
    """One more reason to fail that nobody can know: the failure that is known ends as it did."""
    for seed, found, judgement in ended_by_days(first):
        hidden = found.with_hidden_part().judgement
        said = (hidden.verdict, hidden.remedy, hidden.not_before, hidden.stop)
        expected = (Verdict.FAILS, judgement.remedy, judgement.not_before, judgement.stop)
        assert said == expected, f"seed {seed}\n{found.told()}"


# --- the day


def truth_on(asked: Asked, day: date, stopped: Mapping[str, date]) -> Truth:
    """Return the truth with the point moved to a day and results held, asked anew whatever is said to stand still."""
    days = asked.situation.days
    anchors = {name: max(on, day) if on >= days.decision_on else on for name, on in days.anchors.items()}
    moved = replace(asked.situation, days=Days(day, anchors), stopped=stopped)
    return TRUTH[asked.compiled.decide(moment_of(moved, asked.record))]


def scanned(asked: Asked, stopped: Mapping[str, date], is_sought: Callable[[Truth], bool]) -> date | None:
    """Return the first day of a scan on which the truth is one that is sought."""
    start = asked.situation.days.decision_on
    days = (start + timedelta(days=count) for count in range(AS_FAR_AS + 1))
    return next((day for day in days if is_sought(truth_on(asked, day, stopped))), None)


def is_no_failure(truth: Truth) -> bool:
    """True for what ends a failure."""
    return truth is not Truth.FALSE


@BATCHES
def test_the_day_is_the_first_of_a_scan(first: int) -> None:
    """With the courses stopped that have to be; a day beyond the scan is at least one on which it ends."""
    for seed, found, judgement in ended_by_days(first):
        asked = found.asked()
        courses = asked.courses_to_stop() if judgement.remedy is Remedy.STOPPING else ()
        stopped = {course.ref: EVALUATION_ON for course in needed_stops(asked, courses, EVALUATION_ON)[0]}
        day = judgement.not_before
        assert day is not None
        is_near = (day - judgement.on).days <= AS_FAR_AS
        assert scanned(asked, stopped, is_no_failure) == (day if is_near else None), f"seed {seed}\n{found.told()}"
        assert is_no_failure(truth_on(asked, day, stopped)), f"seed {seed}\n{found.told()}"


@BATCHES
def test_what_no_day_ends_fails_on_every_day(first: int) -> None:
    """Neither by waiting nor, where drugs can be stopped, with all of them stopped."""
    for seed, found, judgement in failing(first):
        if judgement.remedy not in EASY:
            asked = found.asked()
            assert scanned(asked, {}, is_no_failure) is None, f"seed {seed}\n{found.told()}"
            stopped = {course.ref: EVALUATION_ON for course in asked.courses_to_stop()}
            assert scanned(asked, stopped, is_no_failure) is None, f"seed {seed}\n{found.told()}"


@BATCHES
def test_what_is_said_to_stand_still_does(first: int) -> None:
    """Whatever the verdict: where time moves nothing the truth is one on all days from the evaluation date on."""
    for seed in range(first, first + BATCH):
        asked = screened(seed).asked()
        if not asked.is_moving:
            start = max(EVALUATION_ON, asked.situation.days.decision_on)
            truths = {truth_on(asked, start + timedelta(days=count), {}) for count in range(AS_FAR_AS)}
            assert len(truths) == 1, f"seed {seed}\n{screened(seed).told()}"
