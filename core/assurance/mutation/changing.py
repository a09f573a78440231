"""Every change of a condition: each of its parts is walked to and changed in each way that a room knows."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from importlib import import_module
from typing import Any, cast

from core.assurance.mutation import mutators
from core.criteria.nodes import Condition
from core.criteria.scope import Scope

Mutate = Callable[[object, Scope], Iterator[object]]


@cache
def rooms() -> tuple[tuple[str, Mutate], ...]:
    """Return the name and the function ``mutate`` of every module of the folder, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(mutators.__path__))
    return tuple((name, import_module(f"{mutators.__name__}.{name}").mutate) for name in names)


def changes(condition: Condition, scope: Scope) -> Iterator[tuple[str, Condition]]:
    """Yield each change of one part of a condition, with the room it comes from; what can not stand is left out."""
    seen: set[Condition] = {condition}
    for kind, changed in _changed(condition, scope):
        found = cast("Condition", changed)
        if found not in seen:
            seen.add(found)
            yield kind, found


def _changed(part: Any, scope: Scope) -> Iterator[tuple[str, object]]:
    for kind, mutate in rooms():
        try:
            for changed in mutate(part, scope):
                yield kind, changed
        except ValueError:  # a block of one, a count above its parts: no such sentence can be written
            continue
    if isinstance(part, tuple):
        items = cast("tuple[object, ...]", part)
        for at, item in enumerate(items):
            for kind, changed in _changed(item, scope):
                yield kind, (*items[:at], changed, *items[at + 1 :])
    elif isinstance(part, Mapping):
        entries = cast("Mapping[str, object]", part)
        for key, value in entries.items():
            for kind, changed in _changed(value, scope):
                yield kind, {**entries, key: changed}
    elif is_dataclass(part) and not isinstance(part, type):
        for each in fields(part):
            for kind, changed in _changed(getattr(part, each.name), scope):
                try:
                    yield kind, replace(part, **{each.name: changed})
                except ValueError:
                    continue
