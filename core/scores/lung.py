"""References of lung function: the tables that the package pyspiro carries, read without its code.

The package itself brings pandas along (0.4 to 0.9 s); its two small tables for each reference take a few milliseconds.
"""

from __future__ import annotations

import csv
import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from core.errors import KriterionError

SPIROMETRY: Mapping[str, str] = {"GLI_Global_2022": "bowerman_2022", "GLI_2012": "gli_2012"}
TRANSFER = "GLI_2017_TLCO"
_FILES: Mapping[str, str] = {**SPIROMETRY, TRANSFER: "gli_2017"}
_SEXES: Mapping[str, str] = {"M": "males", "F": "females"}
GROUPS: Mapping[str, tuple[str, str]] = {
    "caucasian": ("", ""),
    "black": ("a3", "p2"),
    "NE_asia": ("a4", "p3"),
    "SE_asia": ("a5", "p4"),
    "other": ("a6", "p5"),
}
"""The coefficients of the groups of GLI-2012, of the median and of the spread."""
AGES: Mapping[str, tuple[int, int]] = {"GLI_Global_2022": (3, 95), "GLI_2012": (3, 95), TRANSFER: (5, 90)}
_FIFTH = 1.645
"""Standard deviations below the median of the lower limit of normal."""

Lms = tuple[float, float, float]
Table = Mapping[str, Mapping[str, float]]
"""Numbers by the name of their column, then by that of their row; what is not told there is 0."""


class NoLungTablesError(KriterionError):
    """The package with the tables is not installed, or has them no longer where they were."""


def _rows(name: str) -> Sequence[Mapping[str, str]]:
    """Return the rows of a table of the package. Raises NoLungTablesError where there is none."""
    package = find_spec("pyspiro")
    for home in () if package is None else package.submodule_search_locations or ():
        path = Path(home, "data", name)
        if path.is_file():
            with path.open(encoding="utf-8", newline="") as file:
                return tuple(csv.DictReader(file, delimiter=";"))
    raise NoLungTablesError


@cache
def _coefficients(reference: str) -> Table:
    rows = _rows(f"{_FILES[reference]}_coefficients.csv")
    return {
        column: {row["var"]: float(row[column] or 0) for row in rows} for column in rows[0] if column not in ("", "var")
    }


@cache
def _splines(reference: str) -> tuple[Sequence[float], Mapping[str, Sequence[float]]]:
    """Return the ages of the rows, and the splines of each column at them."""
    rows = _rows(f"{_FILES[reference]}_splines.csv")
    columns = [column for column in rows[0] if column.endswith("spline")]
    ages = tuple(float(row["age"]) for row in rows)
    if any(later <= earlier for earlier, later in pairwise(ages)):
        raise NoLungTablesError
    return ages, {column: tuple(float(row[column] or 0) for row in rows) for column in columns}


def lms_of(reference: str, measure: str, sex: str, age: float, height_cm: float, group: str = "") -> Lms:
    """Return L, M and S of a measure, splines interpolated between the rows of its table.

    The age has to lie in ``AGES``. Raises NoLungTablesError where the tables are not installed.
    """
    column = f"{measure}_{_SEXES[sex]}"
    try:
        told = _coefficients(reference)[column]
        shape, median, spread = (_spline(reference, f"{column}_{letter}spline", age) for letter in "LMS")
        of_median, of_spread = GROUPS[group] if group else ("", "")
        by_age = math.log(age)
        median += told["a0"] + told["a1"] * math.log(height_cm) + told["a2"] * by_age + told.get(of_median, 0)
        spread += told["p0"] + told["p1"] * by_age + told.get(of_spread, 0)
        shape += told["q0"] + told.get("q1", 0) * by_age
    except KeyError as error:
        raise NoLungTablesError from error
    return shape, math.exp(median), math.exp(spread)


def _spline(reference: str, column: str, age: float) -> float:
    ages, columns = _splines(reference)
    at = min(bisect_right(ages, age), len(ages) - 1)
    before, after = columns[column][at - 1], columns[column][at]
    return before + (after - before) * (age - ages[at - 1]) / (ages[at] - ages[at - 1])


def against(lms: Lms, measured: float) -> tuple[float, float, float]:
    """Return percent of the predicted, z and the lower limit of normal."""
    shape, median, spread = lms
    z = ((measured / median) ** shape - 1) / (shape * spread)
    return 100 * measured / median, z, math.exp(math.log(1 - _FIFTH * shape * spread) / shape) * median
