"""UCLA SCTC GIT 2.0. Khanna D et al. Arthritis Rheum 2009;61:1257-63."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from core.scores.given import Given, Json, Outputs
from core.scores.numbers import exact


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """A scale told as the list of its items is their mean."""
    return {name: _mean(value) for name, value in written.items()}


def compute(given: Given) -> Outputs:
    """Return the mean of the scales that count."""
    scales = [each.id for each in given.definition.items if each.group == "total"]
    return {"total": sum((given.number(name) for name in scales), Fraction(0)) / len(scales)}


def _mean(value: Json) -> Json:
    numbers = [exact(each) for each in value] if isinstance(value, list) else []
    known = [each for each in numbers if each is not None]
    return sum(known, Fraction(0)) / len(known) if known and len(known) == len(numbers) else value
