"""Sentences that have to hold together and cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.criteria.nodes import All, AnyOf, Between, Condition, State, walk
from core.criteria.printing.sentences import is_sentence, print_sentence
from core.criteria.scope import Scope
from core.criteria.values import Term
from core.language.said import said
from core.rule_files.demands import demands, opposite
from core.rule_files.ranges import are_apart, demand_of, number_of
from core.rule_files.remarks import conditions_of, remark, scope_of
from core.rule_files.rule_file import Criterion, RuleFile
from core.source_text.problem import Problem

CODE = "contradictory"


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield contradictions inside one ``all``, and between criteria that are judged at one point."""
    scope = scope_of(rule_file)
    for criterion in rule_file.all_criteria:
        yield from _inside(rule_file, criterion, scope)
    for cohort in ((), *(cohort.criteria for cohort in rule_file.cohorts)):
        yield from _between(rule_file, (*rule_file.criteria, *cohort), scope)


def _inside(rule_file: RuleFile, criterion: Criterion, scope: Scope) -> Iterator[Problem]:
    for condition in conditions_of(criterion):
        for node in walk(condition):
            if isinstance(node, Between) and _is_turned_round(node, scope):
                message = said("'{print_sentence}' can never hold", print_sentence=print_sentence(node))
                yield remark(rule_file, criterion, CODE, message, "write the lower limit first")
            if isinstance(node, All):
                yield from _pairs(rule_file, criterion, tuple(demands(node)), (), scope)


def _is_turned_round(node: Between, scope: Scope) -> bool:
    if not isinstance(node.subject, Term):
        return False
    concept = scope.catalogue.concept(node.subject.name)
    low, high = number_of(node.low, concept), number_of(node.high, concept)
    return low is not None and high is not None and low[1] == high[1] and low[0] > high[0]


def _between(rule_file: RuleFile, criteria: Sequence[Criterion], scope: Scope) -> Iterator[Problem]:
    before: dict[str, tuple[Condition, ...]] = {}
    for criterion in criteria:
        demanded = tuple(demands(criterion.satisfied))
        for point in criterion.points:
            yield from _pairs(rule_file, criterion, demanded, before.get(point, ()), scope)
            before[point] = (*before.get(point, ()), *demanded)


def _pairs(
    rule_file: RuleFile,
    criterion: Criterion,
    demanded: tuple[Condition, ...],
    others: tuple[Condition, ...],
    scope: Scope,
) -> Iterator[Problem]:
    """Compare each sentence with the others; without others, with those before it in the same list."""
    for index, one in enumerate(demanded):
        for other in others or demanded[:index]:
            if _exclude_each_other(one, other, scope):
                message = said("{shown} and {shown2} can never hold together", shown=_shown(other), shown2=_shown(one))
                yield remark(rule_file, criterion, CODE, message, "mend one of them, or join them with 'any'")


def _exclude_each_other(one: Condition, other: Condition, scope: Scope) -> bool:
    if opposite(one) == other:
        return True
    first, second = demand_of(one, scope), demand_of(other, scope)
    if first is not None and second is not None:
        return first.of == second.of and are_apart(first.interval, second.interval)
    return isinstance(one, State) and isinstance(other, State) and _are_other_states(one, other, scope)


def _are_other_states(one: State, other: State, scope: Scope) -> bool:
    """True for two values of a fact that has one: not of test results, where two words may both be true."""
    is_one_value = isinstance(one.subject, Term) and _has_one_value(one.subject.name, scope)
    is_same = replace(one, choices=("x",)) == replace(other, choices=("x",))
    return is_one_value and is_same and not one.is_not and not set(one.choices) & set(other.choices)


def _has_one_value(name: str, scope: Scope) -> bool:
    concept = scope.catalogue.concept(name)
    return name in scope.questions or (concept is not None and not concept.domains and not concept.members)


def _shown(condition: Condition) -> str:
    if isinstance(condition, All | AnyOf) or not is_sentence(condition):
        return "a block"
    return f"'{print_sentence(condition)}'"
