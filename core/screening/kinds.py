"""What a failure that neither time nor stopping cures is called: repeatable, treatable, another course, fixed."""

from __future__ import annotations

from core.catalogue.concept import Change
from core.criteria.nodes import (
    AnyOf,
    AtLeast,
    Between,
    Compare,
    Failed,
    Had,
    Has,
    Includes,
    Not,
    Off,
    On,
    Received,
    Repeated,
    Shift,
    Shows,
    Stable,
    State,
    Therapy,
    TimeSince,
)
from core.criteria.scope import Scope
from core.criteria.values import Term
from core.engine.judgement.outcome import Outcome
from core.screening.judgements import Remedy
from core.values.truth import Truth

_ORDER = (Remedy.REPEATABLE, Remedy.TREATABLE, Remedy.ANOTHER_COURSE, Remedy.FIXED)
_BY_CHANGE = {
    Change.NEVER: Remedy.FIXED,
    Change.WITH_TIME: Remedy.FIXED,
    Change.BY_REPEATING: Remedy.REPEATABLE,
    Change.BY_TREATMENT: Remedy.TREATABLE,
}


def kind_of_failure(outcome: Outcome, scope: Scope) -> Remedy:
    """Return what would have to happen for a false outcome to become true, the hardest of what is needed."""
    return _kind(outcome, scope, wanted=Truth.TRUE)


def _kind(outcome: Outcome, scope: Scope, wanted: Truth) -> Remedy:
    parts = [part for part in outcome.parts if part.truth is not wanted or len(outcome.parts) == 1]
    if not outcome.parts or not parts:
        return _leaf(outcome, scope)
    node = outcome.node
    if isinstance(node, Not):
        return _kind(outcome.parts[0], scope, ~wanted)
    kinds = [_kind(part, scope, wanted) for part in parts if part.truth is ~wanted] or [_leaf(outcome, scope)]
    is_one_enough = isinstance(node, AnyOf | AtLeast | Compare | State) == (wanted is Truth.TRUE)
    pick = min if is_one_enough else max
    return pick(kinds, key=_ORDER.index)


def _leaf(outcome: Outcome, scope: Scope) -> Remedy:
    node = outcome.node
    if isinstance(node, Therapy | Failed):
        return Remedy.ANOTHER_COURSE
    if isinstance(node, On | Off | Stable):
        return Remedy.TREATABLE
    if isinstance(node, Had | Received | TimeSince):
        return Remedy.FIXED
    if isinstance(node, Has):
        names = sorted(scope.concepts(node.which.names))
        return max((_BY_CHANGE[scope.change_of(name)] for name in names[:1]), key=_ORDER.index, default=Remedy.FIXED)
    return _measured(outcome, scope)


def _measured(outcome: Outcome, scope: Scope) -> Remedy:
    node = outcome.node
    if isinstance(node, Shows):
        return _BY_CHANGE[scope.change_of(node.record)]
    if isinstance(node, Repeated | Shift):
        return _BY_CHANGE[scope.change_of(node.term.name)]
    if isinstance(node, Compare | Between | State | Includes):
        names = (node.subject.name,) if isinstance(node.subject, Term) else scope.expanded(node.subject.names)
        return max((_BY_CHANGE[scope.change_of(name)] for name in names), key=_ORDER.index)
    return Remedy.FIXED
