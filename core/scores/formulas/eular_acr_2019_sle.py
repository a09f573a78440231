"""EULAR/ACR 2019: weights stand with the items. Aringer M et al. Ann Rheum Dis 2019;78:1151-9."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from core.scores.given import Given, Outputs

CLINICAL = "clinical"


def compute(given: Given) -> Outputs:
    """Return the sum of the highest weight of each domain, and whether SLE is classified."""
    highest = given.highest_by_group()
    score = sum(highest.values(), Fraction(0))
    is_clinical = any(CLINICAL in each.groups and given.level(each) for each in given.definition.items)
    is_enough = score >= given.limit("classified") and is_clinical
    return {"score": score, "sle": is_enough and given.flag("ana"), "deciding": _deciding(given, highest)}


def _deciding(given: Given, highest: Mapping[str, Fraction]) -> list[str]:
    """Return the items that count: the first with the highest weight of each domain."""
    counted: dict[str, str] = {}
    for each in given.definition.items:
        if given.level(each) and given.points(each) == highest[each.group]:
            counted.setdefault(each.group, each.id)
    return list(counted.values())
