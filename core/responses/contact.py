"""Which value on record is of a visit: the one nearest to its day within its days, never one that is carried over.

What leaves a number open is a gap: nothing recorded, two values of one day that differ, a unit or a day not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from core.catalogue.concept import Concept
from core.chart.chart import Chart
from core.chart.entries import Finding
from core.chart.values import Absence, Measured, Scored, TestResult
from core.engine.explaining.answers import missing
from core.engine.explaining.scores import possible_totals
from core.engine.judgement.outcome import Cause, Gap
from core.values.interval import Interval
from core.values.quantity import Quantity
from core.values.truth import Truth

BASELINE_DAYS = 90
"""How far before the infusion a value still counts as the baseline; ours."""


@dataclass(frozen=True, slots=True)
class Contact:
    """The days that count as one visit, and the one of them that is nearest to it."""

    first: date
    last: date
    on: date

    def holds(self, day: date) -> bool:
        """True for one of its days."""
        return self.first <= day <= self.last

    @classmethod
    def of_day(cls, day: date) -> Contact:
        """Return the contact of one day alone."""
        return cls(day, day, day)


def baseline_of(day0: date) -> Contact:
    """Return the contact before an infusion: the newest value up to its day, at most ``BASELINE_DAYS`` old."""
    return Contact(day0 - timedelta(days=BASELINE_DAYS), day0, day0)


@dataclass(frozen=True, slots=True)
class Used:
    """A number that counts for a visit: of which concept and day, what it can be in the concept's first unit.

    ``finding`` is what it was read from; None for a dose, which is what the courses of ``refs`` add up to.
    """

    concept: str
    on: date
    amount: Interval
    refs: tuple[str, ...]
    finding: Finding | None = field(default=None, hash=False)


Reading = Callable[[Finding], Interval | None]
"""Reads the number of a finding; None where it has none that can be used."""


def used(chart: Chart, concept: Concept, contact: Contact, reading: Reading | None = None) -> Used | Gap:
    """Return the value of a concept at a visit, or why there is none."""
    return picked(chart.of(concept.id), concept, contact, reading)


def picked(
    findings: Iterable[Finding], concept: Concept, contact: Contact, reading: Reading | None = None
) -> Used | Gap:
    """Return the value of some findings of a concept at a visit, or why there is none.

    Of several days the nearest one counts, of two equally near the later. Values of that day that differ leave it open.
    """
    near = [each for each in findings if _may_be_of(each, contact)]
    valued = [(each.on.first, each) for each in near if each.on is not None and _is_value_of(each, contact)]
    if not valued:
        return _nothing(near, concept)
    day = min((day for day, _ in valued), key=lambda each: (abs((each - contact.on).days), -each.toordinal()))
    of_day = [each for at, each in valued if at == day]
    amounts = [number_in(each, concept) if reading is None else reading(each) for each in of_day]
    amount = amounts[0]
    if amount is None or len({_items(each) for each in of_day if _items(each)}) > 1:
        return Gap(Cause.UNIT if amount is None and len(of_day) == 1 else Cause.CONFLICTING, concept.id)
    if any(each != amount for each in amounts):
        return Gap(Cause.CONFLICTING, concept.id)
    finding = max(of_day, key=lambda each: len(_items(each)))
    return Used(concept.id, day, amount, (finding.ref,), finding)


def _items(finding: Finding) -> frozenset[tuple[str, Truth]]:
    """Return the items a score was answered with: two totals alike may be of different items."""
    return frozenset(finding.value.items.items()) if isinstance(finding.value, Scored) else frozenset()


def number_in(finding: Finding, concept: Concept) -> Interval | None:
    """Return the number of a finding in the first unit of its concept; a score's total with what is open of it."""
    match finding.value:
        case Scored(total=total) if total is not None:
            return _on_scale(total, concept)
        case Scored() as scored:
            return total_of(scored, frozenset(item.id for item in concept.items), concept)
        case Measured(quantity):
            return _on_scale(in_first_unit(quantity, concept), concept)
        case TestResult(quantity=quantity) if quantity is not None:
            return _on_scale(in_first_unit(quantity, concept), concept)
        case _:
            return None


def _on_scale(amount: Interval | None, concept: Concept) -> Interval | None:
    """Return a number whose open side ends where values of the concept can end: below 0.5 is from 0 on."""
    possible = concept.possible
    if amount is None or possible is None:
        return amount
    low = possible.low if amount.low is None and amount.high is not None else amount.low
    high = possible.high if amount.high is None and amount.low is not None else amount.high
    is_inside = low is None or high is None or low <= high
    return replace(amount, low=low, high=high) if is_inside else amount


def in_first_unit(quantity: Quantity, concept: Concept) -> Interval | None:
    """Return a quantity in the first unit of a concept; None for a unit that does not convert to it."""
    if not concept.units:
        return quantity.amount
    unit = concept.unit(quantity.unit)
    if unit is None or unit.family != concept.units[0].family:
        return None
    return quantity.amount if unit.factor == 1 else quantity.amount.scaled(unit.factor)


def total_of(scored: Scored, kept: frozenset[str], concept: Concept) -> Interval | None:
    """Return between what the total of the kept items lies; an open side ends where the score does."""
    totals = possible_totals(scored, kept, concept)
    if not totals:
        return None
    low, high = min(totals), max(totals)
    if concept.possible is not None and concept.possible.low is not None:
        low = max(low, concept.possible.low)
    if concept.possible is not None and concept.possible.high is not None:
        high = min(high, concept.possible.high)
    return Interval(low, max(low, high))


def _may_be_of(finding: Finding, contact: Contact) -> bool:
    on = finding.on
    return on is not None and on.first <= contact.last and contact.first <= on.last


def _is_value_of(finding: Finding, contact: Contact) -> bool:
    on = finding.on
    return on is not None and on.is_exact and contact.holds(on.first) and not isinstance(finding.value, Absence)


def _nothing(near: list[Finding], concept: Concept) -> Gap:
    """Return why there is no value: of a month without its day, asserted to be absent, or nothing at all."""
    for each in near:
        if not isinstance(each.value, Absence):
            return Gap(Cause.UNDATED, concept.id)
    said = sorted(each.value.value for each in near if isinstance(each.value, Absence))
    return missing(concept.id, said[0] if said else "")
