"""Whether one course counts: its outcome, its length, its marks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from math import floor

from core.chart.entries import Course
from core.chart.words import FAILED, FAILURES, REASONS_FOR_STOPPING
from core.criteria.nodes import DoseLimit, Therapy
from core.criteria.values import Lasting, Which
from core.engine.explaining.answers import missing
from core.engine.explaining.comparing import Answer, together
from core.engine.explaining.courses import courses_of, stable_in, taken_on, telling_days
from core.engine.explaining.doses import Rate, compare_rate, rate_of
from core.engine.explaining.spans import days_of_course
from core.engine.explaining.therapy_days import Length, Qualifying
from core.engine.explaining.windows import Period, always
from core.engine.judgement.outcome import Assumption, Cause, Gap
from core.engine.judgement.situation import Situation
from core.values.day_spans import Spans
from core.values.duration import Duration
from core.values.interval import Interval
from core.values.partial_date import PartialDate
from core.values.truth import Truth, all_of, any_of

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Judged:
    """One course: whether it counts, on which days it certainly and possibly qualifies, which it can have, and why."""

    course: Course
    truth: Truth
    reason: str
    gaps: frozenset[Gap]
    refs: frozenset[str]
    sure: Spans
    maybe: Spans
    taken: Spans
    run_days: int | None = None
    assumed: frozenset[Assumption] = frozenset()
    route: Gap | None = None  # that it is not recorded, where it says how long a dose counts


def judge_course(node: Therapy, course: Course, days: Qualifying, long_enough: Length, situation: Situation) -> Judged:
    """Judge one course: whether it counts by outcome and length, or at any length, and why."""
    lasts = long_enough.truth
    outcome = _outcome(node, course)
    marks = _marks(node, course, situation)
    base = all_of((outcome.truth, lasts, *(mark.truth for mark in marks)))
    any_length = all_of((_any_length(node, course).truth, days.is_looked_at))
    truth = any_of((base, any_length))
    refs = days.refs | {ref for mark in marks for ref in mark.refs}
    reason = _reason(outcome.truth, lasts, base, any_length)
    gaps: set[Gap] = set()
    if truth is Truth.UNKNOWN:
        gaps = {gap for answer in (outcome, *marks) if answer.truth is Truth.UNKNOWN for gap in answer.gaps}
        if lasts is Truth.UNKNOWN:
            gaps |= {*days.gaps, *long_enough.gaps} or {Gap(Cause.IMPRECISE, course.drug)}
        if not gaps:
            gaps = set(_any_length(node, course).gaps) or {days.route or Gap(Cause.IMPRECISE, course.drug)}
    is_by_length = truth.is_known and any_length is not Truth.TRUE and outcome.truth is not Truth.FALSE
    assumed = frozenset(long_enough.assumed) if is_by_length else frozenset[Assumption]()
    return Judged(
        course,
        truth,
        reason,
        frozenset(gaps),
        frozenset(refs),
        days.sure,
        days.maybe,
        days.taken,
        long_enough.days,
        assumed,
        days.route,
    )


def _reason(outcome: Truth, lasts: Truth, base: Truth, any_length: Truth) -> str:
    if any_length is Truth.TRUE:
        return "any_length"
    if base is Truth.TRUE:
        return "counted"
    if outcome is Truth.FALSE:
        return "outcome"
    if lasts is Truth.FALSE:
        return "too_short"
    return "not_known" if base is Truth.UNKNOWN else "mark"


def _outcome(node: Therapy, course: Course) -> Answer:
    """Answer whether the course ended as asked: by its outcome, or by why it was stopped."""
    if node.counted_if is None:
        return Answer(Truth.TRUE, (), (course.ref,))
    return _among(node.counted_if, course)


def _any_length(node: Therapy, course: Course) -> Answer:
    return _among(node.any_length_if, course) if node.any_length_if else Answer(Truth.FALSE)


def _among(words: tuple[str, ...], course: Course) -> Answer:
    if course.outcome in words or course.stopped_for in words:
        return Answer(Truth.TRUE, (), (course.ref,))
    if course.outcome == FAILED and not FAILURES.isdisjoint(words):  # which failure it was is not told
        truth = Truth.TRUE if set(words) >= FAILURES else Truth.UNKNOWN
        return Answer(truth, (missing(course.drug, FAILED),) if truth is Truth.UNKNOWN else (), (course.ref,))
    asks_reason = any(word in REASONS_FOR_STOPPING for word in words)
    asks_outcome = any(word not in REASONS_FOR_STOPPING for word in words)
    gaps: list[Gap] = []
    if asks_outcome and not course.outcome:
        gaps.append(missing(course.drug, "outcome"))
    if asks_reason and not course.stopped_for and not course.is_ongoing:
        gaps.append(missing(course.drug, "stopped_for"))
    return Answer(Truth.UNKNOWN if gaps else Truth.FALSE, tuple(gaps), (course.ref,))


def _marks(node: Therapy, course: Course, situation: Situation) -> list[Answer]:
    """Return the further conditions a course has to fulfil."""
    marks: list[Answer] = []
    if node.is_dose_adequate_required:
        marks.append(_mark(course.is_dose_adequate, course, "dose_adequate"))
    if node.is_adherence_required:
        marks.append(_mark(course.is_adherence_documented, course, "adherence"))
    if node.is_still_on:
        now = days_of_course(course, situation).on(situation.days.decision_on)
        gaps = (Gap(Cause.IMPRECISE, course.drug),) if now is Truth.UNKNOWN else ()
        marks.append(Answer(now, gaps, (course.ref,)))
    if node.unchanged_for is not None:
        marks.append(_unchanged(node, node.unchanged_for, course, situation))
    marks += [
        _cumulative(course, limit, situation)
        for name, limit in node.cumulative.items()
        if course.drug in situation.scope.drugs((name,))
    ]
    return marks


def _mark(truth: Truth, course: Course, detail: str) -> Answer:
    return Answer(truth, (missing(course.drug, detail),) if truth is Truth.UNKNOWN else (), (course.ref,))


def _unchanged(node: Therapy, lasting: Lasting, course: Course, situation: Situation) -> Answer:
    """Answer whether the drug was taken on every day of the period and its dose did not change."""
    decision = situation.days.decision_on
    span = plain(lasting)
    edge = timedelta(0) if lasting.is_more else _DAY
    period = Period(span.before(decision) + edge, decision)
    alone = courses_of(situation.scope.catalogue.drugs_of(course.drug), situation)
    daily = [taken_on(alone, day, situation) for day in telling_days(period.first, period.last, alone, situation)]
    taken = all_of(answer.truth for answer in daily)
    stable = stable_in(node, Which((course.drug,)), always(period), situation)
    truth = all_of((taken, stable.truth))
    gaps = (*(gap for answer in daily if answer.truth is Truth.UNKNOWN for gap in answer.gaps), *stable.gaps)
    refs = (*(ref for answer in daily for ref in answer.refs), *stable.evidence)
    return Answer(truth, gaps if truth is Truth.UNKNOWN else (), refs)


def plain(lasting: Lasting) -> Duration:
    """Return the span of a period that can only be a length of time."""
    if isinstance(lasting.span, Duration):
        return lasting.span
    message = "an unchanged period is written as a length of time"
    raise TypeError(message)


def _cumulative(course: Course, limit: DoseLimit, situation: Situation) -> Answer:
    """Answer whether the doses of a course add up to what is asked."""
    summed = Interval.exactly(Decimal(0))
    for segment in course.doses:
        part = rate_of(segment.amount.amount, segment.amount.unit, Fraction(1))
        end = segment.end if segment.end is not None else PartialDate.on(situation.days.decision_on)
        if part.basis or not (segment.start.is_exact and end.is_exact):
            gap = Gap(Cause.UNIT if part.basis else Cause.IMPRECISE, course.drug)
            return Answer(Truth.UNKNOWN, (gap,), (course.ref,))
        times = 1 if not segment.per_days else floor((end.last - segment.start.first).days / segment.per_days) + 1
        summed = summed.plus(part.amount.scaled(Decimal(times)))
    if not course.doses:
        return Answer(Truth.UNKNOWN, (missing(course.drug, "dose"),), (course.ref,))
    total, day = Rate(summed, ""), situation.days.decision_on
    answers = tuple(compare_rate(total, op, each, course.drug, day, situation) for op, each in limit.tests)
    joint = together(all_of(answer.truth for answer in answers), answers)
    return Answer(joint.truth, joint.gaps, (course.ref, *joint.refs))
