"""Growth by LMS: tables stand in ``resources/growth``. Cole TJ, Green PJ. Stat Med 1992;11:1305-19."""

from __future__ import annotations

import math
from statistics import NormalDist

from core.language.said import said
from core.scores.given import Given, Outputs, Refusal, RefusedError
from core.scores.growth import ages_of, lms_at

TAIL, STEP = 3, 2
"""Beyond 3 standard deviations WHO counts weight and body mass index in steps between 2 and 3."""
TAILED = ("weight", "bmi")
PERCENT = 100


def compute(given: Given) -> Outputs:
    """Return z, percentile and the median; an age outside of the table is refused."""
    reference, measure, sex = given.word("reference"), given.word("measure"), given.word("sex")
    months = given.real("age")
    lms = lms_at(reference, measure, sex, months)
    if lms is None:
        ages = ages_of(reference, measure, sex) or (0.0, 0.0)
        message = said("{number} is outside of what this score was made for", number=f"{months:g}")
        hint = said("from {low} to {high} {unit}", low=f"{ages[0]:g}", high=f"{ages[1]:g}", unit="months")
        raise RefusedError(Refusal("age", message, hint))
    value = given.real("value")
    z = _z(lms, value)
    if reference != "CDC" and measure in TAILED and abs(z) > TAIL:
        z = _in_steps(lms, value, 1 if z > 0 else -1)
    return {"z": z, "pct": PERCENT * NormalDist().cdf(z), "median": lms[1]}


def _z(lms: tuple[float, float, float], value: float) -> float:
    shape, median, spread = lms
    if shape == 0:
        return math.log(value / median) / spread
    return float(((value / median) ** shape - 1) / (shape * spread))


def _in_steps(lms: tuple[float, float, float], value: float, side: int) -> float:
    """Return z beyond 3 as WHO tells it: 3, and the distance from there in steps from 2 to 3."""
    outer, inner = _at(lms, side * TAIL), _at(lms, side * STEP)
    return side * TAIL + (value - outer) / abs(outer - inner)


def _at(lms: tuple[float, float, float], z: int) -> float:
    shape, median, spread = lms
    return float(median * math.exp(spread * z) if shape == 0 else median * (1 + shape * spread * z) ** (1 / shape))
