"""One drug to be taken and not to be taken at the same point (language case G4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.criteria.nodes import Condition, Not, Off, On, Received
from core.criteria.scope import Scope
from core.language.said import said
from core.rule_files.demands import demands
from core.rule_files.remarks import remark, scope_of
from core.rule_files.rule_file import Criterion, RuleFile
from core.source_text.problem import Problem


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield criteria that ask for a drug another one at the same point forbids; at different points it is a plan."""
    scope = scope_of(rule_file)
    groups: Sequence[tuple[Criterion, ...]] = ((), *(cohort.criteria for cohort in rule_file.cohorts))
    seen: set[str] = set()
    for group in groups:
        for problem in _clashes(rule_file, (*rule_file.criteria, *group), scope):
            if problem.message not in seen:
                seen.add(problem.message)
                yield problem


def _clashes(rule_file: RuleFile, criteria: Sequence[Criterion], scope: Scope) -> Iterator[Problem]:
    forbidden: dict[str, dict[str, str]] = {}
    for criterion in criteria:
        for node in demands(criterion.satisfied):
            for drug in _off(node, scope):
                for point in criterion.points:
                    forbidden.setdefault(point, {}).setdefault(drug, criterion.id)
    for criterion in criteria:
        for node in demands(criterion.satisfied):
            wanted = _on(node, scope)
            for point in criterion.points:
                clash = wanted & forbidden.get(point, {}).keys()
                if wanted and clash == wanted:
                    drug = min(clash)
                    other = forbidden[point][drug]
                    message = said(
                        "at {point} '{id}' asks for {drug} and '{other}' forbids it",
                        point=point,
                        id=criterion.id,
                        drug=drug,
                        other=other,
                    )
                    hint = "judge one of them at another point, or mend one"
                    yield remark(rule_file, criterion, "on-and-off", message, hint)


def _on(node: Condition, scope: Scope) -> frozenset[str]:
    if isinstance(node, On):
        return scope.drugs(node.which.names) - scope.drugs(node.which.other_than)
    return frozenset()


def _off(node: Condition, scope: Scope) -> frozenset[str]:
    match node:
        case Off(which) | Not(On(which, None)) | Not(Received(which, 1)):
            if which.mode == "each" and isinstance(node, Not):
                return frozenset()
            return scope.drugs(which.names) - scope.drugs(which.other_than)
        case _:
            return frozenset()
