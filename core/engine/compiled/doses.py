"""Daily doses: of one segment, of one course on a day, in mg or mg/kg; against limits of either kind."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from core.chart.entries import Course, DoseSegment
from core.criteria.scope import Scope
from core.criteria.values import Amount, Extreme, Limit
from core.engine.compiled.comparing import answered, extreme_of
from core.engine.compiled.judged import (
    FALSE,
    NO_GAPS,
    TRUE,
    UNKNOWN,
    Gaps,
    Judged,
    all_true,
    one_gap,
    unknown_for,
)
from core.engine.compiled.weights import Scale, compile_weight
from core.engine.judgement.outcome import Cause
from core.engine.judgement.situation import Situation
from core.values.duration import DAYS_PER_MONTH
from core.values.interval import Interval, Op, compare_intervals
from core.values.partial_date import PartialDate
from core.values.quantity import Quantity
from core.values.truth import Truth

_UNIT = re.compile(r"(g|mg|ug|U|IU)(/kg|/m2)?(?:/(day|week|month))?")
_MILLIGRAMS = {"g": Decimal(1000), "mg": Decimal(1), "ug": Decimal("0.001")}
_DAYS = {"": Fraction(1), "day": Fraction(1), "week": Fraction(7), "month": Fraction(DAYS_PER_MONTH)}
PER_KG = "/kg"
MASS = "mg"
NOTHING = Interval.exactly(Decimal(0))
ANYTHING = Interval(Decimal(0), None)


class Measure(NamedTuple):
    """A unit of dose: what is counted (mg, U), how much of it, per kg or m2, over how many days."""

    what: str
    factor: Decimal
    basis: str
    days: Fraction


def measure_of(unit: str) -> Measure | None:
    """Return the unit of dose that a text writes (``mg/kg/day``), or None."""
    match = _UNIT.fullmatch(unit)
    if match is None:
        return None
    word, basis, time = match[1], match[2] or "", match[3] or ""
    is_mass = word in _MILLIGRAMS
    return Measure(MASS if is_mass else word, _MILLIGRAMS[word] if is_mass else Decimal(1), basis, _DAYS[time])


class Rate(NamedTuple):
    """A dose: ``amount`` of something, per kg or m2 or for the whole body, every ``days`` days."""

    amount: Interval
    what: str
    basis: str
    days: int


class Dosed(NamedTuple):
    """The dose of a course on a day, or the gaps that leave it unknown."""

    rate: Rate | None
    gaps: Gaps = NO_GAPS


def rate_of(segment: DoseSegment) -> Rate | None:
    """Return the daily dose of a segment; None where its unit is no unit of dose."""
    return rate_in(segment.amount, segment.per_days)


def rate_in(amount: Quantity, per_days: Fraction) -> Rate | None:
    """Return an amount every so many days as whole numbers of days: 5 mg in half a day are 10 mg in one."""
    measure = measure_of(amount.unit)
    if measure is None or "/day" in amount.unit or "/week" in amount.unit or "/month" in amount.unit:
        return None
    scale = measure.factor * per_days.denominator
    return Rate(amount.amount.scaled(scale), measure.what, measure.basis, per_days.numerator)


def sum_of(rates: list[Rate]) -> Rate:
    """Return doses of one kind added, over the days that all of them fit into."""
    if len(rates) == 1:
        return rates[0]
    days = math.lcm(*(rate.days for rate in rates))
    total = NOTHING
    for rate in rates:
        total = total.plus(rate.amount.scaled(Decimal(days // rate.days)))
    return rates[0]._replace(amount=total, days=days)


def is_in_force(segment: DoseSegment, day: date) -> Truth:
    """Answer whether a segment holds on a day; one without an end goes on with its course."""
    start, end = segment.start, segment.end
    if start.first > day or (end is not None and end.last < day):
        return FALSE
    return TRUE if start.last <= day and _reaches(end, day) else UNKNOWN


def _reaches(end: PartialDate | None, day: date) -> bool:
    return end is None or end.first >= day


def dose_on(course: Course, day: date) -> Dosed:
    """Return the daily dose of a course on one of its days; segments of one day add up."""
    rates: list[Rate] = []
    for segment in course.doses:
        force = is_in_force(segment, day)
        if force is UNKNOWN:
            return Dosed(None, one_gap(Cause.IMPRECISE, course.drug))
        if force is FALSE or segment.per_days == 0:
            continue
        rate = rate_of(segment)
        if rate is None:
            return Dosed(None, one_gap(Cause.UNIT, course.drug))
        rates.append(rate)
    if not rates:
        return Dosed(None, one_gap(Cause.MISSING, course.drug, detail="dose"))
    if len({(rate.what, rate.basis) for rate in rates}) > 1:
        return Dosed(None, one_gap(Cause.UNIT, course.drug))
    return Dosed(sum_of(rates))


def no_dose(course: Course) -> Gaps:
    """Return that nothing at all is recorded of the doses of a course, or no gaps."""
    return NO_GAPS if course.doses else one_gap(Cause.MISSING, course.drug, detail="dose")


DoseTest = Callable[[Situation, Rate, date, str], Judged]
"""Answers whether a dose keeps a limit on a day; gaps are about the name given."""


class DoseLimits(NamedTuple):
    """The comparison of doses with limits, and the days on which a weight can change what it says."""

    test: DoseTest
    scale: Scale


def compile_dose_tests(tests: tuple[tuple[Op, Limit], ...], scope: Scope) -> DoseLimits:
    """Make the comparison of a daily dose with one or two limits."""
    scale = compile_weight(scope)
    made = tuple(_compile_test(op, limit, scale) for op, limit in tests)

    def test(situation: Situation, rate: Rate, day: date, subject: str) -> Judged:
        answers = [each(situation, rate, day, subject) for each in made]
        return answers[0] if len(answers) == 1 else all_true(answers)

    return DoseLimits(test, scale)


def _compile_test(op: Op, limit: Limit, scale: Scale) -> DoseTest:
    if isinstance(limit, Extreme):
        first, second = _compile_test(op, limit.first, scale), _compile_test(op, limit.second, scale)

        def extreme(situation: Situation, rate: Rate, day: date, subject: str) -> Judged:
            sides = first(situation, rate, day, subject), second(situation, rate, day, subject)
            return extreme_of(op, limit.which, sides)

        return extreme
    measure = measure_of(limit.unit) if isinstance(limit, Amount) else None
    if measure is None or not isinstance(limit, Amount):
        return lambda _situation, _rate, _day, subject: unknown_for(Cause.UNIT, subject)
    return _amount_test(op, limit.number * measure.factor, measure, scale)


def _amount_test(op: Op, number: Decimal, measure: Measure, scale: Scale) -> DoseTest:
    day_parts = Decimal(measure.days.denominator), Decimal(measure.days.numerator)

    def test(situation: Situation, rate: Rate, day: date, subject: str) -> Judged:
        # number / measure.days against rate.amount / rate.days, brought to whole numbers
        dose = rate.amount.scaled(day_parts[1])
        limit = number * day_parts[0] * rate.days
        if rate.what != measure.what:
            return unknown_for(Cause.UNIT, subject)
        if rate.basis == measure.basis:
            return answered(dose.compare(op, limit), one_gap(Cause.IMPRECISE, subject))
        if rate.what != MASS or {rate.basis, measure.basis} != {"", PER_KG}:
            return unknown_for(Cause.UNIT, subject)
        weight = scale.on(situation, day)
        if weight.kilograms is None:
            return Judged(UNKNOWN, weight.gaps, weight.evidence)
        if rate.basis == PER_KG:
            truth = compare_intervals(times(dose, weight.kilograms), op, Interval.exactly(limit))
        else:
            truth = compare_intervals(dose, op, weight.kilograms.scaled(limit))
        gaps = weight.gaps or one_gap(Cause.IMPRECISE, subject)
        return Judged(truth, gaps if truth is UNKNOWN else NO_GAPS, weight.evidence)

    return test


def times(one: Interval, other: Interval) -> Interval:
    """Return the possible products of two numbers that are not negative."""
    low = None if one.low is None or other.low is None else one.low * other.low
    high = None if one.high is None or other.high is None else one.high * other.high
    return Interval(low, high, one.is_low_open or other.is_low_open, one.is_high_open or other.is_high_open)
