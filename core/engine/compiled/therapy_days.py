"""Qualifying days of a course: taken, at the dose, with the companions, within the look-back; and their runs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from core.chart.entries import Course
from core.criteria.nodes import Therapy
from core.criteria.scope import Scope
from core.engine.compiled.courses import Drugs, courses_of, days_of, drugs_of, taken, turning_days
from core.engine.compiled.days import OPEN, Span
from core.engine.compiled.doses import DoseLimits, compile_dose_tests, dose_on
from core.engine.compiled.judged import (
    FALSE,
    NO_GAPS,
    NO_REFS,
    TRUE,
    UNKNOWN,
    Gaps,
    Judged,
    Refs,
    all_true,
    together,
)
from core.engine.compiled.lists import TREATMENTS, Absent, Wanted, compile_absence
from core.engine.compiled.spans import Reach
from core.engine.compiled.windows import ONE_DAY, Bounds, Frame
from core.engine.judgement.situation import Situation
from core.values.duration import Duration, TimeUnit
from core.values.truth import Truth

BRIDGED = Duration(28, TimeUnit.DAY)
"""Breaks of a treatment that do not end it, where a file says nothing."""


class Run(NamedTuple):
    """Days in a row, both ends in."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """The number of days."""
        return (self.last - self.first).days + 1

    def touches(self, other: Run) -> bool:
        """True if the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def reaches(self, reach: Reach, *, is_more: bool) -> bool:
        """True if the run is as long as asked: it lasts until the day after its last day."""
        complete_on = reach.after(self.first)
        return complete_on <= self.last if is_more else complete_on - ONE_DAY <= self.last


Runs = tuple[Run, ...]


class Companion(NamedTuple):
    """A name that must be taken on the same days."""

    drugs: Drugs
    absent: Absent


class Qualifying(NamedTuple):
    """What makes the days of a course of one drug qualify."""

    interval: Duration | None
    doses: tuple[DoseLimits, ...]
    companions: tuple[Companion, ...]


class CourseDays(NamedTuple):
    """The days of one course that certainly, and that possibly, qualify; ``is_looked_at``: in the look-back at all."""

    sure: Runs
    maybe: Runs
    is_looked_at: Truth
    gaps: Gaps
    evidence: Refs


def compile_companions(node: Therapy, scope: Scope) -> tuple[Companion, ...]:
    """Return the names that must be taken together with each drug; what the list leaves open is about the list."""
    found = (drugs_of((name,), (), scope) for name in node.together_with)
    return tuple(
        Companion(drugs, compile_absence((Wanted(TREATMENTS, drugs.ids, TREATMENTS),), scope)) for drugs in found
    )


def compile_qualifying(node: Therapy, drug: str, companions: tuple[Companion, ...], scope: Scope) -> Qualifying:
    """Gather what the block asks of the days of one drug."""
    found = scope.catalogue.drugs.get(drug)
    interval = scope.dosing_intervals.get(drug) or (None if found is None else found.dosing_interval)
    doses = tuple(
        compile_dose_tests(limit.tests, scope) for name, limit in node.at_dose.items() if drug in scope.drugs((name,))
    )
    return Qualifying(interval, doses, companions)


def qualifying_days(situation: Situation, course: Course, qualifying: Qualifying, frame: Frame) -> CourseDays:
    """Return the days of a course that qualify, up to the decision day."""
    latest = situation.days.decision_on
    span = lengthened(days_of(situation, course), course, qualifying)
    sure = _run(span.begins_last, min(span.ends_first, latest))
    maybe = _run(span.begins_first, min(span.ends_last, latest))
    refs = frozenset((course.ref,)) | frame.evidence
    if not frame.windows:
        return CourseDays((), maybe, UNKNOWN, frame.gaps, refs)
    for bounds in frame.windows:
        sure = _within(sure, bounds)
    maybe = merged((run for bounds in frame.windows for run in _within(maybe, bounds)), 0)
    is_looked_at = TRUE if sure else UNKNOWN if maybe else FALSE
    if not maybe or not (qualifying.doses or qualifying.companions):
        return CourseDays(sure, maybe, is_looked_at, NO_GAPS, refs)
    days = _with_conditions(situation, course, qualifying, sure, maybe)
    return CourseDays(days.sure, days.maybe, is_looked_at, days.gaps, refs | days.evidence)


def lengthened(span: Span, course: Course, qualifying: Qualifying) -> Span:
    """Return the days of an ended course up to its last dose plus the dosing interval, where the drug has one."""
    interval = qualifying.interval
    if interval is None or course.is_ongoing:
        return span
    ends = (day if day == OPEN else interval.after(day) - ONE_DAY for day in (span.ends_first, span.ends_last))
    return Span(span.begins_first, span.begins_last, *ends)


def _run(first: date, last: date) -> Runs:
    return (Run(first, last),) if first <= last else ()


def _within(runs: Runs, bounds: Bounds) -> Runs:
    return tuple(
        Run(max(run.first, bounds.first), min(run.last, bounds.last))
        for run in runs
        if run.first <= bounds.last and run.last >= bounds.first
    )


def _with_conditions(
    situation: Situation, course: Course, qualifying: Qualifying, sure: Runs, maybe: Runs
) -> CourseDays:
    kept_sure: list[Run] = []
    kept_maybe: list[Run] = []
    gaps, refs = NO_GAPS, NO_REFS
    for piece in _pieces(situation, course, qualifying, (*sure, *maybe)):
        judged = _conditions(situation, course, qualifying, piece.first)
        refs |= judged.evidence
        if judged.truth is FALSE:
            continue
        gaps |= judged.gaps
        kept_maybe.append(piece)
        if judged.truth is TRUE and any(run.touches(piece) for run in sure):
            kept_sure.append(piece)
    return CourseDays(merged(kept_sure, 0), merged(kept_maybe, 0), UNKNOWN, gaps, refs)


def _pieces(situation: Situation, course: Course, qualifying: Qualifying, runs: Runs) -> list[Run]:
    """Return the days of the runs cut wherever a dose, a weight or a companion can change."""
    whole = Bounds(min(run.first for run in runs), max(run.last for run in runs))
    days = {whole.first}
    for run in runs:
        days.update((run.first, run.last + ONE_DAY))
    for limits in qualifying.doses:
        days.update(turning_days(situation, (course,), whole, limits))
    for companion in qualifying.companions:
        days.update(turning_days(situation, courses_of(situation, companion.drugs), whole, None))
    starts = sorted(day for day in days if whole.first <= day <= whole.last)
    ends = [*(day - ONE_DAY for day in starts[1:]), whole.last]
    pieces = (Run(first, last) for first, last in zip(starts, ends, strict=True))
    return [piece for piece in pieces if any(run.touches(piece) for run in runs)]


def _conditions(situation: Situation, course: Course, qualifying: Qualifying, day: date) -> Judged:
    answers = [_dose(situation, course, limits, day) for limits in qualifying.doses]
    answers += [_accompanied(situation, day, companion) for companion in qualifying.companions]
    truth = all_true(answers).truth
    return together(truth, answers)


def _dose(situation: Situation, course: Course, limits: DoseLimits, day: date) -> Judged:
    last = days_of(situation, course).ends_first
    held_on = min(day, last)  # within a dosing interval the last dose counts
    dosed = dose_on(course, held_on)
    if dosed.rate is None:
        return Judged(UNKNOWN, dosed.gaps)
    return limits.test(situation, dosed.rate, held_on, course.drug)


def _accompanied(situation: Situation, day: date, companion: Companion) -> Judged:
    on_day = Bounds(day, day)
    answers = [taken(situation, each, on_day, companion.drugs) for each in courses_of(situation, companion.drugs)]
    true = [answer for answer in answers if answer.truth is TRUE]
    if true:
        return together(TRUE, true)
    found = [*answers, companion.absent(situation, on_day)]
    return together(UNKNOWN if any(each.truth is UNKNOWN for each in found) else FALSE, found)


def merged(runs: Iterable[Run], gap_days: int) -> Runs:
    """Return runs joined over breaks of up to ``gap_days`` days."""
    found: list[Run] = []
    for run in sorted(runs):
        if found and (run.first - found[-1].last).days - 1 <= gap_days:
            found[-1] = Run(found[-1].first, max(found[-1].last, run.last))
        else:
            found.append(run)
    return tuple(found)
