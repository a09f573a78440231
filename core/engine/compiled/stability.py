"""stable: the same dose on every day of the period, none included."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from core.chart.entries import Course
from core.criteria.nodes import Stable
from core.criteria.scope import Scope
from core.engine.compiled.courses import Drugs, courses_of, days_of, drugs_of, taken
from core.engine.compiled.days import after
from core.engine.compiled.doses import Rate, dose_on, sum_of
from core.engine.compiled.judged import (
    FALSE,
    NO_GAPS,
    TRUE,
    UNKNOWN,
    Ask,
    Gaps,
    Judged,
    all_true,
    one_gap,
    together,
)
from core.engine.compiled.lists import Absent, compile_absence, joined
from core.engine.compiled.windows import Bounds, lasting_frame, over_windows
from core.engine.judgement.outcome import Cause
from core.engine.judgement.situation import Situation
from core.values.interval import compare_intervals
from core.values.truth import Truth, truth_of


def ask_stable(node: Stable, scope: Scope) -> Ask:
    """Make ``stable which for …``."""
    names = node.which.names
    groups = tuple((name,) for name in names) if node.which.mode == "each" else (names,)
    asks = tuple(_compile_stable(node, group, scope) for group in groups)
    return lambda situation: all_true([ask(situation) for ask in asks])


def _compile_stable(node: Stable, names: tuple[str, ...], scope: Scope) -> Ask:
    drugs = drugs_of(names, node.which.other_than, scope)
    frame_of = lasting_frame(node.lasting, scope, drugs_of(node.which.names, node.which.other_than, scope).ids)
    absent = compile_absence(drugs.wanted, scope)

    subject = joined(names)

    def ask(situation: Situation) -> Judged:
        return over_windows(frame_of(situation), subject, lambda bounds: _stable(situation, bounds, drugs, absent))

    return ask


def _stable(situation: Situation, bounds: Bounds, drugs: Drugs, absent: Absent) -> Judged:
    courses = courses_of(situation, drugs)
    by_drug: dict[str, list[Course]] = {}
    for course in courses:
        by_drug.setdefault(course.drug, []).append(course)
    days = _turning_days(situation, courses, bounds)
    rest = absent(situation, bounds)
    answers = [_same_on(situation, days, of_drug, drugs, rest) for of_drug in by_drug.values()]
    changed = [answer for answer in answers if answer.truth is FALSE]
    if changed:
        return together(FALSE, changed)
    lists = rest._replace(truth=TRUE if rest.truth is FALSE else UNKNOWN)
    truth = UNKNOWN if any(answer.truth is UNKNOWN for answer in (*answers, lists)) else TRUE
    return together(truth, [*answers, lists])


def _same_on(situation: Situation, days: Iterable[date], courses: list[Course], drugs: Drugs, rest: Judged) -> Judged:
    """Answer whether the dose of one drug is the same on all the days; none only where ``rest`` tells of no other."""
    refs = frozenset(course.ref for course in courses)
    doses: list[Rate | None] = []
    gaps: Gaps = NO_GAPS
    for day in days:
        dose, why = _dose_of_drug(situation, day, courses, drugs)
        gaps |= why
        if not why and (dose is not None or rest.truth is FALSE):
            doses.append(dose)
    given = [dose for dose in doses if dose is not None]
    if FALSE in _pairs(given):
        return Judged(FALSE, NO_GAPS, refs)
    truths = _pairs(doses)
    if FALSE in truths:
        return Judged(FALSE, NO_GAPS, refs | rest.evidence, rest.assumed)
    if UNKNOWN in truths:
        gaps |= one_gap(Cause.IMPRECISE, courses[0].drug)
    return Judged(UNKNOWN if gaps else TRUE, gaps, refs)


def _pairs(doses: Sequence[Rate | None]) -> list[Truth]:
    return [_is_same(one, other) for at, one in enumerate(doses) for other in doses[at + 1 :]]


def _dose_of_drug(situation: Situation, day: date, courses: list[Course], drugs: Drugs) -> tuple[Rate | None, Gaps]:
    """Return the dose of a drug on a day (None: not taken), and the gaps that leave it unknown."""
    rates: list[Rate] = []
    gaps: Gaps = NO_GAPS
    for course in courses:
        present = taken(situation, course, Bounds(day, day), drugs)
        if present.truth is not TRUE:
            gaps |= present.gaps
            continue
        dosed = dose_on(course, day)
        gaps |= dosed.gaps
        if dosed.rate is not None:
            rates.append(dosed.rate)
    return (sum_of(rates) if rates else None), gaps


def _is_same(one: Rate | None, other: Rate | None) -> Truth:
    if one is None or other is None:
        return truth_of(one is other)
    if (one.what, one.basis) != (other.what, other.basis):
        return UNKNOWN
    amounts = one.amount.scaled(Decimal(other.days)), other.amount.scaled(Decimal(one.days))
    return TRUE if amounts[0] == amounts[1] else compare_intervals(amounts[0], "=", amounts[1])


def _turning_days(situation: Situation, courses: Iterable[Course], bounds: Bounds) -> list[date]:
    days = {bounds.first, bounds.last}
    for course in courses:
        days.update(days_of(situation, course).edges)
        for segment in course.doses:
            days.update((segment.start.first, segment.start.last))
            if segment.end is not None:
                days.update((after(segment.end.first), after(segment.end.last)))
    return sorted(day for day in days if bounds.first <= day <= bounds.last)
