"""Scores: every sum that what is recorded allows; grades of domains."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from core.catalogue.concept import Concept, Item
from core.chart.values import Scored
from core.criteria.values import Domains, Items
from core.engine.deciding.kleene import NUMBER, UNKNOWN, agreed, at_least, of
from core.values.interval import Interval, Op, compare_intervals
from core.values.truth import Truth

_FAR = Decimal(10) ** 6
"""Far enough out for every limit a score can have: a stand-in for an open side."""


def score_test(op: Op, limit: Interval, items: Items | None, concept: Concept) -> Callable[[Scored], int]:
    """Return the test of a score, or of some of its items, against a number that may be known in part."""
    sums = sums_of(items, concept)
    is_whole = items is None

    def test(scored: Scored) -> int:
        total = scored.total
        if is_whole and total is not None and total.is_exact:
            return NUMBER[compare_intervals(total, op, limit)]
        found = sums(scored)
        if not found:
            return UNKNOWN
        return agreed(NUMBER[compare_intervals(Interval.exactly(total), op, limit)] for total in found)

    return test


def sums_of(items: Items | None, concept: Concept) -> Callable[[Scored], tuple[Decimal, ...]]:
    """Return every sum the items asked for can have; none where nothing is recorded."""
    every = frozenset(item.id for item in concept.items)
    if items is None:
        kept = every
    else:
        names = set(items.names)
        named = frozenset(item.id for item in concept.items if item.id in names or item.groups & names)
        kept = named if items.mode == "only" else every - named
    inside = tuple(item for item in concept.items if item.id in kept)
    outside = tuple(item for item in concept.items if item.id not in kept)

    def sums(scored: Scored) -> tuple[Decimal, ...]:
        total = scored.total
        if total is None and not scored.items:
            return ()
        if kept == every and total is not None:
            return _of_total(total)
        own = _sums(scored, inside)
        if total is None:
            return tuple(own)
        rest = _sums(scored, outside)
        fitting = {one for one in own if any(total.is_equal(one + other) is not Truth.FALSE for other in rest)}
        return tuple(fitting or own)

    return sums


def _of_total(total: Interval) -> tuple[Decimal, ...]:
    low = -_FAR if total.low is None else total.low
    high = _FAR if total.high is None else total.high
    return (low,) if low == high else (low, high)


def _sums(scored: Scored, items: Iterable[Item]) -> frozenset[Decimal]:
    found = {Decimal(0)}
    for item in items:
        truth = scored.items.get(item.id, Truth.UNKNOWN)
        if truth is Truth.TRUE:
            found = {value + item.weight for value in found}
        elif truth is Truth.UNKNOWN:
            found |= {value + item.weight for value in found}
    return frozenset(found)


def domains_test(grades: tuple[str, ...], domains: Domains, concept: Concept) -> Callable[[Scored], int]:
    """Return whether at least so many of the domains counted have one of the grades."""
    every = tuple(code.id for code in concept.domains)
    if domains.is_other_than:
        counted = tuple(name for name in every if name not in domains.names)
    else:
        counted = domains.names or every

    def test(scored: Scored) -> int:
        known = scored.domains
        return at_least(domains.needed, (of(known[name] in grades) if name in known else UNKNOWN for name in counted))

    return test
