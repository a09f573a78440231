"""IEC-HS. Hines MR et al. Transplant Cell Ther 2023;29:438.e1-438.e16 (from memory)."""

from __future__ import annotations

from fractions import Fraction

from core.scores.given import Given, Outputs, Result
from core.scores.three_valued import all_of, any_of

DEATH = 5
GRADES = (4, 3, 2)
"""Grades with what they need among the items; 1 is what is left."""


def compute(given: Given) -> Outputs:
    """Return whether the syndrome is suspected, and the grade of a diagnosed one."""
    ferritin = any_of(
        (
            _above(given, "ferritin_x_uln", "ferritin"),
            _above(given, "ferritin_x_baseline", "ferritin"),
            _told(given, "rapidly_rising"),
        )
        if not _is_known_low(given)
        else (False,)
    )
    fibrinogen = given.maybe("fibrinogen")
    signs = any_of(
        (
            _above(given, "alt_x_uln", "transaminases"),
            None if fibrinogen is None else fibrinogen < given.limit("fibrinogen"),
            _told(given, "hemophagocytosis"),
            _told(given, "cytopenia_new"),
        )
    )
    return {"suspect": all_of((ferritin, signs)), "grade": _grade(given)}


def _is_known_low(given: Given) -> bool:
    """True if one measure of ferritin is low and it is told not to rise: the other measure is then not asked for."""
    measures = [_above(given, name, "ferritin") for name in ("ferritin_x_uln", "ferritin_x_baseline")]
    return True not in measures and False in measures and _told(given, "rapidly_rising") is False


def _grade(given: Given) -> Result:
    if not given.has("iec_hs"):
        return None
    if not given.flag("iec_hs"):
        return Fraction(0)
    if given.flag("death"):
        return Fraction(DEATH)
    return Fraction(next((grade for grade in GRADES if given.present(str(grade))), 1))


def _above(given: Given, name: str, limit: str) -> bool | None:
    number = given.maybe(name)
    return None if number is None else number > given.limit(limit)


def _told(given: Given, name: str) -> bool | None:
    return given.flag(name) if given.has(name) else None
