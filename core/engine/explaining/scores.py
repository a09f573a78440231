"""Scores: totals known in part, items left out, grades of domains."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from core.catalogue.concept import Concept, Item
from core.chart.values import Scored
from core.criteria.values import Domains, Items
from core.engine.explaining.answers import missing
from core.engine.explaining.comparing import Answer
from core.engine.judgement.outcome import Cause, Gap
from core.values.interval import Interval, Op, compare_intervals
from core.values.truth import Truth, agreed, at_least, truth_of

_NOTHING = Decimal(0)


def compare_score(scored: Scored, op: Op, limit: Interval, items: Items | None, concept: Concept) -> Answer:
    """Answer ``score [without|only items] op limit`` for every total that what is recorded allows."""
    kept = _kept(items, concept)
    totals = possible_totals(scored, kept, concept)
    if totals is None:
        return Answer(Truth.UNKNOWN, (missing(concept.id, "items" if concept.items else "number"),))
    truth = agreed(compare_intervals(Interval.exactly(total), op, limit) for total in totals)
    if truth is Truth.UNKNOWN and scored.total is not None and not scored.total.is_exact:
        return Answer(truth, (Gap(Cause.IMPRECISE, concept.id),))
    if truth is not Truth.UNKNOWN:
        return Answer(truth)
    is_counted = scored.total is None
    return Answer(truth, (missing(concept.id, "items") if is_counted else Gap(Cause.IMPRECISE, concept.id),))


def totals_of(scored: Scored, items: Items | None, concept: Concept) -> tuple[Decimal, ...]:
    """Return every sum that the items asked for can have; none where nothing is recorded."""
    return possible_totals(scored, _kept(items, concept), concept) or ()


def possible_totals(scored: Scored, kept: frozenset[str], concept: Concept) -> tuple[Decimal, ...] | None:
    """Return every sum the kept items can have, or None where neither total nor items are recorded."""
    total = scored.total
    if total is None and not scored.items:
        return None
    every = frozenset(item.id for item in concept.items)
    if kept == every and total is not None:
        if total.low is None or total.high is None:
            return tuple(bound for bound in (total.low, total.high) if bound is not None) + _beyond(total)
        return (total.low,) if total.is_exact else (total.low, total.high)
    kept_sums = _sums_given(scored, (item for item in concept.items if item.id in kept))
    left_sums = _sums_given(scored, (item for item in concept.items if item.id not in kept))
    if total is None:
        return tuple(sorted(kept_sums))
    fitting = {sum_kept for sum_kept in kept_sums if any(_may_be(total, sum_kept + sum_left) for sum_left in left_sums)}
    return tuple(sorted(fitting or kept_sums))


def _may_be(total: Interval, number: Decimal) -> bool:
    return total.is_equal(number) is not Truth.FALSE


def _beyond(total: Interval) -> tuple[Decimal, ...]:
    """Stand-ins for an open side, far enough out for every limit a score can have."""
    far = Decimal(10) ** 6
    return tuple(value for value, bound in ((-far, total.low), (far, total.high)) if bound is None)


def _kept(items: Items | None, concept: Concept) -> frozenset[str]:
    every = frozenset(item.id for item in concept.items)
    if items is None:
        return every
    named = frozenset(item.id for item in concept.items if item.id in items.names or item.groups & set(items.names))
    return named if items.mode == "only" else every - named


def _sums(items: Iterable[Item]) -> frozenset[Decimal]:
    found = {_NOTHING}
    for item in items:
        found |= {value + item.weight for value in found}
    return frozenset(found)


def _sums_given(scored: Scored, items: Iterable[Item]) -> frozenset[Decimal]:
    answered = _NOTHING
    open_items: list[Item] = []
    for item in items:
        truth = scored.items.get(item.id, Truth.UNKNOWN)
        if truth is Truth.TRUE:
            answered += item.weight
        elif truth is Truth.UNKNOWN:
            open_items.append(item)
    return frozenset(answered + value for value in _sums(open_items))


def count_domains(scored: Scored, grades: tuple[str, ...], domains: Domains, concept: Concept) -> Answer:
    """Answer whether at least so many of the domains counted have one of the grades."""
    every = tuple(code.id for code in concept.domains)
    if domains.is_other_than:
        counted = tuple(name for name in every if name not in domains.names)
    else:
        counted = domains.names or every
    truths = tuple(
        truth_of(scored.domains[name] in grades) if name in scored.domains else Truth.UNKNOWN for name in counted
    )
    truth = at_least(domains.needed, truths)
    return Answer(truth, (missing(concept.id, "domain"),) if truth is Truth.UNKNOWN else ())
