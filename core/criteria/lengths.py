"""Every length of time that conditions write: what a verdict that moves with time can turn on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import ceil
from typing import cast

from core.criteria.field_names import field_names
from core.criteria.nodes import Condition, Defined
from core.criteria.scope import Scope
from core.criteria.values import HalfLives, NamedWindow
from core.values.duration import Duration, TimeUnit


def lengths_of(conditions: Iterable[Condition], scope: Scope) -> frozenset[Duration]:
    """Return every length of time that conditions write."""
    return frozenset(length for condition in conditions for length in _inside(condition, scope))


def _inside(part: object, scope: Scope) -> Iterator[Duration]:
    """Yield every duration written in a node and below it, half-lives and years of age among them."""
    if isinstance(part, Defined):
        yield from _inside(scope.definitions[part.name], scope)
    elif isinstance(part, Duration):
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


def _parts(part: object) -> Iterable[object]:
    if isinstance(part, tuple):
        return cast("tuple[object, ...]", part)
    names = field_names(part)
    if names is not None:
        return [getattr(part, name) for name in names]
    return cast("Mapping[object, object]", part).values() if isinstance(part, Mapping) else ()
