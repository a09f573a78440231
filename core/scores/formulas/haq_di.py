"""HAQ-DI. Bruce B, Fries JF. Health Qual Life Outcomes 2003;1:20."""

from __future__ import annotations

from collections.abc import Mapping

from core.scores.disability import disability, domains_told
from core.scores.given import Given, Json, Outputs
from core.scores.shipped import definition_of


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """Take the domains as a list in their order as well."""
    return domains_told(written, "categories", definition_of("haq_di"))


def compute(given: Given) -> Outputs:
    """Return the index."""
    return disability(given)
