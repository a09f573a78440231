"""The numbers that a wording says, and those that a condition asks for: to be held against each other.

A wording says more than its condition (several criteria, units of other countries), and a condition more than its
wording (windows that the file takes from elsewhere). So only what stands on both sides and is another number is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import cast

from core.criteria.nodes import Compare, Condition, Defined, Not, children
from core.criteria.scope import Scope
from core.criteria.values import Amount, HalfLives, Multiple, NamedWindow, TitreLimit
from core.values.duration import DAYS_PER_MONTH, Duration, TimeUnit
from core.vocabulary.asking import any_spelling, meanings, one_meaning, pattern
from core.vocabulary.vocabulary import Matter

TIME, PERCENT, MULTIPLE, PLAIN = "time", "%", "x", ""
_DAYS = {
    TimeUnit.HOUR: Decimal(1) / 24,
    TimeUnit.DAY: Decimal(1),
    TimeUnit.WEEK: Decimal(7),
    TimeUnit.MONTH: DAYS_PER_MONTH,
    TimeUnit.YEAR: 12 * DAYS_PER_MONTH,
}
_SAME_LENGTH = Decimal("0.03")
"""26 weeks are said as six months, 30 days as one; 12 weeks are not three months."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of one kind (``size``: days of a time, else itself), with the limit it is: ``>=``, ``<``, "" unknown.

    ``is_word``: it is written as a word (two), as what is counted mostly is.
    """

    size: Decimal
    kind: str
    op: str = ""
    shown: str = ""
    is_word: bool = False

    def is_same(self, other: Number) -> bool:
        """True if both say one amount; units of other sizes and countries are powers of ten apart."""
        if TIME in (self.kind, other.kind):
            is_time = self.kind == other.kind
            return is_time and abs(self.size - other.size) <= _SAME_LENGTH * max(self.size, other.size)
        if self.size == other.size or not (self.size and other.size):
            return self.size == other.size
        first, second = (each.normalize().as_tuple() for each in (self.size, other.size))
        return self.kind == other.kind == PLAIN and first.digits == second.digits


# --- the wording


def worded_numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers of a wording in its order; of names (SLEDAI-2K, CD19, anti-Jo-1) and of powers of ten none."""
    found: list[Number] = []
    behind: re.Match[str] | None = None
    plain = _DASH.sub(" to ", text)
    for match in reversed(list(_said().finditer(plain))):
        unit = match["unit"] or ""
        if not unit and behind is not None and _joins().fullmatch(plain[match.end() : behind.start()]):
            unit = behind["unit"] or ""  # of "18 to 65 years" the unit is that of both
        found.append(_number(match, unit))
        behind = match
    return tuple(reversed(found))


def is_open_list(text: str) -> bool:
    """Return True where a wording says that the drugs it names are not all that it means."""
    return re.search(rf"(?<!\w){pattern(Matter.WORDED, 'opens')}(?!\w)", text, re.IGNORECASE) is not None


def _number(match: re.Match[str], unit: str) -> Number:
    written = match["number"].casefold()
    number = Decimal(_words("numbers").get(written, written).replace(",", ""))
    is_word = written in _words("numbers")
    op = _SIGNS.get(match["sign"] or "") or _words("before").get((match["before"] or "").casefold(), "")
    op = op or _words("behind").get((match["behind"] or "").strip().casefold(), "")
    unit = unit.strip(" -").casefold()
    length = _words("times").get(unit, "")
    if length:
        return Number(number * _DAYS[TimeUnit(length)], TIME, op, f"{match['number']} {unit}", is_word)
    kind = PERCENT if unit and _is(unit, "percent") else MULTIPLE if unit and _is(unit, "multiple") else PLAIN
    return Number(number, kind, op, f"{match['number']}{_BEFORE_UNIT.get(kind, '')}", is_word)


_DASH = re.compile(r"(?<=\d)\s*[-\u2010-\u2015]\s*(?=\d)")
_SIGNS = {"<": "<", "<=": "<=", "≤": "<=", ">": ">", ">=": ">=", "≥": ">="}
_BEFORE_UNIT = {PERCENT: " %", MULTIPLE: " x"}


@cache
def _words(group: str) -> dict[str, str]:
    return dict(one_meaning(meanings(Matter.WORDED, group)))


def _is(text: str, name: str) -> bool:
    return re.fullmatch(pattern(Matter.WORDED, name), text, re.IGNORECASE) is not None


@cache
def _said() -> re.Pattern[str]:
    before, numbers, times, behind = (
        any_spelling(Matter.WORDED, group) for group in ("before", "numbers", "times", "behind")
    )
    percent, multiple = (pattern(Matter.WORDED, name) for name in ("percent", "multiple"))
    unit = rf"[ -]?{times}\b|\s*{percent}|\s*{multiple}(?!\w|\s*10)"
    return re.compile(
        rf"(?:\b(?P<before>{before})\s+|(?P<sign>[<>]=?|[≤≥])\s*)?"
        rf"(?<![\w.,^-])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{numbers}\b)"
        rf"(?:(?P<unit>{unit})|(?![\w^]))(?P<behind>\s+{behind}\b)?",
        re.IGNORECASE,
    )


@cache
def _joins() -> re.Pattern[str]:
    return re.compile(rf"\s*{pattern(Matter.WORDED, 'range')}\s*", re.IGNORECASE)


# --- the condition


def asked_numbers(condition: Condition, scope: Scope) -> tuple[Number, ...]:
    """Return the amounts and times that a condition asks for, those of the definitions it uses among them.

    How many of several have to hold is none: wordings count otherwise.
    """
    return tuple(_asked(condition, scope, is_negated=False))


def _asked(node: Condition, scope: Scope, *, is_negated: bool) -> Iterator[Number]:
    if isinstance(node, Defined):
        inner = scope.definitions.get(node.name)
        if inner is not None:
            yield from _asked(inner, scope, is_negated=is_negated)
        return
    op = node.op if isinstance(node, Compare) and not is_negated else ""
    for field in fields(node):
        value = getattr(node, field.name)
        for number in _numbers(value, scope):
            yield Number(number.size, number.kind, op if field.name == "limit" else "", number.shown)
    for child in children(node):
        yield from _asked(child, scope, is_negated=is_negated or isinstance(node, Not))


def _numbers(thing: object, scope: Scope) -> Iterator[Number]:
    """Yield the numbers in a part of a node; conditions inside it are walked by themselves."""
    found = _number_of(thing)
    if found is not None:
        yield found
    elif isinstance(thing, NamedWindow):
        yield from _numbers(scope.windows.get(thing.name), scope)
    else:
        for each in _parts_of(thing):
            yield from _numbers(each, scope)


def _number_of(thing: object) -> Number | None:
    match thing:
        case Amount(number, unit):
            return Number(number, PERCENT if unit == "%" else PLAIN, "", f"{number} {unit}".strip())
        case Multiple(number, reference):
            return Number(number, MULTIPLE, "", f"{number} x {reference}")
        case Duration(count, unit):
            return Number(count * _DAYS[unit], TIME, "", str(thing))
        case TitreLimit(denominator):
            return Number(Decimal(denominator), PLAIN, "", f"1:{denominator}")
        case HalfLives(count):
            return Number(Decimal(count), PLAIN, "", str(count))
        case _:
            return None


def _parts_of(thing: object) -> tuple[object, ...]:
    if isinstance(thing, tuple):
        several = cast("tuple[object, ...]", thing)
        return tuple(each for each in several if not isinstance(each, Condition))
    if isinstance(thing, Condition) or not is_dataclass(thing):
        return ()
    return tuple(getattr(thing, field.name) for field in fields(thing))
