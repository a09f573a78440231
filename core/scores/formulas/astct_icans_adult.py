"""ASTCT grade of ICANS from 12 years. Lee DW et al. Biol Blood Marrow Transplant 2019;25:625-38."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from core.scores.given import Given, Json, Outputs
from core.scores.neurotoxicity import DEATH, findings_told, worst_finding
from core.scores.numbers import band, exact

ICE = ((Fraction(0), 3), (Fraction(3), 2), (Fraction(7), 1), (Fraction(10), 0))
"""Each grade with the lowest ICE that has it."""
PARTS: Mapping[str, int] = {
    "orientation": 4,
    "naming": 3,
    "following_command": 1,
    "writing_sentence": 1,
    "attention_100_by_10": 1,
}
"""The parts of the ICE with their highest points."""


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """Take the ICE by its parts, where all of them are told."""
    told = dict(findings_told(written, "ice"))
    parts = {name: exact(told.get(name)) for name in PARTS}
    points = [number for name, number in parts.items() if number is not None and 0 <= number <= PARTS[name]]
    if len(points) == len(PARTS) and "ice" not in told:
        told = {**{name: value for name, value in told.items() if name not in PARTS}, "ice": sum(points, Fraction(0))}
    return told


def compute(given: Given) -> Outputs:
    """Return the grade of a complete input."""
    if given.flag("death"):
        return {"grade": Fraction(DEATH)}
    return {"grade": Fraction(max(band(given.number("ice"), ICE), worst_finding(given)))}
