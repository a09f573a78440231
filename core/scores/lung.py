"""References of lung function from the package pyspiro, loaded when first asked for: it brings pandas along."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from core.errors import KriterionError

SPIROMETRY: Mapping[str, str] = {"GLI_Global_2022": "BOWERMAN_2022", "GLI_2012": "GLI_2012"}
TRANSFER = "GLI_2017_TLCO"
_CLASSES: Mapping[str, str] = {**SPIROMETRY, TRANSFER: "GLI_2017"}
PARAMETERS: Mapping[str, int] = {"FEV1": 1, "FVC": 2, "TLCO": 1}
"""Numbers that the package gives its parameters."""
GROUPS: Mapping[str, int] = {"caucasian": 1, "black": 2, "NE_asia": 3, "SE_asia": 4, "other": 5}
AGES: Mapping[str, tuple[int, int]] = {"GLI_Global_2022": (3, 95), "GLI_2012": (3, 95), TRANSFER: (5, 90)}
_FIFTH = 1.645
"""Standard deviations below the median of the lower limit of normal."""

Lms = tuple[float, float, float]


class NoLungTablesError(KriterionError):
    """The package with the tables is not installed."""


class _Reference(Protocol):
    def lms(self, **arguments: float) -> tuple[float, float, float]: ...


@cache
def _reference(name: str) -> _Reference:
    try:
        found = import_module("pyspiro")
    except ImportError as error:
        raise NoLungTablesError from error
    return cast("_Reference", getattr(found, _CLASSES[name])())


def lms_of(reference: str, measure: str, sex: str, age: float, height_cm: float, group: str = "") -> Lms:
    """Return L, M and S of a measure. Raises NoLungTablesError where the tables are not installed."""
    arguments: dict[str, float] = {
        "sex": 1 if sex == "M" else 0,
        "age": age,
        "height": height_cm,
        "parameter": PARAMETERS[measure],
        "value": 0.0,
    }
    if reference == "GLI_2012":
        arguments["ethnicity"] = GROUPS[group]
    shape, median, spread = _reference(reference).lms(**arguments)
    return float(shape), float(median), float(spread)


def against(lms: Lms, measured: float) -> tuple[float, float, float]:
    """Return percent of the predicted, z and the lower limit of normal."""
    shape, median, spread = lms
    z = ((measured / median) ** shape - 1) / (shape * spread)
    return 100 * measured / median, z, math.exp(math.log(1 - _FIFTH * shape * spread) / shape) * median
