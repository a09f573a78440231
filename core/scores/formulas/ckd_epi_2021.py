"""CKD-EPI 2021. Inker LA et al. N Engl J Med 2021;385:1737-49, doi 10.1056/NEJMoa2102953."""

from __future__ import annotations

from core.scores.given import Given, Outputs
from core.scores.kidney import kdigo

KAPPA = {"F": 0.7, "M": 0.9}
ALPHA = {"F": -0.241, "M": -0.302}
FACTOR, ABOVE, BY_YEAR, FEMALE = 142, -1.200, 0.9938, 1.012


def compute(given: Given) -> Outputs:
    """Return the eGFR and its category."""
    sex = given.word("sex")
    ratio = given.real("scr") / KAPPA[sex]
    egfr = FACTOR * min(ratio, 1) ** ALPHA[sex] * max(ratio, 1) ** ABOVE * BY_YEAR ** given.real("age")
    egfr *= FEMALE if sex == "F" else 1
    return {"egfr": egfr, "kdigo": kdigo(egfr)}
