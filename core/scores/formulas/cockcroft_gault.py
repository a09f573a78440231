"""Cockcroft-Gault. Nephron 1976;16:31-41; ideal weight by Devine."""

from __future__ import annotations

from core.language.said import said
from core.scores.given import Given, Outputs, Refusal, RefusedError

AGE, DIVISOR, FEMALE = 140, 72, 0.85
IDEAL = {"M": 50.0, "F": 45.5}
A_INCH, INCHES, CM = 2.3, 60, 2.54
"""kg for each inch above 60 inches."""
ADJUSTED = 0.4
SLIM, HEAVY = 18.5, 25.0
"""Body mass index below which, and from which, the rule by_bmi takes another weight."""


def compute(given: Given) -> Outputs:
    """Return the clearance with the weight that was used."""
    rule = given.word("weight_rule")
    weight = _weight(given, rule)
    clearance = (AGE - given.real("age")) * weight / (DIVISOR * given.real("scr"))
    clearance *= FEMALE if given.word("sex") == "F" else 1
    return {"crcl": clearance, "weight_used_kg": weight, "weight_rule": rule}


def _weight(given: Given, rule: str) -> float:
    actual = given.real("weight")
    if rule == "actual":
        return actual
    height = given.real("height_cm")
    if rule == "by_bmi":
        bmi = actual / (height / 100) ** 2
        if bmi < SLIM:
            return actual
        return min(_ideal(given), actual) if bmi < HEAVY else _adjusted(given)
    return _ideal(given) if rule == "ideal" else _adjusted(given)


def _ideal(given: Given) -> float:
    inches = given.real("height_cm") / CM
    if inches < INCHES:
        message = said("{number} is outside of what this score was made for", number=f"{inches * CM:g}")
        raise RefusedError(Refusal("height_cm", message, "ideal weight is known from 152.4 cm; use the actual weight"))
    return IDEAL[given.word("sex")] + A_INCH * (inches - INCHES)


def _adjusted(given: Given) -> float:
    ideal = _ideal(given)
    return ideal + ADJUSTED * (given.real("weight") - ideal)
