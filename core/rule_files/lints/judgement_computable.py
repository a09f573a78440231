"""Questions to a person whose answer the record could give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.catalogue.concept import Kind
from core.criteria.scope import Question, Scope
from core.language.languages import ENGLISH
from core.language.said import said
from core.rule_files.remarks import remark_on_file, scope_of
from core.rule_files.rule_file import RuleFile
from core.source_text.problem import Problem

_COMPUTED = (Kind.NUMBER, Kind.SCORE, Kind.TITRE, Kind.AGE, Kind.DOSE, Kind.CLASSIFICATION)
_LIMIT = re.compile(r"(?:at least|at most|above|below|more than|less than|[<>≥≤]=?)\s*\d")


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield questions that carry the name of a concept, or that ask for a limit of a number the catalogue knows."""
    scope = scope_of(rule_file)
    for question in scope.questions.values():
        concept = _concept_of(question, scope)
        if concept:
            message = said("'{id}' asks a person for what '{concept}' records", id=question.id, concept=concept)
            hint = said("write a condition on '{concept}', or ask for what only a person can judge", concept=concept)
            yield remark_on_file(rule_file, "judgement-computable", message, hint)


def _concept_of(question: Question, scope: Scope) -> str:
    """Return the concept a question could be computed from, "" if none: conservative, by name or label and limit."""
    named = scope.catalogue.concept(scope.catalogue.id_of(question.id) or "")
    if named is not None:
        return named.id
    if _LIMIT.search(question.ask) is None:
        return ""
    for kind in _COMPUTED:
        for concept in scope.catalogue.of_kind(kind):
            label = concept.label.get(ENGLISH, "")
            if label and re.search(rf"(?<!\w){re.escape(label)}(?!\w)", question.ask, re.IGNORECASE):
                return concept.id
    return ""
