"""Being on, off or stable on a drug: on every day of a period."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from core.chart.entries import Course
from core.criteria.nodes import Condition, Off, On, Stable
from core.criteria.values import Lasting, Which
from core.engine.explaining.answers import both_ways, known, settled, unknown
from core.engine.explaining.comparing import Answer, together
from core.engine.explaining.doses import Rate, compare_course_dose, dose_on
from core.engine.explaining.happenings import was_received_in
from core.engine.explaining.lists import Cover, cover
from core.engine.explaining.meant import covers
from core.engine.explaining.spans import days_of_course
from core.engine.explaining.turning import edges
from core.engine.explaining.windows import Look, Period, always, lasting_period, unknown_half_life
from core.engine.judgement.outcome import Cause, Gap, Outcome, united
from core.engine.judgement.situation import Situation
from core.values.day_spans import cut_up, span
from core.values.truth import Truth, all_of, any_of


def judge_on(node: On, situation: Situation) -> Outcome:
    """Judge ``on``: taken on every day of the period, at the dose asked for."""
    return _in_period(node, node.which, node.lasting, situation, lambda which, look: _on(node, which, look, situation))


def judge_off(node: Off, situation: Situation) -> Outcome:
    """Judge ``off``: received on no day of the period."""

    def judged(which: Which, look: Look) -> Outcome:
        names = which.names if not which.other_than else _less(which, situation)
        taken = was_received_in(node, names, look, situation)
        return settled(node, ~taken.truth, taken.gaps, taken.evidence, taken.assumed)

    return _in_period(node, node.which, node.lasting, situation, judged)


def _less(which: Which, situation: Situation) -> tuple[str, ...]:
    """Return the drugs of a class less some of them, each by its own name."""
    return tuple(sorted(situation.scope.drugs(which.names) - situation.scope.drugs(which.other_than)))


def judge_stable(node: Stable, situation: Situation) -> Outcome:
    """Judge ``stable``: the same dose of every drug on every day of the period, none included."""
    return _in_period(
        node, node.which, node.lasting, situation, lambda which, look: stable_in(node, which, look, situation)
    )


def _in_period(
    node: Condition,
    which: Which,
    lasting: Lasting | None,
    situation: Situation,
    judged: Callable[[Which, Look], Outcome],
) -> Outcome:
    readings = lasting_period(lasting, situation)
    if readings.gap is not None:
        return unknown(node, (readings.gap,), readings.evidence)
    each = [which] if which.mode == "any" else [Which((name,), "any", which.other_than) for name in which.names]
    outcomes = [both_ways(node, [judged(one, look) for look in readings.looks], ", ".join(one.names)) for one in each]
    outcome = outcomes[0] if len(outcomes) == 1 else _all(node, outcomes)
    refs = outcome.evidence | set(readings.evidence)
    return Outcome(node, outcome.truth, outcome.gaps, refs, outcome.assumed)


def _all(node: Condition, outcomes: list[Outcome]) -> Outcome:
    truth = all_of(outcome.truth for outcome in outcomes)
    if truth is Truth.FALSE:
        carrying = [outcome for outcome in outcomes if outcome.truth is Truth.FALSE]
        free = [outcome for outcome in carrying if not outcome.assumed]
        gaps, evidence, assumed = united(free[:1] or carrying)
    else:
        gaps, evidence, assumed = united(outcomes)
    return settled(node, truth, gaps, evidence, assumed)


def courses_of(drugs: frozenset[str], situation: Situation) -> tuple[tuple[Course, Truth], ...]:
    """Return the courses that are, or may be, of one of the drugs."""
    found = ((course, covers(course, drugs, situation)) for course in situation.chart.courses)
    return tuple((course, is_meant) for course, is_meant in found if is_meant is not Truth.FALSE)


def taken_on(
    courses: Iterable[tuple[Course, Truth]], day: date, situation: Situation, node: On | None = None
) -> Answer:
    """Answer whether one of the courses is taken on a day, at the dose ``node`` asks for."""
    answers: list[Answer] = []
    for course, is_meant in courses:
        there = all_of((is_meant, days_of_course(course, situation).on(day)))
        answer = Answer(there, (Gap(Cause.IMPRECISE, course.drug),) if there is Truth.UNKNOWN else (), (course.ref,))
        if node is not None and node.op is not None and node.limit is not None and there is not Truth.FALSE:
            dose = compare_course_dose(course, node.op, node.limit, day, situation)
            answer = together(all_of((there, dose.truth)), (answer, dose))
        answers.append(answer)
    truth = any_of(answer.truth for answer in answers)
    carrying = [answer for answer in answers if answer.truth is Truth.TRUE] if truth is Truth.TRUE else answers
    return together(truth, tuple(carrying))


def telling_days(
    first: date | None, last: date, courses: Iterable[tuple[Course, Truth]], situation: Situation
) -> tuple[date, ...]:
    """Return a day for each stretch of a period within which nothing that is taken changes."""
    start = (last if first is None else first).toordinal()
    turning = edges((course for course, _ in courses), situation)
    stretches = cut_up(span(start, last.toordinal()), turning)
    return tuple(date.fromordinal(first_day) for first_day, _ in stretches)


def _on(node: On, which: Which, look: Look, situation: Situation) -> Outcome:
    drugs = situation.scope.drugs(which.names) - situation.scope.drugs(which.other_than)
    courses = courses_of(drugs, situation)
    period = look(drugs)
    sure = _on_in(node, which, replace(period, widest=None), courses, situation)
    if period.widest is None or sure.truth is Truth.FALSE:
        return sure
    widest = period.widest
    beyond = None if widest.first is None else _on_in(node, which, widest, courses, situation)
    if beyond is not None and beyond.truth is Truth.TRUE:
        return beyond
    evidence = sure.evidence | (frozenset[str]() if beyond is None else beyond.evidence)
    gaps = frozenset[Gap]() if beyond is None else beyond.gaps
    return unknown(node, sure.gaps or gaps or unknown_half_life(period), evidence)


def _on_in(
    node: On, which: Which, period: Period, courses: tuple[tuple[Course, Truth], ...], situation: Situation
) -> Outcome:
    drugs = situation.scope.drugs(which.names) - situation.scope.drugs(which.other_than)
    days = telling_days(period.first, period.last, courses, situation)
    daily = [taken_on(courses, day, situation, node) for day in days]
    truth = all_of(answer.truth for answer in daily)
    if truth is Truth.TRUE:
        return known(node, truth, (ref for answer in daily for ref in answer.refs))
    covered = cover(which.names, drugs, always(period), situation)
    refs = {ref for answer in daily for ref in answer.refs} | set(covered.evidence)
    refs |= {course.ref for course, _ in courses}
    gaps = {gap for answer in daily if answer.truth is Truth.UNKNOWN for gap in answer.gaps}
    if truth is Truth.FALSE and covered.is_whole:
        return known(node, truth, refs, covered.assumed)
    return unknown(node, gaps | set(covered.gaps) if truth is Truth.UNKNOWN else covered.gaps, refs)


def stable_in(node: Condition, which: Which, look: Look, situation: Situation) -> Outcome:
    """Judge whether every drug has one dose on all days looked at; a period known in part is judged at both ends."""
    drugs = situation.scope.drugs(which.names) - situation.scope.drugs(which.other_than)
    courses = courses_of(drugs, situation)
    covered = cover(which.names, drugs, look, situation)
    outcomes = [
        _one_dose(
            node,
            [pair for pair in courses if pair[0].drug == drug],
            look(_looked(drug, drugs, situation)),
            covered,
            situation,
        )
        for drug in sorted({course.drug for course, _ in courses})
    ]
    changed = [outcome for outcome in outcomes if outcome.truth is Truth.FALSE]
    if changed:
        _, refs, assumed = united(changed)
        return known(node, Truth.FALSE, refs, assumed)
    gaps, refs, _ = united(outcomes)
    refs |= set(covered.evidence)
    if covered.is_whole and not gaps:
        return known(node, Truth.TRUE, refs, covered.assumed)
    return unknown(node, gaps | set(covered.gaps), refs)


def _looked(name: str, drugs: frozenset[str], situation: Situation) -> frozenset[str]:
    catalogue = situation.scope.catalogue
    own = catalogue.drugs_of(name)
    return own if own <= drugs else catalogue.may_be(name) & drugs


def _one_dose(
    node: Condition, courses: list[tuple[Course, Truth]], period: Period, covered: Cover, situation: Situation
) -> Outcome:
    """Judge whether the courses of one drug give one dose on every day; a day without one is none if that is known."""
    sure = _one_dose_in(node, courses, period.first, period.last, covered, situation)
    if period.widest is None or sure.truth is Truth.FALSE:
        return sure
    widest = period.widest
    if widest.first is None:
        return unknown(node, sure.gaps or unknown_half_life(period), sure.evidence)
    beyond = _one_dose_in(node, courses, widest.first, widest.last, covered, situation)
    if beyond.truth is Truth.TRUE:
        return beyond
    return unknown(node, beyond.gaps or unknown_half_life(period), beyond.evidence)


def _one_dose_in(
    node: Condition,
    courses: list[tuple[Course, Truth]],
    first: date | None,
    last: date,
    covered: Cover,
    situation: Situation,
) -> Outcome:
    doses: set[tuple[Rate, ...]] = set()
    gaps: set[Gap] = set()
    refs = tuple(course.ref for course, _ in courses)
    for day in telling_days(first, last, courses, situation):
        rates, open_gaps = _rates_on(day, courses, situation)
        gaps |= open_gaps
        if not open_gaps and (rates or covered.is_whole):
            doses.add(rates)
    if len(doses - {()}) > 1:
        return known(node, Truth.FALSE, refs)
    if len(doses) > 1:
        return known(node, Truth.FALSE, (*refs, *covered.evidence), covered.assumed)
    return unknown(node, gaps, refs) if gaps else known(node, Truth.TRUE, refs)


def _rates_on(
    day: date, courses: list[tuple[Course, Truth]], situation: Situation
) -> tuple[tuple[Rate, ...], set[Gap]]:
    rates: list[Rate] = []
    gaps: set[Gap] = set()
    for course, is_meant in courses:
        there = all_of((is_meant, days_of_course(course, situation).on(day)))
        if there is Truth.FALSE:
            continue
        taken = dose_on(course, day, situation)
        if there is Truth.UNKNOWN:
            gaps.add(Gap(Cause.IMPRECISE, course.drug))
        elif taken.rate is None:
            gaps |= set(taken.gaps)
        else:
            rates.append(taken.rate)
    return tuple(rates), gaps
