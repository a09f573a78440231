"""Scores: typed totals, sums of items, scores less some items as the set of what they can be; domain grades."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from core.catalogue.concept import Concept
from core.chart.entries import Finding
from core.chart.values import Scored
from core.criteria.scope import Scope
from core.criteria.values import Domains, Items
from core.engine.compiled.judged import (
    UNKNOWN,
    Gaps,
    Judged,
    at_least_true,
    negated,
    one_gap,
    unknown_for,
)
from core.engine.judgement.outcome import Cause
from core.values.interval import Interval
from core.values.truth import Truth, truth_of

ZERO = Decimal(0)


class Possible(NamedTuple):
    """What a score can be: each of these intervals. ``gaps`` are those of an answer they do not agree on."""

    intervals: tuple[Interval, ...]
    gaps: Gaps


ValueOf = Callable[[Scored], Possible]
_Sums = frozenset[Decimal]


def compile_score(concept: Concept | None, items: Items | None, subject: str) -> ValueOf:
    """Return a closure from a recorded score to what the score, or the part of it asked for, can be."""
    weights = {} if concept is None else {item.id: item.weight for item in concept.items}
    imprecise = one_gap(Cause.IMPRECISE, subject)
    missing = one_gap(Cause.MISSING, subject, detail="items")
    if items is None:
        return lambda scored: _whole(scored, weights, imprecise, missing)
    named = frozenset(() if concept is None else _named(concept, items.names))
    removed = named if items.mode == "without" else frozenset(weights) - named
    kept_weights = {item: weight for item, weight in weights.items() if item not in removed}
    removed_weights = {item: weight for item, weight in weights.items() if item in removed}
    return lambda scored: _part(scored, kept_weights, removed_weights, imprecise, missing)


def _named(concept: Concept, names: Iterable[str]) -> Iterable[str]:
    wanted = frozenset(names)
    for item in concept.items:
        if item.id in wanted or wanted & item.groups or wanted.intersection(item.also):
            yield item.id


def _whole(scored: Scored, weights: Mapping[str, Decimal], imprecise: Gaps, missing: Gaps) -> Possible:
    if scored.total is not None:
        return Possible((scored.total,), imprecise)
    return _summed(scored, weights, missing)


def _part(
    scored: Scored, kept: Mapping[str, Decimal], removed: Mapping[str, Decimal], imprecise: Gaps, missing: Gaps
) -> Possible:
    if scored.total is None or all(_answer(scored, item).is_known for item in kept):
        return _summed(scored, kept, missing)
    of_kept = _sums(scored, kept)
    left = _less(scored.total, of_kept, _sums(scored, removed))
    return Possible(_exactly(left or of_kept), imprecise)


def _answer(scored: Scored, item: str) -> Truth:
    return scored.items.get(item, UNKNOWN)


def _summed(scored: Scored, weights: Mapping[str, Decimal], missing: Gaps) -> Possible:
    """Return the sums the items can have; none where nothing was recorded of the score."""
    if not any(answer.is_known for answer in scored.items.values()):
        return Possible((), missing)
    return Possible(_exactly(_sums(scored, weights)), missing)


def _exactly(numbers: Iterable[Decimal]) -> tuple[Interval, ...]:
    return tuple(Interval.exactly(number) for number in sorted(numbers))


def _sums(scored: Scored, weights: Mapping[str, Decimal]) -> _Sums:
    """Return every sum the items can have: those present count, unanswered ones may."""
    sums = {ZERO}
    for item, weight in weights.items():
        answer = _answer(scored, item)
        if answer is Truth.TRUE:
            sums = {total + weight for total in sums}
        elif answer is UNKNOWN:
            sums |= {total + weight for total in sums}
    return frozenset(sums)


def _less(total: Interval, kept: _Sums, removed: _Sums) -> _Sums:
    """Return what stays of a typed total: each attainable sum of the kept items that the removed ones complete."""
    return frozenset(part for part in kept if any(total.is_equal(part + other) is not Truth.FALSE for other in removed))


def compile_domains(
    concept: Concept | None, domains: Domains, choices: tuple[str, ...], scope: Scope, *, is_not: bool, subject: str
) -> Callable[[Finding], Judged]:
    """Make ``score is grade in at least n domains``: exactly the grades named count, an ungraded domain is unknown."""
    all_domains = () if concept is None else tuple(domain.id for domain in concept.domains)
    named = scope.expanded(domains.names)
    if not named:
        counted = all_domains
    elif domains.is_other_than:
        counted = tuple(domain for domain in all_domains if domain not in named)
    else:
        counted = named
    grades = frozenset(choices)
    ungraded = unknown_for(Cause.MISSING, subject, detail="domain")

    def judge(finding: Finding) -> Judged:
        scored = finding.value
        graded: Mapping[str, str] = scored.domains if isinstance(scored, Scored) else dict[str, str]()
        parts = [Judged(truth_of(graded[domain] in grades)) if domain in graded else ungraded for domain in counted]
        judged = at_least_true(domains.needed, parts)
        return negated(judged) if is_not else judged

    return judge
