"""Sentences that have to hold together and cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.criteria.nodes import All, AnyOf, Between, Condition, State, walk
from core.criteria.printing.sentences import is_sentence, print_sentence
from core.criteria.scope import Scope
from core.criteria.values import Term
from core.language.said import said
from core.rule_files.demands import demands, opposite
from core.rule_files.ranges import Demand, are_apart, demand_of, number_of
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
                yield remark(rule_file, criterion, CODE, message, "write the lower limit first", node)
            if isinstance(node, All):
                yield from _pairs(rule_file, criterion, _all_demanded(node, scope), (), scope)


def _is_turned_round(node: Between, scope: Scope) -> bool:
    if not isinstance(node.subject, Term):
        return False
    concept = scope.catalogue.concept(node.subject.name)
    low, high = number_of(node.low, concept), number_of(node.high, concept)
    return low is not None and high is not None and low[1] == high[1] and low[0] > high[0]


def _between(rule_file: RuleFile, criteria: Sequence[Criterion], scope: Scope) -> Iterator[Problem]:
    before: dict[str, tuple[_Demanded, ...]] = {}
    for criterion in criteria:
        demanded = _all_demanded(criterion.satisfied, scope)
        for point in criterion.points:
            yield from _pairs(rule_file, criterion, demanded, before.get(point, ()), scope)
            before[point] = (*before.get(point, ()), *demanded)


@dataclass(frozen=True, slots=True)
class _Demanded:
    """A sentence that has to hold, with what every other one is compared with."""

    sentence: Condition
    opposite: Condition
    demand: Demand | None


def _all_demanded(condition: Condition, scope: Scope) -> tuple[_Demanded, ...]:
    return tuple(_Demanded(each, opposite(each), demand_of(each, scope)) for each in demands(condition))


def _pairs(
    rule_file: RuleFile,
    criterion: Criterion,
    demanded: tuple[_Demanded, ...],
    others: tuple[_Demanded, ...],
    scope: Scope,
) -> Iterator[Problem]:
    """Compare each sentence with the others; without others, with those before it in the same list."""
    for index, one in enumerate(demanded):
        for other in others or demanded[:index]:
            if _exclude_each_other(one, other, scope):
                shown, shown2 = _shown(other.sentence), _shown(one.sentence)
                message = said("{shown} and {shown2} can never hold together", shown=shown, shown2=shown2)
                hint = "mend one of them, or join them with 'any'"
                yield remark(rule_file, criterion, CODE, message, hint, one.sentence)


def _exclude_each_other(one: _Demanded, other: _Demanded, scope: Scope) -> bool:
    if one.opposite == other.sentence:
        return True
    first, second = one.demand, other.demand
    if first is not None and second is not None:
        return first.of == second.of and are_apart(first.interval, second.interval)
    mine, theirs = one.sentence, other.sentence
    return isinstance(mine, State) and isinstance(theirs, State) and _are_other_states(mine, theirs, scope)


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
    return said("'{text}'", text=print_sentence(condition))
