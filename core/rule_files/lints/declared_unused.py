"""Windows, groups, definitions and facts of the site that nothing uses: mostly a slip where they were to be used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import cast

from core.criteria.scope import LIST_FRESHNESS, Scope
from core.language.said import said
from core.rule_files.remarks import nodes_of, remark_on_name, scope_of
from core.rule_files.rule_file import RuleFile
from core.source_text.problem import Problem

_LISTS = frozenset(f"{each.removesuffix('s')}_list" for each in LIST_FRESHNESS)
"""Windows that stand for themselves: how long a complete list stays so."""


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield what a file declares and no condition of it names."""
    scope = scope_of(rule_file)
    used = {word for node in nodes_of(rule_file) for word in _words(node)} | _LISTS
    used |= {name for members in scope.groups.values() for name in members}
    for key, names in _declared(scope).items():
        for name in names:
            if name not in used:
                message = said("'{name}' is declared under '{key}' and never used", name=name, key=key)
                yield remark_on_name(rule_file, key, name, "declared-unused", message, "use it, or take it out")


def _declared(scope: Scope) -> dict[str, tuple[str, ...]]:
    return {
        "windows": tuple(scope.windows),
        "groups": tuple(scope.groups),
        "define": tuple(scope.definitions),
        "site": tuple(scope.site),
    }


def _words(thing: object) -> Iterator[str]:
    """Yield every word in a condition, its names among them."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for each in cast("tuple[object, ...]", thing):
            yield from _words(each)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _words(getattr(thing, field.name))
