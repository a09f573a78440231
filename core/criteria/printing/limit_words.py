"""Operators, numbers and units in words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import assert_never

from core.criteria.printing.labels import plain_label
from core.criteria.printing.lengths import length_words
from core.criteria.printing.voice import Voice
from core.criteria.values import Amount, Extreme, Length, Limit, Multiple, SiteValue, TitreLimit
from core.language.numbers import format_number
from core.values.interval import Op

_TESTS: dict[Op, str] = {">=": "ge", ">": "gt", "<=": "le", "<": "lt", "=": "eq", "!=": "ne"}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MICRO = re.compile(r"(?:(?<=^)|(?<=/))u(?=g|mol|L|IU|kat)")
_POWER = re.compile(r"10\^(\d+)")
_SURFACE = re.compile(r"(?:(\d+\.\d+))?m2")
_PER = re.compile(r"(.+)/(day|week|month)")


def op_name(op: Op) -> str:
    """Return the word an operator has in the ids of phrases."""
    return _TESTS[op]


def test_words(voice: Voice, op: Op, limit: str) -> str:
    """Return a comparison: at least, above, at most, below."""
    return voice.say(f"test-{_TESTS[op]}", limit=limit)


def difference_words(voice: Voice, op: Op, limit: str) -> str:
    """Return by how much or how long: at least, more than, at most, less than."""
    return voice.say(f"by-{_TESTS[op]}", limit=limit)


def comparison(voice: Voice, op: Op, limit: Limit) -> str:
    """Return a comparison with a right-hand side of the file."""
    return test_words(voice, op, limit_words(voice, limit))


def limit_words(voice: Voice, limit: Limit) -> str:
    """Return a right-hand side."""
    match limit:
        case Amount(number, unit):
            return amount_words(voice, number, unit)
        case Multiple(number, reference):
            if number == 1:
                return voice.say(reference.lower())
            return voice.say(f"times-{reference.lower()}", number=format_number(number, voice.language))
        case Length(duration):
            return length_words(voice, duration)
        case TitreLimit(denominator):
            return f"1:{denominator}"
        case SiteValue(name):
            return voice.say("limit-site", label=plain_label(voice, name))
        case Extreme(which, first, second):
            return voice.say(f"limit-{which}", first=limit_words(voice, first), second=limit_words(voice, second))
    assert_never(limit)


def amount_words(voice: Voice, number: Decimal, unit: str) -> str:
    """Return a number with its unit, digit for digit."""
    digits = format_number(number, voice.language)
    if not unit:
        return digits
    phrase = "amount-power" if _POWER.match(unit) else "amount"
    return voice.say(phrase, number=digits, unit=unit_words(voice, unit))


def unit_words(voice: Voice, unit: str) -> str:
    """Return a unit as it is written on paper: micro signs, raised powers, days in the language."""
    if voice.has_phrase(f"unit-{unit}"):
        return voice.say(f"unit-{unit}")
    per = _PER.fullmatch(unit)
    if per is not None:
        return voice.say(f"per-{per[2]}", unit=unit_words(voice, per[1]))
    if unit.startswith("copies"):
        return voice.say("copies", rest=unit.removeprefix("copies"))
    written = _MICRO.sub("µ", unit).replace("Cel", "°C")
    written = _POWER.sub(lambda found: f"10{found[1].translate(_RAISED)}", written)
    return _SURFACE.sub(lambda found: _surface(voice, found[1]), written)


def _surface(voice: Voice, area: str | None) -> str:
    return "m²" if area is None else f"{format_number(Decimal(area), voice.language)} m²"
