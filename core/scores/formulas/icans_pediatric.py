"""ASTCT grade of ICANS under 12 years, with the CAPD. Lee DW et al. 2019; Traube C et al. 2014."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from core.language.said import said
from core.scores.given import Given, Json, Outputs, Refusal, RefusedError
from core.scores.neurotoxicity import DEATH, findings_told, worst_finding
from core.scores.numbers import exact

ITEMS = 8
MOST = 4
SEVERE = 3


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """Take the CAPD as the list of its eight items."""
    told = dict(findings_told(written, "capd"))
    listed = told.get("capd")
    if isinstance(listed, list):
        numbers = [number for each in listed if (number := exact(each)) is not None and 0 <= number <= MOST]
        if len(numbers) != ITEMS or len(listed) != ITEMS:
            raise RefusedError(Refusal("capd", said("wanted: {number} items", number=str(ITEMS)), "each from 0 to 4"))
        told["capd"] = sum(numbers, Fraction(0))
    return told


def compute(given: Given) -> Outputs:
    """Return the grade of a complete input, and whether the CAPD suggests delirium."""
    age = given.number("age")
    if age >= given.limit("adult_tool") and not given.flag("developmental_delay"):
        message = said("{number} is outside of what this score was made for", number=f"{float(age):g}")
        raise RefusedError(Refusal("age", message, "from 12 years use astct_icans_adult, or say developmental_delay"))
    capd = given.number("capd")
    is_delirium = capd >= given.limit("delirium")
    if given.flag("death"):
        return {"grade": Fraction(DEATH), "delirium": is_delirium}
    by_tool = SEVERE if is_delirium else int(capd > 0)
    return {"grade": Fraction(max(by_tool, worst_finding(given))), "delirium": is_delirium}
