"""What an amount of a drug looks like, for tests that none is printed. Concentrations (g/L, mg/dL) are no doses."""

from __future__ import annotations

import re

DOSE = re.compile(
    r"\d[\d.,]*\s?(?:mg|g|µg|μg|mcg|ug|ng|mL|ml|IU|IE|U|Units|Einheiten|tablets?|Tabletten)\b"
    r"(?!\s?/\s?(?:dL|dl|L|l|µL|mL|ml|g|mmol)\b)"
)
