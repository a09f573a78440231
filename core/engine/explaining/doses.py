"""Doses: what was taken on a day, in the unit a limit asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from core.catalogue.concept import Concept
from core.chart.entries import Course, DoseSegment
from core.chart.values import Measured
from core.criteria.values import Amount, Extreme, Limit
from core.engine.explaining.answers import missing
from core.engine.explaining.comparing import Answer, extreme_of
from core.engine.explaining.lists import cover
from core.engine.explaining.meant import covers
from core.engine.explaining.spans import days_of_course
from core.engine.explaining.windows import Period, always
from core.engine.judgement.outcome import Cause, Gap
from core.engine.judgement.situation import Situation
from core.values.duration import Duration, TimeUnit, completed_years
from core.values.interval import Interval, Op, compare_intervals
from core.values.truth import Truth, all_of

MASS: dict[str, Decimal] = {"g": Decimal(1000), "mg": Decimal(1), "ug": Decimal("0.001")}
"""Masses in milligrams."""

_PER: dict[str, int] = {"day": 1, "d": 1, "week": 7, "wk": 7, "month": 30}
_ADULT_YEARS = 18
_WEIGHT_STANDS = (Duration(6, TimeUnit.MONTH), Duration(12, TimeUnit.MONTH))
_ZERO = Interval.exactly(Decimal(0))
_SOME = Interval(Decimal(0), None, is_low_open=True)
"""A weight nobody recorded: more than nothing."""


@dataclass(frozen=True, slots=True)
class Rate:
    """An amount per day: ``basis`` is "" for a plain mass, "kg" or "m2" for one per size, else a unit of its own."""

    amount: Interval
    basis: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What is known of a dose on a day: an amount, or the gaps that hide it; refs it rests on."""

    rate: Rate | None
    gaps: tuple[Gap, ...] = ()
    refs: tuple[str, ...] = ()


def rate_of(amount: Interval, unit: str, per_days: Fraction) -> Rate:
    """Return an amount in mg a day, or mg a day per kg or m2; other units stay as they are."""
    mass, _, basis = unit.partition("/")
    if mass not in MASS or basis not in ("", "kg", "m2"):
        return Rate(_per_day(amount, per_days), unit)
    return Rate(_per_day(amount.scaled(MASS[mass]), per_days), basis)


def _per_day(amount: Interval, per_days: Fraction) -> Interval:
    def divided(number: Decimal | None) -> Decimal | None:
        return None if number is None else number * per_days.denominator / per_days.numerator

    return Interval(divided(amount.low), divided(amount.high), amount.is_low_open, amount.is_high_open)


def limit_rate(limit: Amount) -> Rate:
    """Return a limit such as ``1.5 g/day``, ``0.15 mg/kg/day`` or ``20 mg/week`` as a rate."""
    unit, _, per = limit.unit.rpartition("/")
    if per not in _PER:
        return rate_of(Interval.exactly(limit.number), limit.unit, Fraction(1))
    return rate_of(Interval.exactly(limit.number), unit, Fraction(_PER[per]))


def segments_on(course: Course, day: date, situation: Situation) -> tuple[DoseSegment, ...] | None:
    """Return the segments of a day; None if one may or may not hold it."""
    days = days_of_course(course, situation)
    found: list[DoseSegment] = []
    for segment in course.doses:
        end_first = segment.end.first if segment.end is not None else days.sure_end
        end_last = segment.end.last if segment.end is not None else days.possible_end
        is_certain = segment.start.last <= day and (end_first is None or end_first >= day)
        is_possible = segment.start.first <= day and (end_last is None or end_last >= day)
        if is_certain:
            found.append(segment)
        elif is_possible:
            return None
    return tuple(found)


def dose_on(course: Course, day: date, situation: Situation) -> Taken:
    """Return the rate at which a course that is taken on ``day`` is taken."""
    segments = segments_on(course, day, situation)
    if segments is None:
        return Taken(None, (Gap(Cause.IMPRECISE, course.drug),), (course.ref,))
    rates = [rate_of(each.amount.amount, each.amount.unit, each.per_days) for each in segments if each.per_days]
    if not rates or len({rate.basis for rate in rates}) > 1:
        return Taken(None, (missing(course.drug, "dose"),), (course.ref,))
    total = rates[0].amount
    for rate in rates[1:]:
        total = total.plus(rate.amount)
    return Taken(Rate(total, rates[0].basis), (), (course.ref,))


def weight_on(day: date, situation: Situation) -> Taken:
    """Return the newest weight (kg) on or before a day, at most 6 months old under 18 and 12 above."""
    concept = situation.scope.catalogue.by_role.get("weight")
    if concept is None:
        return Taken(None, (missing("weight"),))
    day = min(day, situation.measured.decision_on)  # ahead the newest weight is held, as every result is
    birth = situation.chart.birth
    is_adult = birth is not None and completed_years(birth.last, day) >= _ADULT_YEARS
    oldest = _WEIGHT_STANDS[1 if is_adult else 0].before(day)
    found = [
        (finding.on, finding)
        for finding in situation.chart.of(concept.id)
        if finding.on is not None and finding.on.last <= day and isinstance(finding.value, Measured)
    ]
    if not found:
        return Taken(None, (missing(concept.id),))
    on, newest = max(found, key=lambda each: (each[0].last, each[0].clock))
    if on.first < oldest:
        return Taken(None, (Gap(Cause.STALE, concept.id),), (newest.ref,))
    quantity = newest.value.quantity if isinstance(newest.value, Measured) else None
    unit = None if quantity is None else concept.unit(quantity.unit)
    if quantity is None or unit is None:
        return Taken(None, (Gap(Cause.UNIT, concept.id),), (newest.ref,))
    gaps = () if quantity.amount.is_exact else (Gap(Cause.IMPRECISE, concept.id),)
    return Taken(Rate(quantity.amount.scaled(unit.factor), ""), gaps, (newest.ref,))


def _kilograms(weight: Taken) -> Interval:
    """Return what a weight can be: more than nothing where nobody knows."""
    known = _SOME if weight.rate is None else weight.rate.amount
    if known.low:
        return known
    return Interval(Decimal(0), known.high, is_low_open=True, is_high_open=known.is_high_open)


def compare_rate(rate: Rate, op: Op, limit: Limit, subject: str, day: date, situation: Situation) -> Answer:
    """Answer ``rate op limit``; mg and mg/kg meet through the weight of the day."""
    if isinstance(limit, Extreme):
        return extreme_of(op, limit, lambda each, part: compare_rate(rate, each, part, subject, day, situation))
    if not isinstance(limit, Amount):
        return Answer(Truth.UNKNOWN, (Gap(Cause.UNIT, subject),))
    bound = limit_rate(limit)
    refs: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    if rate.basis != bound.basis:
        if {rate.basis, bound.basis} != {"", "kg"}:
            return Answer(Truth.UNKNOWN, (Gap(Cause.UNIT, subject),))
        weight = weight_on(day, situation)
        kilograms, refs, gaps = _kilograms(weight), weight.refs, weight.gaps
        rate = Rate(rate.amount.times(kilograms), "") if rate.basis == "kg" else rate
        bound = Rate(bound.amount.times(kilograms), "") if bound.basis == "kg" else bound
    truth = compare_intervals(rate.amount, op, bound.amount)
    return Answer(truth, (gaps or (Gap(Cause.IMPRECISE, subject),)) if truth is Truth.UNKNOWN else (), refs)


def compare_dose_concept(
    concept: Concept, qualifiers: tuple[str, ...], op: Op, limit: Limit, day: date, situation: Situation
) -> Answer:
    """Answer ``dose op limit`` for a dose computed from the courses of a class on one day."""
    taken = total_on(concept, qualifiers, day, situation)
    if taken.rate is None:
        return Answer(Truth.UNKNOWN, taken.gaps, taken.refs)
    answer = compare_rate(taken.rate, op, limit, concept.id, day, situation)
    refs = (*taken.refs, *answer.refs)
    if answer.truth is not Truth.UNKNOWN:
        return Answer(answer.truth, (), refs)
    own = tuple(gap for gap in answer.gaps if gap != Gap(Cause.IMPRECISE, concept.id))
    return Answer(Truth.UNKNOWN, (*taken.gaps, *own) or answer.gaps, refs)


def total_on(concept: Concept, qualifiers: tuple[str, ...], day: date, situation: Situation) -> Taken:
    """Return the sum, in mg a day of the reference substance, over the courses of the class taken on a day."""
    drugs = situation.scope.catalogue.drugs_of(concept.dose_of)
    total = _ZERO
    gaps: list[Gap] = []
    refs: list[str] = []
    for course in situation.chart.courses:
        present = all_of((covers(course, drugs, situation), days_of_course(course, situation).on(day)))
        way = _is_by_way_of(course, qualifiers)
        there = all_of((present, way))
        if there is Truth.FALSE:
            continue
        part = _equivalent(course, day, situation)
        refs += part.refs
        if way is Truth.UNKNOWN:
            gaps.append(missing(course.drug, "route"))
        if present is Truth.UNKNOWN:
            gaps.append(Gap(Cause.IMPRECISE, course.drug))
        gaps += part.gaps
        amount = Interval(Decimal(0), None) if part.rate is None else part.rate.amount
        total = total.plus(amount if there is Truth.TRUE else Interval(Decimal(0), amount.high))
    covered = cover((concept.dose_of,), drugs, always(Period(day, day)), situation)
    if not covered.is_whole:
        total = total.plus(Interval(Decimal(0), None))
        gaps += covered.gaps
    return Taken(Rate(total, ""), tuple(gaps), (*refs, *covered.evidence))


def _is_by_way_of(course: Course, qualifiers: tuple[str, ...]) -> Truth:
    """A course is a pulse only where its route says so; whether one without a route is oral is not known."""
    if "without_pulses" in qualifiers and course.route == "pulse":
        return Truth.FALSE
    if "oral" not in qualifiers or course.route == "oral":
        return Truth.TRUE
    return Truth.FALSE if course.route else Truth.UNKNOWN


def _equivalent(course: Course, day: date, situation: Situation) -> Taken:
    dose = dose_on(course, day, situation)
    if dose.rate is None:
        return dose
    drug = situation.scope.catalogue.drugs.get(course.drug)
    factor = None if drug is None else drug.equivalence
    if factor is None:
        return Taken(None, (Gap(Cause.UNIT, course.drug),), dose.refs)
    amount = dose.rate.amount.scaled(factor)
    if dose.rate.basis == "":
        return Taken(Rate(amount, ""), (), dose.refs)
    if dose.rate.basis != "kg":
        return Taken(None, (Gap(Cause.UNIT, course.drug),), dose.refs)
    weight = weight_on(day, situation)
    return Taken(Rate(amount.times(_kilograms(weight)), ""), weight.gaps, (*dose.refs, *weight.refs))


def compare_course_dose(course: Course, op: Op, limit: Limit, day: date, situation: Situation) -> Answer:
    """Answer whether a course is taken at a dose on one of its days."""
    dose = dose_on(course, day, situation)
    if dose.rate is None:
        return Answer(Truth.UNKNOWN, dose.gaps, dose.refs)
    return together_with_refs(compare_rate(dose.rate, op, limit, course.drug, day, situation), dose.refs)


def together_with_refs(answer: Answer, refs: tuple[str, ...]) -> Answer:
    """Return the answer resting on further entries."""
    return Answer(answer.truth, answer.gaps, (*answer.refs, *refs))
