"""Codes that diagnoses settle: the subtype of a myositis follows from the diagnosis where nothing else is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.chart.chart import Chart
from core.chart.deriving.marks import behind, contradicted, derived_finding
from core.chart.entries import Episode, Finding
from core.chart.values import Absence, Coded


def with_codes_of_diagnoses(chart: Chart, catalogue: Catalogue, on: date) -> Chart:
    """Return the chart with the codes that its diagnoses settle, or stand against where another is recorded."""
    del on
    for concept in catalogue.following:
        chart = _with_code(concept, chart)
    return chart


def _with_code(concept: Concept, chart: Chart) -> Chart:
    standing = [each for each in chart.episodes if each.concept in concept.follows and _stands(each)]
    said, disputed = _apart(standing)
    if not said:
        return chart
    follows = replace(_follows(concept, said), against=(_follows(concept, disputed),) if disputed else ())
    recorded = [each for each in chart.of(concept.id) if not isinstance(each.value, Absence)]
    if not recorded:
        return replace(chart, findings=(*chart.findings, follows))
    codes = {concept.follows[each.concept] for each in said}
    against = {each.ref: follows for each in recorded if not _agrees(each, codes, concept)}
    return contradicted(chart, against)


def _apart(standing: Sequence[Episode]) -> tuple[Sequence[Episode], Sequence[Episode]]:
    """Return what stands undisputed, and what does not; where everything is disputed the one against the others."""
    said = [each for each in standing if not each.against]
    disputed = [each for each in standing if each.against]
    if said or len(disputed) < len(standing):
        return said, disputed
    return (disputed[:1], disputed[1:]) if len(disputed) > 1 else ((), ())


def _follows(concept: Concept, said: Sequence[Episode]) -> Finding:
    codes = Coded(frozenset(concept.follows[each.concept] for each in said))
    return derived_finding(concept.id, codes, behind(*said))


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
