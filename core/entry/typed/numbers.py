"""Numbers as clinicians type them: decimal comma or point; a separator before exactly three digits has two readings."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SPACES = re.compile(r"[\u00a0\u2009\u202f]+")  # a plain space ends a number: 180 10^9/L
_NUMBER = re.compile(r"(?P<whole>\d{1,12})(?:(?P<sign>[.,])(?P<rest>\d{1,9}))?", re.ASCII)
_GROUPED = re.compile(
    r"(?P<whole>\d{1,3}(?P<group>[.,])\d{3}(?:(?P=group)\d{3})*)(?P<sign>(?!(?P=group))[.,])(?P<rest>\d{1,9})"
)
_GROUPS_ONLY = re.compile(r"\d{1,3}(?:([.,])\d{3}){2,}")
_THREE = 3


@dataclass(frozen=True, slots=True)
class NumberText:
    """A number with a decimal point, and the other one that the text can also be ("" where there is none)."""

    text: str
    other: str = ""


def read_number_text(text: str) -> NumberText | None:
    """Return the number a text writes, or None; digits are kept as typed."""
    plain = _SPACES.sub("", text.strip()).replace("\N{MINUS SIGN}", "-")
    sign, digits = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
    found = _digits(digits)
    return None if found is None else NumberText(sign + found.text, sign + found.other if found.other else "")


def _digits(text: str) -> NumberText | None:
    grouped = _GROUPED.fullmatch(text)
    if grouped is not None:
        return NumberText(f"{re.sub('[.,]', '', grouped['whole'])}.{grouped['rest']}")
    groups = _GROUPS_ONLY.fullmatch(text)
    if groups is not None:
        return NumberText(text.replace(groups[1], ""))
    number = _NUMBER.fullmatch(text)
    if number is None:
        return None
    whole, rest = number["whole"], number["rest"]
    if rest is None:
        return NumberText(whole)
    if len(rest) == _THREE and len(whole) <= _THREE and not whole.startswith("0"):
        return NumberText(f"{whole}.{rest}", whole + rest)
    return NumberText(f"{whole}.{rest}")
