"""LLDAS. Franklyn K et al. Ann Rheum Dis 2016;75:1615-21."""

from __future__ import annotations

from collections.abc import Mapping

from core.scores.given import Given, Json, Outputs
from core.scores.sledai import clinical_of, names_a_major_organ


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """The items of the SLEDAI say whether a major organ is active; a total of 0 says that none is."""
    names = written.get("items")
    if isinstance(names, list):
        clinical_of(written.get("sledai_2k"), names)
        return {**written, "major_organ": names_a_major_organ(names) or written.get("major_organ") is True}
    return written


def compute(given: Given) -> Outputs:
    """Return whether each of the five conditions holds, and all of them."""
    parts = {
        "sledai": given.number("sledai_2k") <= given.limit("sledai")
        and not given.flag("major_organ")
        and not given.flag("hemolysis_or_gi"),
        "nothing_new": not given.flag("new_activity"),
        "pga": given.number("pga") <= given.limit("pga"),
        "prednisolone": given.number("pred_mg") <= given.limit("prednisolone"),
        "standard_therapy": given.flag("standard_therapy"),
    }
    return {"lldas": all(parts.values()), "parts": {**parts}}
