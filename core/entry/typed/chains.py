"""Two numbers that are one amount: ``5 ft 4``, ``10 st 4 lb``, ``1 m 62``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from core.catalogue.concept import Concept, Unit
from core.catalogue.measures import laboratory, measures_of
from core.catalogue.units import converted, find_conversion, find_unit, own_measures
from core.entry.typed.numbers import narrowed

_CHAIN = re.compile(
    r"\s*(\d{1,3})\s*([^\s\d]+)(?:\s+|(?<=['′ts])|(?=\d\d))(\d{1,2}(?:[.,]\d{1,2})?)\s*([^\s\d]*)\s*", re.ASCII
)
"""``m2`` is an area: one digit stands apart, or behind a sign or word for feet and stones."""


@dataclass(frozen=True, slots=True)
class Chained:
    """The whole amount in a unit of the concept, exactly."""

    number: Decimal
    unit: Unit


def read_chain(text: str, concept: Concept) -> Chained | None:
    """Return the amount that two numbers with their units write together; None where a text is none."""
    match = _CHAIN.fullmatch(narrowed(text))
    if match is None or not concept.units:
        return None
    large, small = match[2].casefold(), laboratory().chains.get(match[2].casefold(), "")
    if not small or (match[4] and measures_of(match[4]) != measures_of(small)):
        return None
    unit, second = _target(small, concept), Decimal(match[3].replace(",", "."))
    if unit is None:
        return None
    size = next(own_measures(unit.name)).size
    ones = [_size(name, unit) for name in (large, small)]
    whole = int(match[1]) * ones[0] + Fraction(second) * ones[1]
    is_less = Fraction(second) * ones[1] < ones[0]
    return Chained(converted(Decimal(1), whole / size), unit) if is_less and all(ones) else None


def _target(small: str, concept: Concept) -> Unit | None:
    conversion = find_conversion(small, concept)
    return find_unit(small, concept) or (None if conversion is None else conversion.unit)


def _size(name: str, unit: Unit) -> Fraction:
    """Return how much a unit is, of what the other one measures; 0 of anything else."""
    known = next(own_measures(unit.name))
    return next((each.size for each in measures_of(name) if each.is_like(known)), Fraction(0))
