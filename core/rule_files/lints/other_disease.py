"""Activity or damage of a disease that the file is not about."""

from __future__ import annotations

from collections.abc import Iterator

from core.criteria.nodes import Condition
from core.criteria.scope import Scope
from core.criteria.values import Several, Term
from core.language.said import said
from core.rule_files.remarks import conditions_of, remark, scope_of, walk_outside
from core.rule_files.rule_file import Criterion, RuleFile
from core.source_text.problem import Problem


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield scores that measure another disease than the file's or cohort's."""
    scope = scope_of(rule_file)
    for criterion in rule_file.criteria:
        yield from _in(rule_file, criterion, scope, scope.targets)
    for cohort in rule_file.cohorts:
        targets = scope.targets if cohort.scope is None else cohort.scope.targets
        for criterion in cohort.criteria:
            yield from _in(rule_file, criterion, scope, targets)


def _in(rule_file: RuleFile, criterion: Criterion, scope: Scope, targets: frozenset[str]) -> Iterator[Problem]:
    for condition in conditions_of(criterion):
        for node in walk_outside(condition):
            for name in _measured(node, scope):
                of = _of_another(name, scope, targets)
                if of:
                    names = {"name": name, "of": ", ".join(of), "diseases": ", ".join(sorted(targets))}
                    message = said("'{name}' measures {of}, the file is about {diseases}", **names)
                    yield remark(rule_file, criterion, "other-disease", message, "name the score that is meant", node)


def _measured(node: Condition, scope: Scope) -> tuple[str, ...]:
    subject = getattr(node, "subject", None)
    if isinstance(subject, Several):
        return scope.expanded(subject.names)
    return (subject.name,) if isinstance(subject, Term) else ()


def _of_another(name: str, scope: Scope, targets: frozenset[str]) -> tuple[str, ...]:
    """Return the diseases that a score measures, () where one of them is the file's, holds it or is a part of it."""
    catalogue = scope.catalogue
    concept = catalogue.concept(name)
    measured = () if concept is None else concept.diseases
    related = any(
        target in catalogue.concepts_of(each) or each in catalogue.concepts_of(target)
        for each in measured
        for target in targets
    )
    return () if related else measured
