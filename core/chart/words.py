"""The words a treatment course may be described with."""

from __future__ import annotations

from collections.abc import Mapping

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

FAILED = "failed"
FAILURES = frozenset({"no_response", "partial_response", "lost_response", "relapse"})
"""What an outcome that is not split further can have been."""

REASONS_FOR_STOPPING = ("intolerance", "inefficacy", "planned", "wish", "infection", "pregnancy", "supply", "other")
"""Why a course was ended; apart from its outcome."""

ROUTES = ("oral", "intravenous", "subcutaneous", "intramuscular", "topical", "inhaled", "intrathecal", "pulse", "other")
"""How a drug was given; ``pulse`` is a high dose by vein on a few days."""

DOSE_UNITS: Mapping[str, str] = {
    **{name: name for name in ("mg", "g", "ug", "U", "IU", "mL")},
    **dict.fromkeys(("µg", "mcg"), "ug"),
}
"""What a dose is counted in, by every spelling."""

DOSE_BASES: Mapping[str, str] = {"": "", "kg": "kg", "m2": "m2", "m²": "m2"}
"""What a dose is counted per besides time: nothing, body weight, body surface; by every spelling."""
