"""DORIS 2021. van Vollenhoven RF et al. Lupus Sci Med 2021;8:e000538."""

from __future__ import annotations

from collections.abc import Mapping

from core.scores.given import Given, Json, Outputs
from core.scores.sledai import clinical_of


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """Take the clinical SLEDAI from the total and its items, where it is not told itself."""
    rest = {key: value for key, value in written.items() if key not in ("sledai_2k", "items")}
    if "sledai_2k" not in written and "items" not in written:
        return written
    clinical = clinical_of(written.get("sledai_2k"), written.get("items"))
    return rest if clinical is None else {"csledai": clinical, **rest}


def compute(given: Given) -> Outputs:
    """Return whether each condition holds, and all of them."""
    parts = {
        "clinical_sledai": given.number("csledai") == 0,
        "pga": given.number("pga") < given.limit("pga_below"),
        "prednisolone": given.number("pred_mg") <= given.limit("prednisolone"),
    }
    return {"remission": all(parts.values()), "parts": {**parts}}
