"""Glucocorticoid equivalents: the table stands in ``core/scores/glucocorticoids``."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from core.scores.given import Given, Json, Outputs
from core.scores.glucocorticoids import EQUIVALENTS, PREDNISONE

SETTINGS = ("betamethasone", "deflazacort")
"""Drugs whose equivalent is a setting."""


OTHER_NAMES = {"cortisone": "cortisone_acetate", "cortisol": "hydrocortisone"}


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """Take other names of the drugs."""
    drugs = {
        key: OTHER_NAMES.get(value.lower(), value)
        for key, value in written.items()
        if key in ("drug", "from", "to") and isinstance(value, str)
    }
    return {**written, **drugs}


def compute(given: Given) -> Outputs:
    """Return the dose as prednisone and as the drug asked for."""
    prednisone = given.number("mg") * PREDNISONE / _equivalent(given, given.word("drug"))
    told = given.word("to")
    as_told = prednisone * _equivalent(given, told) / PREDNISONE
    outputs: Outputs = {"prednisone_mg": prednisone, "mg": as_told, f"{told}_mg": as_told}
    weight = given.maybe("weight")
    return {**outputs, "prednisone_mg_per_kg": None if weight is None else prednisone / weight}


def _equivalent(given: Given, drug: str) -> Fraction:
    return Fraction(given.word(drug)) if drug in SETTINGS else EQUIVALENTS[drug]
