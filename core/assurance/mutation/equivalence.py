"""Changes that are none: the sentence has other words and stands for the same, whoever the patient is.

Only what can be read off the words is said to be the same; a mutant that no patient was found for is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, cast

from core.criteria.nodes import All, AnyOf, Condition, Not, Off, Stable
from core.criteria.scope import Scope
from core.criteria.values import Several, Which


def is_same(one: Condition, other: Condition, scope: Scope) -> bool:
    """True if two conditions stand for the same by their words alone."""
    return _meant(one, scope) == _meant(other, scope)


def _meant(part: Any, scope: Scope) -> object:
    match part:
        case AnyOf(parts) | All(parts):
            inner = frozenset(_meant(each, scope) for each in parts)
            return next(iter(inner)) if len(inner) == 1 else (type(part), inner)
        case Not(Not(inner)):
            return _meant(inner, scope)
        case Which():
            return _which(part, scope, is_any=part.mode == "any" or len(part.names) == 1)
        case Off(which, lasting) | Stable(which, lasting):  # each of several, whatever stands together in a class
            return type(part), _which(which, scope, is_any=True), _meant(lasting, scope)
        case Several(names, mode, needed):
            members = tuple(member for name in names for member in scope.members(name))
            return Several, mode, needed, frozenset(members) if mode != "at_least" else members
        case tuple():
            return tuple(_meant(each, scope) for each in cast("tuple[object, ...]", part))
        case Mapping():
            entries = cast("Mapping[str, object]", part)
            return frozenset((key, _meant(value, scope)) for key, value in entries.items())
        case _ if is_dataclass(part) and not isinstance(part, type):
            return type(part), tuple(_meant(getattr(part, each.name), scope) for each in fields(part))
        case _:
            return part


def _which(which: Which, scope: Scope, *, is_any: bool) -> object:
    names = scope.drugs(which.names) | scope.concepts(which.names) if is_any else frozenset(which.names)
    return Which, is_any, names, scope.drugs(which.other_than) | scope.concepts(which.other_than)
