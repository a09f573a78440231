"""What the answers of a score tell besides its own value: the damage of a skin score whose activity is on record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.deriving.marks import contradicted, derived_finding, derived_ref
from core.chart.deriving.newest import valued
from core.chart.entries import Finding
from core.chart.values import Scored
from core.scores.definition import Definition
from core.scores.given import RefusedError
from core.scores.recording import answer_of, word_of
from core.scores.shipped import telling_beside
from core.values.interval import Interval


def told_beside() -> Iterable[str]:
    """Return the concepts that follow from the answers of a score."""
    return (name for each in telling_beside().values() if each.finding is not None for name in each.finding.beside)


def with_told_beside(chart: Chart, catalogue: Catalogue, on: date) -> Chart:
    """Return the chart with every total that answers on record give besides; a typed one of the day is not replaced.

    What was typed for the same day and is another number is contradicted.
    """
    del on
    found = chart
    for concept, definition in telling_beside().items():
        for each in chart.of(concept):
            for new in _follows(each, definition, catalogue):
                found = _put_beside(found, new, catalogue)
    return found


def _follows(finding: Finding, definition: Definition, catalogue: Catalogue) -> Iterator[Finding]:
    if not finding.answers or definition.finding is None:
        return
    try:
        output = answer_of(definition, finding.answers).output
    except RefusedError:
        return
    for name, told in definition.finding.beside.items():
        word = word_of(output.get(told))
        if word and catalogue.concept(name) is not None:
            value = Scored(Interval.exactly(Decimal(word)))
            new = derived_finding(name, value, (finding.ref,), finding.on)
            yield replace(new, ref=derived_ref(f"{name}/{finding.ref}"))


def _put_beside(chart: Chart, new: Finding, catalogue: Catalogue) -> Chart:
    concept = catalogue.concepts[new.concept]
    same_day = [each for each in valued(chart, concept) if each.on == new.on and not each.parts]
    if not same_day:
        return replace(chart, findings=(*chart.findings, new))
    against: Mapping[str, Finding] = {each.ref: new for each in same_day if each.value != new.value}
    return contradicted(chart, against)
