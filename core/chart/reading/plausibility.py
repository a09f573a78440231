"""Whether a patient can have a value: what nobody can have is refused, what is unusual is warned of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core.catalogue.concept import Concept, Range, Unit
from core.language.said import said
from core.values.quantity import Quantity

_NOT_NEGATIVE = Range(Decimal(0), None)
"""What holds of a measurement whose range nobody wrote down."""


@dataclass(frozen=True, slots=True)
class Objection:
    """What speaks against a value; ``is_final`` where no patient can have it."""

    code: str
    message: str
    hint: str
    is_final: bool


def objection_to(concept: Concept, quantity: Quantity, unit: Unit | None) -> Objection | None:
    """Return what speaks against a quantity of a concept, or None. Ranges are in the concept's first unit."""
    if unit is not None and unit.family != concept.units[0].family:
        return None
    factor = Decimal(1) if unit is None else unit.factor
    bounds = [bound for bound in (quantity.amount.low, quantity.amount.high) if bound is not None]
    possible = concept.possible or _NOT_NEGATIVE
    if not all(possible.holds(bound * factor) for bound in bounds):
        message = said(
            "'{id}' cannot be {text}: possible is {in_words}",
            id=concept.id,
            text=quantity.text,
            in_words=_in_words(possible, concept),
        )
        return Objection("impossible", message, _intention(concept, bounds[0], unit), is_final=True)
    plausible = concept.plausible
    if plausible is not None and not all(plausible.holds(bound * factor) for bound in bounds):
        message = said(
            "'{id}' of {text} is unusual: usual is {in_words}",
            id=concept.id,
            text=quantity.text,
            in_words=_in_words(plausible, concept),
        )
        return Objection("implausible", message, _intention(concept, bounds[0], unit), is_final=False)
    return None


def _in_words(limits: Range, concept: Concept) -> str:
    unit = f" {concept.units[0].name}" if concept.units else ""
    if limits.low is None:
        return said("at most {high}{unit}", high=limits.high, unit=unit)
    if limits.high is None:
        return said("at least {low}{unit}", low=limits.low, unit=unit)
    return f"{limits.low} to {limits.high}{unit}"


def _intention(concept: Concept, number: Decimal, unit: Unit | None) -> str:
    """Return the unit or the decimal point that would make the number usual, as a question."""
    likely = concept.plausible or concept.possible
    for meant, other in _readings(concept, number, unit):
        factor = Decimal(1) if other is None else other.factor
        if likely is not None and likely.holds(meant * factor):
            name = "" if other is None else f" {other.name}"
            return said("did you mean {meant}{name}?", meant=meant, name=name)
    return "check the value"


def _readings(concept: Concept, number: Decimal, unit: Unit | None) -> Iterator[tuple[Decimal, Unit | None]]:
    family = concept.units[0].family if concept.units else ""
    yield from ((number, other) for other in concept.units if other is not unit and other.family == family)
    if number != number.to_integral_value():
        yield number.scaleb(-int(number.as_tuple().exponent)), unit  # 9.8 for 98
    if number < 0:
        yield -number, unit
