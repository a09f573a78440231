"""ACR/EULAR 2013: weights stand with the items. van den Hoogen F et al. Arthritis Rheum 2013;65:2737-47."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from core.scores.given import Given, Json, Outputs

NOT_APPLICABLE = "not_applicable"
SPELLINGS = (
    ("generalised", "generalized"),
    ("morphoea", "morphea"),
    ("scleroedema", "scleredema"),
    ("myxoedema", "myxedema"),
)


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """Take an exclusion in both spellings of English."""
    told = written.get("exclusion")
    if not isinstance(told, str):
        return written
    for british, american in SPELLINGS:
        told = told.replace(british, american)
    return {**written, "exclusion": told}


def compute(given: Given) -> Outputs:
    """Return the sum of the highest weight of each group, and whether systemic sclerosis is classified."""
    highest = given.highest_by_group()
    score = sum(highest.values(), Fraction(0))
    is_met = score >= given.limit("classified")
    counted: dict[str, str] = {}
    for each in given.definition.items:
        if given.level(each) and given.points(each) == highest[each.group]:
            counted.setdefault(each.group, each.id)
    return {
        "score": score,
        "ssc": is_met if given.word("exclusion") == "none" else NOT_APPLICABLE,
        "deciding": list(counted.values()),
    }
