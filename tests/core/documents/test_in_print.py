"""Amounts are printed with the signs of print; their digits stay."""

from __future__ import annotations

import re

import pytest

from core.documents.in_print import in_print
from core.language.phrases import spoken
from tests.sample_screenings import catalogue

ROWS = [
    ("88 umol/L", "88 µmol/L", "88 µmol/l"),
    ("96 ug/L", "96 µg/L", "96 µg/l"),
    ("210 /uL", "210 /µL", "210 /µl"),
    ("1 mg/kg/day", "1 mg/kg/day", "1 mg/kg/Tag"),
    ("600 mg/m2 per 12 h", "600 mg/m² per 12 h", "600 mg/m² alle 12 h"),
    ("15 mg/m2 per week", "15 mg/m² per week", "15 mg/m² pro Woche"),
    ("2 g/kg per 4 weeks", "2 g/kg per 4 weeks", "2 g/kg alle 4 Wochen"),
    ("6.2 cm", "6.2 cm", "6,2 cm"),
    ("11.9 g/dL", "11.9 g/dL", "11,9 g/dl"),
    ("133 mL/min/1.73m2", "133 mL/min/1.73 m²", "133 ml/min/1,73 m²"),
    ("3.8 10^9/L", "3.8 × 10⁹/L", "3,8 × 10⁹/l"),
    ("1.0 ratio, upper limit 1.2 ratio", "1.0, upper limit 1.2", "1,0, upper limit 1,2"),
    ("36.7 Cel", "36.7 °C", "36,7 °C"),
    ("0.06 g/L", "0.06 g/L", "0,06 g/l"),
    ("1:1280", "1:1280", "1:1280"),
    ("ISN/RPS 2018, GLI 2022", "ISN/RPS 2018, GLI 2022", "ISN/RPS 2018, GLI 2022"),
    ("on 12.11.2026", "on 12.11.2026", "on 12.11.2026"),
    ("CTCAE v5.0", "CTCAE v5.0", "CTCAE v5.0"),
    ("a report per fax", "a report per fax", "a report per fax"),
]


@pytest.mark.parametrize(("recorded", "english", "german"), ROWS)
def test_an_amount_in_print(recorded: str, english: str, german: str) -> None:
    assert in_print(recorded, spoken("en")) == english
    assert in_print(recorded, spoken("de")) == german


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_unit_of_the_catalogue_has_the_signs_of_print(language: str) -> None:
    """No ASCII stand-in of a sign is left, the digits are the same, and what was printed stays as it is."""
    for concept in catalogue().concepts.values():
        for unit in concept.units:
            printed = in_print(f"12.50 {unit.name}", spoken(language))
            assert re.search(r"\bu(mol|g|L|kat)|10\^|m2\b|ratio|Cel\b", printed) is None, (unit.name, printed)
            assert printed.replace(",", ".").startswith("12.50")
            assert in_print(printed, spoken(language)) == printed
            assert language == "en" or re.search(r"/[mdµ]?L\b", printed) is None
