"""QTc by Fridericia. Fridericia LS. Acta Med Scand 1920;53:469-86; grades of CTCAE v5 (memory)."""

from __future__ import annotations

from fractions import Fraction

from core.scores.given import Given, Outputs, Result

SECONDS = 60


def compute(given: Given) -> Outputs:
    """Return the corrected interval, whether it is prolonged, and its CTCAE grade."""
    corrected = given.real("qt") / (SECONDS / given.real("hr")) ** (1 / 3)
    prolonged: Result = None
    if given.has("sex"):
        prolonged = corrected > given.limit("male" if given.word("sex") == "M" else "female")
    return {"qtcf": corrected, "prolonged": prolonged, "ctcae_grade": _grade(given, corrected)}


def _grade(given: Given, corrected: float) -> Result:
    """Return grade 0 to 3; a torsade (4) is no matter of the interval."""
    baseline = given.maybe("baseline_qtcf")
    if corrected >= given.limit("grade3") or (baseline is not None and corrected - baseline > given.limit("rise")):
        return Fraction(3)
    if corrected >= given.limit("grade2"):
        return Fraction(2)
    return Fraction(corrected >= given.limit("grade1"))
