"""Tables of growth, read when first asked for: L, M and S by reference, measure, sex and age in months."""

from __future__ import annotations

import csv
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache

from core.discovery import resource_path

Row = tuple[float, float, float, float]
"""Age in months, L, M, S."""
DAYS_OF_A_MONTH = 365.25 / 12
CARRIED_ON = 1.0
"""Months below its first row that WHO 2007 is carried on for: its charts begin at 60 months, its table at 61."""
_FILES: Mapping[str, str] = {"CDC": "cdc_2000.csv", "WHO_2006": "who_2006.csv", "WHO_2007": "who_2007.csv"}


@cache
def growth_rows(reference: str) -> Mapping[tuple[str, str], Sequence[Row]]:
    """Return the rows of a reference by measure and sex, in the order of age."""
    with resource_path("growth", _FILES[reference]).open(encoding="utf-8", newline="") as file:
        lines = csv.reader(line for line in file if not line.startswith("#"))
        head = next(lines)
        scale = DAYS_OF_A_MONTH if "days" in head else 1.0
        found: dict[tuple[str, str], list[Row]] = {}
        for measure, sex, age, *numbers in lines:
            lms = (float(numbers[0]), float(numbers[1]), float(numbers[2]))
            found.setdefault((measure, sex), []).append((float(age) / scale, *lms))
    return {key: tuple(sorted(rows)) for key, rows in found.items()}


def lms_at(reference: str, measure: str, sex: str, months: float) -> tuple[float, float, float] | None:
    """Return L, M and S at an age, interpolated between rows; None outside of the table."""
    rows = growth_rows(reference).get((measure, sex), ())
    below = CARRIED_ON if reference == "WHO_2007" else 0.0
    if not rows or not rows[0][0] - below <= months <= rows[-1][0]:
        return None
    at = min(max(bisect_left(rows, (months,)), 1), len(rows) - 1)
    before, after = rows[at - 1], rows[at]
    share = (months - before[0]) / (after[0] - before[0])
    first, second, third = (one + share * (other - one) for one, other in zip(before[1:], after[1:], strict=True))
    return first, second, third


def ages_of(reference: str, measure: str, sex: str) -> tuple[float, float] | None:
    """Return the ages in months that a table holds, None where there is none."""
    rows = growth_rows(reference).get((measure, sex), ())
    return (rows[0][0], rows[-1][0]) if rows else None
