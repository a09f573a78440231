"""One drug of a therapy block: whether it counts, by outcome, marks and length of its courses."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from core.chart.entries import Course
from core.chart.words import OUTCOMES, REASONS_FOR_STOPPING
from core.criteria.nodes import DoseLimit, Stable, Therapy
from core.criteria.scope import Scope
from core.criteria.values import Lasting, Which
from core.engine.compiled.courses import ask_taken_throughout, days_of
from core.engine.compiled.cumulating import cumulative
from core.engine.compiled.judged import (
    FALSE,
    NO_GAPS,
    NO_REFS,
    TRUE,
    UNKNOWN,
    YES,
    Ask,
    Gaps,
    Judged,
    Refs,
    all_true,
    any_true,
    one_gap,
    together,
    unknown_for,
)
from core.engine.compiled.spans import Reach, compile_span
from core.engine.compiled.stability import ask_stable
from core.engine.compiled.therapy_days import (
    BRIDGED,
    Companion,
    CourseDays,
    Runs,
    compile_qualifying,
    merged,
    qualifying_days,
)
from core.engine.compiled.windows import Bounds, Frame
from core.engine.judgement.outcome import Cause
from core.engine.judgement.situation import Situation
from core.values.truth import Truth


class CourseStatus(NamedTuple):
    """How one course fares: whether it counts, why, and its qualifying days."""

    course: Course
    judged: Judged
    reason: str
    days: CourseDays


class Status(NamedTuple):
    """How one recorded drug (or class, where the drug is not known) fares; ``days``: its longest certain run."""

    drug: str
    judged: Judged
    reason: str
    days: int | None
    courses: tuple[CourseStatus, ...]


DrugStatus = Callable[[Situation, list[Course], Frame], Status]


class _Length(NamedTuple):
    reach: Reach
    is_more: bool


class _Asked(NamedTuple):
    """What a block asks of one drug."""

    node: Therapy
    length: _Length | None
    gap_days: int
    cumulative: tuple[DoseLimit, ...]
    unchanged: tuple[Ask, ...]


def compile_drug(node: Therapy, drug: str, companions: tuple[Companion, ...], scope: Scope) -> DrugStatus:
    """Make the look at the courses of one drug."""
    qualifying = compile_qualifying(node, drug, companions, scope)
    asked = _asked(node, drug, scope)

    def status(situation: Situation, courses: list[Course], frame: Frame) -> Status:
        days = [qualifying_days(situation, course, qualifying, frame) for course in courses]
        judge = _CourseJudge(situation, asked, courses, days)
        found = tuple(judge.status(course, each) for course, each in zip(courses, days, strict=True))
        return _of_courses(drug, found, judge.longest)

    return status


def _of_courses(drug: str, found: tuple[CourseStatus, ...], longest: int | None) -> Status:
    """Return the drug's status: true by the courses that count, otherwise by all."""
    true = [each.judged for each in found if each.judged.truth is TRUE]
    judged = together(TRUE, true) if true else any_true([each.judged for each in found])
    fitting = [each.reason for each in found if each.judged.truth is judged.truth]
    return Status(drug, judged, "not_known" if judged.truth is UNKNOWN else fitting[0], longest, found)


def _asked(node: Therapy, drug: str, scope: Scope) -> _Asked:
    lasting = next(
        (each for name, each in node.each_for.items() if name and drug in scope.drugs((name,))), node.each_for.get("")
    )
    members = scope.drugs((drug,))
    length = None if lasting is None else _Length(compile_span(lasting.span, scope, members), lasting.is_more)
    limits = tuple(limit for name, limit in node.cumulative.items() if drug in scope.drugs((name,)))
    unchanged = () if node.unchanged_for is None else _unchanged(node.unchanged_for, drug, scope)
    return _Asked(node, length, int((node.gap or BRIDGED).days), limits, unchanged)


def _unchanged(lasting: Lasting, drug: str, scope: Scope) -> tuple[Ask, ...]:
    which = Which((drug,))
    return ask_taken_throughout(which, lasting, scope), ask_stable(Stable(which, lasting), scope)


class _CourseJudge:
    """Judges the courses of one drug in one situation."""

    def __init__(self, situation: Situation, asked: _Asked, courses: list[Course], days: list[CourseDays]) -> None:
        self._situation, self._asked, self._days = situation, asked, days
        self._sure = merged((run for each in days for run in each.sure), asked.gap_days)
        self._maybe = merged((run for each in days for run in each.maybe), asked.gap_days)
        self._of_drug = [cumulative(situation, courses, limit, courses[0].drug) for limit in asked.cumulative]
        self._of_drug += [ask(situation) for ask in asked.unchanged]

    @property
    def longest(self) -> int | None:
        """The longest run of days that certainly qualify, where a length is asked."""
        return None if self._asked.length is None else max((run.days for run in self._sure), default=0)

    def status(self, course: Course, days: CourseDays) -> CourseStatus:
        """Return whether a course counts: by outcome, marks and length, or at any length by its outcome alone."""
        node = self._asked.node
        outcome = YES if node.counted_if is None else among(course, node.counted_if)
        length = self._lasts(course, days)
        marks = [*self._marks(course), *self._of_drug]
        base = all_true((outcome, length, *marks))
        any_length = Judged(FALSE)
        if node.any_length_if:
            looked_at = Judged(days.is_looked_at, _imprecise(course) if days.is_looked_at is UNKNOWN else NO_GAPS)
            any_length = all_true((among(course, node.any_length_if), looked_at))
        truth = any_true((base, any_length)).truth
        gaps = NO_GAPS
        if truth is UNKNOWN:
            gaps = gaps.union(*(each.gaps for each in (outcome, length, *marks))) or any_length.gaps
        evidence = days.evidence.union(self._leaning_on(days), *(mark.evidence for mark in marks))
        return CourseStatus(course, Judged(truth, gaps, evidence), _reason(outcome, length, base, any_length), days)

    def _leaning_on(self, days: CourseDays) -> Refs:
        """Return the courses in one run with a course that is not long enough alone."""
        if self._asked.length is None or self._has_run(days.sure, days.sure):
            return NO_REFS
        runs = [run for run in self._maybe if any(run.touches(own) for own in days.maybe)]
        return NO_REFS.union(
            *(each.evidence for each in self._days if any(run.touches(own) for own in each.maybe for run in runs))
        )

    def _marks(self, course: Course) -> list[Judged]:
        node = self._asked.node
        marks: list[Judged] = []
        if node.is_dose_adequate_required:
            marks.append(_mark(course.is_dose_adequate, course.drug, "dose_adequate"))
        if node.is_adherence_required:
            marks.append(_mark(course.is_adherence_documented, course.drug, "adherence"))
        if node.is_still_on:
            day = self._situation.days.decision_on
            now = days_of(self._situation, course).lies_in(Bounds(day, day))
            marks.append(Judged(now, _imprecise(course) if now is UNKNOWN else NO_GAPS))
        return marks

    def _lasts(self, course: Course, days: CourseDays) -> Judged:
        """Answer whether the course has qualifying days, in a run of its substance as long as asked."""
        if self._has_run(days.sure, self._sure):
            return YES
        if not self._has_run(days.maybe, self._maybe):
            return Judged(FALSE)
        length = self._asked.length
        gaps = days.gaps if length is None else days.gaps | length.reach.gaps
        return Judged(UNKNOWN, gaps or _imprecise(course))

    def _has_run(self, days: Runs, runs: Runs) -> bool:
        length = self._asked.length
        if length is None:
            return bool(days)
        if length.reach.gaps:
            return runs is self._maybe and bool(days)  # the length is not known: any days may be enough
        return any(
            run.reaches(length.reach, is_more=length.is_more) and any(run.touches(own) for own in days) for run in runs
        )


def _imprecise(course: Course) -> Gaps:
    return one_gap(Cause.IMPRECISE, course.drug)


def _reason(outcome: Judged, length: Judged, base: Judged, any_length: Judged) -> str:
    if any_length.truth is TRUE:
        return "any_length"
    if base.truth is TRUE:
        return "counted"
    if outcome.truth is FALSE:
        return "outcome"
    if length.truth is FALSE:
        return "too_short"
    return "not_known" if base.truth is UNKNOWN else "mark"


def _mark(truth: Truth, drug: str, word: str) -> Judged:
    return unknown_for(Cause.MISSING, drug, detail=word) if truth is UNKNOWN else Judged(truth)


def among(course: Course, words: tuple[str, ...]) -> Judged:
    """Answer whether the outcome or the reason for stopping is one of the words; what is not recorded may be."""
    if course.outcome in words or course.stopped_for in words:
        return YES
    gaps = NO_GAPS
    if not course.outcome and not frozenset(words).isdisjoint(OUTCOMES):
        gaps |= one_gap(Cause.MISSING, course.drug, detail="outcome")
    if not course.stopped_for and not course.is_ongoing and not frozenset(words).isdisjoint(REASONS_FOR_STOPPING):
        gaps |= one_gap(Cause.MISSING, course.drug, detail="stopped_for")
    return Judged(UNKNOWN if gaps else FALSE, gaps)
