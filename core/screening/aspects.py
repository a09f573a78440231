"""Whether a file says enough to call a patient possible: age, activity or severity, earlier treatment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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
from core.rule_files.rule_file import Polarity
from core.screening.judgements import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a file would have to say before a patient is called possible, each in the order of the aspects.

    Of what is ``absent`` no criterion speaks (that applies to the patient); on what is ``unsettled`` one does, and it
    does not pass by what is recorded.
    """

    absent: tuple[Aspect, ...]
    unsettled: tuple[Aspect, ...]


def is_sufficient(judgements: Iterable[Judgement], scope: Scope) -> bool:
    """True if criteria on age, activity or severity, and earlier treatment are there and pass."""
    return lacking(judgements, scope) == Lacking((), ())


def holds_enough(judgements: Iterable[Judgement], scope: Scope) -> bool:
    """True if criteria on age, activity or severity, and earlier treatment are there and apply, however they come out.

    "Not yet" says that all but what waiting cures is decided; a file that asks next to nothing cannot say so.
    """
    return not lacking(judgements, scope).absent


def lacking(judgements: Iterable[Judgement], scope: Scope) -> Lacking:
    """Return which of age, activity or severity, and earlier treatment no criterion asks for, or none that passes."""
    there: set[Aspect] = set()
    passing: set[Aspect] = set()
    for judgement in judgements:
        if judgement.does_not_apply:
            continue
        criterion = judgement.criterion
        shown = set(_aspects(criterion.condition, scope))
        if criterion.polarity is Polarity.EXCLUSION:
            shown.discard(Aspect.TREATMENT)  # what must not have been given says nothing of what failed
        there |= {*criterion.concerns, *shown}
        if judgement.verdict is Verdict.PASSES:
            passing |= {*criterion.concerns, *shown}
    absent = tuple(each for each in Aspect if each not in there)
    return Lacking(absent, tuple(each for each in Aspect if each in there - passing))


def _aspects(condition: Condition, scope: Scope) -> Iterator[Aspect]:
    for node in walk(condition):
        match node:
            case Therapy() | Failed() | Received():
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
