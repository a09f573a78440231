"""Every unit of the catalogue and of doses as print writes it; the digits stay what they were."""

from __future__ import annotations

import re

import pytest

from core.catalogue.reading import load_catalogue
from core.language.phrases import LANGUAGES, Phrases
from core.wording.measures import typeset

CATALOGUE = load_catalogue()
UNITS = sorted({unit.name for concept in CATALOGUE.concepts.values() for unit in concept.units})
KEYBOARD = re.compile(r"\bu(mol|g|L|kat)\b|m2\b|\^|\bratio\b|per 1 |\d\.\d")


@pytest.mark.parametrize(
    ("written", "language", "printed"),
    [
        ("88 umol/L", "en", "88 µmol/L"),
        ("88 umol/L", "de", "88 µmol/l"),
        ("350 ug/L", "de", "350 µg/l"),
        ("350 ug/L", "en", "350 µg/L"),
        ("12 /uL", "en", "12 /µL"),
        ("68 mL/min/1.73m2", "en", "68 mL/min/1.73 m²"),
        ("68.5 mL/min/1.73m2", "de", "68,5 ml/min/1,73 m²"),
        ("5.2 10^9/L", "de", "5,2 ×10⁹/l"),
        ("5.2 10^9/L", "en", "5.2 ×10⁹/L"),
        ("11.9 g/dL", "de", "11,9 g/dl"),
        ("6.2 cm", "de", "6,2 cm"),
        ("12.5 mg/day", "de", "12,5 mg/Tag"),
        ("1 mg/kg/day", "de", "1 mg/kg/Tag"),
        ("600 mg/m2 per 12 h", "de", "600 mg/m² alle 12 h"),
        ("15 mg/m2 per week", "en", "15 mg/m² per week"),
        ("15 mg per week", "de", "15 mg pro Woche"),
        ("750 mg/m2 per 4 weeks", "de", "750 mg/m² alle 4 Wochen"),
        ("3.1 ratio", "en", "3.1"),
        ("<0.5 mg/dL", "de", "<0,5 mg/dl"),
        ("146 IU/mL", "de", "146 IE/ml"),
        ("5-10 mg", "en", "5\u201310 mg"),
        ("1:640", "de", "1:640"),
        ("2.50", "de", "2,50"),
    ],
)
def test_an_amount_as_print_writes_it(written: str, language: str, printed: str) -> None:
    assert typeset(written, Phrases(language)) == printed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", UNITS)
def test_no_unit_of_the_catalogue_prints_what_a_keyboard_lacks(unit: str, language: str) -> None:
    printed = typeset(f"7 {unit}", Phrases(language))
    assert printed.startswith("7")
    assert not KEYBOARD.search(printed.replace("1.73", "")), printed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", ["0", "0.05", "12", "2.50", "1200", "<3.1", ">=7"])
def test_the_digits_stay(number: str, language: str) -> None:
    printed = typeset(f"{number} mg/dL", Phrases(language))
    assert re.sub(r"[^\d]", "", printed) == re.sub(r"[^\d]", "", number)
