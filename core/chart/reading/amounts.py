"""Numbers of a patient file: units the concept knows, ranges it allows, nothing clamped."""

from __future__ import annotations

import re
from functools import cache

from core.catalogue.amount_hints import bare_hint, unit_hint
from core.catalogue.concept import Concept, Kind, Unit
from core.chart.reading.plausibility import objection_to
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.problem import Problem, Severity
from core.source_text.tree import Scalar
from core.values.interval import Interval
from core.values.quantity import Quantity, parse_quantity, parse_titre
from core.vocabulary.asking import pattern
from core.vocabulary.vocabulary import Matter

_UNWRITTEN = "ratio"
"""The one unit nobody writes: an INR of 1.2 is a ratio of 1.2."""

_WITH_WORDS = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*[^\W\d]+\.?")
_MICRO = str.maketrans("\N{MICRO SIGN}\N{GREEK SMALL LETTER MU}", "uu")
"""Both signs for micro, which keyboards and laboratories mix; UCUM writes u."""


def read_amount(fields: Fields, scalar: Scalar, concept: Concept) -> Quantity | None:
    """Return the number a text writes for a concept, in one of its units as typed."""
    if concept.kind is Kind.TITRE:
        return _titre(fields, scalar, concept)
    quantity = parse_quantity(scalar.text)
    if quantity is None:
        hint = _meant(scalar.text) or _of_a_titre(scalar.text, concept) or _units_known(concept)
        fields.report(
            scalar.span, "number", said("'{text}' is no number for '{id}'", text=scalar.text, id=concept.id), hint
        )
        return None
    unit = _unit(fields, scalar, concept, quantity)
    if unit is None and (concept.units or quantity.unit):
        return None
    known = Quantity(quantity.amount, unit.name if unit is not None else "", quantity.text)
    return known if is_possible(fields, scalar, concept, known, unit) else None


def read_number(fields: Fields, scalar: Scalar, concept: Concept) -> Interval | None:
    """Return a number without a unit (the total of a score), or None after a problem."""
    quantity = parse_quantity(scalar.text)
    if quantity is None or quantity.unit:
        hint = _meant(scalar.text) or _total_alone(scalar.text)
        fields.report(
            scalar.span, "number", said("'{text}' is no total of '{id}'", text=scalar.text, id=concept.id), hint
        )
        return None
    return quantity.amount if is_possible(fields, scalar, concept, quantity, None) else None


def is_possible(fields: Fields, scalar: Scalar, concept: Concept, quantity: Quantity, unit: Unit | None) -> bool:
    """False, with the reason, for a value no patient can have; an unusual one is warned of."""
    objection = objection_to(concept, quantity, unit)
    if objection is None:
        return True
    severity = Severity.ERROR if objection.is_final else Severity.WARNING
    problem = Problem(fields.file, scalar.span, objection.code, objection.message, objection.hint, severity)
    fields.problems.append(problem)
    return not objection.is_final


def _titre(fields: Fields, scalar: Scalar, concept: Concept) -> Quantity | None:
    titre = parse_titre(scalar.text)
    if titre is None:
        denominator = scalar.text if scalar.text.isdecimal() else "160"
        hint = said('write "1:{denominator}"', denominator=denominator)
        fields.report(
            scalar.span, "titre", said("'{text}' is no titre of '{id}'", text=scalar.text, id=concept.id), hint
        )
    return titre


def _unit(fields: Fields, scalar: Scalar, concept: Concept, quantity: Quantity) -> Unit | None:
    if not quantity.unit:
        if concept.units and concept.units[0].name == _UNWRITTEN:
            return concept.units[0]
        if concept.units:
            message = said("'{id}' needs its unit", id=concept.id)
            fields.report(scalar.span, "unit", message, bare_hint(quantity.text, (concept,)))
        return None
    unit = concept.unit(quantity.unit) or concept.unit(quantity.unit.translate(_MICRO))
    if unit is None:
        message = said("'{id}' is not measured in '{unit}'", id=concept.id, unit=quantity.unit)
        number = quantity.text.removesuffix(quantity.unit).rstrip()
        hint = _method_behind(number, quantity.unit, concept) or unit_hint(number, quantity.unit, (concept,))
        fields.report(scalar.span, "unit", message, hint)
    return unit


def _method_behind(number: str, written: str, concept: Concept) -> str:
    """Return where a method belongs that was written behind the unit (``97 % RA``), "" where none was."""
    unit, _, behind = written.partition(" ")
    for code in concept.qualifiers if concept.unit(unit) is not None else ():
        spelled = (*(each.replace("_", " ") for each in (code.id, *code.also)), *code.printed, *code.label.values())
        if behind.strip("() ").casefold() in map(str.casefold, spelled):
            return said("write {{value: {value}, method: {method}, date: …}}", value=f"{number} {unit}", method=code.id)
    return ""


def _meant(text: str) -> str:
    """Return the number behind a decimal comma, as a question."""
    pointed = text.replace(",", ".")
    return (
        said("did you mean {pointed}?", pointed=pointed)
        if pointed != text and parse_quantity(pointed) is not None
        else ""
    )


def _total_alone(text: str) -> str:
    """Return what to write instead of a total with words behind it, or of several: never another number."""
    alone = _WITH_WORDS.fullmatch(text)
    if alone is not None:
        return said("write {what}", what=alone["number"])
    return "write the one total that was found" if _several().search(text) else "write its total as a number"


@cache
def _several() -> re.Pattern[str]:
    between = "|".join(pattern(Matter.TYPED, word) for word in ("to", "or"))
    return re.compile(rf"\d\s*(?:[-–/]|{between})\s*\d")


def _units_known(concept: Concept) -> str:
    """An invented number as a hint is recorded by somebody in a hurry, so only the units are named."""
    units = ", ".join(unit.name for unit in concept.units)
    if not units:
        return "write a number"
    return said("write a number with one of: {units}", units=units)


def _of_a_titre(text: str, concept: Concept) -> str:
    """Return where a titre belongs that is written for the amount of the same antibody."""
    if parse_titre(text) is None:
        return ""
    return said("a titre stands under {name}", name=f"{concept.id}_titre")
