"""What a patient was given in all, from the doses on record; what can not be counted is said, never estimated.

A dose of a day or less is taken on every day of its span, one of a longer interval at its beginning and then every so
often. Of a day that is known only by its month or year the shortest span counts: the sum is what was given at least.
Equivalents of glucocorticoids are those of ``rules/drugs``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from core.catalogue.catalogue import Catalogue
from core.chart.entries import Course, DoseSegment

_MASS = {"mg": Fraction(1, 1000), "g": Fraction(1), "ug": Fraction(1, 1_000_000)}


@dataclass(frozen=True, slots=True)
class Exposure:
    """Grams given at least; ``uncounted`` are the courses of which something could not be counted."""

    grams: Fraction
    uncounted: tuple[Course, ...]


def exposure(courses: Iterable[Course], catalogue: Catalogue, on: date, *, is_equivalent: bool = False) -> Exposure:
    """Return what some courses add up to until a day; ``is_equivalent``: in the reference substance of the class."""
    total, left = Fraction(0), list[Course]()
    for course in courses:
        factor = _factor(course, catalogue) if is_equivalent else Fraction(1)
        grams = [_grams(each, course, on) for each in course.doses]
        if factor is None or not grams or None in grams:
            left.append(course)
        if factor is not None:
            total += factor * sum((each for each in grams if each is not None), Fraction(0))
    return Exposure(total, tuple(left))


def _factor(course: Course, catalogue: Catalogue) -> Fraction | None:
    drug = catalogue.drugs.get(course.drug)
    return None if drug is None or drug.equivalence is None else Fraction(drug.equivalence)


def _grams(segment: DoseSegment, course: Course, on: date) -> Fraction | None:
    amount = segment.amount.amount
    if segment.amount.unit not in _MASS or not amount.is_exact or amount.low is None:
        return None
    once = Fraction(amount.low) * _MASS[segment.amount.unit]
    if segment.per_days == 0:
        return once
    last = segment.end or course.end
    if last is None and not course.is_ongoing:
        return None
    days = ((on if last is None else min(last.first, on)) - segment.start.last).days
    if days < 0:
        return Fraction(0)
    return once * (days + 1) / segment.per_days if segment.per_days <= 1 else once * (days // segment.per_days + 1)
