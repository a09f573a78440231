"""Driving, monitoring, staying near: US label of 2025, trials and EU product information."""

from __future__ import annotations

from collections.abc import Mapping

from core.scores.given import Given, Outputs
from core.values.duration import Duration, TimeUnit

WEEKS: Mapping[str, tuple[int, int, int]] = {"US_label_2025": (2, 1, 2), "8_weeks": (8, 1, 4), "EU_SmPC": (8, 1, 4)}
"""Weeks without driving, of daily monitoring, near the centre."""
NAMES = ("no_driving_until", "daily_monitoring_until", "near_until")


def compute(given: Given) -> Outputs:
    """Return the first day after each."""
    lengths = zip(NAMES, WEEKS[given.word("rule")], strict=True)
    return {name: Duration(weeks, TimeUnit.WEEK).after(given.day("infusion")) for name, weeks in lengths}
