"""Findings by chance: values of every kind, told in words or numbers, and what stands against them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from core.catalogue.concept import Concept, Kind
from core.chart.entries import Finding
from core.chart.values import (
    Absence,
    Coded,
    Fact,
    Landmark,
    Measured,
    Recorded,
    Scored,
    TestResult,
    Value,
)
from core.values.interval import Interval
from core.values.quantity import Quantity, parse_quantity, parse_titre
from core.values.truth import Truth
from tests.generative.chance import Chance
from tests.generative.invented_catalogue import FIELDS, ITEMS

LEVELS = ("raised", "low", "normal")
"""What is said of a measurement whose number is not at hand."""


def quantity(text: str) -> Quantity:
    """Return what a text writes."""
    found = parse_quantity(text)
    assert found is not None
    return found


def number(chance: Chance, units: Sequence[str]) -> Quantity:
    """Return a number near the limits that the rules use, seldom known in part or in a unit nobody knows."""
    sign = chance.one(("<", ">", "<=", ">=")) if chance.chance(0.15) else ""
    unit = "stones" if chance.chance(0.04) else chance.one(units) if units else ""
    scale = Decimal("0.01") if unit == "g/L" else Decimal(1)
    amount = Decimal(chance.one((0, 5, 10, 15, 20, 25, 30, 40, 60, 90, 150))) * scale
    return quantity(f"{sign}{amount.normalize():f} {unit}".strip())


def value_of(chance: Chance, concept: Concept) -> Value:
    """Return a value a concept can have."""
    return _VALUES.get(concept.kind, _measured)(chance, concept)


def _measured(chance: Chance, concept: Concept) -> Value:
    if concept.units and chance.chance(0.12):
        return TestResult(chance.one(LEVELS))
    return Measured(number(chance, _units(concept)))


def _units(concept: Concept) -> tuple[str, ...]:
    return tuple(name for unit in concept.units for name in (unit.name, *unit.also))


def _words(concept: Concept) -> tuple[str, ...]:
    return tuple(code.id for code in concept.codes)


def _fact(chance: Chance, _concept: Concept) -> Value:
    return Fact(chance.chance(0.5))


def _coded(chance: Chance, concept: Concept) -> Value:
    return Coded(frozenset({chance.one(_words(concept))}))


def _set(chance: Chance, concept: Concept) -> Value:
    return Coded(frozenset(chance.some(_words(concept), 0, 2)))


def _classified(chance: Chance, concept: Concept) -> Value:
    known = Interval.exactly(Decimal(chance.one((5, 10, 20)))) if chance.chance(0.7) else None
    return Coded(frozenset({chance.one(_words(concept))}), known)


def _titre(chance: Chance, _concept: Concept) -> Value:
    titre = parse_titre(f"{chance.one(('', '', '', '<', '>='))}1:{chance.one((40, 80, 160, 320))}")
    assert titre is not None
    return Measured(titre)


def _landmark(chance: Chance, _concept: Concept) -> Value:
    return Landmark(chance.moment())


def _record(chance: Chance, _concept: Concept) -> Value:
    return Recorded(fields(chance))


def _test_result(chance: Chance, concept: Concept) -> Value:
    words = ("positive", "negative", "borderline", "indeterminate", "invalid", "detected_not_quantified")
    if chance.chance(0.7):
        return TestResult(chance.one(words))
    return TestResult("", number(chance, _units(concept)))


def _scored(chance: Chance, concept: Concept) -> Value:
    if concept.domains:
        grades = {domain.id: chance.one(("A", "B", "C")) for domain in concept.domains if chance.chance(0.75)}
        return Scored(None, {}, grades)
    items = {item.id: chance.truth() for item in ITEMS if chance.chance(0.7)}
    if chance.chance(0.4):
        items = {item.id: chance.one((Truth.TRUE, Truth.FALSE)) for item in ITEMS}
    total = None
    if chance.chance(0.6):
        total = Interval.exactly(Decimal(chance.one((0, 1, 4, 8, 9, 12, 13, 16, 20, 21))))
        if chance.chance(0.1):
            total = Interval(total.low, None)
    return Scored(total, items)


_VALUES: Mapping[Kind, Callable[[Chance, Concept], Value]] = {
    Kind.YES_NO: _fact,
    Kind.CONDITION: _fact,
    Kind.EVENT: _fact,
    Kind.CODE: _coded,
    Kind.CODES: _set,
    Kind.CLASSIFICATION: _classified,
    Kind.TITRE: _titre,
    Kind.TEST: _test_result,
    Kind.DATE: _landmark,
    Kind.RECORD: _record,
    Kind.SCORE: _scored,
}


def fields(chance: Chance) -> Mapping[str, Value]:
    """Return what was written down of one examination or event."""
    return {name: value_of(chance, concept) for name, concept in FIELDS.items() if chance.chance(0.75)}


def finding(chance: Chance, concept: Concept) -> Finding:
    """Return one finding about a concept."""
    value: Value | Absence = chance.one(tuple(Absence)) if chance.chance(0.08) else value_of(chance, concept)
    units = [unit.name for unit in concept.units]
    has_limit = bool(units) and chance.chance(0.5)
    return Finding(
        chance.ref(concept.id),
        concept.id,
        value,
        chance.maybe_moment(),
        frozenset(chance.some([code.id for code in concept.qualifiers], 0, 1)) if concept.qualifiers else frozenset(),
        number(chance, units) if has_limit and chance.chance(0.9) else None,
        number(chance, units) if has_limit and chance.chance(0.4) else None,
        is_at_most=isinstance(value, Measured) and bool(units) and chance.chance(0.1),
    )


def disputed(chance: Chance, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return findings of which some are marked as contradicted by another one of the same concept."""
    found: list[Finding] = []
    for each in findings:
        others = [
            other
            for other in findings
            if other is not each and other.concept == each.concept and not isinstance(other.value, Absence)
        ]
        is_disputed = bool(others) and not isinstance(each.value, Absence) and chance.chance(0.08)
        found.append(replace(each, against=(chance.one(others),)) if is_disputed else each)
    return tuple(found)
