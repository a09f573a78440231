"""Cumulative doses: what the courses of a drug add up to."""

from __future__ import annotations

import math
from datetime import date
from decimal import Decimal
from fractions import Fraction

from core.chart.entries import Course, DoseSegment
from core.criteria.nodes import DoseLimit
from core.criteria.values import Amount
from core.engine.compiled.comparing import answered
from core.engine.compiled.courses import days_of
from core.engine.compiled.days import Span
from core.engine.compiled.doses import Rate, measure_of, rate_in, sum_of, times
from core.engine.compiled.judged import UNKNOWN, Judged, all_true, one_gap, together, unknown_for
from core.engine.judgement.outcome import Cause
from core.engine.judgement.situation import Situation
from core.values.interval import Interval, Op


def cumulative(situation: Situation, courses: list[Course], limit: DoseLimit, drug: str) -> Judged:
    """Answer whether the doses of all courses of a drug add up to what is asked."""
    totals = [_total(situation, course) for course in courses]
    unknown = [each for each in totals if isinstance(each, Judged)]
    if unknown:
        return together(UNKNOWN, unknown)
    rates = [each for each in totals if isinstance(each, Rate)]
    if len({(rate.what, rate.basis) for rate in rates}) > 1:
        return unknown_for(Cause.UNIT, drug)
    total = sum_of(rates)
    return all_true([_compared(total, op, bound, drug) for op, bound in limit.tests])


def _compared(total: Rate, op: Op, bound: object, drug: str) -> Judged:
    measure = measure_of(bound.unit) if isinstance(bound, Amount) else None
    if measure is None or not isinstance(bound, Amount) or (measure.what, measure.basis) != (total.what, total.basis):
        return unknown_for(Cause.UNIT, drug)
    return answered(total.amount.compare(op, bound.number * measure.factor), one_gap(Cause.IMPRECISE, drug))


def _total(situation: Situation, course: Course) -> Rate | Judged:
    """Return the doses of one course added."""
    span = days_of(situation, course)
    latest = situation.days.decision_on
    rates: list[Rate] = []
    for segment in course.doses:
        rate = rate_in(segment.amount, Fraction(1))
        if rate is None:
            return unknown_for(Cause.UNIT, course.drug)
        rates.append(rate._replace(amount=times(rate.amount, _doses_given(segment, span, latest))))
    if not rates:
        return unknown_for(Cause.MISSING, course.drug, detail="dose")
    if len({(rate.what, rate.basis) for rate in rates}) > 1:
        return unknown_for(Cause.UNIT, course.drug)
    return sum_of(rates)


def _doses_given(segment: DoseSegment, span: Span, latest: date) -> Interval:
    """Return how many doses a segment held, from its first day to its end, its course's end or the decision day."""
    if segment.per_days == 0:
        return Interval.exactly(Decimal(1))
    ends = (span.ends_first, span.ends_last) if segment.end is None else (segment.end.first, segment.end.last)
    fewest = _count(segment.start.last, min(ends[0], latest), segment.per_days)
    most = _count(segment.start.first, min(ends[1], latest), segment.per_days)
    return Interval(Decimal(min(fewest, most)), Decimal(most))


def _count(first: date, last: date, per_days: Fraction) -> int:
    days = (last - first).days + 1
    return math.ceil(days / per_days) if days > 0 else 0
