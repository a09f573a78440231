"""A measured amount as print writes it: signs, decimal sign, words of time; the digits stay as they were recorded.

The one typesetter of papers, evidence and lists. That a number stays on the line of its unit is the setting's.
"""

from __future__ import annotations

import re

from core.language.numbers import with_decimal_sign
from core.language.phrases import Phrases

_AMOUNT = re.compile(r"(?P<number>[<>≤≥=~\s]*\d[\d.]*(?:\s*[-\u2013]\s*\d[\d.]*)?)(?:\s+(?P<unit>\S.*))?")
_PACE = re.compile(r"(?P<unit>.*?)\s+per\s+(?:(?P<count>\d+)\s+)?(?P<time>h|day|week|month|year)s?")
_TIME = re.compile(r"(?<=/)(?:h|day|week|month|year)\b")
_LITRE = re.compile(r"(?<![A-Za-zµ])(?P<part>[dmµn]?)L\b")
_INTERNATIONAL = re.compile(r"\bIU\b")
_MICRO = re.compile(r"\bu(?=mol|g|L|kat|U\b|IU\b|m\b)")
_CELSIUS = re.compile(r"\bCel\b")
_SURFACE = re.compile(r"(?P<number>\d)?m2\b")
_POWER = re.compile(r"10\^(\d+)")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTHING = "ratio"
"""Stands in the record where a quotient has no unit; print writes none."""


def typeset(text: str, phrases: Phrases) -> str:
    """Return an amount as a patient file writes it (``88 umol/L``, ``600 mg/m2 per 12 h``) as print writes it."""
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        return text
    number = with_decimal_sign(re.sub(r"\s*-\s*", "\u2013", found["number"]), phrases.language)
    unit = "" if found["unit"] is None else typeset_unit(found["unit"], phrases)
    return f"{number} {unit}" if unit else number


def typeset_unit(unit: str, phrases: Phrases) -> str:
    """Return a unit as print writes it, "" for that of a quotient."""
    if unit == _NOTHING:
        return ""
    pace = _PACE.fullmatch(unit)
    if pace is not None:
        every = phrases.say(f"unit-every-{pace['time']}", count=int(pace["count"] or 1))
        return f"{_symbols(pace['unit'], phrases)} {every}"
    return _symbols(_TIME.sub(lambda found: phrases.say(f"unit-{found[0]}"), unit), phrases)


def _symbols(unit: str, phrases: Phrases) -> str:
    printed = _CELSIUS.sub("°C", _MICRO.sub("µ", unit))
    printed = _SURFACE.sub(lambda found: f"{found['number']} m²" if found["number"] else "m²", printed)
    printed = _POWER.sub(lambda found: f"×10{found[1].translate(_RAISED)}", printed)
    printed = _LITRE.sub(lambda found: found["part"] + phrases.say("unit-litre"), printed)
    printed = _INTERNATIONAL.sub(phrases.say("unit-international"), printed)
    return re.sub(r"\d\.\d", lambda found: with_decimal_sign(found[0], phrases.language), printed)
