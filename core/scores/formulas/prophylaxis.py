"""End of prophylaxis: a setting. Hayden PJ et al. Ann Oncol 2022;33:259-75."""

from __future__ import annotations

from core.scores.given import Given, Outputs


def compute(given: Given) -> Outputs:
    """Return whether both conditions hold."""
    is_over = given.number("months") >= given.number("least_months") and given.number("cd4") > given.limit("cd4")
    return {"stop_pjp": is_over, "stop_hsv_vzv": is_over}
