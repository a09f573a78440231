"""A condition made ready to be explained many times: what turns on the file alone is found once.

The commonest sentence by far asks the newest result of one concept; where one result of a known day is certainly newer
than all others, its answer is found at once. What happened, was given or was counted is judged once for a chart and a
day, in however many files it is asked. Everything else is judged as ``judging`` says: the outcome is the same.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, cast

from core.catalogue.concept import Concept, Kind
from core.chart.chart import NO_NEWEST, Chart, Newest
from core.chart.values import Absence, Measured, Value
from core.criteria.meaning import Meaning
from core.criteria.nodes import (
    All,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Defined,
    Failed,
    Had,
    Has,
    Not,
    Off,
    On,
    Received,
    SourcesDiffer,
    Stable,
    State,
    Therapy,
    WhenThen,
)
from core.criteria.scope import Scope
from core.criteria.values import Amount, NamedWindow, Term, Within
from core.engine.explaining.connectives import branched, counted, disputed, joined, negated
from core.engine.explaining.judging import judge
from core.engine.explaining.measured import test_finding
from core.engine.explaining.results import has_method, is_certainly_newer
from core.engine.judgement.outcome import Assumption, AssumptionKind, Gap, Outcome
from core.engine.judgement.situation import Situation
from core.values.duration import Duration
from core.values.interval import Op
from core.values.truth import Truth

Judge = Callable[[Situation], Outcome]

_NO_GAPS = frozenset[Gap]()
_made: Callable[[type[Outcome], tuple[object, ...]], Outcome] = vars(tuple)["__new__"]
"""Makes a named tuple from all its fields at once: thousands of outcomes are made for a screen."""


def prepared(node: Condition, scope: Scope) -> Judge:
    """Return what judges a condition with its reasons."""
    make = _MADE.get(type(node))
    return (lambda situation: judge(node, situation)) if make is None else make(node, scope)


def _all(node: All, scope: Scope) -> Judge:
    parts = [prepared(part, scope) for part in node.parts]
    return lambda situation: joined(node, [part(situation) for part in parts], is_all=True)


def _any(node: AnyOf, scope: Scope) -> Judge:
    parts = [prepared(part, scope) for part in node.parts]
    return lambda situation: joined(node, [part(situation) for part in parts], is_all=False)


def _not(node: Not, scope: Scope) -> Judge:
    part = prepared(node.part, scope)
    return lambda situation: negated(node, part(situation))


def _at_least(node: AtLeast, scope: Scope) -> Judge:
    parts = [prepared(part, scope) for part in node.parts]
    return lambda situation: counted(node, [part(situation) for part in parts], node.needed)


def _when(node: WhenThen, scope: Scope) -> Judge:
    when, then = prepared(node.when, scope), prepared(node.then, scope)
    other = None if node.otherwise is None else prepared(node.otherwise, scope)
    return lambda situation: branched(
        node, when(situation), then(situation), None if other is None else other(situation)
    )


def _sources(node: SourcesDiffer, scope: Scope) -> Judge:
    readings = [prepared(reading, scope) for reading in node.readings.values()]
    return lambda situation: disputed(node, [reading(situation) for reading in readings])


def _defined(node: Defined, scope: Scope) -> Judge:
    meant = prepared(scope.definitions[node.name], scope)

    def named(situation: Situation) -> Outcome:
        found = meant(situation)
        return Outcome(node, found.truth, found.gaps, found.evidence, found.assumed, (found,))

    return named


# --- what happened, was given, was counted


def _history(node: Condition, scope: Scope) -> Judge:
    """Return a judge that looks first whether another sentence, of any file, asked the same of the chart."""
    meaning = Meaning(node, scope)

    def known(situation: Situation) -> Outcome:
        days, measured, anchors = situation.days, situation.measured, meaning.anchors
        key = (
            meaning,
            situation.evaluation_on,
            days.decision_on,
            measured.decision_on,
            situation.is_absence_assumed,
            tuple((days.anchors[name], measured.anchors[name]) for name in anchors) if anchors else (),
            frozenset(situation.stopped.items()) if situation.stopped else (),
        )
        once = situation.chart.once
        found = once.get(key)
        if found is None:
            found = once[key] = judge(node, situation)
        return cast("Outcome", found)

    return known


# --- the newest result of one concept


def _newest_value(node: Compare | State, scope: Scope) -> Judge:
    """Return a judge that looks at the newest result first."""

    def slowly(situation: Situation) -> Outcome:
        return judge(node, situation)

    if not isinstance(node.subject, Term) or node.pick not in ("", "latest") or _is_set_apart(node, scope):
        return slowly
    concept = scope.catalogue.concept(node.subject.name)
    window = None if concept is None else _window(node, concept, scope)
    if concept is None or window is None:
        return slowly
    term, key = node.subject, "\t".join((concept.id, *node.subject.qualifiers))
    assumed, plain = _assumed(node, concept), _plain(node, concept)
    start, anchor = window

    def quickly(situation: Situation) -> Outcome:
        newest = situation.chart.newest
        found = newest.get(key)
        if found is None:
            found = newest[key] = _newest(situation.chart, concept, term.qualifiers)
        measured = situation.measured
        decision = measured.decision_on
        day = measured.anchors.get(anchor, decision) if anchor else decision
        on = found.on
        if on is None or on > day or day > decision or on < start(day):
            return slowly(situation)
        truth = None if plain is None else plain(found.finding.value)
        if truth is None:
            answer = test_finding(node, term, found.finding, concept, situation)
            if answer.truth is Truth.UNKNOWN or answer.refs:
                return slowly(situation)
            truth = answer.truth
        return _made(Outcome, (node, truth, _NO_GAPS, found.refs, assumed, (), ()))

    return quickly


_PLAIN: Mapping[Op, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "!=": operator.ne,
}  # fmt: skip


def _plain(node: Compare | State, concept: Concept) -> Callable[[Value | Absence], Truth | None] | None:
    """Return the test of one number in the limit's own unit, the commonest of all; None: what it does not tell."""
    if not isinstance(node, Compare) or not isinstance(node.limit, Amount) or concept.kind is not Kind.NUMBER:
        return None
    holds, number, unit = _PLAIN[node.op], node.limit.number, node.limit.unit

    def test(value: Value | Absence) -> Truth | None:
        if not isinstance(value, Measured) or value.quantity.unit != unit:
            return None
        amount = value.quantity.amount
        low = amount.low
        if low is None or low != amount.high:
            return None
        return Truth.TRUE if holds(low, number) else Truth.FALSE

    return test


def _is_set_apart(node: Compare | State, scope: Scope) -> bool:
    """True for what is no plain result: questions, facts of the site, panels, ages, doses, results to be clean."""
    name = node.subject.name if isinstance(node.subject, Term) else ""
    concept = scope.catalogue.concept(name)
    if concept is None or name in scope.questions or name in scope.site or concept.kind in (Kind.AGE, Kind.DOSE):
        return True
    is_panel = isinstance(node, State) and scope.members(name) != (name,)
    return is_panel or (isinstance(node, Compare) and node.clean is not None)


Window = tuple[Callable[[date], date], str]
"""The step from the last day the result may be of to the first, and the anchor ("": the decision day)."""


def _window(node: Compare | State, concept: Concept, scope: Scope) -> Window | None:
    """Return the days the result may be of; None where that needs more than the decision day and the anchors."""
    window = node.window
    if window is None:
        return _back(concept.freshness), ""
    if not isinstance(window, Within) or window.side not in ("", "before") or window.anchor not in ("", *scope.anchors):
        return None
    span = scope.windows[window.span.name] if isinstance(window.span, NamedWindow) else window.span
    return (_back(span), window.anchor) if isinstance(span, Duration) else None


def _back(length: Duration | None) -> Callable[[date], date]:
    """Return the step back from a day; without a length there is no limit."""

    @cache
    def back(day: date) -> date:
        return date.min if length is None else length.before(day)

    return back


def _assumed(node: Compare | State, concept: Concept) -> frozenset[Assumption]:
    if node.window is not None or concept.freshness is None:
        return frozenset()
    return frozenset({Assumption(AssumptionKind.DEFAULT_WINDOW, concept.id, str(concept.freshness))})


def _newest(chart: Chart, concept: Concept, qualifiers: tuple[str, ...]) -> Newest:
    """Return the finding of a known day that is certainly newer than all others, if there is one and all are dated."""
    found = [
        each
        for each in chart.of(concept.id)
        if not isinstance(each.value, Absence) and has_method(each, concept, qualifiers)
    ]
    if not found or any(each.on is None for each in found):
        return NO_NEWEST
    newest = max(found, key=lambda each: ("", "") if each.on is None else (each.on.last.isoformat(), each.on.clock))
    if newest.on is None or not newest.on.is_exact or newest.against or newest.parts or newest.is_at_most:
        return NO_NEWEST
    if not all(each is newest or is_certainly_newer(newest, each) for each in found):
        return NO_NEWEST
    return Newest(newest, newest.on.first, frozenset((newest.ref,)))


_MADE: Mapping[type[Condition], Callable[[Any, Scope], Judge]] = {
    All: _all,
    AnyOf: _any,
    Not: _not,
    AtLeast: _at_least,
    WhenThen: _when,
    SourcesDiffer: _sources,
    Defined: _defined,
    Compare: _newest_value,
    State: _newest_value,
    Has: _history,
    Had: _history,
    Received: _history,
    Failed: _history,
    On: _history,
    Off: _history,
    Stable: _history,
    Therapy: _history,
}
