"""ACR CRISS. Khanna D et al. Arthritis Care Res 2016;68:167-78, doi 10.1002/acr.22804."""

from __future__ import annotations

import math
from collections.abc import Mapping

from core.language.said import said
from core.scores.given import Given, Json, OpenInputError, Outputs, Refusal, RefusedError, Result
from core.scores.numbers import exact

INTERCEPT = -5.54
COEFFICIENTS: Mapping[str, float] = {"dMRSS": -0.81, "dFVC": 0.21, "dPt": -0.40, "dMD": -0.44, "dHAQ": -3.41}
MEASURES = ("mrss", "fvc", "patient", "physician", "haq")
CHANGES: Mapping[str, str] = dict(zip(MEASURES, COEFFICIENTS, strict=True))
_PAIR = 2


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """Take changes as they are, or values before and after under ``raw``: a change is follow-up minus baseline."""
    raw = written.get("raw")
    if not isinstance(raw, dict):
        return written
    rest: dict[str, Json] = {key: value for key, value in written.items() if key != "raw"}
    for name, told in raw.items():
        if name not in CHANGES:
            raise RefusedError(Refusal(f"raw.{name}", said("it asks for: {names}", names=", ".join(MEASURES))))
        numbers = [exact(each) for each in told] if isinstance(told, list) else []
        before, after = numbers if len(numbers) == _PAIR else (None, None)
        if before is None or after is None:
            raise RefusedError(Refusal(f"raw.{name}", "no pair of numbers", "write [before, after]"))
        rest[CHANGES[name]] = after - before
    return rest


def compute(given: Given) -> Outputs:
    """Return the probability, whether it is an improvement, and the same by the revised rule."""
    if given.word("step1_event") != "none":
        return {"p": 0.0, "improver": False, "revised_improver": False}
    try:
        x = INTERCEPT + sum(weight * given.real(name) for name, weight in COEFFICIENTS.items())
    except OpenInputError:
        if given.has("improvement_pct"):
            return {"p": None, "improver": None, "revised_improver": _revised(given)}
        raise
    p = 1 / (1 + math.exp(-x))
    return {"p": p, "improver": p >= given.limit("improver"), "revised_improver": _revised(given)}


def _revised(given: Given) -> Result:
    """Return whether enough measures improved, None where those not told could decide."""
    if not given.has("improvement_pct"):
        return None
    told = given.structure("improvement_pct")
    if not isinstance(told, dict) or not set(told) <= set(MEASURES):
        raise RefusedError(Refusal("improvement_pct", said("it asks for: {names}", names=", ".join(MEASURES))))
    asked = float(given.word("revised_pct"))
    known = {name: number for name in MEASURES if (number := exact(told.get(name))) is not None}
    improved = sum(number >= (given.limit("fvc") if name == "fvc" else asked) for name, number in known.items())
    if improved >= given.limit("measures"):
        return True
    return None if improved + len(MEASURES) - len(known) >= given.limit("measures") else False
