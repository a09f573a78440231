"""Every name that can reach a part of a rule file: what it does not see cannot change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import cast

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Kind
from core.criteria.nodes import Condition, Defined, On, Therapy, walk
from core.criteria.scope import Scope
from core.rule_files.rule_file import Criterion
from core.source_text.problem import Span


def names_seen(part: object, scope: Scope) -> frozenset[str]:
    """Return every name a part of a file can see: its own words, those of what they name, and what those stand for."""
    words = {*_words(part), *scope.targets}
    fresh = set(words)
    while fresh:
        named = [scope.definitions[each] for each in fresh if each in scope.definitions]
        grouped = [scope.groups[each] for each in fresh if each in scope.groups]
        fresh = set(_words((named, grouped))) - words
        words |= fresh
    opened = frozenset(_opened(frozenset(words), scope.catalogue))
    return opened | _weight(part, opened, scope)


def _weight(part: object, opened: frozenset[str], scope: Scope) -> frozenset[str]:
    """Return the weight where a dose may be one per kg."""
    weight = scope.catalogue.by_role.get("weight")
    doses = (scope.catalogue.concept(name) for name in opened)
    is_dosed = any(concept is not None and concept.kind is Kind.DOSE for concept in doses)
    is_dosed = is_dosed or (isinstance(part, Criterion) and _asks_dose(part.satisfied, scope))
    return frozenset() if weight is None or not is_dosed else frozenset({weight.id})


def _asks_dose(condition: Condition, scope: Scope) -> bool:
    for node in walk(condition):
        if isinstance(node, Defined) and _asks_dose(scope.definitions[node.name], scope):
            return True
        if (isinstance(node, On) and node.limit is not None) or (isinstance(node, Therapy) and node.at_dose):
            return True
    return False


def _opened(words: frozenset[str], catalogue: Catalogue) -> Iterator[str]:
    """Yield names with everything they stand for, and every class that stands for one of them."""
    stems = {word.partition(".")[0] for word in words}
    yield from stems
    for concept, stands_for in catalogue.stand_for.items():
        if not stands_for.isdisjoint(stems):
            yield concept
        if concept in stems:
            yield from stands_for


def _words(value: object) -> Iterator[str]:
    """Yield every text that stands anywhere inside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Span):  # places in the file, of which there are the most, hold no name
        return
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _words(getattr(value, each.name))
    elif isinstance(value, Mapping):
        named = cast("Mapping[object, object]", value)
        for pair in named.items():
            yield from _words(pair)
    elif isinstance(value, tuple | list | frozenset | set):
        for inner in cast("Iterable[object]", value):
            yield from _words(inner)
