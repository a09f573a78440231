"""Limits that no patient can reach: above the scale of a score, below it, between two of its steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.catalogue.concept import Concept, Kind
from core.criteria.nodes import Between, Compare, Condition, Repeated, walk
from core.criteria.printing.parts import print_limit
from core.criteria.printing.sentences import print_sentence
from core.criteria.scope import Scope
from core.criteria.values import Extreme, Limit, Subject, Term
from core.language.said import said
from core.rule_files.ranges import are_apart, demand_of, number_of
from core.rule_files.remarks import conditions_of, remark, scope_of
from core.rule_files.rule_file import RuleFile
from core.source_text.problem import Problem
from core.values.interval import Interval

CODE = "never-met"


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield comparisons that nobody can meet, and limits that no total of the score has."""
    scope = scope_of(rule_file)
    for criterion in rule_file.all_criteria:
        for condition in conditions_of(criterion):
            for node in walk(condition):
                for message, hint in _remarks(node, scope):
                    yield remark(rule_file, criterion, CODE, message, hint, node)


def _remarks(node: Condition, scope: Scope) -> Iterator[tuple[str, str]]:
    tested = node.test if isinstance(node, Repeated) else node
    if not isinstance(tested, Compare | Between):
        return
    for concept in _concepts(tested.subject, scope):
        possible = concept.possible
        demand = demand_of(_of(tested, concept), scope)
        is_missed = (
            demand is not None
            and possible is not None
            and demand.of.kind in ("", "family ")
            and are_apart(Interval(possible.low, possible.high), demand.interval)
        )
        if is_missed and possible is not None:
            message = said("'{print_sentence}' can never hold", print_sentence=print_sentence(node))
            yield message, said("'{id}' goes from {low} to {high}", id=concept.id, low=possible.low, high=possible.high)
            continue
        limits = (tested.limit,) if isinstance(tested, Compare) else (tested.low, tested.high)
        yield from _between_steps(concept, limits)


def _between_steps(concept: Concept, limits: tuple[Limit, ...]) -> Iterator[tuple[str, str]]:
    for limit in (each for outer in limits for each in _inner(outer)):
        number = number_of(limit, concept)
        if concept.step is not None and number is not None and number[0] % concept.step:
            names = {"limit": print_limit(limit), "id": concept.id}
            hint = said("it is counted in steps of {step}", step=concept.step)
            yield said("no total of '{id}' is {limit}", **names), hint


def _inner(limit: Limit) -> tuple[Limit, ...]:
    return (limit.first, limit.second) if isinstance(limit, Extreme) else (limit,)


def _concepts(subject: Subject, scope: Scope) -> Iterator[Concept]:
    names = (subject.name,) if isinstance(subject, Term) else subject.names
    for name in scope.expanded(names):
        concept = scope.catalogue.concept(name)
        if concept is not None and concept.kind in (Kind.SCORE, Kind.CLASSIFICATION, Kind.NUMBER):
            yield concept


def _of(node: Compare | Between, concept: Concept) -> Condition:
    """Return the comparison for one of several concepts, and for any of several results as for one."""
    return replace(node, subject=Term(concept.id), pick="")
