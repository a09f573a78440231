"""Body mass index."""

from __future__ import annotations

from core.scores.given import Given, Outputs

CM = 100


def compute(given: Given) -> Outputs:
    """Return kg/m²."""
    return {"bmi": given.number("w") / (given.number("h") / CM) ** 2}
