"""Changes that are none: the sentence has other words and stands for the same, whoever the patient is.

Only what can be read off the words is said to be the same; a mutant that no patient was found for is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from core.criteria.field_names import field_names
from core.criteria.nodes import All, AnyOf, Condition, Not, Off, SourcesDiffer, Stable
from core.criteria.scope import Scope
from core.criteria.values import Several, Which


def is_same(one: Condition, other: Condition, scope: Scope) -> bool:
    """True if two conditions stand for the same by their words alone."""
    return _meant(one, scope) == _meant(other, scope)


def _meant(part: object, scope: Scope) -> object:
    return _joined(part, scope) if isinstance(part, All | AnyOf | Not | SourcesDiffer) else _named(part, scope)


def _joined(part: All | AnyOf | Not | SourcesDiffer, scope: Scope) -> object:
    match part:
        case AnyOf(parts) | All(parts):
            inner = frozenset(_meant(each, scope) for each in parts)
            return next(iter(inner)) if len(inner) == 1 else (type(part), inner)
        case SourcesDiffer(readings, use) if use:  # the others are told and decide nothing
            return _meant(readings[use], scope)
        case Not(Not(inner)):
            return _meant(inner, scope)
        case _:
            return _parts(part, scope)


def _named(part: object, scope: Scope) -> object:
    match part:
        case Which():
            return _which(part, scope, is_any=part.mode == "any" or len(part.names) == 1)
        case Off(which, lasting) | Stable(which, lasting):  # each of several, whatever stands together in a class
            return type(part), _which(which, scope, is_any=True), _meant(lasting, scope)
        case Several(mode, names, needed):
            members = tuple(member for name in names for member in scope.members(name))
            return Several, mode, needed, frozenset(members) if mode != "at_least" else members
        case _:
            return _parts(part, scope)


def _parts(part: object, scope: Scope) -> object:
    if isinstance(part, tuple):
        return tuple(_meant(each, scope) for each in cast("tuple[object, ...]", part))
    if isinstance(part, Mapping):
        entries = cast("Mapping[str, object]", part)
        return frozenset((key, _meant(value, scope)) for key, value in entries.items())
    names = field_names(part)
    return part if names is None else (type(part), tuple(_meant(getattr(part, name), scope) for name in names))


def _which(which: Which, scope: Scope, *, is_any: bool) -> object:
    names = scope.drugs(which.names) | scope.concepts(which.names) if is_any else frozenset(which.names)
    return Which, is_any, names, scope.drugs(which.other_than) | scope.concepts(which.other_than)
