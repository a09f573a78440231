"""Every name that can reach a part of a rule file: what it does not see cannot change it."""

from __future__ import annotations

from collections.abc import Iterator

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Kind
from core.criteria.field_names import words_in
from core.criteria.nodes import Condition, Defined, On, Therapy, walk
from core.criteria.scope import Scope
from core.rule_files.rule_file import Criterion


def names_seen(part: object, scope: Scope) -> frozenset[str]:
    """Return every name a part of a file can see: its own words, those of what they name, and what those stand for."""
    words = {*words_in(part), *scope.targets}
    fresh = set(words)
    while fresh:
        named = [scope.definitions[each] for each in fresh if each in scope.definitions]
        grouped = [scope.groups[each] for each in fresh if each in scope.groups]
        fresh = set(words_in((named, grouped))) - words
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
    for stem in stems:
        yield from catalogue.stand_for.get(stem, ())
        yield from catalogue.standing_for.get(stem, ())
