"""Body mass index, body surface and filtration rate from what was measured, each dated and with its inputs as parts.

Nothing is put over what was typed: a value recorded on the day of the newest input, or one that may be later, stands
alone. The filtration rate is told by every formula that holds at that age, each by its name; where they disagree on
a limit the answer is unknown, since no formula was named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.chart.chart import Chart
from core.chart.deriving.marks import derived_finding, derived_ref
from core.chart.deriving.newest import newest, valued
from core.chart.entries import Finding
from core.chart.values import Coded, Measured
from core.scores.answering import answered
from core.scores.given import Json, RefusedError
from core.values.duration import completed_years
from core.values.interval import Interval
from core.values.partial_date import PartialDate
from core.values.quantity import Quantity

FORMULAS: Mapping[str, tuple[str, int, int]] = {
    "ckd_epi": ("ckd_epi_2021", 18, 130),
    "schwartz": ("schwartz_bedside", 1, 18),
    "ckid_u25": ("ckid_u25", 1, 25),
}
"""The formulas by the words of the catalogue: the score, and from which age to below which it is asked."""
GROWN = 18
"""Years from which a height stays what it was."""
_SEXES: Mapping[str, str] = {"male": "M", "female": "F"}
_DAYS_OF_A_YEAR = Fraction("365.25")
_DIGITS = Decimal("0.000001")


def with_body_size(chart: Chart, catalogue: Catalogue, on: date) -> Chart:
    """Return the chart with body mass index and body surface, computed from weight and height."""
    del on
    return _with(_Measures.sizes, chart, catalogue)


def with_filtration_rate(chart: Chart, catalogue: Catalogue, on: date) -> Chart:
    """Return the chart with what can be computed from creatinine, height, sex and birth date."""
    del on
    return _with(_Measures.rates, chart, catalogue)


def _with(found_by: Callable[[_Measures], Iterator[Finding]], chart: Chart, catalogue: Catalogue) -> Chart:
    roles = ("weight", "height", "creatinine", "sex", "body_mass_index", "body_surface", "filtration_rate")
    found = {role: catalogue.by_role.get(role) for role in roles}
    concepts = {role: concept for role, concept in found.items() if concept is not None}
    if len(concepts) < len(roles):
        return chart
    added = tuple(found_by(_Measures(chart, concepts)))
    return replace(chart, findings=(*chart.findings, *added)) if added else chart


@dataclass(frozen=True, slots=True)
class _Known:
    """One exact number in the first unit of its concept, on one day."""

    number: Decimal
    on: date
    ref: str


@dataclass(frozen=True, slots=True)
class _Measures:
    chart: Chart
    concepts: Mapping[str, Concept]

    def sizes(self) -> Iterator[Finding]:
        """Yield body mass index and body surface."""
        weight = self._newest("weight")
        height = None if weight is None else self._height(weight.on)
        if weight is not None and height is not None:
            told: dict[str, Json] = {"w": weight.number, "h": height.number}
            refs = (weight.ref, height.ref)
            yield from self._one("body_mass_index", "bmi", "bmi", told, weight.on, refs)
            yield from self._one("body_surface", "bsa", "mosteller", told, weight.on, refs)

    def rates(self) -> Iterator[Finding]:
        """Yield the filtration rate by every formula that holds at that age."""
        creatinine = self._newest("creatinine")
        if creatinine is None:
            return
        age, sex = self._age(creatinine.on), self._sex()
        if age is None or sex is None:
            return
        height = self._height(creatinine.on)
        for method, (score, low, below) in FORMULAS.items():
            if not low <= age < below:
                continue
            told: dict[str, Json] = {"scr": creatinine.number, "age": age, "sex": sex[0]}
            refs = [creatinine.ref, sex[1]]
            if score != "ckd_epi_2021":
                if height is None:
                    continue
                told["height_cm"] = height.number
                refs.append(height.ref)
            yield from self._one("filtration_rate", score, "egfr", told, creatinine.on, tuple(refs), method)

    def _one(
        self,
        role: str,
        score: str,
        output: str,
        told: Mapping[str, Json],
        on: date,
        refs: tuple[str, ...],
        method: str = "",
    ) -> Iterator[Finding]:
        """Yield one finding, unless one was recorded that may be as new, or the formula refuses the values."""
        concept = self.concepts[role]
        if any(each.on is None or each.on.last >= on for each in valued(self.chart, concept)):
            return
        try:
            number = answered(score, told).output.get(output)
        except RefusedError:
            return
        if not isinstance(number, (int, float)):
            return
        amount, unit = Decimal(str(number)).quantize(_DIGITS), concept.units[0].name
        value = Measured(Quantity(Interval.exactly(amount), unit, f"{amount:.2f} {unit}"))
        qualifiers = frozenset({method} if method else ())
        finding = derived_finding(concept.id, value, refs, PartialDate.on(on), qualifiers=qualifiers)
        yield replace(finding, ref=derived_ref(f"{concept.id}/{method}")) if method else finding

    def _newest(self, role: str, by: date | None = None) -> _Known | None:
        """Return the newest measurement (by a day), None where it is not one exact number on one day."""
        concept = self.concepts[role]
        known = valued(self.chart, concept)
        if by is not None:
            known = tuple(each for each in known if each.on is not None and each.on.last <= by)
        found = newest(known)
        return self._exact(found[0], concept) if len(found) == 1 else None

    def _exact(self, finding: Finding, concept: Concept) -> _Known | None:
        if (
            finding.on is None
            or not finding.on.is_exact
            or not isinstance(finding.value, Measured)
            or finding.is_at_most
        ):
            return None
        quantity = finding.value.quantity
        unit = concept.unit(quantity.unit)
        low = quantity.amount.low
        if unit is None or low is None or not quantity.amount.is_exact:
            return None
        return _Known(low * unit.factor, finding.on.first, finding.ref)

    def _height(self, on: date) -> _Known | None:
        """Return the height of a day: the newest by then that is fresh, or of somebody who was grown."""
        height = self._newest("height", by=on)
        if height is None:
            return None
        fresh = self.concepts["height"].freshness
        is_fresh = fresh is not None and fresh.before(on) <= height.on
        birth = self.chart.birth
        is_grown = birth is not None and completed_years(birth.last, height.on) >= GROWN
        return height if is_fresh or is_grown else None

    def _age(self, on: date) -> Fraction | None:
        """Return the age in years where the birthday is known; the day itself counts as the birthday does."""
        birth = self.chart.birth
        if birth is None or not birth.is_exact or birth.first > on:
            return None
        years = completed_years(birth.first, on)
        try:
            last = birth.first.replace(year=birth.first.year + years)
        except ValueError:
            last = birth.first.replace(year=birth.first.year + years, day=28) + timedelta(days=1)
        return years + (on - last).days / _DAYS_OF_A_YEAR

    def _sex(self) -> tuple[str, str] | None:
        found = newest(valued(self.chart, self.concepts["sex"]))
        if len(found) != 1 or not isinstance(found[0].value, Coded) or len(found[0].value.codes) != 1:
            return None
        (code,) = found[0].value.codes
        return (_SEXES[code], found[0].ref) if code in _SEXES else None
