"""Exact numbers from what was written."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from core.scores.given import Json

_DIGITS = 30
"""More digits or powers of ten than any measurement has are refused: they would only cost time."""


def exact(value: Json | None) -> Fraction | None:
    """Return a number exactly, None where it is none."""
    if isinstance(value, Fraction):
        return value
    if isinstance(value, bool) or not isinstance(value, (Decimal, str)):
        return None
    if isinstance(value, str):
        try:
            value = Decimal(value)
        except ArithmeticError:
            return None
    if not value.is_finite() or abs(value.adjusted()) > _DIGITS or len(value.as_tuple().digits) > _DIGITS:
        return None
    return Fraction(value)


def band(value: Fraction, lower_ends: Sequence[tuple[Fraction, int]], below: int = 0) -> int:
    """Return the points of the last band whose lower end ``value`` has reached; ``below`` under all of them."""
    return next((points for end, points in reversed(lower_ends) if value >= end), below)
