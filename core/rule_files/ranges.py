"""The numbers a comparison leaves possible, in the first unit of its concept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from core.catalogue.concept import Concept, Unit
from core.criteria.nodes import Between, Compare, Condition
from core.criteria.scope import Scope
from core.criteria.values import Amount, Length, Limit, Multiple, Term, TitreLimit
from core.values.interval import Interval, Op

_OF_ONE_VALUE = ("", "latest", "first")
_NUMBERS: dict[Op, tuple[bool, bool, bool]] = {  # bound below, bound above, open
    ">=": (True, False, False),
    ">": (True, False, True),
    "<=": (False, True, False),
    "<": (False, True, True),
    "=": (True, True, False),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """What is compared: two sentences about the same of these speak of one number."""

    sentence: Condition
    kind: str  # the family of units, or the kind of limit: numbers of different kinds never compare


@dataclass(frozen=True, slots=True)
class Demand:
    """One number and where it has to lie."""

    of: Measured
    interval: Interval


def demand_of(condition: Condition, scope: Scope) -> Demand | None:
    """Return the number a comparison speaks of and where it has to lie; None for anything else."""
    match condition:
        case Compare(Term() as term, op, limit, pick) if pick in _OF_ONE_VALUE and op in _NUMBERS:
            number = number_of(limit, scope.catalogue.concept(term.name))
            if number is None:
                return None
            blank = replace(condition, op="=", limit=Amount(Decimal(0)))
            return Demand(Measured(blank, number[1]), _interval(op, number[0]))
        case Between(Term() as term, low, high, pick, clean, window) if pick in _OF_ONE_VALUE:
            concept = scope.catalogue.concept(term.name)
            ends = (number_of(low, concept), number_of(high, concept))
            if ends[0] is None or ends[1] is None or ends[0][1] != ends[1][1] or ends[0][0] > ends[1][0]:
                return None
            blank = Compare(term, "=", Amount(Decimal(0)), pick, clean, window)
            return Demand(Measured(blank, ends[0][1]), Interval(ends[0][0], ends[1][0]))
        case _:
            return None


def number_of(limit: Limit, concept: Concept | None) -> tuple[Decimal, str] | None:
    """Return a limit as a number with the kind of number it is."""
    match limit:
        case Amount(number, unit):
            known: Unit | None = None if concept is None else concept.unit(unit)
            return (number, unit) if known is None else (number * known.factor, f"family {known.family}")
        case Length(duration):
            return Decimal(duration.count), duration.unit.value
        case Multiple(number, reference):
            return number, reference
        case TitreLimit(denominator):
            return Decimal(denominator), "titre"
        case _:
            return None


def _interval(op: Op, number: Decimal) -> Interval:
    is_low, is_high, is_open = _NUMBERS[op]
    return Interval(number if is_low else None, number if is_high else None, is_low and is_open, is_high and is_open)


def are_apart(one: Interval, other: Interval) -> bool:
    """True if no number lies in both."""
    return _ends_before(one, other) or _ends_before(other, one)


def _ends_before(one: Interval, other: Interval) -> bool:
    if one.high is None or other.low is None:
        return False
    is_open = one.is_high_open or other.is_low_open
    return one.high < other.low or (one.high == other.low and is_open)


def lies_in(inner: Interval, outer: Interval) -> bool:
    """True if every number of the inner lies in the outer."""
    return _reaches_down(inner, outer) and _reaches_up(inner, outer)


def _reaches_down(inner: Interval, outer: Interval) -> bool:
    if outer.low is None:
        return True
    if inner.low is None:
        return False
    return inner.low > outer.low or (inner.low == outer.low and (inner.is_low_open or not outer.is_low_open))


def _reaches_up(inner: Interval, outer: Interval) -> bool:
    if outer.high is None:
        return True
    if inner.high is None:
        return False
    return inner.high < outer.high or (inner.high == outer.high and (inner.is_high_open or not outer.is_high_open))
