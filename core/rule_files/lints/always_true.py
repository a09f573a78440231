"""Conditions that hold whatever is known."""

from __future__ import annotations

from collections.abc import Iterator

from core.catalogue.concept import Kind
from core.criteria.nodes import AnyOf, Condition, State, walk
from core.criteria.printing.sentences import is_sentence, print_sentence
from core.criteria.scope import Scope
from core.criteria.values import Term
from core.language.said import said
from core.rule_files.demands import opposite
from core.rule_files.ranges import demand_of, lies_in
from core.rule_files.remarks import conditions_of, remark, scope_of
from core.rule_files.rule_file import RuleFile
from core.source_text.problem import Problem
from core.values.interval import Interval

CODE = "always-true"


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield an ``any`` of something and its opposite, every value of a fact, and limits everybody keeps."""
    scope = scope_of(rule_file)
    for criterion in rule_file.all_criteria:
        for condition in conditions_of(criterion):
            for node in walk(condition):
                if _is_always_true(node, scope):
                    shown = said("'{text}'", text=print_sentence(node)) if is_sentence(node) else "a block"
                    message = said("{shown} always holds", shown=shown)
                    yield remark(rule_file, criterion, CODE, message, "take it out, or mend it", node)


def _is_always_true(node: Condition, scope: Scope) -> bool:
    match node:
        case AnyOf(parts):
            return any(opposite(part) in parts for part in parts)
        case State():
            return _is_every_value(node, scope)
        case _:
            return _is_kept_by_everybody(node, scope)


def _is_every_value(node: State, scope: Scope) -> bool:
    if not isinstance(node.subject, Term) or node.is_not or node.domains is not None:
        return False
    concept = scope.catalogue.concept(node.subject.name)
    if node.subject.name in scope.questions or (concept is not None and concept.kind is Kind.YES_NO):
        return {"yes", "no"} <= set(node.choices)
    return concept is not None and concept.kind is Kind.CODE and concept.words <= set(node.choices)


def _is_kept_by_everybody(node: Condition, scope: Scope) -> bool:
    demand = demand_of(node, scope)
    subject = getattr(node, "subject", None)
    concept = scope.catalogue.concept(subject.name) if isinstance(subject, Term) else None
    if demand is None or concept is None or concept.possible is None or demand.of.kind not in ("", "family "):
        return False
    possible = concept.possible
    return lies_in(Interval(possible.low, possible.high), demand.interval)
