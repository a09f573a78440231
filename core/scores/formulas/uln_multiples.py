"""Multiples of a limit: arithmetic; a limit is exceeded, not reached (CTCAE v5)."""

from __future__ import annotations

from fractions import Fraction

from core.scores.given import Given, OpenInputError, Outputs

LIMITS = ("1", "1.5", "2", "2.5", "3", "5", "10", "20")


def compute(given: Given) -> Outputs:
    """Return the multiples, and which limits the multiple of the upper limit exceeds."""
    value = given.number("value")
    if not any(given.has(name) for name in ("uln", "lln", "baseline")):
        raise OpenInputError("uln")
    multiples: Outputs = {
        f"x_{name}": value / given.number(name) if given.has(name) else None for name in ("uln", "lln", "baseline")
    }
    upper = value / given.number("uln") if given.has("uln") else None
    exceeded: Outputs = {
        f"gt_{limit.replace('.', '_')}": None if upper is None else upper > Fraction(limit) for limit in LIMITS
    }
    return {**multiples, **exceeded}
