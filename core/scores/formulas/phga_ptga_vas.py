"""A 10 cm line. Rider LG et al. Arthritis Care Res 2011;63(S11):S118-57."""

from __future__ import annotations

from collections.abc import Mapping

from core.scores.given import Given, Json, Outputs


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """``mm`` is the place on the line in millimetres."""
    if "mm" not in written or "value" in written:
        return written
    return {
        **{key: value for key, value in written.items() if key != "mm"},
        "value": {"value": written["mm"], "unit": "mm"},
    }


def compute(given: Given) -> Outputs:
    """Return the value in centimetres."""
    return {"value": given.number("value"), "valid": True}
