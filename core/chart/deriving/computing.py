"""A number computed from what was measured: dated, with its inputs as parts, and never put over what was typed.

A value recorded after the day of the newest input, or one that may be, stands alone. One recorded on that day stands
too, and where it is not what the inputs give, the computed one stands against it: both are shown, and where they
disagree on a limit the answer is conflicting. A value by another named method is another value: both stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.chart.chart import Chart
from core.chart.deriving.marks import contradicted, derived_finding, derived_ref
from core.chart.deriving.newest import newest, valued
from core.chart.entries import Finding
from core.chart.values import Coded, Measured
from core.scores.answering import answered
from core.scores.given import Json, RefusedError
from core.values.duration import completed_years
from core.values.interval import Interval
from core.values.partial_date import PartialDate
from core.values.quantity import Quantity

GROWN = 18
"""Years from which a height stays what it was."""
_SEXES: Mapping[str, str] = {"male": "M", "female": "F"}
_DAYS_OF_A_YEAR = Fraction("365.25")
_DIGITS = Decimal("0.000001")
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Known:
    """One exact number in the first unit of its concept, on one day."""

    number: Decimal
    on: date
    ref: str
    clock: str = ""
    qualifiers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Told:
    """What a score is told, of which day the newest of it is, and the entries it was taken from."""

    inputs: Mapping[str, Json]
    on: date
    refs: Sequence[str]

    def with_input(self, name: str, value: Json, ref: str) -> Told:
        """Return it with one more input, of no later day."""
        return Told({**self.inputs, name: value}, self.on, (*self.refs, ref))

    def setting(self, name: str, value: Json) -> Told:
        """Return it with a choice that nobody recorded."""
        return Told({**self.inputs, name: value}, self.on, self.refs)


@dataclass(frozen=True, slots=True)
class Computed:
    """A number of a concept, in its first unit, by a method ("" for the only one); ``lower`` is its lower limit."""

    role: str
    number: float
    told: Told
    method: str = ""
    lower: float | None = None


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured of one patient, by the roles of the catalogue."""

    chart: Chart
    concepts: Mapping[str, Concept]

    def newest_of(self, role: str, by: date | None = None) -> Known | None:
        """Return the newest measurement (by a day), None where it is not one exact number on one day."""
        concept = self.concepts[role]
        known = valued(self.chart, concept)
        if by is not None:
            known = tuple(each for each in known if each.on is not None and each.on.last <= by)
        found = newest(known)
        return _exact(found[0], concept) if len(found) == 1 else None

    def beside(self, role: str, known: Known) -> Known | None:
        """Return the one measurement of the day of another, of several the one of its clock; else None."""
        found = [each for each in valued(self.chart, self.concepts[role]) if _may_be_of(each, known.on)]
        of_clock = [each for each in found if each.on is not None and known.clock and each.on.clock == known.clock]
        found = of_clock or found
        return _exact(found[0], self.concepts[role]) if len(found) == 1 else None

    def fresh(self, role: str, on: date) -> Known | None:
        """Return the newest measurement by a day that still stands on it."""
        known, fresh = self.newest_of(role, by=on), self.concepts[role].freshness
        return known if known is not None and fresh is not None and fresh.before(on) <= known.on else None

    def height(self, on: date) -> Known | None:
        """Return the height of a day: the newest by then that is fresh, or of somebody who was grown."""
        height, birth = self.newest_of("height", by=on), self.chart.birth
        is_grown = height is not None and birth is not None and completed_years(birth.last, height.on) >= GROWN
        return height if is_grown else self.fresh("height", on)

    def age(self, on: date) -> Fraction | None:
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

    def sex(self) -> tuple[str, str] | None:
        """Return the sex as formulas ask it, with its ref; None where it is not one of two."""
        found = self.coded("sex")
        return None if found is None or found[0] not in _SEXES else (_SEXES[found[0]], found[1])

    def coded(self, role: str) -> tuple[str, str] | None:
        """Return the one code that stands, with its ref."""
        found = newest(valued(self.chart, self.concepts[role]))
        if len(found) != 1 or not isinstance(found[0].value, Coded) or len(found[0].value.codes) != 1:
            return None
        (code,) = found[0].value.codes
        return code, found[0].ref


def _exact(finding: Finding, concept: Concept) -> Known | None:
    if finding.on is None or not finding.on.is_exact or not isinstance(finding.value, Measured) or finding.is_at_most:
        return None
    quantity = finding.value.quantity
    unit = concept.unit(quantity.unit)
    low = quantity.amount.low
    if unit is None or low is None or not quantity.amount.is_exact:
        return None
    return Known(low * unit.factor, finding.on.first, finding.ref, finding.on.clock, finding.qualifiers)


def _may_be_of(finding: Finding, day: date) -> bool:
    return finding.on is None or finding.on.first <= day <= finding.on.last


def output_of(score: str, told: Told, *outputs: str) -> tuple[float, ...]:
    """Return outputs of a score, nothing where it refuses what it is told or leaves one open."""
    try:
        output = answered(score, told.inputs).output
    except RefusedError:
        return ()
    found = [output.get(each) for each in outputs]
    numbers = [float(each) for each in found if isinstance(each, (int, float)) and not isinstance(each, bool)]
    return tuple(numbers) if len(numbers) == len(outputs) else ()


Compute = Callable[[Measures], Iterable[Computed]]


def with_computed(chart: Chart, catalogue: Catalogue, roles: Iterable[str], compute: Compute) -> Chart:
    """Return the chart with what is computed; as it was where the catalogue lacks one of the roles."""
    concepts = {role: concept for role in roles if (concept := catalogue.by_role.get(role)) is not None}
    if len(concepts) < len(tuple(roles)):
        return chart
    added: list[Finding] = []
    found = chart
    for each in compute(Measures(chart, concepts)):
        concept = concepts[each.role]
        new = _finding(each, concept)
        recorded = [one for one in valued(chart, concept) if _may_be_as_new(one, each, concept)]
        if not recorded:
            added.append(new)
        against = {one.ref: new for one in recorded if _is_contrary(one, new, each, concept)}
        found = contradicted(found, against)
    return replace(found, findings=(*found.findings, *added)) if added else found


def _finding(computed: Computed, concept: Concept) -> Finding:
    qualifiers = frozenset({computed.method} if computed.method else ())
    on = PartialDate.on(computed.told.on)
    value = Measured(_quantity(computed.number, concept))
    finding = derived_finding(concept.id, value, computed.told.refs, on, qualifiers=qualifiers)
    lower = None if computed.lower is None else _quantity(computed.lower, concept)
    ref = derived_ref(f"{concept.id}/{computed.method}") if computed.method else finding.ref
    return replace(finding, ref=ref, lower_limit=lower)


def _quantity(number: float, concept: Concept) -> Quantity:
    unit = concept.units[0].name if concept.units else ""
    amount = Decimal(str(number)).quantize(_DIGITS)
    return Quantity(Interval.exactly(amount), unit, f"{amount:.2f} {unit}".strip())


def _may_be_as_new(recorded: Finding, computed: Computed, concept: Concept) -> bool:
    """True for a value by the same method, or by none that is named, that may be as new as what is computed."""
    methods = recorded.qualifiers & {each.id for each in concept.qualifiers}
    is_as_new = recorded.on is None or recorded.on.last >= computed.told.on
    return is_as_new and (not methods or computed.method in methods)


def _is_contrary(recorded: Finding, new: Finding, computed: Computed, concept: Concept) -> bool:
    """True for a value of the same day that is not what the inputs give; it stands for all that are rounded to it."""
    if recorded.on is None or not recorded.on.is_exact or recorded.on.first != computed.told.on:
        return False
    if not isinstance(recorded.value, Measured) or not isinstance(new.value, Measured):
        return False
    quantity, number = recorded.value.quantity, new.value.quantity.amount.low
    unit = concept.unit(quantity.unit) if concept.units else None
    if number is None or (concept.units and unit is None):
        return False
    factor = Decimal(1) if unit is None else unit.factor
    amount = quantity.amount
    low = None if amount.low is None else (amount.low - _rounding(amount.low)) * factor
    high = None if amount.high is None else (amount.high + _rounding(amount.high)) * factor
    return (low is not None and number < low) or (high is not None and number > high)


def _rounding(typed: Decimal) -> Decimal:
    """Return half of the last digit that was typed."""
    exponent = typed.as_tuple().exponent
    return _HALF.scaleb(exponent) if isinstance(exponent, int) else Decimal(0)
