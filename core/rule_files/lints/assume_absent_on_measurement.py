"""``if_not_recorded: assume absent`` on what is measured: a result not recorded is not negative (case G43)."""

from __future__ import annotations

from collections.abc import Iterator

from core.criteria.nodes import Between, Compare, Condition, Includes, Repeated, Shift, Shows, State, TimeSince
from core.criteria.scope import Scope
from core.criteria.values import Term
from core.language.said import said
from core.rule_files.remarks import conditions_of, scope_of, walk_outside
from core.rule_files.rule_file import RuleFile
from core.source_text.problem import Problem


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield an error for each criterion that assumes absence and holds a measured part."""
    scope = scope_of(rule_file)
    for criterion in rule_file.all_criteria:
        nodes = (node for condition in conditions_of(criterion) for node in walk_outside(condition))
        if criterion.is_absence_assumed and any(_is_measured(node, scope) for node in nodes):
            message = said("'{id}' assumes absence, and part of it is measured", id=criterion.id)
            hint = "only what is had, received or taken can be assumed absent: split the criterion"
            yield Problem(rule_file.file, criterion.span, "assume-absent-on-measurement", message, hint)


def _is_measured(node: Condition, scope: Scope) -> bool:
    match node:
        case Compare() | Between() | State() | Includes():
            name = node.subject.name if isinstance(node.subject, Term) else ""
            return name not in scope.questions and name not in scope.site
        case Repeated() | Shift() | Shows() | TimeSince():
            return True
        case _:
            return False
