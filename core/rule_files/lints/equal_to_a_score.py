"""A score that has to be exactly a number within its scale: at least or at most is meant, nearly always."""

from __future__ import annotations

from collections.abc import Iterator

from core.catalogue.concept import Kind, Range
from core.criteria.nodes import Compare, Condition, walk
from core.criteria.printing.sentences import print_sentence
from core.criteria.scope import Scope
from core.criteria.values import Amount, Term
from core.language.said import said
from core.rule_files.remarks import conditions_of, remark, scope_of
from core.rule_files.rule_file import RuleFile
from core.source_text.problem import Problem


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield equalities with a total that is not an end of the scale (ECOG of 0 is meant as it reads)."""
    scope = scope_of(rule_file)
    for criterion in rule_file.all_criteria:
        for condition in conditions_of(criterion):
            for node in walk(condition):
                if _is_inside_a_scale(node, scope):
                    message = said("'{sentence}' asks for exactly that total", sentence=print_sentence(node))
                    hint = "write >= or <=, or 'between' for a range"
                    yield remark(rule_file, criterion, "equal-to-a-score", message, hint, node)


def _is_inside_a_scale(node: Condition, scope: Scope) -> bool:
    if not isinstance(node, Compare) or node.op not in ("=", "!=") or not isinstance(node.subject, Term):
        return False
    concept = scope.catalogue.concept(node.subject.name)
    if concept is None or concept.kind is not Kind.SCORE or not isinstance(node.limit, Amount):
        return False
    scale = concept.possible or Range(None, None)
    return node.limit.number not in (scale.low, scale.high)
