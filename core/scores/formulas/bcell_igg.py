"""Published rules on IgG and B cells. Hill JA et al. 2019; Hill JA, Seo SK. Blood 2020;136:925-35."""

from __future__ import annotations

from core.scores.given import Given, OpenInputError, Outputs, Result
from core.scores.three_valued import all_of

LISTED, NOT_LISTED = "contraindication listed", "no listed contraindication"
NOTE = "centre decides"


def compute(given: Given) -> Outputs:
    """Return which rules are fulfilled, and whether a contraindication to inactivated vaccines is listed."""
    if not any(given.has(name) for name in ("igg", "cd19_uL", "cd4_uL", "months")):
        raise OpenInputError("igg")
    return {"rules": _rules(given), "inactivated_vaccine": _vaccine(given), "note": NOTE}


def _rules(given: Given) -> Result:
    level = given.maybe("igg")
    if level is None:
        return None
    infections = given.flag("infections") if given.has("infections") else None
    is_middle = given.limit("low") <= level <= given.limit("middle")
    return {
        "below_or_equal_400": level <= given.limit("low"),
        "with_infection_400_600": all_of((is_middle, infections)),
        "not_without_infection": infections,
    }


def _vaccine(given: Given) -> Result:
    needed = (("cd19_uL", "b_cells"), ("cd4_uL", "cd4"))
    asked = [None if (count := given.maybe(name)) is None else count > given.limit(limit) for name, limit in needed]
    months, immunoglobulin = given.maybe("months"), given.maybe("last_ivig_months")
    asked.append(None if months is None else months >= given.limit("months"))
    if immunoglobulin is not None:
        asked.append(immunoglobulin >= given.limit("ivig_months"))
    holds = all_of(asked)
    return None if holds is None else NOT_LISTED if holds else LISTED
