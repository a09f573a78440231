"""A number and its unit never part at the end of a line."""

from __future__ import annotations

import pytest

from core.catalogue.reading import load_catalogue
from core.documents.keeping_together import NO_BREAK, kept_together
from core.language.phrases import Phrases
from core.wording.measures import typeset

UNITS = sorted({unit.name for concept in load_catalogue().concepts.values() for unit in concept.units})
WITHOUT_SIGN = {"titre", "index", "ratio", "points", "pack-years"}


TOGETHER = ["68 mL/min/1.73 m²", "88 µmol/l", "5,2 ×10⁹/l", "98 %", "12 /µL", "37.9 °C", "12 h"]
DAYS = ["20 Nov 2026", "3. März 2026", "9. Nov. 2026"]


@pytest.mark.parametrize("text", TOGETHER)
def test_they_stay_together(text: str) -> None:
    kept = kept_together(f"Value: {text}, as before")
    assert kept == f"Value: {text.replace(' ', NO_BREAK)}, as before"


@pytest.mark.parametrize("text", DAYS)
def test_a_day_stays_with_its_month_and_year(text: str) -> None:
    assert kept_together(f"from {text} on") == f"from {text.replace(' ', NO_BREAK)} on"


@pytest.mark.parametrize(
    "text", ["Nov 2026", "20 rows 20260", "of 3 groups", "2 months", "in 4 lines", "1 Lupus", "5 mild flares"]
)
def test_what_is_no_unit_may_part(text: str) -> None:
    assert kept_together(text) == text


@pytest.mark.parametrize("unit", [each for each in UNITS if not each.isalpha() or len(each) <= len("mmHg")])
def test_every_unit_of_the_catalogue_is_known(unit: str) -> None:
    text = typeset(f"7 {unit}", Phrases("en"))
    assert " " not in kept_together(text) or unit in WITHOUT_SIGN, text
