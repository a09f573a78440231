"""Days as sorted, disjoint stretches of ordinals: years of treatment are a few pairs of numbers, not a set of days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from core.values.duration import Duration

Spans = tuple[tuple[int, int], ...]
"""Stretches from a first to a last day, both in; no two of them touch."""

NONE: Spans = ()


def span(first: int, last: int) -> Spans:
    """Return the days from first to last; none where the last comes before."""
    return ((first, last),) if first <= last else ()


def united(every: Iterable[Spans]) -> Spans:
    """Return the days that are in any."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(pair for spans in every for pair in spans):
        if found and first <= found[-1][1] + 1:
            if last > found[-1][1]:
                found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return tuple(found)


def cut(spans: Spans, first: int | None, last: int) -> Spans:
    """Return the days that lie between first (None: no limit) and last."""
    low = first if first is not None else 0
    return tuple((max(one, low), min(other, last)) for one, other in spans if one <= last and other >= low)


def overlap(one: Spans, other: Spans) -> Spans:
    """Return the days that are in both."""
    return united(cut(one, first, last) for first, last in other)


def holds(spans: Spans, day: int) -> bool:
    """True if the day is one of them."""
    return any(first <= day <= last for first, last in spans)


def touches(spans: Spans, first: int, last: int) -> bool:
    """True if one of the days lies between first and last."""
    return any(one <= last and first <= other for one, other in spans)


def count(spans: Spans) -> int:
    """Return how many days they are."""
    return sum(last - first + 1 for first, last in spans)


def bridged(spans: Spans, gap: Duration) -> Spans:
    """Return the stretches with breaks up to ``gap`` bridged."""
    found: list[tuple[int, int]] = []
    for first, last in spans:
        if found and first <= gap.after(date.fromordinal(found[-1][1])).toordinal() + 1:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return tuple(found)


def cut_up(spans: Spans, edges: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Yield the stretches cut before each edge: within each nothing changes that the edges tell of."""
    ordered = sorted(set(edges))
    for first, last in spans:
        start = first
        for edge in ordered:
            if start < edge <= last:
                yield start, edge - 1
                start = edge
        yield start, last
