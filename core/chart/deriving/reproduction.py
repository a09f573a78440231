"""Childbearing potential, and that one could become pregnant or father a child: of a woman they are one fact.

Who cannot do either has no childbearing potential; who can become pregnant can do one of both. Without childbearing
potential a woman can do neither, and nothing is said of anybody else, who might father a child. What disagrees is
conflicting on both sides, whichever was said last: one of the two was not brought up to date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.chart.chart import Chart
from core.chart.deriving.marks import behind, contradicted, derived_finding, derived_ref
from core.chart.deriving.newest import newest, says, valued
from core.chart.entries import Finding
from core.chart.values import Coded, Fact
from core.values.partial_date import PartialDate
from core.values.truth import Truth


def with_potential_told(chart: Chart, catalogue: Catalogue, on: date) -> Chart:
    """Return the chart with the childbearing potential that follows from what is said of both together."""
    both = _Both.of(chart, catalogue, on)
    return chart if both is None else both.told(both.either, both.potential)


def with_either_told(chart: Chart, catalogue: Catalogue, on: date) -> Chart:
    """Return the chart with what follows from childbearing potential, that of a pregnancy among it."""
    both = _Both.of(chart, catalogue, on)
    return chart if both is None else both.told(both.potential, both.either)


@dataclass(frozen=True, slots=True)
class _Both:
    """The two facts; ``female`` are the entries that say so of the sex, none where they do not, or not alone."""

    chart: Chart
    on: date
    potential: Concept
    either: Concept
    female: tuple[str, ...]

    @classmethod
    def of(cls, chart: Chart, catalogue: Catalogue, on: date) -> _Both | None:
        """Return both, or None where the catalogue does not know them."""
        found = [catalogue.by_role.get(role) for role in ("childbearing_potential", "reproductive_potential", "sex")]
        if any(concept is None for concept in found):
            return None
        potential, either, sex = (concept for concept in found if concept is not None)
        sexes = newest(valued(chart, sex))
        is_female = bool(sexes) and all(each.value == Coded(frozenset({"female"})) for each in sexes)
        return cls(chart, on, potential, either, tuple(each.ref for each in sexes) if is_female else ())

    def told(self, source: Concept, target: Concept) -> Chart:
        """Return the chart with what the newest statements about one fact say of the other."""
        recorded = tuple(each for each in newest(valued(self.chart, target)) if says(each).is_known)
        follows = list(self._follows(source, target))
        if len(follows) != 1:  # nothing is said, or the statements of one fact disagree among themselves
            return self.chart
        (new,) = follows
        if not recorded:
            return replace(self.chart, findings=(*self.chart.findings, new))
        said = ((each, says(each)) for each in (new, *new.against))
        return contradicted(
            self.chart,
            {each.ref: other for other, truth in said for each in recorded if says(each) is not truth},
        )

    def _follows(self, source: Concept, target: Concept) -> Iterator[Finding]:
        """Yield what statements about one fact say of the other, each answer once.

        One that something stands against says the other only where both answers do.
        """
        found: dict[Truth, Finding] = {}
        for each in newest(valued(self.chart, source)):
            truth = says(each)
            if not truth.is_known or not self._tells(target, is_so=truth is Truth.TRUE):
                continue
            if not each.against or self._tells(target, is_so=truth is Truth.FALSE):
                found.setdefault(truth, self._finding(each, source, target))
        yield from found.values()

    def _tells(self, target: Concept, *, is_so: bool) -> bool:
        return bool(self.female) or is_so is (target is self.either)

    def _finding(self, of: Finding, source: Concept, target: Concept) -> Finding:
        is_so = says(of) is Truth.TRUE
        parts = (*behind(of), *(() if is_so is (target is self.either) else self.female))
        against = [derived_finding(target.id, Fact(not is_so), behind(each)) for each in of.against]
        new = derived_finding(target.id, Fact(is_so), parts, of.on or PartialDate.on(self.on), against[:1])
        return replace(new, ref=derived_ref(f"{target.id}/{source.id}"))
