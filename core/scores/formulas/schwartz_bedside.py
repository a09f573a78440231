"""Bedside Schwartz. Schwartz GJ et al. J Am Soc Nephrol 2009;20:629-37."""

from __future__ import annotations

from core.language.said import said
from core.scores.given import Given, Outputs, Refusal, RefusedError
from core.scores.kidney import kdigo

FACTOR = 0.413


def compute(given: Given) -> Outputs:
    """Return the eGFR and its category; an age outside of childhood is refused."""
    age, low, high = given.maybe("age"), given.limit("from"), given.limit("below")
    if age is not None and not low <= age < high:
        message = said("{number} is outside of what this score was made for", number=f"{float(age):g}")
        raise RefusedError(Refusal("age", message, "from 1 to 17 years; ckd_epi_2021 from 18, ckid_u25 from 1 to 25"))
    egfr = FACTOR * given.real("height_cm") / given.real("scr")
    return {"egfr": egfr, "kdigo": kdigo(egfr)}
