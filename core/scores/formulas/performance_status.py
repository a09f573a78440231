"""ECOG, Karnofsky, Lansky (memory): whether a value is one of its scale at that age."""

from __future__ import annotations

from fractions import Fraction

from core.scores.given import Given, Outputs, Result

ECOG_HIGHEST = 5
TENS, HUNDRED = 10, 100
ECOG_OF_TENS = (
    Fraction(4),
    Fraction(4),
    Fraction(4),
    Fraction(3),
    Fraction(3),
    Fraction(2),
    Fraction(2),
    Fraction(1),
    Fraction(1),
    Fraction(0),
    Fraction(0),
)
"""ECOG of a Karnofsky value by its tens; of 0 it is 5."""


def compute(given: Given) -> Outputs:
    """Return whether the value is valid, and the ECOG that one usual table gives it."""
    scale, value = given.word("scale"), given.number("value")
    is_valid = _is_of_scale(scale, value) and _is_of_age(given, scale)
    return {"valid": is_valid, "ecog": _ecog(scale, value) if is_valid else None}


def _is_of_scale(scale: str, value: Fraction) -> bool:
    if scale == "ecog":
        return value.denominator == 1 and 0 <= value <= ECOG_HIGHEST
    return value % TENS == 0 and 0 <= value <= HUNDRED


def _is_of_age(given: Given, scale: str) -> bool:
    if scale == "ecog":
        return True
    age = given.number("age")
    if scale == "karnofsky":
        return age >= given.limit("karnofsky_from")
    return given.limit("lansky_from") <= age < given.limit("karnofsky_from")


def _ecog(scale: str, value: Fraction) -> Result:
    if scale == "ecog":
        return value
    return Fraction(ECOG_HIGHEST) if value == 0 else ECOG_OF_TENS[int(value) // TENS]
