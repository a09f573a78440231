"""What formulas of the kidney share: categories of KDIGO."""

from __future__ import annotations

from collections.abc import Sequence

CATEGORIES: Sequence[tuple[int, str]] = ((90, "G1"), (60, "G2"), (45, "G3a"), (30, "G3b"), (15, "G4"), (0, "G5"))
"""Each category with the lowest eGFR that is in it (KDIGO)."""


def kdigo(egfr: float) -> str:
    """Return the category of an eGFR in mL/min/1.73 m²."""
    return next((name for low, name in CATEGORIES if egfr >= low), CATEGORIES[-1][1])
