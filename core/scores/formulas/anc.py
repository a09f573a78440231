"""Absolute counts from a differential: arithmetic."""

from __future__ import annotations

from fractions import Fraction

from core.language.said import said
from core.scores.given import Given, OpenInputError, Outputs, Refusal, RefusedError

PERCENT, PER_UL = 100, 1000


def compute(given: Given) -> Outputs:
    """Return neutrophils and lymphocytes; of a share that was not told nothing is said."""
    leukocytes = given.number("wbc")
    shares = [each for name in ("segs", "bands", "neutrophils_pct", "lymph") if (each := given.maybe(name)) is not None]
    if sum(shares) > PERCENT and not given.has("neutrophils_pct"):
        raise RefusedError(
            Refusal("segs", said("the shares add up to {number} percent", number=str(float(sum(shares)))))
        )
    neutrophils, lymphocytes = given.maybe("neutrophils_pct"), given.maybe("lymph")
    if neutrophils is None and given.has("segs") and given.has("bands"):
        neutrophils = given.number("segs") + given.number("bands")
    if neutrophils is None and lymphocytes is None and not given.has("segs"):
        raise OpenInputError("segs")
    count = None if neutrophils is None else leukocytes * neutrophils / PERCENT
    outputs: Outputs = {
        "anc": count,
        "alc": None if lymphocytes is None else leukocytes * lymphocytes / PERCENT,
        "anc_per_uL": None if count is None else count * PER_UL,
    }
    if neutrophils is None and given.has("segs"):
        outputs["anc_min"] = leukocytes * given.number("segs") / PERCENT
        outputs["anc_max"] = leukocytes * (PERCENT - (lymphocytes or Fraction(0))) / PERCENT
    return outputs
