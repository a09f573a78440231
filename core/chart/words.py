"""The words a treatment course may be described with."""

from __future__ import annotations

OUTCOMES = (
    "remission",
    "response",
    "partial_response",
    "no_response",
    "lost_response",
    "relapse",
    "not_assessable",
)
"""What came of a course."""

REASONS_FOR_STOPPING = ("intolerance", "inefficacy", "planned", "wish", "infection", "pregnancy", "supply", "other")
"""Why a course was ended; apart from its outcome."""
