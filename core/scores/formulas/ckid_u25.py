"""CKiD U25. Pierce CB et al. Kidney Int 2021;99:948-56, doi 10.1016/j.kint.2020.10.047."""

from __future__ import annotations

from collections.abc import Mapping

from core.scores.given import Given, OpenInputError, Outputs
from core.scores.kidney import kdigo

Piece = tuple[int, float, float, int]
"""Age below which it holds, K, and its growth a year from the age in the last place."""
OLDEST = 200
CREATININE: Mapping[str, tuple[Piece, ...]] = {
    "M": ((12, 39.0, 1.008, 12), (18, 39.0, 1.045, 12), (OLDEST, 50.8, 1.0, 0)),
    "F": ((12, 36.1, 1.008, 12), (18, 36.1, 1.023, 12), (OLDEST, 41.4, 1.0, 0)),
}
CYSTATIN: Mapping[str, tuple[Piece, ...]] = {
    "M": ((15, 87.2, 1.011, 15), (18, 87.2, 0.960, 15), (OLDEST, 77.1, 1.0, 0)),
    "F": ((12, 79.9, 1.004, 12), (18, 79.9, 0.974, 12), (OLDEST, 68.3, 1.0, 0)),
}
CM = 100


def compute(given: Given) -> Outputs:
    """Return the eGFR by creatinine, by cystatin C, and their mean where both were told."""
    sex, age = given.word("sex"), given.real("age")
    if not given.has("scr") and not given.has("cysc"):
        raise OpenInputError("scr")
    by_creatinine = by_cystatin = None
    if given.has("scr"):
        by_creatinine = _k(CREATININE[sex], age) * given.real("height_cm") / CM / given.real("scr")
    if given.has("cysc"):
        by_cystatin = _k(CYSTATIN[sex], age) / given.real("cysc")
    known = [each for each in (by_creatinine, by_cystatin) if each is not None]
    egfr = sum(known) / len(known)
    return {"egfr": egfr, "egfr_creatinine": by_creatinine, "egfr_cystatin": by_cystatin, "kdigo": kdigo(egfr)}


def _k(pieces: tuple[Piece, ...], age: float) -> float:
    _, k, growth, since = next(piece for piece in pieces if age < piece[0])
    return float(k * growth ** (age - since))
