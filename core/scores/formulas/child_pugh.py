"""Child-Pugh. Pugh RNH et al. Br J Surg 1973;60:646-9."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from core.scores.given import Given, Outputs

RISING: Mapping[str, tuple[str, str]] = {"bili": ("2", "3"), "inr": ("1.7", "2.3")}
"""The middle band of 2 points, both ends in it; below 1, above 3."""
FALLING: Mapping[str, tuple[str, str]] = {"alb": ("2.8", "3.5")}
WORDS: Mapping[str, Mapping[str, int]] = {
    "ascites": {"none": 1, "slight": 2, "moderate": 3, "moderate-severe": 3, "severe": 3},
    "enc": {"none": 1, "1-2": 2, "1": 2, "2": 2, "3-4": 3, "3": 3, "4": 3},
}
CLASSES = ((10, "C"), (7, "B"), (5, "A"))


def compute(given: Given) -> Outputs:
    """Return the points, their sum and the class."""
    points = {
        **{name: _rising(given.number(name), band) for name, band in RISING.items()},
        **{name: 4 - _rising(given.number(name), band) for name, band in FALLING.items()},
        **{name: worth[given.word(name)] for name, worth in WORDS.items()},
    }
    score = sum(points.values())
    return {
        "score": Fraction(score),
        "class": next(name for least, name in CLASSES if score >= least),
        "points": {name: Fraction(each) for name, each in points.items()},
    }


def _rising(value: Fraction, middle: tuple[str, str]) -> int:
    low, high = (Fraction(end) for end in middle)
    return 1 + (value >= low) + (value > high)
