"""A measurement made while something raises it: a saturation without its method is at most what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.chart.chart import Chart
from core.chart.entries import Episode, Finding
from core.chart.values import Fact

_SEEN_FOR = timedelta(days=28)
"""How long a sign that was seen is taken to stay where nothing else is said (as in judging it)."""


def with_support(chart: Chart, catalogue: Catalogue, on: date) -> Chart:
    """Return the chart with every finding marked that support may have raised."""
    del on
    raised = [concept for concept in catalogue.supported if chart.of(concept.id)]
    if not raised:
        return chart
    support = {concept.id: _supports(concept, chart, catalogue) for concept in raised}
    findings = tuple(
        _marked(each, support[each.concept]) if each.concept in support else each for each in chart.findings
    )
    return replace(chart, findings=findings)


def _supports(concept: Concept, chart: Chart, catalogue: Catalogue) -> tuple[Episode | Finding, ...]:
    names = frozenset(name for each in concept.raised_by for name in catalogue.concepts_of(each))
    episodes = tuple(each for each in chart.episodes if each.concept in names)
    signs = tuple(each for each in chart.findings if each.concept in names and each.value == Fact(is_so=True))
    return (*episodes, *signs)


def _marked(finding: Finding, support: tuple[Episode | Finding, ...]) -> Finding:
    if finding.qualifiers:  # how it was measured is said
        return finding
    there = tuple(each.ref for each in support if _may_be_there(each, finding))
    return replace(finding, is_at_most=True, parts=there) if there else finding


def _may_be_there(support: Episode | Finding, finding: Finding) -> bool:
    """True if the support may have been there on the day of the measurement."""
    on = finding.on
    if on is None:
        return True
    if isinstance(support, Finding):
        seen = support.on
        return seen is None or (seen.first <= on.last and on.first <= seen.last + _SEEN_FOR)
    has_begun = support.onset is None or support.onset.first <= on.last
    return has_begun and (support.end is None or support.end.last >= on.first)
