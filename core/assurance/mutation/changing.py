"""Every change of a condition: each of its parts is walked to and changed in each way that a room knows."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from importlib import import_module
from typing import Any, cast

from core.assurance.mutation import mutators
from core.criteria.field_names import field_names
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


def _changed(part: object, scope: Scope) -> Iterator[tuple[str, object]]:
    """Yield a part changed itself, then with each part inside it changed."""
    for kind, mutate in rooms():
        yield from ((kind, changed) for changed in _standing(mutate(part, scope)))
    for inner, put in _inside(part):
        for kind, changed in _changed(inner, scope):
            yield from ((kind, whole) for whole in _standing(put(each) for each in (changed,)))


def _standing(changed: Iterator[object]) -> Iterator[object]:
    """Yield what can stand: no block of nothing, no count above its parts."""
    with suppress(ValueError):
        yield from changed


def _inside(part: object) -> Iterator[tuple[object, Callable[[object], object]]]:
    """Yield what stands inside a part, each with what puts another in its place."""
    if isinstance(part, tuple):
        items = cast("tuple[object, ...]", part)
        for at, item in enumerate(items):
            yield item, partial(_at, items, at)
    elif isinstance(part, Mapping):
        entries = cast("Mapping[str, object]", part)
        for key, value in entries.items():
            yield value, partial(_under, entries, key)
    else:
        for name in field_names(part) or ():
            yield getattr(part, name), partial(_field, part, name)


def _at(items: tuple[object, ...], at: int, changed: object) -> object:
    return (*items[:at], changed, *items[at + 1 :])


def _under(entries: Mapping[str, object], key: str, changed: object) -> object:
    return {**entries, key: changed}


def _field(part: object, name: str, changed: object) -> object:
    return replace(cast("Any", part), **{name: changed})
