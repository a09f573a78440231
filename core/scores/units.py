"""Quantities that scores ask for, each with its units as exact factors to the first of them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

_CREATININE = Fraction("88.4")
"""µmol/L in 1 mg/dL as laboratories use it (113.12 g/mol gives 88.40)."""
_CREATININE_MOLAR = Fraction("113.12")
"""g/mol of C4H7N3O (PubChem CID 588)."""
_URATE = Fraction("168.11")
"""g/mol of C5H4N4O3."""
_BILIRUBIN = Fraction("584.66")
"""g/mol of C33H36N4O6."""
_TRADITIONAL = Fraction("2.987")
"""mL/min/mmHg in 1 mmol/min/kPa (GLI 2017)."""
_NT_PRO_BNP = Fraction("8.457")
"""ng/L in 1 pmol/L of NT-proBNP (8457 g/mol, memory)."""

_DAYS_OF_A_YEAR = Fraction("365.25")
_MONTHS_OF_A_YEAR = 12

QUANTITIES: Mapping[str, Mapping[str, Fraction]] = MappingProxyType(
    {
        "creatinine": {
            "mg/dL": Fraction(1),
            "µmol/L": 1 / _CREATININE,
            "mmol/L": 1000 / _CREATININE,
            "mg/L": Fraction(1, 10),
        },
        "urine_creatinine": {
            "mg/dL": Fraction(1),
            "mmol/L": _CREATININE_MOLAR / 10,
            "g/L": Fraction(100),
            "µmol/L": _CREATININE_MOLAR / 10_000,
        },
        "urine_protein": {"mg/dL": Fraction(1), "g/L": Fraction(100), "mg/L": Fraction(1, 10)},
        "protein_ratio": {"g/g": Fraction(1), "mg/mg": Fraction(1), "mg/g": Fraction(1, 1000)},
        "molar_ratio": {"mg/mmol": Fraction(1), "g/mol": Fraction(1)},
        "protein_per_day": {"g/24 h": Fraction(1), "mg/24 h": Fraction(1, 1000), "g/d": Fraction(1)},
        "bilirubin": {"mg/dL": Fraction(1), "µmol/L": _BILIRUBIN / 10_000},
        "albumin": {"g/dL": Fraction(1), "g/L": Fraction(1, 10)},
        "haemoglobin": {"g/dL": Fraction(1), "g/L": Fraction(1, 10), "mmol/L": Fraction("1.6114")},
        "immunoglobulin": {"mg/dL": Fraction(1), "g/L": Fraction(100)},
        "urate": {"mg/dL": Fraction(1), "µmol/L": _URATE / 10_000, "mmol/L": _URATE / 10},
        "fibrinogen": {"mg/dL": Fraction(1), "g/L": Fraction(100)},
        "triglycerides": {"mg/dL": Fraction(1), "mmol/L": Fraction("88.57")},
        "crp": {"mg/dL": Fraction(1), "mg/L": Fraction(1, 10)},
        "ferritin": {"ng/mL": Fraction(1), "µg/L": Fraction(1)},
        "nt_pro_bnp": {"ng/L": Fraction(1), "pg/mL": Fraction(1), "pmol/L": _NT_PRO_BNP},
        "cystatin_c": {"mg/L": Fraction(1)},
        "blood_cells": {
            "10^9/L": Fraction(1),
            "10^3/µL": Fraction(1),
            "G/L": Fraction(1),
            "/µL": Fraction(1, 1000),
            "/mm3": Fraction(1, 1000),
        },
        "neutrophils": {
            "/µL": Fraction(1),
            "/mm3": Fraction(1),
            "10^9/L": Fraction(1000),
            "10^3/µL": Fraction(1000),
            "G/L": Fraction(1000),
        },
        "enzyme": {"U/L": Fraction(1), "IU/L": Fraction(1), "µkat/L": Fraction(60)},
        "height": {"cm": Fraction(1), "m": Fraction(100), "mm": Fraction(1, 10), "in": Fraction("2.54")},
        "weight": {"kg": Fraction(1), "g": Fraction(1, 1000), "lb": Fraction("0.45359237")},
        "age": {"years": Fraction(1), "months": Fraction(1, _MONTHS_OF_A_YEAR), "days": 1 / _DAYS_OF_A_YEAR},
        "age_in_months": {
            "months": Fraction(1),
            "years": Fraction(_MONTHS_OF_A_YEAR),
            "days": _MONTHS_OF_A_YEAR / _DAYS_OF_A_YEAR,
        },
        "dose": {"mg": Fraction(1), "g": Fraction(1000), "µg": Fraction(1, 1000)},
        "dose_per_day": {"mg/day": Fraction(1), "mg/d": Fraction(1), "mg": Fraction(1)},
        "time_ms": {"ms": Fraction(1), "s": Fraction(1000)},
        "heart_rate": {"/min": Fraction(1), "bpm": Fraction(1)},
        "volume": {"L": Fraction(1), "mL": Fraction(1, 1000)},
        "transfer_factor": {"mmol/min/kPa": Fraction(1), "mL/min/mmHg": 1 / _TRADITIONAL},
        "duration_s": {"s": Fraction(1), "min": Fraction(60)},
        "length_10cm": {"cm": Fraction(1), "mm": Fraction(1, 10)},
        "percent": {"%": Fraction(1)},
        "speed": {"m/s": Fraction(1)},
        "area": {"cm2": Fraction(1)},
        "electrolyte": {"mmol/L": Fraction(1), "mEq/L": Fraction(1)},
        "temperature": {"°C": Fraction(1), "Cel": Fraction(1)},
    }
)
"""The units of each quantity; the first is the one that formulas use. Temperatures in °F are refused, not converted."""

_SPELLINGS = str.maketrans({"μ": "µ", "²": "2", "³": "3", "⁹": "9", "·": "", " ": "", "*": "^"})


def plain(unit: str) -> str:
    """Return a unit as it is compared: one kind of micro sign, no spaces, no difference of capitals."""
    text = unit.translate(_SPELLINGS).lower().replace("µ", "u").replace("x10", "10").replace("mcg", "ug")
    return {"umol/l": "umol/l", "°c": "c", "y": "years", "year": "years", "month": "months", "day": "days"}.get(
        text, text.removeprefix("°")
    )


def slug(unit: str) -> str:
    """Return a unit as names of inputs end in it (``µmol/L``: ``umol_L``; ``10^9/L``: ``10e9_L``)."""
    return (
        unit.translate(_SPELLINGS)
        .replace("µ", "u")
        .replace("10^", "10e")
        .replace("°C", "c")
        .replace("%", "pct")
        .replace("/", "_")
    )
