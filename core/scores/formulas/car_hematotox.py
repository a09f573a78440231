"""CAR-HEMATOTOX. Rejeski K et al. Blood 2021;138:2499-513, doi 10.1182/blood.2020010543."""

from __future__ import annotations

from fractions import Fraction

from core.scores.given import Given, Outputs

PLATELETS = (75, 175)
"""Below 2 points, up to and with the second 1."""
NEUTROPHILS, HAEMOGLOBIN, CRP = 1200, 9, 3
FERRITIN = (650, 2000)
"""From the first 1 point, above the second 2."""


def compute(given: Given) -> Outputs:
    """Return the points, their sum and the risk."""
    platelets, ferritin = given.number("plt"), given.number("ferritin")
    points = {
        "platelets": (platelets < PLATELETS[0]) + (platelets <= PLATELETS[1]),
        "anc": int(given.number("anc") < NEUTROPHILS),
        "hemoglobin": int(given.number("hb") < HAEMOGLOBIN),
        "crp": int(given.number("crp") >= CRP),
        "ferritin": (ferritin >= FERRITIN[0]) + (ferritin > FERRITIN[1]),
    }
    score = Fraction(sum(points.values()))
    return {
        "score": score,
        "category": "high" if score >= given.limit("high") else "low",
        "points": {name: Fraction(each) for name, each in points.items()},
    }
