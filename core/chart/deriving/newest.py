"""What the newest statements about a concept say, where their order is not always certain."""

from __future__ import annotations

from collections.abc import Iterable

from core.catalogue.concept import Concept
from core.chart.chart import Chart
from core.chart.entries import Finding
from core.chart.values import Absence, Fact, TestResult
from core.values.interval import compare_intervals
from core.values.truth import Truth, truth_of


def valued(chart: Chart, concept: Concept) -> tuple[Finding, ...]:
    """Return the findings about a concept that say something of it."""
    return tuple(each for each in chart.of(concept.id) if not isinstance(each.value, Absence))


def newest(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that may be the newest: several where their order is not certain."""
    found = tuple(findings)
    return tuple(each for each in found if not any(is_after(other, each) for other in found))


def is_after(one: Finding, other: Finding) -> bool:
    """True if one is certainly the later; what has no day is older than all."""
    if one.on is None or other.on is None:
        return one.on is not None
    return one.on.is_after(other.on)


def says(finding: Finding) -> Truth:
    """Answer whether a finding says yes; a number does by the limit recorded with it."""
    value, limit = finding.value, finding.upper_limit
    if isinstance(value, Fact):
        return truth_of(value.is_so)
    if not isinstance(value, TestResult):
        return Truth.UNKNOWN
    if value.word:
        return _WORDS.get(value.word, Truth.UNKNOWN)
    if value.quantity is None or limit is None or value.quantity.unit != limit.unit:
        return Truth.UNKNOWN
    return compare_intervals(value.quantity.amount, ">", limit.amount)


_WORDS = {"positive": Truth.TRUE, "detected_not_quantified": Truth.TRUE, "negative": Truth.FALSE}
