"""The pieces of a printed line: numbers, ranges, flags, units, days. What a piece is, is seen from itself alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from core.entry.typed.dates import beginnings_of_months, clock_pattern
from core.entry.typed.words import results
from core.vocabulary.asking import pattern
from core.vocabulary.vocabulary import Matter


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
_TITRE = r"1\s?:\s?\d{1,7}"


@cache
def day_pattern() -> str:
    """What matches a day, with or without a time."""
    time = rf"(?:,?\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s*{clock_pattern()})?)?"
    return (
        r"(?:\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?|\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})(?!\d)"
        r"|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{4}/\d{2}/\d{2}"
        rf"|\d{{1,2}}[-\s]{beginnings_of_months()}[^\W\d_]*\.?[-\s]\d{{2,4}}){time}"
    )


def _printed(name: str) -> str:
    return pattern(Matter.PASTED, name)


def _sign() -> str:
    return rf"(?:[<>\u2264\u2265]=?|{_printed('bound')})\s*"


def _dash() -> str:
    return rf"(?:-|\u2013|\u2014|{pattern(Matter.TYPED, 'to')})"


@cache
def _patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """What each kind of piece looks like; the first that fits says what it is."""
    sign, day, denied = _sign(), day_pattern(), _printed("denied")
    words = "|".join(
        sorted(
            (re.sub(r"\\?[\s-]", r"[\\s-]?", re.escape(word)) + r"\.?" for word in results() if len(word) > 1),
            key=lambda word: -len(word),
        )
    )
    between = (
        rf"[\[(]?\s*(?:{NUMBER}\s*{_dash()}\s*{NUMBER}|{_printed('before_limit')}\s+{NUMBER})(?![\d.,:/])"
        r"(?!\s*[-\u2013]\s*\d)(?:\s*[^\s\])\d][^\s\])]*(?=\s*[\])]))?\s*[\])]?(?=\s|$)"
    )
    power = (
        rf"(?:x\s?)?10\s?(?:\^|\*{{1,2}}|e|{_printed('power')})\s?\d{{1,2}}\s?/\s?\S+|(?:x\s?)?10(?:3|6|9|12)/\S+|"
        r"(?:x\s?)?10[\u2070-\u2079\u00b9\u00b2\u00b3]+\s?/\s?\S+"
    )
    mark = rf"HH|LL|H|L|HI|LO|A|N|\+{{1,3}}|-{{1,3}}|\u2212|\*{{1,2}}|!{{1,2}}|\u2191+|\u2193+|{_printed('flag')}"
    number = rf"(?:{sign})?{NUMBER}(?=\s|$|[a-zA-Zµμ%/*!()\u2191\u2193+]|-(?=\s|$))"
    texts = (
        (Kind.DAY, rf"\(?{day}\)?(?=\s|$|[;|])"),
        (Kind.RANGE, between),
        (Kind.RANGE, rf"[\[(]\s*(?:{sign})?(?:{_TITRE}|{NUMBER})(?:\s*[^\s\])]+)?\s*[\])](?=\s|$)"),
        (Kind.RANGE, rf"[\[(]\s*(?:{words})\s*[\])](?=\s|$)"),
        (Kind.UNIT, power),
        (Kind.VALUE, rf"(?:{words})(?=\s|$)"),
        (Kind.VALUE, rf"{denied}[\s-]+[^\s\d]+"),  # whatever is denied is not what is said without it
        (Kind.VALUE, rf"(?:{sign})?(?:{_TITRE})(?=\s|$)"),
        (Kind.VALUE, number),
        (Kind.FLAG, rf"\(?(?:{mark})\)?(?=\s|$)"),
        (Kind.UNIT, rf"\S+(?:\s(?:{_printed('behind_unit')}|/\s?h))?"),
    )
    return tuple((kind, re.compile(text, re.IGNORECASE)) for kind, text in texts)


def pieces_of(text: str) -> tuple[Piece, ...]:
    """Return the pieces of a text in their order; units that stand apart are pieces of their own."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    at = 0
    while at < len(text):
        if text[at].isspace() or text[at] in ";|":
            at += 1
            continue
        kind, match = next((kind, found) for kind, known in _patterns() if (found := known.match(text, at)))
        written = match[0].strip()
        is_bound = kind is Kind.VALUE and re.match(_sign(), written, re.IGNORECASE) is not None
        yield Piece(kind, written, at, match.end(), is_bound)
        at = max(match.end(), at + 1)


def is_value(text: str) -> bool:
    """True for a text that begins with a value: a number, a titre or the word of a result."""
    found = pieces_of(text)
    return bool(found) and found[0].kind is Kind.VALUE


def is_day(text: str) -> bool:
    """True for a text that is a day, with or without a time."""
    return re.fullmatch(rf"\(?{day_pattern()}\)?", text.strip(), re.IGNORECASE) is not None


def limits_of(text: str) -> str:
    """Return the limits of a printed range as they are typed ("LLN 0,5 ULN 0,9"), "" where it says none."""
    plain = text.strip().strip("[]()").strip()
    both = re.match(rf"({NUMBER})\s*{_dash()}\s*({NUMBER})", plain, re.IGNORECASE)
    if both is not None:
        return f"LLN {both[1]} ULN {both[2]}"
    upper = re.match(rf"(?:[<\u2264]=?|{_printed('upper')})\s*({NUMBER})(?!\s*:)", plain, re.IGNORECASE)
    if upper is not None:
        return f"ULN {upper[1]}"
    lower = re.match(rf"(?:[>\u2265]=?|{_printed('lower')})\s*({NUMBER})(?!\s*:)", plain, re.IGNORECASE)
    return "" if lower is None else f"LLN {lower[1]}"
