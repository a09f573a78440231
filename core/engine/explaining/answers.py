"""Small constructors for outcomes, and how several possible readings become one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.criteria.nodes import Condition
from core.engine.judgement.outcome import About, Assumption, Cause, Gap, Outcome, united
from core.values.truth import Truth, agreed


def known(node: Condition, truth: Truth, evidence: Iterable[str] = (), assumed: Iterable[Assumption] = ()) -> Outcome:
    """Return a decided outcome."""
    return Outcome(node, truth, frozenset(), frozenset(evidence), frozenset(assumed))


def unknown(node: Condition, gaps: Iterable[Gap], evidence: Iterable[str] = ()) -> Outcome:
    """Return an unknown outcome with its gaps."""
    return Outcome(node, Truth.UNKNOWN, frozenset(gaps), frozenset(evidence))


def settled(
    node: Condition,
    truth: Truth,
    gaps: Iterable[Gap] = (),
    evidence: Iterable[str] = (),
    assumed: Iterable[Assumption] = (),
) -> Outcome:
    """Return a decided outcome without the gaps, or an unknown one without the assumptions."""
    if truth is Truth.UNKNOWN:
        return unknown(node, gaps, evidence)
    return known(node, truth, evidence, assumed)


def both_ways(node: Condition, readings: Sequence[Outcome], subject: str) -> Outcome:
    """Return what all readings give; where they differ the day is too imprecise to tell."""
    if len(readings) == 1:
        return readings[0]
    gaps, evidence, assumed = united(readings)
    truth = agreed(reading.truth for reading in readings)
    if truth is Truth.UNKNOWN and any(reading.truth is not Truth.UNKNOWN for reading in readings):
        gaps = frozenset({Gap(Cause.IMPRECISE, subject)})
    return Outcome(
        node,
        truth,
        gaps if truth is Truth.UNKNOWN else frozenset(),
        evidence,
        assumed if truth.is_known else frozenset(),
    )


def missing(subject: str, detail: str = "", about: About = About.VALUE) -> Gap:
    """Return the gap of something that is not recorded."""
    return Gap(Cause.MISSING, subject, about, detail)
