"""SLEDAI-2K: weights stand with the items of the catalogue. Gladman DD et al. J Rheumatol 2002;29:288-91."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from core.scores.given import Given, Json, Outputs, Refusal, RefusedError, Result
from core.scores.numbers import exact

SEROLOGY = "serology"
STRICT_LIMITS: Mapping[str, tuple[str, str, Fraction]] = {
    "platelets_10e9_L": ("thrombocytopenia", "<", Fraction(100)),
    "wbc_10e9_L": ("leukopenia", "<", Fraction(3)),
    "temp_c": ("fever", ">", Fraction(38)),
    "protein_g_24h": ("proteinuria", ">", Fraction(1, 2)),
    "rbc_hpf": ("haematuria", ">", Fraction(5)),
    "wbc_hpf": ("pyuria", ">", Fraction(5)),
}
"""Results that settle an item where nothing else explains them; at the limit itself none scores."""
BANDS = ((Fraction(0), "none"), (Fraction(4), "low"), (Fraction(10), "moderate"))
CHANGED = 3
"""A flare is a rise by more, an improvement a fall by more."""


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """Settle items by results; told as results alone, the others were answered no."""
    labs = written.get("labs")
    if not isinstance(labs, dict):
        return written
    unknown = [
        Refusal(f"labs.{name}", "is no result of this score", ", ".join(STRICT_LIMITS))
        for name in labs
        if name not in STRICT_LIMITS
    ]
    settled: dict[str, Json] = {}
    for name, (item, sign, limit) in STRICT_LIMITS.items():
        number = exact(labs.get(name))
        if name in labs and number is None:
            unknown.append(Refusal(f"labs.{name}", "is no number", "write digits with a point"))
        elif number is not None:
            settled[item] = number < limit if sign == "<" else number > limit
    if unknown:
        raise RefusedError(*unknown)
    rest = {key: value for key, value in written.items() if key != "labs"}
    finished: dict[str, Json] = {} if "present" in rest or "others" in rest else {"others": "none"}
    return {**settled, **rest, **finished}


def compute(given: Given) -> Outputs:
    """Return the total, the total without serology, its band, and how it changed."""
    total = given.total()
    serology = sum((given.points(each) for each in given.definition.items if SEROLOGY in each.groups), Fraction(0))
    outputs: Outputs = {
        "total": total,
        "clinical": total - serology,
        "band": next((band for most, band in BANDS if total <= most), "high"),
        "present": given.present(),
    }
    before = given.maybe("previous_total")
    if before is not None:
        outputs["change"] = total - before
        outputs["course"] = course(total - before)
    return outputs


def course(change: Fraction) -> Result:
    """Return what a change means."""
    if change > CHANGED:
        return "flare"
    return "improvement" if change < -CHANGED else "unchanged"
