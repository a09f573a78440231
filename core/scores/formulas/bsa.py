"""Body surface. Mosteller RD 1987; Du Bois D, Du Bois EF 1916; Haycock GB et al. 1978."""

from __future__ import annotations

import math

from core.scores.given import Given, Outputs

MOSTELLER = 3600
DUBOIS = (0.007184, 0.425, 0.725)
HAYCOCK = (0.024265, 0.5378, 0.3964)
"""Factor, exponent of the weight, exponent of the height."""


def compute(given: Given) -> Outputs:
    """Return the surface by each formula, and by the one chosen."""
    weight, height = given.real("w"), given.real("h")
    surfaces = {
        "mosteller": math.sqrt(height * weight / MOSTELLER),
        "dubois": _power(DUBOIS, weight, height),
        "haycock": _power(HAYCOCK, weight, height),
    }
    chosen = given.word("formula")
    return {"bsa": surfaces[chosen], **surfaces, "formula": chosen}


def _power(formula: tuple[float, float, float], weight: float, height: float) -> float:
    factor, by_weight, by_height = formula
    return float(factor * weight**by_weight * height**by_height)
