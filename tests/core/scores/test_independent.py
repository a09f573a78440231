"""Formulas beside implementations that others wrote: ``clincalc`` (Rust, named here alone) and ``pyspiro``'s own code.

For a test only: neither computes anything that the program shows (of pyspiro it reads the tables). Others round what
they tell, so half of their last digit is allowed. No kept package was found for bedside Schwartz, CKiD U25, Fridericia
and the equivalents of glucocorticoids (``edc-egfr`` has the equation of 2009, ``medcalc-bench`` stands on a collection
whose answers were found wrong in places).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from importlib import import_module
from itertools import product
from typing import Protocol, cast

import clincalc
import pytest

from core.scores.answering import answered
from core.scores.lung import AGES, SPIROMETRY, TRANSFER, against, lms_of

SEXES = {"F": "female", "M": "male"}
CREATININE = ("0.3", "0.69", "0.7", "0.71", "0.89", "0.9", "0.91", "1.3", "4.5", "12")
GRADES = {"none": "none", "slight": "mild", "moderate-severe": "moderate-severe"}
STAGES = {"none": "none", "1-2": "grade1-to2", "3-4": "grade3-to4"}
"""As its code takes them; its schema names them otherwise."""


def ours(score: str, output: str, **told: str) -> object:
    """Return an output of our own; numbers are told as texts."""
    written = {name: _number(value) for name, value in told.items()}
    return answered(score, written).output[output]


def _number(value: str) -> Decimal | str:
    return Decimal(value) if value[:1].isdigit() and "-" not in value else value


def theirs(calculator: str, values: Mapping[str, str | float], working: str = "") -> object:
    """Return what clincalc tells, or what it worked with."""
    found = clincalc.calculate(calculator, values)
    return cast("Mapping[str, object]", found["working"])[working] if working else found["result"]


def test_filtration_rate_of_adults() -> None:
    """CKD-EPI 2021 on both sides of each knot; told in whole numbers."""
    for age, sex, creatinine in product(("18", "19", "45", "77", "100"), SEXES, CREATININE):
        told: dict[str, str | float] = {
            "age": int(age), "sex": SEXES[sex], "creatinine": float(creatinine), "creatinine_unit": "mg/dL"
        }  # fmt: skip
        own = ours("ckd_epi_2021", "egfr", scr=creatinine, age=age, sex=sex)
        assert own == pytest.approx(theirs("egfr", told), abs=0.501), (age, sex, creatinine)


def test_creatinine_clearance() -> None:
    """Cockcroft-Gault by the actual weight; told with one digit."""
    for age, sex, weight, creatinine in product(("18", "60", "95"), SEXES, ("45", "80.5"), CREATININE):
        told: dict[str, str | float] = {
            "age": int(age), "sex": SEXES[sex], "weight_kg": float(weight), "creatinine": float(creatinine),
            "creatinine_unit": "mg/dL",
        }  # fmt: skip
        own = ours("cockcroft_gault", "crcl", scr=creatinine, age=age, sex=sex, weight=weight)
        assert own == pytest.approx(theirs("cockcroft_gault", told), abs=0.0501), (age, sex, weight, creatinine)


def test_body_surface_and_mass_index() -> None:
    """Mosteller before it is rounded; the index with one digit."""
    for height, weight in product(("95", "135.5", "180", "205"), ("20", "31.5", "75", "180")):
        told: dict[str, str | float] = {"height_cm": float(height), "weight_kg": float(weight)}
        surface = ours("bsa", "mosteller", h=height, w=weight)
        unrounded = theirs("body_surface_area", told, "body_surface_area_m2_unrounded")
        assert surface == pytest.approx(unrounded, rel=1e-9)
        assert ours("bmi", "bmi", h=height, w=weight) == pytest.approx(theirs("bmi", told), abs=0.0501)


def test_child_pugh_at_every_end_of_a_band() -> None:
    """Score and class, every band of each item beside every band of the others."""
    bands = product(
        ("1.9", "2", "3", "3.1"), ("3.6", "3.5", "2.8", "2.7"), ("1.6", "1.7", "2.3", "2.4"), GRADES, STAGES
    )
    for bilirubin, albumin, inr, ascites, stage in bands:
        told: dict[str, str | float] = {
            "bilirubin": float(bilirubin), "bilirubin_unit": "mg/dL", "albumin": float(albumin), "albumin_unit": "g/dL",
            "inr": float(inr), "ascites": GRADES[ascites], "encephalopathy": STAGES[stage],
        }  # fmt: skip
        own = answered("child_pugh", {
            "bili": Decimal(bilirubin), "alb": Decimal(albumin), "inr": Decimal(inr), "ascites": ascites, "enc": stage
        }).output  # fmt: skip
        assert own["score"] == theirs("child_pugh", told), told
        assert own["class"] == theirs("child_pugh", told, "class"), told


# --- lung function


class _Reference(Protocol):
    def lms(self, **arguments: float) -> tuple[float, float, float]: ...

    def percent(self, **arguments: float) -> float: ...

    def zscore(self, **arguments: float) -> float: ...


CLASSES = {"GLI_Global_2022": "BOWERMAN_2022", "GLI_2012": "GLI_2012", TRANSFER: "GLI_2017"}
GROUPS = {"caucasian": 1, "black": 2, "NE_asia": 3, "SE_asia": 4, "other": 5}
PARAMETERS = {"FEV1": 1, "FVC": 2, "TLCO": 1}


def _package(reference: str) -> _Reference:
    made: Callable[[], _Reference] = getattr(import_module("pyspiro"), CLASSES[reference])
    return made()


def _ages(reference: str) -> list[float]:
    """Return ages on the rows of the table, between them, and both ends."""
    low, high = AGES[reference]
    return [low, low + 0.1, 5.0, 5.125, 9.99, 17.25, 25.0, 25.3, 61.8, high - 0.01, high]


@pytest.mark.parametrize("reference", list(CLASSES))
def test_lung_function_is_what_the_package_computes(reference: str) -> None:
    """L, M and S from its tables alone, and per cent and z from them, are what its own code gives."""
    package = _package(reference)
    measures = ("TLCO",) if reference == TRANSFER else ("FVC", "FEV1")
    groups = tuple(GROUPS) if reference == "GLI_2012" else ("",)
    for measure, sex, group, age, height in product(measures, "MF", groups, _ages(reference), (95.0, 150.5, 190.0)):
        arguments: dict[str, float] = {
            "sex": int(sex == "M"), "age": age, "height": height, "parameter": PARAMETERS[measure], "value": 2.5
        }  # fmt: skip
        if group:
            arguments["ethnicity"] = GROUPS[group]
        lms = lms_of(reference, measure, sex, age, height, group)
        assert lms == pytest.approx(tuple(map(float, package.lms(**arguments))), rel=1e-12)
        percent, z, _ = against(lms, 2.5)
        assert percent == pytest.approx(float(package.percent(**arguments)), abs=0.00501)
        assert z == pytest.approx(float(package.zscore(**arguments)), abs=0.000501)


def test_every_reference_of_spirometry_is_compared() -> None:
    assert set(CLASSES) == {*SPIROMETRY, TRANSFER}
