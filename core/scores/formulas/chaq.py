"""CHAQ. Singh G et al. Arthritis Rheum 1994;37:1761-9."""

from __future__ import annotations

from collections.abc import Mapping

from core.scores.disability import disability, domains_told
from core.scores.given import Given, Json, Outputs
from core.scores.shipped import definition_of


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """Take the domains as a list in their order as well."""
    return domains_told(written, "domains", definition_of("chaq"))


def compute(given: Given) -> Outputs:
    """Return the index."""
    return disability(given)
