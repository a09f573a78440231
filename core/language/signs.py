"""The signs of print in a text that a file writes with the signs of a keyboard: µ, ², ×, en dash. No digit changes."""

from __future__ import annotations

import re
from functools import lru_cache

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=[\d/ ])u(?=(?:mol|g|L|kat|IU)\b)"), "µ"),
    (re.compile(r"(?<=1[.,]73) ?m2\b"), " m²"),
    (re.compile(r"(?<=/)m2\b"), "m²"),
    (re.compile(r"(?<=\d) x (?=\d|[A-Z]{3}\b)"), " × "),
    (re.compile(r"(?<=\S) - (?=\S)"), " – "),
)
_POWER = re.compile(r"\b10\^(\d+)")


@lru_cache(maxsize=4096)
def in_print(text: str) -> str:
    """Return a text with the signs of print: ``34 umol/L``, ``10^9/L``, ``3 x ULN`` and ``limit - age`` among them."""
    for keyboard, sign in _SIGNS:
        text = keyboard.sub(sign, text)
    return _POWER.sub(lambda found: f"10{found[1].translate(_RAISED)}", text)
