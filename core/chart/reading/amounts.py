"""Numbers of a patient file: units the concept knows, ranges it allows, nothing clamped."""

from __future__ import annotations

from decimal import Decimal

from core.catalogue.concept import Concept, Kind, Unit
from core.source_text.fields import Fields
from core.source_text.problem import Problem, Severity
from core.source_text.tree import Scalar
from core.values.quantity import Quantity, parse_quantity, parse_titre

_UNWRITTEN = "ratio"
"""The one unit nobody writes: an INR of 1.2 is a ratio of 1.2."""


def read_amount(fields: Fields, scalar: Scalar, concept: Concept) -> Quantity | None:
    """Return the number a text writes for a concept, in one of its units as typed."""
    if concept.kind is Kind.TITRE:
        titre = parse_titre(scalar.text)
        if titre is None:
            fields.report(scalar.span, "titre", f"'{scalar.text}' is no titre of '{concept.id}'", "write 1:160")
        return titre
    quantity = parse_quantity(scalar.text)
    if quantity is None:
        example = f"80 {concept.units[0].name}" if concept.units else "12"
        fields.report(scalar.span, "number", f"'{scalar.text}' is no number for '{concept.id}'", f"write {example}")
        return None
    unit = _unit(fields, scalar, concept, quantity)
    if concept.units and unit is None:
        return None
    known = Quantity(quantity.amount, unit.name if unit is not None else "", quantity.text)
    return known if _is_possible(fields, scalar, concept, known, unit) else None


def _unit(fields: Fields, scalar: Scalar, concept: Concept, quantity: Quantity) -> Unit | None:
    units = ", ".join(unit.name for unit in concept.units)
    if not quantity.unit:
        if concept.units and concept.units[0].name == _UNWRITTEN:
            return concept.units[0]
        if concept.units:
            hint = f"write {quantity.text} with one of: {units}"
            fields.report(scalar.span, "unit", f"'{concept.id}' needs its unit", hint)
        return None
    unit = concept.unit(quantity.unit)
    if unit is None:
        hint = f"write one of: {units}" if units else "leave the unit out"
        fields.report(scalar.span, "unit", f"'{concept.id}' is not measured in '{quantity.unit}'", hint)
    return unit


def _is_possible(fields: Fields, scalar: Scalar, concept: Concept, quantity: Quantity, unit: Unit | None) -> bool:
    """False, with the reason, for a value no patient can have; an unlikely one is warned of."""
    if unit is not None and unit.family != concept.units[0].family:
        return True
    bounds = [bound for bound in (quantity.amount.low, quantity.amount.high) if bound is not None]
    factor = unit.factor if unit is not None else Decimal(1)
    possible = concept.possible
    if possible is not None and any(not possible.holds(bound * factor) for bound in bounds):
        first = concept.units[0].name if concept.units else ""
        message = f"'{concept.id}' cannot be {quantity.text}: possible is {possible.low} to {possible.high} {first}"
        fields.report(scalar.span, "impossible", message.rstrip(), _intention(concept, bounds[0], unit))
        return False
    plausible = concept.plausible
    if plausible is not None and any(not plausible.holds(bound * factor) for bound in bounds):
        message = f"'{concept.id}' of {quantity.text} is unusual"
        hint = _intention(concept, bounds[0], unit)
        fields.problems.append(Problem(fields.file, scalar.span, "implausible", message, hint, Severity.WARNING))
    return True


def _intention(concept: Concept, number: Decimal, unit: Unit | None) -> str:
    """Return the unit that would make the number usual, as a question."""
    plausible = concept.plausible
    for other in concept.units:
        if other is not unit and plausible is not None and plausible.holds(number * other.factor):
            return f"did you mean {number} {other.name}?"
    return "check the value"
