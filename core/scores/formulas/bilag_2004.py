"""BILAG-2004 from its letters. Yee C-S et al. Rheumatology 2010;49:1665-9."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from core.language.said import said
from core.scores.given import Given, Json, Outputs, Refusal, RefusedError
from core.scores.shipped import definition_of

WORTH: Mapping[str, int] = {"A": 12, "B": 8, "C": 1, "D": 0, "E": 0}
FROM_A, FROM_B = 1, 2
"""How many A, or how many B, open the usual gate of trials."""


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """Take a list of nine letters in the order of the systems, or a mapping of systems."""
    letters = written.get("letters")
    if letters is None:
        return written
    rest = {key: value for key, value in written.items() if key != "letters"}
    if isinstance(letters, dict):
        return {**rest, **letters}
    systems = tuple(definition_of("bilag_2004").inputs)
    if not isinstance(letters, list) or len(letters) != len(systems):
        raise RefusedError(
            Refusal("letters", said("wanted: {number} letters", number=str(len(systems))), ", ".join(systems))
        )
    return {**rest, **dict(zip(systems, letters, strict=True))}


def compute(given: Given) -> Outputs:
    """Return the numeric sum and whether the gate is open."""
    letters = [given.word(name) for name in given.definition.inputs]
    counted = {letter: letters.count(letter) for letter in WORTH}
    return {
        "numeric": Fraction(sum(WORTH[letter] for letter in letters)),
        "active_gate": counted["A"] >= FROM_A or counted["B"] >= FROM_B,
        "counted": {letter: Fraction(number) for letter, number in counted.items()},
    }
