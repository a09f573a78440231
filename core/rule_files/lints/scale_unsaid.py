"""Scores that are counted on several scales, and a sentence that does not say on which."""

from __future__ import annotations

from collections.abc import Iterator

from core.catalogue.concept import Concept, Kind
from core.criteria.nodes import Between, Compare, Condition, walk
from core.criteria.scope import Scope
from core.criteria.values import Term
from core.language.said import said
from core.rule_files.remarks import conditions_of, remark, scope_of
from core.rule_files.rule_file import RuleFile
from core.source_text.problem import Problem


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield comparisons with a score of several scales (MMT-8 of 80 or 150) that name none."""
    scope = scope_of(rule_file)
    for criterion in rule_file.all_criteria:
        for condition in conditions_of(criterion):
            for node in walk(condition):
                concept = _without_scale(node, scope)
                if concept is not None:
                    scales = [code.id for code in concept.qualifiers]
                    message = said("'{id}' has several scales: {scales}", id=concept.id, scales=", ".join(scales))
                    hint = said("write '{id} ({scale}) …'", id=concept.id, scale=scales[0])
                    yield remark(rule_file, criterion, "scale-unsaid", message, hint, node)


def _without_scale(node: Condition, scope: Scope) -> Concept | None:
    if not isinstance(node, Compare | Between) or not isinstance(node.subject, Term) or node.subject.qualifiers:
        return None
    concept = scope.catalogue.concept(node.subject.name)
    is_scored = concept is not None and concept.kind is Kind.SCORE and len(concept.qualifiers) > 1
    is_one = concept is not None and any(len(each) == len(concept.qualifiers) for each in concept.interchangeable)
    return concept if is_scored and not is_one else None
