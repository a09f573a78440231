"""PRINTO, clinically inactive disease. Lazarevic D et al. Ann Rheum Dis 2013;72:686-93."""

from __future__ import annotations

from fractions import Fraction

from core.scores.given import Given, Outputs


def compute(given: Given) -> Outputs:
    """Return how many measures are met, and whether the disease is inactive by either rule."""
    parts = {
        "ck": given.number("ck") <= given.limit("ck"),
        "cmas": given.number("cmas") >= given.limit("cmas"),
        "mmt8": given.number("mmt8") >= given.limit("mmt8"),
        "phga": given.number("phga") <= given.limit("phga"),
    }
    met = sum(parts.values())
    is_inactive = met >= given.limit("needed")
    return {
        "met": Fraction(met),
        "inactive": is_inactive,
        "inactive_modified": is_inactive and parts["phga"],
        "parts": {**parts},
    }
