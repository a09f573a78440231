"""Whether time alone can move a truth, today's newest results held: other criteria are not looked ahead."""

from __future__ import annotations

from dataclasses import dataclass

from core.catalogue.concept import Kind
from core.criteria.nodes import (
    AboutValues,
    Condition,
    Defined,
    Failed,
    Had,
    Off,
    On,
    Received,
    Repeated,
    Shows,
    Stable,
    Therapy,
    TimeSince,
    walk,
)
from core.criteria.scope import Scope
from core.criteria.values import Term
from core.engine.deciding.moment import Moment

_LOOKING_BACK = ("any", "every", "highest", "lowest")


@dataclass(frozen=True, slots=True)
class Movement:
    """``is_by_day``: any day can be otherwise. ``drugs``: courses of these that go on can make a count true in time."""

    is_by_day: bool
    drugs: frozenset[str]

    def is_there(self, m: Moment) -> bool:
        """True if something can move in what is on record; between a day that is past and today everything can."""
        return (
            self.is_by_day
            or m.decision < m.evaluation
            or any(
                each.days_at(m.evaluation, m.stopped)[3] >= m.evaluation for each, _ in m.record.of_drugs(self.drugs)
            )
        )


def movement(condition: Condition, scope: Scope) -> Movement:
    """Return how time can move a condition.

    Diagnoses and signs stay as they are from the evaluation date on; so does what happened ever. Ages, lengths,
    look-backs and being on or off a drug move; a count of treatments moves while a course goes on.
    """
    is_by_day = False
    drugs: frozenset[str] = frozenset()
    for node in walk(condition):
        if isinstance(node, Defined):
            inner = movement(scope.definitions[node.name], scope)
            is_by_day, drugs = is_by_day or inner.is_by_day, drugs | inner.drugs
        elif isinstance(node, Therapy | Failed):
            is_by_day = is_by_day or _looks_back(node)
            drugs |= _counted(node, scope)
        elif _moves(node, scope):
            is_by_day = True
    return Movement(is_by_day, drugs)


def _looks_back(node: Therapy | Failed) -> bool:
    if isinstance(node, Failed):
        return node.window is not None
    return node.looking_back is not None or node.unchanged_for is not None or node.is_still_on


def _counted(node: Therapy | Failed, scope: Scope) -> frozenset[str]:
    if isinstance(node, Failed):
        return scope.drugs(node.which.names)
    names = (*node.of, *node.all_of, *(name for place in node.one_from_each for name in place))
    return scope.drugs(names)


def _moves(node: Condition, scope: Scope) -> bool:
    match node:
        case TimeSince() | On() | Off() | Stable():
            return True
        case Had() | Received() | Repeated():
            return node.window is not None
        case _ if isinstance(node, AboutValues | Shows):
            is_back = node.window is not None and node.pick in _LOOKING_BACK
            return is_back or (not isinstance(node, Shows) and _is_timed(node, scope))
        case _:
            return False


def _is_timed(node: AboutValues, scope: Scope) -> bool:
    """True for ages and doses: they are of the decision day."""
    names = (node.subject.name,) if isinstance(node.subject, Term) else scope.expanded(node.subject.names)
    concepts = (scope.catalogue.concept(name) for name in names)
    return any(concept is not None and concept.kind in (Kind.AGE, Kind.DOSE) for concept in concepts)
