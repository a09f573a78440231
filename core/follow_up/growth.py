"""Growth of children as percentiles: height and weight of a day by the reference of the age and the region.

References as in the score ``growth_lms``: in the US CDC 2000 from 24 months on and WHO 2006 before, elsewhere WHO 2006
to 5 years and WHO 2007 after. A child of whom the region is not on record is told by WHO, which each point names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.entries import Finding
from core.chart.sex import sex_of
from core.chart.values import Absence, Measured
from core.follow_up.trends import BEFORE_DAYS, Curve, Point
from core.responses.contact import in_first_unit
from core.scores.answering import answered
from core.scores.given import RefusedError
from core.scores.growth import DAYS_OF_A_MONTH

MEASURES = (("height", "weight"), ("bmi",))
"""The pictures by what was measured; each measure is told by its own table."""
CDC, WHO_2006, WHO_2007 = "CDC", "WHO_2006", "WHO_2007"
US = "US"
CDC_FROM, WHO_2007_FROM, GROWN = 24, 60, 19 * 12
"""Months: CDC begins, WHO 2007 takes over, WHO 2007 ends. What was measured later is growth no more."""
_SEXES = {"female": "F", "male": "M"}
_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")


def growth_curves(chart: Chart, catalogue: Catalogue, day0: date, on: date) -> Iterator[tuple[Curve, ...]]:
    """Yield the curves of each picture, those without a value too."""
    infusion = chart.infused_by(day0)
    growing = _Growing(chart, catalogue, day0, on, "" if infusion is None else infusion.region)
    for measures in MEASURES:
        yield tuple(growing.curve(each) for each in measures)


def reference_of(months: float, region: str) -> str:
    """Return the reference of an age in a region."""
    if region == US:
        return CDC if months >= CDC_FROM else WHO_2006
    return WHO_2007 if months >= WHO_2007_FROM else WHO_2006


@dataclass(frozen=True)
class _Growing:
    chart: Chart
    catalogue: Catalogue
    day0: date
    on: date
    region: str

    def curve(self, name: str) -> Curve:
        earliest = self.day0 - timedelta(days=BEFORE_DAYS)
        asked = 0
        points: list[Point] = []
        for each in self.chart.of(name):
            if isinstance(each.value, Absence) or each.on is None or not each.on.is_exact:
                continue
            if not earliest <= each.on.first <= self.on or not self._may_grow(each.on.first):
                continue
            asked += 1
            point = self._point(name, each, each.on.first)
            points += [] if point is None else [point]
        ordered = tuple(sorted(points, key=lambda each: each.day))
        return Curve(name, "", ordered, asked - len(points), is_growth=True)

    def _may_grow(self, day: date) -> bool:
        """True where the age of a day may be one of growth."""
        birth = self.chart.birth
        return birth is None or _months(birth.last, day) < GROWN

    def _point(self, name: str, finding: Finding, day: date) -> Point | None:
        """Return a value as percentile, None where age, sex, number or table does not give one."""
        birth, sex, concept = self.chart.birth, _SEXES.get(sex_of(self.chart)), self.catalogue.concept(name)
        amount = None
        if isinstance(finding.value, Measured) and concept is not None:
            amount = in_first_unit(finding.value.quantity, concept)
        if amount is None or not amount.is_exact or birth is None or not birth.is_exact or sex is None:
            return None
        months = _months(birth.first, day)
        reference = reference_of(months, self.region)
        asked = {"reference": reference, "measure": name, "sex": sex}
        numbers = {"age_months": Decimal(repr(months)), "value": amount.low}
        try:
            output = answered("growth_lms", {**asked, **numbers}).output
        except RefusedError:
            return None
        z, percentile = output.get("z"), output.get("pct")
        if not isinstance(z, int | float) or not isinstance(percentile, int | float):
            return None
        text = finding.value.quantity.text if isinstance(finding.value, Measured) else ""
        number = Decimal(repr(float(percentile))).quantize(_TENTH)
        score = Decimal(repr(float(z))).quantize(_HUNDREDTH)
        return Point(finding.ref, (day - self.day0).days, number, text, series=reference, z=score)


def _months(born: date, day: date) -> float:
    return (day - born).days / DAYS_OF_A_MONTH
