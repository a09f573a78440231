"""Sentences over several results: several measurements at once, repeated results, change over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.catalogue.concept import Concept
from core.chart.entries import Finding
from core.chart.values import Absence
from core.criteria.nodes import Repeated, Shift, State
from core.criteria.values import Amount, Term
from core.engine.judgement.outcome import Cause, Gap, Outcome
from core.engine.judgement.situation import Situation
from core.engine.reference.answers import both_ways, known, missing, unknown
from core.engine.reference.comparing import Answer, converted, number_of
from core.engine.reference.connectives import counted, joined
from core.engine.reference.measured import Measured, judge_term, test_finding
from core.engine.reference.results import has_method, is_certainly_newer
from core.engine.reference.windows import Period, result_periods
from core.values.interval import Interval
from core.values.truth import Truth, at_least

_HUNDRED = Decimal(100)


def judge_measured(node: Measured, situation: Situation) -> Outcome:
    """Judge a sentence about one measurement, a panel, or several at once."""
    subject = node.subject
    if isinstance(subject, Term):
        members = _panel(node, subject.name, situation)
        if members == (subject.name,):
            return judge_term(node, subject, situation)
        return joined(node, _each(node, members, situation), is_all=False)
    members = tuple(
        dict.fromkeys(
            member for name in subject.names for member in _panel(node, name, situation, is_named_in_list=True)
        )
    )
    parts = _each(node, members, situation)
    if subject.mode == "at_least":
        return counted(node, parts, subject.needed)
    return joined(node, parts, is_all=subject.mode == "each")


def _each(node: Measured, members: Sequence[str], situation: Situation) -> list[Outcome]:
    return [judge_term(replace(node, subject=Term(member)), Term(member), situation) for member in members]


def _panel(node: Measured, name: str, situation: Situation, *, is_named_in_list: bool = False) -> tuple[str, ...]:
    """Return the members of a panel or group; the panel itself too where a result of it is recorded."""
    members = situation.scope.members(name)
    if members == (name,) or not (isinstance(node, State) or is_named_in_list):
        return members if is_named_in_list else (name,)
    panels = [inner for inner in situation.scope.expanded((name,)) if inner not in members]
    return (*members, *(panel for panel in panels if situation.chart.of(panel)))


# --- repeated results


def judge_repeated(node: Repeated, situation: Situation) -> Outcome:
    """Judge ``at least n results of``: results of different days that satisfy the test."""
    concept = situation.scope.catalogue.concept(node.term.name)
    if concept is None:
        return unknown(node, (missing(node.term.name),))
    freshness = None if node.window is not None else concept.freshness
    readings = result_periods(node.window, freshness, situation, is_timed=False)
    if readings.gap is not None:
        return unknown(node, (readings.gap,), readings.evidence)
    outcomes = [_repeated_in(node, concept, period, situation) for period in readings.periods]
    outcome = both_ways(node, outcomes, concept.id)
    return Outcome(node, outcome.truth, outcome.gaps, outcome.evidence | set(readings.evidence), outcome.assumed)


def _inside(term: Term, concept: Concept, period: Period, situation: Situation) -> list[Finding]:
    """Return the results certainly of the period, of a known day, by an accepted method."""
    return [
        finding
        for finding in situation.chart.of(concept.id)
        if not isinstance(finding.value, Absence)
        and has_method(finding, concept, term.qualifiers)
        and finding.on is not None
        and finding.on.is_exact
        and finding.on.first in period
    ]


def _repeated_in(node: Repeated, concept: Concept, period: Period, situation: Situation) -> Outcome:
    by_day: dict[date, list[tuple[Finding, Answer]]] = {}
    for finding in _inside(node.term, concept, period, situation):
        if finding.on is not None:
            answer = test_finding(node.test, node.term, finding, concept, situation)
            by_day.setdefault(finding.on.first, []).append((finding, answer))
    days = [_one_day([answer for _, answer in pairs]) for pairs in by_day.values()]
    truth = at_least(node.needed, days)
    refs = {finding.ref for pairs in by_day.values() for finding, _ in pairs}
    if truth is Truth.TRUE:
        return known(node, truth, refs)
    if len(by_day) < node.needed:
        return unknown(node, (missing(concept.id, "results"),), refs)
    if truth is Truth.FALSE:
        return known(node, truth, refs)
    gaps = (gap for pairs in by_day.values() for _, answer in pairs for gap in answer.gaps)
    return unknown(node, tuple(gaps) or (Gap(Cause.CONFLICTING, concept.id),), refs)


def _one_day(answers: Sequence[Answer]) -> Truth:
    truths = {answer.truth for answer in answers}
    return truths.pop() if len(truths) == 1 else Truth.UNKNOWN


# --- change over time


def judge_shift(node: Shift, situation: Situation) -> Outcome:
    """Judge ``rise in`` and ``fall in``: the latest value against earlier ones of the period."""
    concept = situation.scope.catalogue.concept(node.term.name)
    if concept is None:
        return unknown(node, (missing(node.term.name),))
    freshness = None if node.window is not None else concept.freshness
    readings = result_periods(node.window, freshness, situation, is_timed=False)
    if readings.gap is not None:
        return unknown(node, (readings.gap,), readings.evidence)
    outcomes = [_shift_in(node, concept, period, situation) for period in readings.periods]
    outcome = both_ways(node, outcomes, concept.id)
    return Outcome(node, outcome.truth, outcome.gaps, outcome.evidence | set(readings.evidence), outcome.assumed)


def _shift_in(node: Shift, concept: Concept, period: Period, situation: Situation) -> Outcome:
    inside = _inside(node.term, concept, period, situation)
    latest = [each for each in inside if not any(is_certainly_newer(other, each) for other in inside)]
    if len(latest) != 1 or latest[0].on is None:
        gap = missing(concept.id) if not latest else Gap(Cause.CONFLICTING, concept.id)
        return unknown(node, (gap,), (each.ref for each in latest))
    newest = latest[0]
    last = latest[0].on.first
    start = node.over.before(last)
    whole = Period(start, last)
    earlier = [
        each
        for each in _inside(node.term, concept, whole, situation)
        if each.ref != newest.ref
        and each.qualifiers == newest.qualifiers
        and each.on is not None
        and each.on.first < last
    ]
    pairs = [(each, _pair(node, concept, each, newest)) for each in earlier]
    enough = [each for each, truth in pairs if truth is Truth.TRUE]
    refs = {newest.ref, *(each.ref for each in earlier)}
    if enough:
        return known(node, Truth.TRUE, {newest.ref, *(each.ref for each in enough)})
    if any(truth is Truth.UNKNOWN for _, truth in pairs):
        return unknown(node, (Gap(Cause.IMPRECISE, concept.id),), refs)
    middle = start + (last - start) / 2
    if any(each.on is not None and each.on.first <= middle for each in earlier):
        return known(node, Truth.FALSE, refs)
    return unknown(node, (missing(concept.id, "earlier value"),), refs)


def _pair(node: Shift, concept: Concept, earlier: Finding, newest: Finding) -> Truth:
    if not isinstance(node.limit, Amount):
        return Truth.UNKNOWN
    before, after = number_of(earlier.value), number_of(newest.value)
    unit = node.limit.unit if node.scale != "relative" else (before.unit if before is not None else "")
    first = None if before is None else converted(before, unit, concept)
    second = None if after is None else converted(after, unit, concept)
    if first is None or second is None:
        return Truth.UNKNOWN
    change = _difference(second, first) if node.direction == "rise" else _difference(first, second)
    if node.scale != "relative":
        return change.compare(node.op, node.limit.number)
    if first.low is None or not first.is_exact or first.low <= 0:
        return Truth.UNKNOWN
    return change.scaled(_HUNDRED / first.low).compare(node.op, node.limit.number)


def _difference(one: Interval, other: Interval) -> Interval:
    low = None if one.low is None or other.high is None else one.low - other.high
    high = None if one.high is None or other.low is None else one.high - other.low
    return Interval(low, high, one.is_low_open or other.is_high_open, one.is_high_open or other.is_low_open)
