"""Numbers as clinicians type them: decimal comma or point; a separator before exactly three digits has two readings."""

from __future__ import annotations

import re
from dataclasses import dataclass

NUMBER = r"[-\u2212]?(?:\d{1,3}(?:['\u2019\u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?(?![\d'\u2019])|\d+(?:[.,]\d+)*)"
"""A number as it is typed; a plain space ends it: 180 10^9/L."""

_GROUPING = re.compile(r"['\u2019\u00a0\u2009\u202f]")
_NUMBER = re.compile(r"(?P<whole>\d{1,12})(?:(?P<sign>[.,])(?P<rest>\d{1,9}))?", re.ASCII)
_GROUPED = re.compile(
    r"(?P<whole>\d{1,3}(?P<group>[.,])\d{3}(?:(?P=group)\d{3})*)(?P<sign>(?!(?P=group))[.,])(?P<rest>\d{1,9})",
    re.ASCII,
)
_GROUPS_ONLY = re.compile(r"\d{1,3}(?:([.,])\d{3}){2,}", re.ASCII)
_THREE = 3
_WIDE = {0xFF01 + at: 0x21 + at for at in range(0x5E)}
"""Signs that Chinese and Japanese keyboards write in full width."""


@dataclass(frozen=True, slots=True)
class NumberText:
    """A number with a decimal point, and the other one that the text can also be ("" where there is none)."""

    text: str
    other: str = ""


def narrowed(text: str) -> str:
    """Return a text with signs of full width in their usual one, and every sign for minus before a digit as one."""
    return text.translate(_WIDE).replace("\N{IDEOGRAPHIC SPACE}", " ")


def read_number_text(text: str) -> NumberText | None:
    """Return the number a text writes, or None; digits are kept as typed."""
    plain = text.strip().replace("\N{MINUS SIGN}", "-")
    sign, digits = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
    ungrouped = _GROUPING.sub("", digits)
    found = _digits(ungrouped)
    if found is not None and ungrouped != digits:
        found = NumberText(found.text)  # grouped by another sign: this one is the decimal one
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
