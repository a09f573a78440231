"""Every length of time that conditions write: what a verdict that moves with time can turn on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from math import ceil
from typing import cast

from core.criteria.nodes import Condition, Defined, walk
from core.criteria.scope import Scope
from core.criteria.values import HalfLives, NamedWindow
from core.values.duration import Duration, TimeUnit


def lengths_of(conditions: Iterable[Condition], scope: Scope) -> frozenset[Duration]:
    """Return every length of time that conditions write."""
    return frozenset(length for condition in conditions for length in _lengths(condition, scope))


def _lengths(condition: Condition, scope: Scope) -> Iterator[Duration]:
    for node in walk(condition):
        if isinstance(node, Defined):
            yield from _lengths(scope.definitions[node.name], scope)
        yield from _inside(node, scope)


def _inside(part: object, scope: Scope) -> Iterator[Duration]:
    """Yield every duration written in a node, half-lives and years of age among them."""
    if isinstance(part, Duration):
        yield part
        if part.unit is TimeUnit.YEAR:
            yield Duration(part.count + 1, TimeUnit.YEAR)  # an age limit holds through the whole last year
    elif isinstance(part, NamedWindow):
        yield scope.windows[part.name]
    elif isinstance(part, HalfLives):
        yield from _half_lives(part, scope)
    else:
        for inner in _parts(part):
            yield from _inside(inner, scope)


def _half_lives(span: HalfLives, scope: Scope) -> Iterator[Duration]:
    for drug in scope.catalogue.drugs.values():
        if drug.half_life_days is not None:
            yield Duration(ceil(drug.half_life_days * span.count), TimeUnit.DAY)


def _parts(part: object) -> Iterator[object]:
    if isinstance(part, Mapping):
        yield from cast("Mapping[object, object]", part).values()
    elif isinstance(part, tuple):
        yield from cast("tuple[object, ...]", part)
    elif is_dataclass(part) and not isinstance(part, type):
        yield from (getattr(part, each.name) for each in fields(part))
