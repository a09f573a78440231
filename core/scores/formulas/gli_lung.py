"""Lung function by GLI: coefficients and splines come from the package pyspiro (``core/scores/lung``)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from core.language.said import said
from core.scores.given import Given, OpenInputError, Outputs, Refusal, RefusedError
from core.scores.lung import AGES, SPIROMETRY, TRANSFER, Lms, NoLungTablesError, against, lms_of

TRADITIONAL = Fraction("2.987")
"""mL/min/mmHg in 1 mmol/min/kPa."""
MAN = 15
COTES_MEN, COTES_OTHERS, COTES_SLOPE = 10.22, 9.38, 1.7
"""Haemoglobin correction of the transfer factor (Cotes, memory): men from 15 years; women and children."""
DEFAULT = "GLI_Global_2022"


def compute(given: Given) -> Outputs:
    """Return predicted, percent, z and lower limit of each measure told; without a prefix too where it is one alone."""
    measured = dict(_measured(given))
    if not measured:
        raise OpenInputError("FVC_L")
    outputs: Outputs = {}
    for measure, amount in measured.items():
        outputs |= _one(given, measure, amount, is_alone=len(measured) == 1)
    return outputs


def _measured(given: Given) -> Iterator[tuple[str, float]]:
    for name, measure in (("FVC_L", "FVC"), ("FEV1_L", "FEV1")):
        if given.has(name):
            yield measure, given.real(name)
    if given.has("TLCO_SI") and given.has("DLCO_trad"):
        raise RefusedError(Refusal("DLCO_trad", said("'{name}' is told twice", name="TLCO_SI"), "write it once"))
    if given.has("TLCO_SI"):
        yield "TLCO", given.real("TLCO_SI")
    elif given.has("DLCO_trad"):
        yield "TLCO", float(given.number("DLCO_trad") / TRADITIONAL)


def _one(given: Given, measure: str, amount: float, *, is_alone: bool) -> Outputs:
    reference = TRANSFER if measure == "TLCO" else _spirometry(given)
    age = given.real("age")
    low, high = AGES[reference]
    if not low <= age <= high:
        message = said("{number} is outside of what this score was made for", number=f"{age:g}")
        raise RefusedError(
            Refusal("age", message, said("from {low} to {high} {unit}", low=low, high=high, unit="years"))
        )
    group = given.word("ethnicity") if reference == "GLI_2012" else ""
    try:
        lms = lms_of(reference, measure, given.word("sex"), age, given.real("height_cm"), group)
    except NoLungTablesError as error:
        message = "the tables of lung function (pyspiro) are not installed"
        raise RefusedError(Refusal(measure, message, "record % predicted as the laboratory tells it")) from error
    percent, z, lower = against(lms, amount)
    found: Outputs = {"pred": lms[1], "pct": percent, "z": z, "LLN": lower}
    outputs: Outputs = {f"{measure}_{name}": value for name, value in found.items()}
    outputs["reference" if is_alone else f"{measure}_reference"] = reference
    if measure == "TLCO":
        outputs |= _transfer(given, lms, lower, amount)
    return outputs | found if is_alone else outputs


def _transfer(given: Given, lms: Lms, lower: float, amount: float) -> Outputs:
    """Return what is told of the transfer factor in both units, and corrected for haemoglobin where it was told."""
    traditional, predicted = float(TRADITIONAL), lms[1]
    outputs: Outputs = {
        "pred_SI": predicted,
        "pred_trad": predicted * traditional,
        "LLN_SI": lower,
        "LLN_trad": lower * traditional,
    }
    haemoglobin = given.maybe("hb")
    if haemoglobin is not None:
        is_man = given.word("sex") == "M" and given.number("age") >= MAN
        factor = ((COTES_MEN if is_man else COTES_OTHERS) + float(haemoglobin)) / (COTES_SLOPE * float(haemoglobin))
        percent, z, _ = against(lms, amount * factor)
        outputs |= {"TLCO_corrected": amount * factor, "TLCO_corrected_pct": percent, "TLCO_corrected_z": z}
    return outputs


def _spirometry(given: Given) -> str:
    chosen = given.word("set")
    return chosen if chosen in SPIROMETRY else DEFAULT
