"""Codes that diagnoses settle: the subtype of a myositis follows from the diagnosis where nothing else is recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.chart.chart import Chart
from core.chart.deriving.marks import contradicted, derived_finding
from core.chart.entries import Episode, Finding
from core.chart.values import Absence, Coded


def with_codes_of_diagnoses(chart: Chart, catalogue: Catalogue, on: date) -> Chart:
    """Return the chart with the codes that its diagnoses settle, or stand against where another is recorded."""
    del on
    for concept in catalogue.following:
        chart = _with_code(concept, chart)
    return chart


def _with_code(concept: Concept, chart: Chart) -> Chart:
    said = [each for each in chart.episodes if each.concept in concept.follows and _stands(each)]
    if not said:
        return chart
    follows = derived_finding(
        concept.id, Coded(frozenset(concept.follows[each.concept] for each in said)), (each.ref for each in said)
    )
    recorded = [each for each in chart.of(concept.id) if not isinstance(each.value, Absence)]
    if not recorded:
        return replace(chart, findings=(*chart.findings, follows))
    codes = {concept.follows[each.concept] for each in said}
    against = {each.ref: follows for each in recorded if not _agrees(each, codes, concept)}
    return contradicted(chart, against)


def _stands(episode: Episode) -> bool:
    return episode.end is None and not episode.is_suspected


def _agrees(finding: Finding, codes: set[str], concept: Concept) -> bool:
    """True if what is recorded is one of the codes, a kind of one, or one of which it is a kind."""
    recorded = finding.value.codes if isinstance(finding.value, Coded) else frozenset[str]()
    wider = {kind for code in (*codes, *recorded) for kind in concept.kinds_of_code(code)}
    return any(
        one in concept.kinds_of_code(other) or other in concept.kinds_of_code(one)
        for one in recorded
        for other in codes
        if {one, other} <= wider
    )
