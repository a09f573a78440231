"""Bohan and Peter. N Engl J Med 1975;292:344-7 and 403-7."""

from __future__ import annotations

from core.scores.given import Given, Outputs, Result

DERMATOMYOSITIS = ((3, "definite"), (2, "probable"), (1, "possible"))
POLYMYOSITIS = ((4, "definite"), (3, "probable"), (2, "possible"))
"""Least number of the four muscle items."""


def compute(given: Given) -> Outputs:
    """Return the category of dermatomyositis with rash, of polymyositis without, and the one that applies."""
    count = len(given.present("muscle"))
    has_rash = given.flag("dm_rash")
    category = _category(count, DERMATOMYOSITIS if has_rash else POLYMYOSITIS)
    return {
        "dm": category if has_rash else "not_met",
        "pm": "not_met" if has_rash else category,
        "category": category,
    }


def _category(count: int, steps: tuple[tuple[int, str], ...]) -> Result:
    return next((name for least, name in steps if count >= least), "not_met")
