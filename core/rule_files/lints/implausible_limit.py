"""Limits outside what the catalogue holds plausible: often a slip of the unit or the decimal point."""

from __future__ import annotations

from collections.abc import Iterator

from core.catalogue.concept import Concept
from core.criteria.nodes import Between, Compare, Condition, walk
from core.criteria.printing.parts import print_limit
from core.criteria.scope import Scope
from core.criteria.values import Amount, Extreme, Limit, Several, Term
from core.language.said import said
from core.rule_files.remarks import conditions_of, remark, scope_of
from core.rule_files.rule_file import RuleFile
from core.source_text.problem import Problem


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield limits that lie outside the plausible range of their concept."""
    scope = scope_of(rule_file)
    for criterion in rule_file.all_criteria:
        for condition in conditions_of(criterion):
            for node in walk(condition):
                for limit, concept in _compared(node, scope):
                    message = said(
                        "{print_limit} is outside the plausible range of '{id}'",
                        print_limit=print_limit(limit),
                        id=concept.id,
                    )
                    hint = "check the unit and the point"
                    yield remark(rule_file, criterion, "implausible-limit", message, hint, node)


def _compared(node: Condition, scope: Scope) -> Iterator[tuple[Amount, Concept]]:
    limits: tuple[Limit, ...] = ()
    match node:
        case Compare(subject, _, limit):
            limits = (limit,)
        case Between(subject, low, high):
            limits = (low, high)
        case _:
            return
    for concept in _concepts(subject, scope):
        for limit in limits:
            yield from ((amount, concept) for amount in _amounts(limit) if _is_outside(amount, concept))


def _concepts(subject: Term | Several, scope: Scope) -> Iterator[Concept]:
    names = (subject.name,) if isinstance(subject, Term) else subject.names
    for name in scope.expanded(names):
        concept = scope.catalogue.concept(name)
        if concept is not None and concept.plausible is not None:
            yield concept


def _amounts(limit: Limit) -> Iterator[Amount]:
    if isinstance(limit, Extreme):
        yield from _amounts(limit.first)
        yield from _amounts(limit.second)
    elif isinstance(limit, Amount):
        yield limit


def _is_outside(amount: Amount, concept: Concept) -> bool:
    unit = concept.unit(amount.unit)
    if concept.plausible is None or (unit is not None and unit.family) or (unit is None and amount.unit):
        return False
    number = amount.number * unit.factor if unit is not None else amount.number
    if concept.possible is not None and not concept.possible.holds(number):
        return False  # never met, or always: that is another remark
    return not concept.plausible.holds(number)
