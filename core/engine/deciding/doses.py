"""Doses: what was taken on a day, against the unit a limit asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from core.catalogue.concept import Concept
from core.chart.values import Measured
from core.chart.words import TREATMENTS
from core.criteria.scope import Scope
from core.criteria.values import Amount, Extreme, Limit
from core.engine.deciding.absences import Covers, covering
from core.engine.deciding.calendar import OPEN, after, before
from core.engine.deciding.given import meet
from core.engine.deciding.kleene import FALSE, NUMBER, TRUE, UNKNOWN
from core.engine.deciding.limits import extreme_tests
from core.engine.deciding.moment import Moment
from core.engine.deciding.record import MASS, Days, Result, Segment, Taken
from core.engine.deciding.windows import always
from core.values.day_spans import cut_up, span
from core.values.duration import Duration, TimeUnit
from core.values.interval import Interval, Op, compare_intervals

Rate = tuple[Interval, str]
"""An amount a day, and what it is counted per: "" for a mass, "kg", "m2", or a unit of its own."""

DoseTest = Callable[[Rate, int, Moment], int]
"""Whether a rate on a day keeps a limit."""

_PER: Mapping[str, int] = {"day": 1, "d": 1, "week": 7, "wk": 7, "month": 30}
_STANDS = (Duration(6, TimeUnit.MONTH), Duration(12, TimeUnit.MONTH))
_ADULT = Duration(18, TimeUnit.YEAR)
_AROUND = range(-1, 4)
_NONE = Decimal(0)
_ANY = Interval(_NONE, None)
_SOME = Interval(_NONE, None, is_low_open=True)


def limit_rate(limit: Amount) -> tuple[Decimal, str]:
    """Return a limit (``1.5 g/day``, ``0.15 mg/kg/day``) as a number a day and what it is counted per."""
    unit, _, per = limit.unit.rpartition("/")
    days, unit = (_PER[per], unit) if per in _PER else (1, limit.unit)
    mass, _, basis = unit.partition("/")
    if mass not in MASS or basis not in ("", "kg", "m2"):
        return limit.number / days, unit
    return limit.number * MASS[mass] / days, basis


def rate_on(taken: Taken, day: int, m: Moment) -> Rate | None:
    """Return the rate at which a course that is taken on a day is taken; None where it is not known."""
    found = _segments_on(taken, day, m)
    if found is None:
        return None
    rates = [(each.rate, each.basis) for each in found if each.rate is not None]
    if not rates or len({basis for _, basis in rates}) > 1:
        return None
    total = rates[0][0]
    for rate, _ in rates[1:]:
        total = total.plus(rate)
    return total, rates[0][1]


def _segments_on(taken: Taken, day: int, m: Moment) -> list[Segment] | None:
    """Return the segments of a day; None if one may or may not hold it."""
    days = taken.days_at(m.evaluation, m.stopped)
    found: list[Segment] = []
    for each in taken.segments:
        first, last = each.end if each.end is not None else days[2:]
        if each.start[1] <= day <= first:
            found.append(each)
        elif each.start[0] <= day <= last:
            return None
    return found


def kilograms(day: int, m: Moment) -> Interval:
    """Return what the weight can be: the newest on or before a day, at most 6 months old under 18 and 12 above."""
    concept = m.record.catalogue.by_role.get("weight")
    if concept is None:
        return _SOME
    day = min(day, m.measured)  # ahead the newest weight is held, as every result is
    found = [
        each for each in m.record.of(concept.id)
        if each.last is not None and each.last <= day and isinstance(each.value, Measured)
    ]  # fmt: skip
    newest: Result | None = None
    for each in found:
        if newest is None or (each.last, each.clock) > (newest.last, newest.clock):
            newest = each
    if newest is None or newest.first is None or newest.quantity is None:
        return _SOME
    birth = m.record.birth
    is_adult = birth is not None and after(_ADULT)(birth[1]) <= day
    unit = concept.unit(newest.quantity.unit)
    if unit is None or newest.first < before(_STANDS[is_adult])(day):
        return _SOME
    known = newest.quantity.amount.scaled(unit.factor)
    return known if known.low else Interval(_NONE, known.high, is_low_open=True, is_high_open=known.is_high_open)


def dose_test(op: Op, limit: Limit) -> DoseTest:
    """Return the test of a rate against a limit; mg and mg/kg meet through the weight of the day."""
    if isinstance(limit, Extreme):
        return _extreme(op, limit)
    if not isinstance(limit, Amount):
        return lambda _rate, _day, _m: UNKNOWN
    number, basis = limit_rate(limit)

    def test(rate: Rate, day: int, m: Moment) -> int:
        amount, own = rate
        if own == basis:
            return NUMBER[amount.compare(op, number)]
        if {own, basis} != {"", "kg"}:
            return UNKNOWN
        weight = kilograms(day, m)
        amount = amount.times(weight) if own == "kg" else amount
        bound = weight.scaled(number) if number and basis == "kg" else Interval.exactly(number)
        return NUMBER[compare_intervals(amount, op, bound)]

    return test


def _extreme(op: Op, limit: Extreme) -> DoseTest:
    tests = extreme_tests(op, limit, dose_test)
    return lambda rate, day, m: tests(lambda test: test(rate, day, m))


def course_dose(taken: Taken, test: DoseTest, day: int, m: Moment) -> int:
    """Return whether a course is taken at a dose on one of its days."""
    rate = rate_on(taken, day, m)
    return UNKNOWN if rate is None else test(rate, day, m)


# --- the days on which doses can change


def edges(courses: Iterable[Taken], m: Moment) -> set[int]:
    """Return every day on which courses, their doses, the weight or a list can be otherwise than the day before."""
    found = {m.evaluation + 1}
    for taken in courses:
        found.update(_edges_of(taken.days_at(m.evaluation, m.stopped)))
        for each in taken.segments:
            found.update(each.start)
            if each.end is not None:
                found.update((each.end[0] + 1, each.end[1] + 1))
    found.update(_other_edges(m))
    return found


def _edges_of(days: Days) -> Iterator[int]:
    yield from days[:2]
    yield from (end + 1 for end in days[2:] if end != OPEN)


def _other_edges(m: Moment) -> Iterator[int]:
    record = m.record
    if record.birth is not None:
        yield record.birth[0]
        yield from (after(_ADULT)(record.birth[1]) + step for step in _AROUND)
    concept = record.catalogue.by_role.get("weight")
    for each in () if concept is None else record.of(concept.id):
        if each.first is not None and each.last is not None:
            yield each.last
            yield from (after(stands)(each.first) + step for stands in _STANDS for step in _AROUND)


def list_edges(m: Moment, scope: Scope) -> Iterator[int]:
    """Yield the days on which what is known of the treatment list changes."""
    fresh = after(scope.freshness_of_list(TREATMENTS))
    for spans in m.record.complete.values():
        for since, as_of in spans:
            yield from (since, fresh(as_of) + 1)
    for as_of in m.record.never.values():
        yield fresh(as_of) + 1


def telling_days(first: int, last: int, courses: Iterable[Taken], m: Moment, scope: Scope) -> list[int]:
    """Return a day for each stretch of a period within which nothing that is taken changes."""
    turning = edges(courses, m) | set(list_edges(m, scope))
    return [start for start, _ in cut_up(span(first, last), turning)]


# --- doses of a whole class


class ClassDose:
    """The sum, in mg a day of the reference substance, over the courses of a class on one day."""

    def __init__(self, concept: Concept, qualifiers: tuple[str, ...], scope: Scope) -> None:
        self._scope = scope
        self._qualifiers = qualifiers
        self.drugs = scope.catalogue.drugs_of(concept.dose_of)
        self._covers: Covers = covering(self.drugs, scope)

    def courses(self, m: Moment) -> list[Taken]:
        """Return the courses that are, or may be, of the class."""
        return [each for each, _ in m.record.of_drugs(self.drugs)]

    def on(self, day: int, m: Moment) -> Interval:
        """Return what the sum can be."""
        total = Interval.exactly(_NONE)
        for taken, is_meant in m.record.of_drugs(self.drugs):
            there = min(is_meant, meet(taken.days_at(m.evaluation, m.stopped), day, day), self._by_way_of(taken))
            if there == FALSE:
                continue
            amount = self._equivalent(taken, day, m) or _ANY
            total = total.plus(amount if there == TRUE else Interval(_NONE, amount.high))
        return total if self._covers(m, always(day, day)) else total.plus(_ANY)

    def _by_way_of(self, taken: Taken) -> int:
        route = taken.course.route
        if "without_pulses" in self._qualifiers and route == "pulse":
            return FALSE
        if "oral" not in self._qualifiers or route == "oral":
            return TRUE
        return FALSE if route else UNKNOWN

    def _equivalent(self, taken: Taken, day: int, m: Moment) -> Interval | None:
        rate = rate_on(taken, day, m)
        drug = self._scope.catalogue.drugs.get(taken.drug)
        if rate is None or drug is None or drug.equivalence is None:
            return None
        amount = rate[0].scaled(drug.equivalence)
        if rate[1] == "":
            return amount
        return amount.times(kilograms(day, m)) if rate[1] == "kg" else None
