"""Rapidly progressive lung disease with anti-MDA5: a flag by the commonest working definition, no score."""

from __future__ import annotations

from core.scores.given import Given, Outputs, Result

SIGNS = ("hrct_progression", "hypoxaemia", "respiratory_support")
UNDETERMINED = "undetermined"


def compute(given: Given) -> Outputs:
    """Return the flag, and whether somebody should look although it is not raised."""
    flag = _flag(given)
    return {"rpild_flag": flag, "review": given.flag("anti_mda5") and flag is not True and _worsens(given) is not False}


def _flag(given: Given) -> Result:
    """Return the flag; what excludes it comes before what is open."""
    weeks, worsens = given.maybe("weeks_from_onset"), _worsens(given)
    if not given.flag("anti_mda5") or worsens is False or (weeks is not None and weeks > given.limit("weeks")):
        return False
    is_excluded = given.has("infection_excluded") and given.flag("infection_excluded")
    return UNDETERMINED if worsens is None or weeks is None or not is_excluded else True


def _worsens(given: Given) -> bool | None:
    """Answer whether a sign of worsening was told; None where none was told and not all were denied."""
    fall = given.maybe("pao2_fall_mmHg")
    told = [given.flag(name) for name in SIGNS if given.has(name)]
    if any(told) or (fall is not None and fall > given.limit("fall")):
        return True
    return False if len(told) == len(SIGNS) else None
