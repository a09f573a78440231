"""Numbers with their unit exactly as typed, and titres."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from core.values.interval import Interval

# A unit starts with a letter or sign of its own, or is a power (10^9/L) behind a space: whatever else follows
# the digits (a comma, a second number, an exponent) has two readings, and none is guessed.
_QUANTITY = re.compile(
    r"(<=|>=|<|>)?\s*(-?\d{1,15}(?:\.\d{1,15})?)(?:\s+(10\^\S.*|[^\d\s.,].*)|([A-Za-zµ%°/](?!\d).*))?"
)
_TITRE = re.compile(r"(<=|>=|<|>)?\s*1:(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Quantity:
    """What is known of a number, its unit as typed ("" for a bare number) and the text as typed."""

    amount: Interval
    unit: str
    text: str


def _bounded(sign: str | None, number: Decimal) -> Interval:
    if sign is None:
        return Interval.exactly(number)
    if sign in ("<", "<="):
        return Interval(None, number, is_high_open=sign == "<")
    return Interval(number, None, is_low_open=sign == ">")


def parse_quantity(text: str) -> Quantity | None:
    """Return the quantity that ``text`` writes (``88 umol/L``, ``<0.5 mg/L``, ``12``), or None. Digits are kept."""
    match = _QUANTITY.fullmatch(text.strip())
    if match is None:
        return None
    sign, number, apart, joined = match.groups()
    return Quantity(_bounded(sign, Decimal(number)), (apart or joined or "").strip(), text.strip())


def parse_titre(text: str) -> Quantity | None:
    """Return the titre that ``text`` writes (``1:640``, ``<1:80``) by its denominator, or None."""
    match = _TITRE.fullmatch(text.strip())
    if match is None:
        return None
    return Quantity(_bounded(match[1], Decimal(match[2])), "titre", text.strip())
