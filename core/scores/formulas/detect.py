"""DETECT. Coghlan JG et al. Ann Rheum Dis 2014;73:1340-9. The regression is of one public code and decides nothing."""

from __future__ import annotations

import math

from core.scores.given import Given, OpenInputError, Outputs

STEP1 = ("fvc_dlco", "telang", "aca", "ntprobnp", "urate", "rad")
INTERCEPT, RATIO, TELANGIECTASIA, CENTROMERE = -12.488, 1.149, 1.156, 0.753
PEPTIDE, URATE, URATE_BENT, AXIS = 0.915, 1.247, -1.132, 1.850
KNOTS = (3.3, 4.7, 7.1)
"""Knots of the urate spline in mg/dL."""


def compute(given: Given) -> Outputs:
    """Return what the points say, whether the calculator can be used, and the unverified regression."""
    first, second = given.maybe("step1_points"), given.maybe("step2_points")
    missing = len(given.structure("missing_step1")) if given.has("missing_step1") else 0
    is_second_whole = not given.has("missing_step2") or not given.structure("missing_step2")
    is_usable = missing <= given.limit("missing") and is_second_whole
    outputs: Outputs = {
        "refer_echo": None if first is None or not is_usable else first > given.limit("echo"),
        "refer_rhc": None if second is None or not is_usable else second > given.limit("catheter"),
        "usable": is_usable,
        "lp": None,
        "p": None,
    }
    if all(given.has(name) for name in STEP1):
        predictor = _predictor(given)
        outputs |= {"lp": predictor, "p": 1 / (1 + math.exp(-predictor))}
    elif first is None and second is None and not given.has("missing_step1") and is_second_whole:
        raise OpenInputError("step1_points")
    return outputs


def _predictor(given: Given) -> float:
    urate = given.real("urate")
    return (
        INTERCEPT
        + RATIO * given.real("fvc_dlco")
        + TELANGIECTASIA * given.flag("telang")
        + CENTROMERE * given.flag("aca")
        + PEPTIDE * math.log10(given.real("ntprobnp"))
        + URATE * urate
        + URATE_BENT * _bent(urate)
        + AXIS * given.flag("rad")
    )


def _bent(value: float) -> float:
    """Return the second term of a restricted cubic spline with three knots (Harrell)."""
    low, middle, high = KNOTS
    cubes = [max(value - knot, 0.0) ** 3 for knot in KNOTS]
    inner = cubes[0] - cubes[1] * (high - low) / (high - middle) + cubes[2] * (middle - low) / (high - middle)
    return inner / (high - low) ** 2
