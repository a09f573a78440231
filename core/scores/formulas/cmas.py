"""CMAS. Lovell DJ et al. Arthritis Rheum 1999;42:2213-9."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from core.language.said import said
from core.scores.given import Given, Json, Outputs, Refusal, RefusedError
from core.scores.numbers import band, exact
from core.scores.shipped import definition_of

SECONDS = ((Fraction(1), 1), (Fraction(10), 2), (Fraction(30), 3), (Fraction(60), 4), (Fraction(120), 5))
"""Seconds from which a level is reached."""
TIMED: Mapping[str, tuple[tuple[str, ...], int]] = {
    "head_lift": (("head_lift_seconds",), 5),
    "leg_lift_duration": (("leg_lift_seconds", "leg_lift_duration_seconds"), 5),
    "arm_raise_duration": (("arm_raise_seconds", "arm_raise_duration_seconds"), 4),
}
"""Items that may be told in seconds, with their highest level."""


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """Take fourteen levels as a list, and seconds for the items that are timed."""
    names = [each.id for each in definition_of("cmas").items]
    told = written.get("items")
    rest: dict[str, Json] = {key: value for key, value in written.items() if key != "items"}
    if isinstance(told, list):
        if len(told) != len(names):
            raise RefusedError(
                Refusal("items", said("wanted: {number} items", number=str(len(names))), ", ".join(names))
            )
        rest |= dict(zip(names, told, strict=True))
    elif isinstance(told, dict):
        rest |= told
    for item, (spellings, highest) in TIMED.items():
        seconds = next((exact(written.get(name)) for name in spellings if name in written), None)
        if seconds is not None and seconds >= 0 and item not in rest:
            rest[item] = Decimal(min(band(seconds, SECONDS), highest))
    return rest


def compute(given: Given) -> Outputs:
    """Return the total, and the levels that seconds were read as."""
    levels: Outputs = {
        item: given.number(item) for item, (spellings, _) in TIMED.items() if any(given.has(name) for name in spellings)
    }
    return {"total": given.total(), **levels}
