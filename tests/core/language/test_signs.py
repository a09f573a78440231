"""What a file writes with the signs of a keyboard stands with those of print."""

from __future__ import annotations

import pytest

from core.language.signs import in_print
from tests.sample_screenings import rules

SIGNS = {
    "bilirubin below 34 umol/L": "bilirubin below 34 µmol/L",
    "ANC below 1000/uL": "ANC below 1000/µL",
    "ferritin 5 ug/L": "ferritin 5 µg/L",
    "eGFR at least 30 mL/min/1.73 m2": "eGFR at least 30 mL/min/1.73 m²",
    "eGFR mindestens 30 mL/min/1,73m2": "eGFR mindestens 30 mL/min/1,73 m²",
    "15 mg/m2 per week": "15 mg/m² per week",
    "Neutrophils at least 1.0 (10^9/L)": "Neutrophils at least 1.0 (10⁹/L)",
    "ALT below 4 x ULN": "ALT below 4 × ULN",
    "Usual limit - age 5 to 17": "Usual limit – age 5 to 17",
    "anti-dsDNA, T-cell, 5-17 years": "anti-dsDNA, T-cell, 5-17 years",
    "an unusual sum2 of x": "an unusual sum2 of x",
}


@pytest.mark.parametrize("written", list(SIGNS))
def test_a_text_in_print(written: str) -> None:
    assert in_print(written) == SIGNS[written]


def test_digits_stay_in_every_shipped_text() -> None:
    for file in rules().files:
        for criterion in file.checked.rule_file.criteria:
            printed = in_print(criterion.text)
            assert not any(each in printed for each in ("umol", "/uL", "10^", " - "))
            assert [sign for sign in printed if sign.isascii() and sign.isdigit()] == [
                sign for sign in _without_raised(criterion.text) if sign.isdigit()
            ]


def _without_raised(text: str) -> str:
    """Return a text without the digits that print raises: powers and squares."""
    for power in ("10^9", "10^6"):
        text = text.replace(power, "10")
    return text.replace("m2", "m")
