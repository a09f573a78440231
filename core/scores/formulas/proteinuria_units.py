"""Protein to creatinine: 1 g/g is 113.12 mg/mmol (molar mass of creatinine)."""

from __future__ import annotations

from fractions import Fraction

from core.language.said import said
from core.scores.given import Given, OpenInputError, Outputs, Refusal, RefusedError

MOLAR = Fraction("113.12")


def compute(given: Given) -> Outputs:
    """Return the ratio in both units, from protein and creatinine or from the other unit."""
    ratios: list[Fraction] = []
    if given.has("protein") and given.has("creatinine"):
        ratios.append(given.number("protein") / given.number("creatinine"))
    if given.has("g_per_g"):
        ratios.append(given.number("g_per_g"))
    if given.has("mg_per_mmol"):
        ratios.append(given.number("mg_per_mmol") / MOLAR)
    if len(ratios) > 1:
        raise RefusedError(Refusal("g_per_g", said("'{name}' is told twice", name="g_per_g"), "write it once"))
    if not ratios:
        raise OpenInputError("creatinine" if given.has("protein") else "protein")
    sample = given.word("sample") if given.has("sample") else None
    return {"g_per_g": ratios[0], "mg_per_mmol": ratios[0] * MOLAR, "sample": sample}
