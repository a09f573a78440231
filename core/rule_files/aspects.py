"""What a criterion speaks of, where a conclusion asks for it: age, activity or severity, earlier treatment."""

from __future__ import annotations

from collections.abc import Iterator

from core.catalogue.concept import Aspect
from core.criteria.nodes import (
    Between,
    Compare,
    Condition,
    Defined,
    Failed,
    Has,
    Includes,
    Received,
    Repeated,
    Shift,
    Shows,
    State,
    Therapy,
    walk,
)
from core.criteria.scope import Scope
from core.criteria.values import Term
from core.rule_files.rule_file import Criterion, Polarity


def aspects_of(criterion: Criterion, scope: Scope) -> frozenset[Aspect]:
    """Return what a criterion speaks of, by its condition and by its own word."""
    shown = set(_aspects(criterion.condition, scope))
    if criterion.polarity is Polarity.EXCLUSION:
        shown.discard(Aspect.TREATMENT)  # what must not have been given says nothing of what failed
    return frozenset({*criterion.concerns, *shown})


def _aspects(condition: Condition, scope: Scope) -> Iterator[Aspect]:
    for node in walk(condition):
        match node:
            case Therapy() | Failed():
                yield Aspect.TREATMENT
            case Received():
                # a concept that is received is a vaccine or a transfusion: no earlier treatment of the disease
                if any(scope.catalogue.concept(name) is None for name in node.which.names):
                    yield Aspect.TREATMENT
            case Defined(name):
                yield from _aspects(scope.definitions[name], scope)
            case _:
                for name in _names(node, scope):
                    yield from _of_name(name, scope)


def _of_name(name: str, scope: Scope) -> tuple[Aspect, ...]:
    if name in scope.questions:
        return scope.questions[name].concerns
    concept = scope.catalogue.concept(name)
    return () if concept is None or concept.aspect is None else (concept.aspect,)


def _names(node: Condition, scope: Scope) -> tuple[str, ...]:
    match node:
        case Compare() | Between() | State() | Includes():
            return (node.subject.name,) if isinstance(node.subject, Term) else scope.expanded(node.subject.names)
        case Repeated() | Shift():
            return (node.term.name,)
        case Shows():
            return (node.record,)
        case Has():
            return scope.expanded(node.which.names)
        case _:
            return ()
