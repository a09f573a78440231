"""Classes and groups whose members nobody lists: nothing would ever be one of them."""

from __future__ import annotations

from collections.abc import Iterator

from core.criteria.nodes import Condition, Failed, Had, Has, Off, On, Received, Stable, Therapy, walk
from core.criteria.scope import Scope
from core.language.said import said
from core.rule_files.remarks import conditions_of, remark, scope_of
from core.rule_files.rule_file import RuleFile
from core.source_text.problem import Problem


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield criteria that use a class or group without members."""
    scope = scope_of(rule_file)
    for criterion in rule_file.all_criteria:
        used = {name for each in conditions_of(criterion) for node in walk(each) for name in names_in(node)}
        for name in sorted(used):
            if _is_empty(name, scope):
                message = said("nobody lists the members of '{name}'", name=name)
                hint = "list them under 'groups:', or name the drugs"
                yield remark(rule_file, criterion, "class-unlisted", message, hint)


def names_in(node: Condition) -> tuple[str, ...]:
    """Return the drugs, classes and concepts that a condition names as such."""
    match node:
        case Has() | Had() | Received() | Failed() | On() | Off() | Stable():
            return (*node.which.names, *node.which.other_than)
        case Therapy():
            places = tuple(name for place in node.one_from_each for name in place)
            return (*node.of, *node.all_of, *places, *node.must_include, *node.together_with)
        case _:
            return ()


def _is_empty(name: str, scope: Scope) -> bool:
    if name in scope.groups:
        return not scope.groups[name]
    return name in scope.catalogue.classes and not scope.catalogue.classes[name].members
