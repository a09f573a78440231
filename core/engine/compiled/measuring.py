"""Whether one finding keeps a comparison: a number, a titre, a score, a classification's number."""

from __future__ import annotations

from collections.abc import Callable

from core.catalogue.concept import Concept
from core.chart.entries import Finding
from core.chart.values import Absence, Coded, Measured, Scored, TestResult, Value
from core.criteria.scope import Scope
from core.criteria.values import Limit, Term
from core.engine.compiled.comparing import Against, Ruler, compile_limit
from core.engine.compiled.judged import UNKNOWN, Judged, all_true, unknown_for
from core.engine.compiled.scores import ValueOf, compile_score
from core.engine.judgement.outcome import Cause
from core.engine.judgement.situation import Situation
from core.values.interval import Interval, Op
from core.values.quantity import Quantity

Test = Callable[[Situation, Finding], Judged]
"""Answers what one finding says; its evidence is what was looked at besides the finding."""

SCORE = "score"
"""The qualifier that asks for the number of a classification; no method of a result."""


def compile_comparison(term: Term, concept: Concept | None, op: Op, limit: Limit, scope: Scope, subject: str) -> Test:
    """Make ``term op limit`` for one finding."""
    against = compile_limit(op, limit, Ruler(concept), subject, scope)
    return _numbers(against, compile_score(concept, term.items, subject), subject)


def compile_between(term: Term, concept: Concept | None, low: Limit, high: Limit, scope: Scope, subject: str) -> Test:
    """Make ``term between low and high`` for one finding: both ends included."""
    above = compile_comparison(term, concept, ">=", low, scope, subject)
    below = compile_comparison(term, concept, "<=", high, scope, subject)

    def test(situation: Situation, finding: Finding) -> Judged:
        return all_true((above(situation, finding), below(situation, finding)))

    return test


def _numbers(against: Against, score: ValueOf, subject: str) -> Test:
    no_number = unknown_for(Cause.MISSING, subject, detail="number")
    no_score = unknown_for(Cause.MISSING, subject, detail=SCORE)

    def test(situation: Situation, finding: Finding) -> Judged:
        value = finding.value
        if isinstance(value, Scored):
            return _scored(value, score, lambda number: against(situation, finding, number))
        quantity = quantity_of(value)
        if quantity is not None:
            return against(situation, finding, quantity)
        return no_score if isinstance(value, Coded) else no_number

    return test


def _scored(value: Scored, score: ValueOf, judge: Callable[[Quantity], Judged]) -> Judged:
    possible = score(value)
    parts = [judge(bare(interval)) for interval in possible.intervals]
    if len(parts) == 1:
        return parts[0]
    truths = {part.truth for part in parts}
    if len(truths) == 1 and UNKNOWN not in truths:
        return Judged(truths.pop())
    return Judged(UNKNOWN, possible.gaps)


def bare(number: Interval) -> Quantity:
    """Return a number without a unit."""
    return Quantity(number, "", "")


def quantity_of(value: Value | Absence) -> Quantity | None:
    """Return the number that a value states, None where it states none."""
    if isinstance(value, Measured | TestResult):
        return value.quantity
    if isinstance(value, Coded) and value.number is not None:
        return bare(value.number)
    return None
