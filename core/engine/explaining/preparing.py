"""A condition made ready to be explained many times: what turns on the file alone is found once.

The commonest sentence by far asks the newest result of one concept; where one result of a known day is certainly newer
than all others, its answer is found at once. Everything else is judged as ``judging`` says: the outcome is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from core.catalogue.concept import Concept, Kind
from core.chart.chart import Chart
from core.chart.entries import Finding
from core.chart.values import Absence
from core.criteria.nodes import (
    All,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Defined,
    Not,
    SourcesDiffer,
    State,
    WhenThen,
)
from core.criteria.scope import Scope
from core.criteria.values import NamedWindow, Term, Within
from core.engine.explaining.connectives import branched, counted, disputed, joined, negated
from core.engine.explaining.judging import judge
from core.engine.explaining.measured import test_finding
from core.engine.explaining.results import has_method, is_certainly_newer
from core.engine.judgement.outcome import Assumption, AssumptionKind, Gap, Outcome
from core.engine.judgement.situation import Situation
from core.values.duration import Duration
from core.values.truth import Truth

Judge = Callable[[Situation], Outcome]

_NO_GAPS = frozenset[Gap]()


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
    term, key = node.subject, (concept.id, node.subject.qualifiers)
    assumed = _assumed(node, concept)

    def quickly(situation: Situation) -> Outcome:
        newest = situation.chart.newest
        if key in newest:
            finding = newest[key]
        else:
            finding = newest[key] = _newest(situation.chart, concept, term.qualifiers)
        on = None if finding is None else finding.on
        if finding is None or on is None:
            return slowly(situation)
        first, last = window(situation)
        if not first <= on.first <= last:
            return slowly(situation)
        answer = test_finding(node, term, finding, concept, situation)
        if answer.truth is Truth.UNKNOWN or answer.refs:
            return slowly(situation)
        return Outcome(node, answer.truth, _NO_GAPS, frozenset((finding.ref,)), assumed)

    return quickly


def _is_set_apart(node: Compare | State, scope: Scope) -> bool:
    """True for what is no plain result: questions, facts of the site, panels, ages, doses, results to be clean."""
    name = node.subject.name if isinstance(node.subject, Term) else ""
    concept = scope.catalogue.concept(name)
    if concept is None or name in scope.questions or name in scope.site or concept.kind in (Kind.AGE, Kind.DOSE):
        return True
    is_panel = isinstance(node, State) and scope.members(name) != (name,)
    return is_panel or (isinstance(node, Compare) and node.clean is not None)


Window = Callable[[Situation], tuple[date, date]]
"""The first and the last day the result may be of."""


def _window(node: Compare | State, concept: Concept, scope: Scope) -> Window | None:
    """Return the days the result may be of; None where that needs more than the decision day and the anchors."""
    window = node.window
    if window is None:
        back = _back(concept.freshness)
        return lambda situation: (back(situation.measured.decision_on), situation.measured.decision_on)
    if not isinstance(window, Within) or window.side not in ("", "before") or window.anchor not in ("", *scope.anchors):
        return None
    span = scope.windows[window.span.name] if isinstance(window.span, NamedWindow) else window.span
    if not isinstance(span, Duration):
        return None
    anchor, step = window.anchor, _back(span)

    def placed(situation: Situation) -> tuple[date, date]:
        days = situation.measured
        day = days.anchors.get(anchor, days.decision_on) if anchor else days.decision_on
        return step(day), min(day, days.decision_on)

    return placed


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


def _newest(chart: Chart, concept: Concept, qualifiers: tuple[str, ...]) -> Finding | None:
    """Return the finding of a known day that is certainly newer than all others, if there is one and all are dated."""
    found = [
        each
        for each in chart.of(concept.id)
        if not isinstance(each.value, Absence) and has_method(each, concept, qualifiers)
    ]
    if not found or any(each.on is None for each in found):
        return None
    newest = max(found, key=lambda each: ("", "") if each.on is None else (each.on.last.isoformat(), each.on.clock))
    if newest.on is None or not newest.on.is_exact or newest.against or newest.parts:
        return None
    return newest if all(each is newest or is_certainly_newer(newest, each) for each in found) else None


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
}
