"""CDASI version 2. Yassaee M et al. Br J Dermatol 2010;162:669-73."""

from __future__ import annotations

from collections.abc import Mapping

from core.scores.given import Given, Json, Outputs

WITH_PAPULES = 2
"""Erythema of the hands counts double with papules."""


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """A site is told as a mapping of its signs."""
    flat: dict[str, Json] = {}
    for site, told in written.items():
        if isinstance(told, dict):
            flat |= {f"{site}_{sign}": level for sign, level in told.items()}
        else:
            flat[site] = told
    return flat


def compute(given: Given) -> Outputs:
    """Return activity and damage."""
    papules = WITH_PAPULES if given.flag("gottron_hands_papules") else 1
    return {
        "activity": given.total("activity") + papules * given.number("gottron_hands_erythema"),
        "damage": given.total("damage"),
    }
