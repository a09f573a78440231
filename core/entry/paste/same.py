"""Whether two findings say the same, and whether a value agrees with what is printed beside it."""

from __future__ import annotations

from decimal import Decimal

from core.catalogue.concept import Concept, Unit
from core.entry.statement import Plain
from core.values.interval import Interval
from core.values.quantity import parse_quantity


def is_same_value(one: Plain, other: Plain, concept: Concept) -> bool:
    """True if two findings say the same value: 0.9 g/g and 900 mg/g are one."""
    left, right = _value(one), _value(other)
    if left == right:
        return True
    measured, compared = _measured(left, concept), _measured(right, concept)
    return measured is not None and measured == compared


def contradicts_flag(content: Plain, flag: str, concept: Concept) -> bool:
    """True if a value lies inside its limits and is marked, or on the other side: a decimal sign may be lost."""
    if not isinstance(content, dict):
        return False
    value, low, high = (_number(content.get(key), concept) for key in ("value", "lln", "uln"))
    mark = flag.strip("() *!")
    if value is None or value.low is None or value.high is None:
        return False
    if mark in ("+", "++", "+++", "H", "HH", "HI", "High", "\u2191", "\u2191\u2191", "hoch"):
        return high is not None and high.low is not None and value.high <= high.low
    if mark in ("-", "--", "---", "\u2212", "L", "LL", "LO", "Low", "\u2193", "\u2193\u2193", "tief"):
        return low is not None and low.low is not None and value.low >= low.low
    return False


def usual_units(number: str, limit: str, concept: Concept) -> tuple[Unit, ...]:
    """Return the units in which a bare number and its limit are both usual."""
    likely, first = concept.plausible, concept.units[0].family if concept.units else ""
    written = [Decimal(each) for each in (number, limit) if each]
    if likely is None or not limit:
        return ()
    return tuple(
        unit
        for unit in concept.units
        if unit.family == first and all(likely.holds(each * unit.factor) for each in written)
    )


def _value(content: Plain) -> Plain:
    return content.get("value", content.get("absent", "")) if isinstance(content, dict) else content


def _measured(value: Plain, concept: Concept) -> tuple[Interval, str] | None:
    quantity = parse_quantity(value) if isinstance(value, str) else None
    if quantity is None:
        return None
    unit = concept.unit(quantity.unit)
    if unit is None:
        return quantity.amount, quantity.unit
    return _normal(quantity.amount.scaled(unit.factor)), unit.family


def _normal(amount: Interval) -> Interval:
    low, high = (None if each is None else each.normalize() for each in (amount.low, amount.high))
    return Interval(low, high, amount.is_low_open, amount.is_high_open)


def _number(value: Plain | None, concept: Concept) -> Interval | None:
    found = None if value is None else _measured(value, concept)
    return None if found is None else found[0]
