"""Cutaneous Assessment Tool: totals of the form, or lesions counted. Huber AM et al. 2007, 2008."""

from __future__ import annotations

from core.scores.given import Given, Outputs


def compute(given: Given) -> Outputs:
    """Return both totals and by which method; none is computed from lesions by weight."""
    by_lesions = (given.maybe("cat_bm_activity_yes"), given.maybe("cat_bm_damage_yes"))
    by_form = (given.maybe("cat_activity_total"), given.maybe("cat_damage_total"))
    is_binary = by_lesions != (None, None)
    activity, damage = by_lesions if is_binary else by_form
    is_told = (activity, damage) != (None, None)
    return {
        "activity": activity,
        "damage": damage,
        "method": ("CAT-BM" if is_binary else "CAT") if is_told else None,
        "valid": True if is_told else None,
    }
