"""The pieces of a printed line: numbers, ranges, flags, units, days. What a piece is, is seen from itself alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from core.entry.typed.words import RESULTS


class Kind(Enum):
    """What a piece is."""

    VALUE = "value"
    RANGE = "range"
    FLAG = "flag"
    DAY = "day"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece with where it stands in its line. ``is_bound``: a number behind < or >, which a limit can be too."""

    kind: Kind
    text: str
    start: int
    end: int
    is_bound: bool = False


NUMBER = r"\d+(?:[.,]\d+)*"
_SIGN = r"(?:[<>\u2264\u2265]=?|kleiner|größer|unter|über)\s*"
_TITRE = r"1\s?:\s?\d{1,7}"
_TIME = r"(?:,?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*(?:Uhr|h|[ap]m))?)?"
DAY = (
    rf"(?:\d{{4}}-\d{{2}}-\d{{2}}(?:T\d{{2}}:\d{{2}}(?::\d{{2}})?Z?)?|\d{{1,2}}\.\s?\d{{1,2}}\.\s?(?:\d{{4}}|\d{{2}})(?!\d)"
    rf"|\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d{{2}})|\d{{4}}/\d{{2}}/\d{{2}}|\d{{1,2}}[-\s](?:jan|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|"
    rf"sep|oct|okt|nov|dec|dez)[a-zä]*\.?[-\s]\d{{2,4}}){_TIME}"
)
_WORDS = "|".join(
    sorted(
        (re.sub(r"\\?[\s-]", r"[\\s-]?", re.escape(word)) + r"\.?" for word in RESULTS if len(word) > 1),
        key=lambda word: -len(word),
    )
)
_DASH = r"(?:-|\u2013|\u2014|bis|to)"
_BETWEEN = (
    rf"[\[(]?\s*(?:{NUMBER}\s*{_DASH}\s*{NUMBER}|(?:bis|up to|to|ab)\s+{NUMBER})(?![\d.,:/])(?!\s*[-\u2013]\s*\d)"
    r"(?:\s*[^\s\])\d][^\s\])]*(?=\s*[\])]))?\s*[\])]?(?=\s|$)"
)
_POWER = (
    r"(?:x\s?)?10\s?(?:\^|\*{1,2}|e|hoch)\s?\d{1,2}\s?/\s?\S+|(?:x\s?)?10(?:3|6|9|12)/\S+|"
    r"(?:x\s?)?10[\u2070-\u2079\u00b9\u00b2\u00b3]+\s?/\s?\S+"
)
_MARK = r"HH|LL|H|L|HI|LO|High|Low|A|N|\+{1,3}|-{1,3}|\u2212|\*{1,2}|!{1,2}|\u2191+|\u2193+|hoch|tief"
_PATTERNS: tuple[tuple[Kind, str], ...] = (
    (Kind.DAY, rf"\(?{DAY}\)?(?=\s|$|[;|])"),
    (Kind.RANGE, _BETWEEN),
    (Kind.RANGE, rf"[\[(]\s*(?:{_SIGN})?(?:{_TITRE}|{NUMBER})(?:\s*[^\s\])]+)?\s*[\])](?=\s|$)"),
    (Kind.RANGE, rf"[\[(]\s*(?:{_WORDS})\s*[\])](?=\s|$)"),
    (Kind.UNIT, _POWER),
    (Kind.VALUE, rf"(?:{_WORDS})(?=\s|$)"),
    (Kind.VALUE, r"(?:non|not|no|nicht|kein\w*)[\s-]+[^\s\d]+"),  # whatever is denied is not what is said without it
    (Kind.VALUE, rf"(?:{_SIGN})?(?:{_TITRE})(?=\s|$)"),
    (Kind.VALUE, rf"(?:{_SIGN})?{NUMBER}(?=\s|$|[a-zA-Zµμ%/*!()\u2191\u2193+]|-(?=\s|$))"),
    (Kind.FLAG, rf"\(?(?:{_MARK})\)?(?=\s|$)"),
    (Kind.UNIT, r"\S+(?:\s(?:Krea(?:tinin)?|creat(?:inine)?|n\.\s?W\.|/\s?h))?"),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)


def pieces_of(text: str) -> tuple[Piece, ...]:
    """Return the pieces of a text in their order; units that stand apart are pieces of their own."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    at = 0
    while at < len(text):
        if text[at].isspace() or text[at] in ";|":
            at += 1
            continue
        kind, match = next((kind, found) for kind, pattern in _COMPILED if (found := pattern.match(text, at)))
        written = match[0].strip()
        is_bound = kind is Kind.VALUE and re.match(_SIGN, written, re.IGNORECASE) is not None
        yield Piece(kind, written, at, match.end(), is_bound)
        at = max(match.end(), at + 1)


def is_value(text: str) -> bool:
    """True for a text that begins with a value: a number, a titre or the word of a result."""
    found = pieces_of(text)
    return bool(found) and found[0].kind is Kind.VALUE


def is_day(text: str) -> bool:
    """True for a text that is a day, with or without a time."""
    return re.fullmatch(rf"\(?{DAY}\)?", text.strip(), re.IGNORECASE) is not None


def limits_of(text: str) -> str:
    """Return the limits of a printed range as they are typed ("LLN 0,5 ULN 0,9"), "" where it says none."""
    plain = text.strip().strip("[]()").strip()
    both = re.match(rf"({NUMBER})\s*(?:-|\u2013|\u2014|bis|to)\s*({NUMBER})", plain, re.IGNORECASE)
    if both is not None:
        return f"LLN {both[1]} ULN {both[2]}"
    upper = re.match(rf"(?:[<\u2264]=?|bis|up to|to|unter|kleiner)\s*({NUMBER})(?!\s*:)", plain, re.IGNORECASE)
    if upper is not None:
        return f"ULN {upper[1]}"
    lower = re.match(rf"(?:[>\u2265]=?|ab|über|größer)\s*({NUMBER})(?!\s*:)", plain, re.IGNORECASE)
    return "" if lower is None else f"LLN {lower[1]}"
