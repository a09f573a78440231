"""Physician global of SLE, and what the SELENA flare index reads from it."""

from __future__ import annotations

from core.scores.given import Given, Outputs


def compute(given: Given) -> Outputs:
    """Return whether the value lies on the scale, and whether it is a flare."""
    now, before = given.number("value"), given.maybe("baseline")
    is_severe = now > given.limit("severe")
    has_risen = None if before is None else now - before >= given.limit("rise") and not is_severe
    return {"valid": True, "severe_flare_flag": is_severe, "mild_moderate_flare_flag": has_risen}
