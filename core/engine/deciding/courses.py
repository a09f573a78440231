"""Being on, off or stable on a drug: on every day of a period."""

from __future__ import annotations

from collections.abc import Sequence

from core.criteria.nodes import Off, On, Stable
from core.criteria.scope import Scope
from core.criteria.values import Which
from core.engine.deciding.absences import covering
from core.engine.deciding.calendar import LONG_AGO
from core.engine.deciding.doses import DoseTest, Rate, course_dose, dose_test, rate_on, telling_days
from core.engine.deciding.given import In, looked, meet, over, received_in
from core.engine.deciding.kleene import FALSE, TRUE, UNKNOWN
from core.engine.deciding.moment import Decide, Moment
from core.engine.deciding.record import Meant
from core.engine.deciding.windows import Look, Period, always, lasting


def decide_on(node: On, scope: Scope) -> Decide:
    """Return ``on``: taken on every day of the period, at the dose asked for."""
    test = None if node.op is None or node.limit is None else dose_test(node.op, node.limit)
    return over(node.which, lasting(node.lasting, scope), lambda which: _on(which, test, scope))


def decide_off(node: Off, scope: Scope) -> Decide:
    """Return ``off``: received on no day of the period."""

    def off(which: Which) -> In:
        left = scope.drugs(which.names) - scope.drugs(which.other_than)
        names = which.names if not which.other_than else tuple(sorted(left))
        given = received_in(names, scope)
        return lambda m, look: -given(m, look)

    return over(node.which, lasting(node.lasting, scope), off)


def decide_stable(node: Stable, scope: Scope) -> Decide:
    """Return ``stable``: the same dose of every drug on every day of the period, none included."""
    return over(node.which, lasting(node.lasting, scope), lambda which: stable_in(which, scope))


def drugs_of(which: Which, scope: Scope) -> frozenset[str]:
    """Return the drugs that names stand for, less those behind ``other than``."""
    return scope.drugs(which.names) - scope.drugs(which.other_than)


def taken_on(courses: Sequence[Meant], day: int, m: Moment, test: DoseTest | None = None) -> int:
    """Return whether one of the courses is taken on a day, at a dose."""
    best = FALSE
    for taken, is_meant in courses:
        truth = min(is_meant, meet(taken.days_at(m.evaluation, m.stopped), day, day))
        if truth != FALSE and test is not None:
            truth = min(truth, course_dose(taken, test, day, m))
        best = max(best, truth)
    return best


def _on(which: Which, test: DoseTest | None, scope: Scope) -> In:
    drugs = drugs_of(which, scope)
    covers = covering(drugs, scope)

    def on_in(m: Moment, courses: Sequence[Meant], first: int, last: int) -> int:
        start = last if first == LONG_AGO else first
        days = telling_days(start, last, [taken for taken, _ in courses], m, scope)
        truth = min((taken_on(courses, day, m, test) for day in days), default=TRUE)
        return truth if truth != FALSE else FALSE if covers(m, always(first, last)) else UNKNOWN

    def judge(m: Moment, look: Look) -> int:
        courses = m.record.of_drugs(drugs)
        first, last, widest, widest_last = look(drugs)
        sure = on_in(m, courses, first, last)
        if sure == FALSE or (first, last) == (widest, widest_last):
            return sure
        is_placed = widest != LONG_AGO
        return TRUE if is_placed and on_in(m, courses, widest, widest_last) == TRUE else UNKNOWN

    return judge


def stable_in(which: Which, scope: Scope) -> In:
    """Return whether every drug has one dose on all days looked at."""
    drugs = drugs_of(which, scope)
    covers = covering(drugs, scope)

    def judge(m: Moment, look: Look) -> int:
        courses = m.record.of_drugs(drugs)
        is_whole = covers(m, look)
        truth = TRUE if is_whole else UNKNOWN
        for drug in {taken.drug for taken, _ in courses}:
            own = [each for each in courses if each[0].drug == drug]
            period = look(looked(drug, frozenset(), drugs, scope))
            truth = min(truth, _one_dose(m, own, period, scope, is_whole=is_whole))
        return truth

    return judge


def _one_dose(m: Moment, courses: list[Meant], period: Period, scope: Scope, *, is_whole: bool) -> int:
    first, last, widest, widest_last = period
    sure = _one_dose_in(m, courses, first, last, scope, is_whole=is_whole)
    if sure == FALSE or (first, last) == (widest, widest_last):
        return sure
    if widest == LONG_AGO:
        return UNKNOWN
    beyond = _one_dose_in(m, courses, widest, widest_last, scope, is_whole=is_whole)
    return TRUE if beyond == TRUE else UNKNOWN


def _one_dose_in(m: Moment, courses: list[Meant], first: int, last: int, scope: Scope, *, is_whole: bool) -> int:
    doses: set[tuple[Rate, ...]] = set()
    is_open = False
    start = last if first == LONG_AGO else first
    for day in telling_days(start, last, [taken for taken, _ in courses], m, scope):
        rates = _rates_on(m, courses, day)
        if rates is None:
            is_open = True
        elif rates or is_whole:
            doses.add(rates)
    if len(doses) > 1:
        return FALSE
    return UNKNOWN if is_open else TRUE


def _rates_on(m: Moment, courses: list[Meant], day: int) -> tuple[Rate, ...] | None:
    """Return the rates of a day; None where one is not known."""
    rates: list[Rate] = []
    is_open = False
    for taken, is_meant in courses:
        there = min(is_meant, meet(taken.days_at(m.evaluation, m.stopped), day, day))
        if there == FALSE:
            continue
        rate = rate_on(taken, day, m)
        if there == UNKNOWN or rate is None:
            is_open = True
        else:
            rates.append(rate)
    return None if is_open else tuple(rates)
