"""A value as laboratories print it: the number, then in any order unit, flags, range or limits, method.

Nothing is guessed: what is not understood stays apart (``left``), and no number is taken out of a range, a scale or a
titre.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache

from core.catalogue.concept import Code, Concept
from core.catalogue.measures import laboratory
from core.catalogue.units import find_conversion, find_unit, is_unit, words_before
from core.entry.typed.numbers import NUMBER, narrowed
from core.vocabulary.asking import certain_spelling, meanings, pattern
from core.vocabulary.vocabulary import Matter

_SIGN = r"<=|=<|>=|=>|≤|≥|⩽|⩾|<|>"
_SIGNS: Mapping[str, str] = {"≤": "<=", "⩽": "<=", "=<": "<=", "≥": ">=", "⩾": ">=", "=>": ">="}
_HEAD = re.compile(rf"\s*(?:(?P<word>[^\W\d]+)[:\s]\s*)?(?P<sign>{_SIGN})?\s*(?P<number>{NUMBER})")
_FLAG_HEAD = re.compile(rf"\s*\(?(?P<flag>[HLN]{{1,2}}(?=[\s)])|[*!↑↓⇧⇩▲▼⬆⬇]{{1,3}})\)?\s*(?=(?:{_SIGN})?\s*\d)")
_BOUND_SIGNS: Mapping[str, str] = {"at_most": "<=", "below": "<", "above": ">"}
"""The sign for the words of a limit, by the name of their pattern."""

_BRACKETS = re.compile(r"\((?P<round>[^()]*)\)|\[(?P<square>[^\[\]]*)\]")
_GROUPS = re.compile(r"\s(?P<groups>\d{3}(?:\s\d{3})*)(?!\s*(?:[\d.,:-]|/\s*\d))")
_PLUSES = re.compile(r"\+{1,4}(?!\S)")
_ENDS = re.compile(r"(?=[\s()\[\];,↑↓⇧⇩▲▼*!+])|$")
_TOKEN = re.compile(r"[\s;,]*(?P<token>[^\s()\[\];,]+|[()\[\]])")
_WORD = re.compile(r"[^\s()\[\];,]+")
_SPACES = " \t\n\r\f\v\u00a0\u2009\u202f"
_BETWEEN = f"{_SPACES};,"
_MOST_ENDS = 8


class NoValue(Enum):
    """Why a text that begins with a number is no single value."""

    RANGE = "range"
    SCALE = "scale"
    TITRE = "titre"
    PLUSES = "pluses"


@dataclass(frozen=True, slots=True)
class Bound:
    """A limit of the laboratory as typed; ``is_strict``: the limit itself is no normal value (``<5``)."""

    number: str
    unit: str = ""
    sign: str = ""
    is_strict: bool = False


@dataclass(slots=True)
class Printed:
    """What was found. ``unit`` as typed, "" where none stands; ``word`` stood before the number and belongs to it.

    ``groups`` is the number with what a plain space parts from it (``180 000``), "" where nothing does.
    """

    sign: str = ""
    number: str = ""
    unit: str = ""
    word: str = ""
    groups: str = ""
    limits: dict[str, Bound] = field(default_factory=dict[str, Bound])
    qualifiers: list[Code] = field(default_factory=list[Code])
    flags: list[str] = field(default_factory=list[str])
    left: list[str] = field(default_factory=list[str])
    is_none: NoValue | None = None


def read_printed(text: str, concept: Concept) -> Printed | None:
    """Return the parts of a value; None where the text does not begin with a number, or a flag and a number."""
    flag, written = _flagged(narrowed(text))
    head = _HEAD.match(written)
    word = "" if head is None else head["word"] or ""
    if head is None or (word and word.casefold() not in words_before(concept)):
        return None
    found = Printed(sign=_SIGNS.get(head["sign"] or "", head["sign"] or ""), number=head["number"], word=word)
    found.flags += [flag] if flag else []
    tail = written[head.end() :]
    found.is_none, tail = _no_value(found, tail, concept)
    if found.is_none is None:
        groups = _GROUPS.match(tail)
        if groups is not None and re.fullmatch(r"\d{1,3}", found.number):
            found.groups = found.number + re.sub(r"\s", "", groups["groups"])
            tail = tail[groups.end() :]
        read_tail(tail, concept, found)
    return found


def _flagged(text: str) -> tuple[str, str]:
    """Return a flag that stands before the number and what stands behind it; a plus or minus there is a sign of it."""
    head = _FLAG_HEAD.match(text)
    flag = "" if head is None else head["flag"]
    return (flag.casefold(), text[head.end() :]) if head is not None and is_flag(flag) else ("", text)


def read_behind(text: str, concept: Concept) -> Printed:
    """Return the parts that stand behind a word: ``raised ULN 170 U/l``."""
    found = Printed()
    read_tail(narrowed(text), concept, found)
    return found


def _no_value(found: Printed, tail: str, concept: Concept) -> tuple[NoValue | None, str]:
    """Return why the number is no value, and what stands behind it; a part of the whole scale is a value of it."""
    part = _parts_of().match(tail)
    if part is not None:
        most = None if concept.possible is None else concept.possible.high
        is_titre = tail.lstrip()[:1] == ":" or (found.number == "1" and bool(concept.units))
        if not is_titre and not concept.units and most is not None and part["whole"] == str(most):
            return None, tail[part.end() :]
        return (NoValue.TITRE if is_titre else NoValue.SCALE), tail
    goes_on = _goes_on().match(tail)
    if goes_on is not None:
        is_flag = tail[:1].isspace() and _range().match(tail[goes_on.end() - 1 :]) is not None
        if not is_flag:
            return NoValue.RANGE, tail
    if _PLUSES.match(tail) is not None and not concept_is_counted(found.number):
        return NoValue.PLUSES, tail
    return None, tail


def concept_is_counted(number: str) -> bool:
    """True for a number that no test strip prints before a plus (``2+``)."""
    return number not in ("1", "2", "3", "4")


def read_tail(text: str, concept: Concept, found: Printed) -> None:
    """Take apart what stands behind the number."""
    rest = text.strip(_BETWEEN)
    while rest:
        end = next((end for read in _READERS if (end := read(rest, concept, found))), 0)
        if not end:
            token = _TOKEN.match(rest)
            end = len(rest) if token is None else token.end()
            found.left.append(rest[:end].strip(_BETWEEN))
        rest = rest[end:].strip(_BETWEEN)


def _take_brackets(rest: str, concept: Concept, found: Printed) -> int:
    match = _BRACKETS.match(rest)
    if match is None:
        return 0
    read_tail(match["round"] or match["square"] or "", concept, found)
    return match.end()


def _take_limit(rest: str, concept: Concept, found: Printed) -> int:
    match = _limit().match(rest)
    if match is None:
        return 0
    key = limit_key(match["key"])
    unit, end = _unit_at(rest, match.end(), concept)
    if key in found.limits:
        found.left.append(rest[:end])
    found.limits[key] = Bound(match["number"], unit, _SIGNS.get(match["sign"] or "", match["sign"] or ""))
    return end


def _take_unit(rest: str, concept: Concept, found: Printed) -> int:
    if found.unit or not concept.units:
        return 0
    found.unit, end = _unit_at(rest, 0, concept, found.word)
    return end


def _take_range(rest: str, concept: Concept, found: Printed) -> int:
    match = _range().match(rest)
    if match is None or _goes_on().match(rest[match.end() :]) is not None or found.limits:
        return 0
    unit, end = _unit_at(rest, match.end(), concept)
    found.limits.update(lln=Bound(match["low"], unit), uln=Bound(match["high"], unit))
    return end


def _take_bound(rest: str, concept: Concept, found: Printed) -> int:
    match = _bound().match(rest)
    if match is None or found.limits:
        return 0
    sign = next((sign for name, sign in _BOUND_SIGNS.items() if match[name]), "")
    sign = sign or _SIGNS.get(match["sign"], match["sign"])
    unit, end = _unit_at(rest, match.end(), concept)
    key = "uln" if sign.startswith("<") else "lln"
    found.limits[key] = Bound(match["number"], unit, is_strict="=" not in sign)
    return end


def _take_reference(rest: str, concept: Concept, found: Printed) -> int:
    del concept
    match = _reference_word().match(rest)
    if match is None or found.limits:
        return 0
    behind = rest[match.end() :].lstrip("([")
    return match.end() if _range().match(behind) or _bound().match(behind) else 0


def _take_qualifier(rest: str, concept: Concept, found: Printed) -> int:
    small = rest.casefold()
    for spelling, code in sorted(spellings(concept), key=lambda pair: -len(pair[0])):
        ends_there = _ENDS.match(rest, len(spelling)) is not None
        if spelling and small.startswith(spelling) and ends_there and code not in found.qualifiers:
            found.qualifiers.append(code)
            return len(spelling)
    return 0


def _take_flag(rest: str, concept: Concept, found: Printed) -> int:
    del concept
    token = _WORD.match(rest)
    ends = (*(() if token is None else (token.end(),)), *_ends(rest))
    end = next((end for end in ends if is_flag(rest[:end])), 0)
    found.flags += [rest[:end].casefold()] if end else []
    return end


def is_flag(text: str) -> bool:
    """True for what says only how a value lies; one letter alone is a capital: ``h`` is an hour, ``l`` a litre."""
    return text.casefold() in laboratory().flags and (len(text) > 1 or not text.isalpha() or text.isupper())


def _take_foreign_unit(rest: str, concept: Concept, found: Printed) -> int:
    if found.unit or not concept.units:
        return 0
    end = next((end for end in _ends(rest) if is_unit(rest[:end])), 0)
    found.unit = rest[:end]
    return end


_READERS = (
    _take_brackets,
    _take_limit,
    _take_unit,
    _take_reference,
    _take_range,
    _take_bound,
    _take_qualifier,
    _take_flag,
    _take_foreign_unit,
)
"""In this order: a word that is a unit of the concept is no flag (``3.2 L`` of a volume)."""


def limit_key(word: str) -> str:
    """Return the limit of the laboratory that an abbreviation in any language means."""
    return meanings(Matter.TYPED, "limits")[word.casefold()][0]


def _unit_at(text: str, start: int, concept: Concept, word: str = "") -> tuple[str, int]:
    """Return the longest unit of the concept (or one that converts) at a place and where it ends; "" where none is."""
    rest = text[start:].lstrip(_SPACES)
    skipped = len(text) - start - len(rest)
    for end in _ends(rest):
        written = rest[:end]
        if is_flag(written) and concept.unit(written) is None:
            continue
        if written and (find_unit(written, concept) or find_conversion(written, concept, word)):
            return written, start + skipped + end
    return "", start


def _ends(rest: str) -> Iterator[int]:
    """Yield where a unit can end, the last place first."""
    ends = [match.start() for match in _ENDS.finditer(rest) if match.start() > 0][:_MOST_ENDS]
    closing = [end + 1 for end in ends if rest[end : end + 1] in (")", "]")]
    yield from sorted({*ends, *closing}, reverse=True)


def spellings(concept: Concept) -> list[tuple[str, Code]]:
    """Return every way to write a word of method or sample of a concept, in either language."""
    return [
        (word.casefold(), code)
        for code in concept.qualifiers
        for name in (code.id, *code.also, *code.printed, *code.label.values())
        for word in (name, name.replace("_", " "), name.replace("_", "-"))
    ]


@cache
def _reference_word() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(laboratory().references, key=len, reverse=True))
    return re.compile(rf"(?:{words})\b\.?\s*[:=]?\s*(?=[\d<>≤≥(\[bu-])", re.IGNORECASE)


def _dash() -> str:
    return rf"(?:\s*(?:-|‐|‑|‒|–|—|−|\.\.\.?|…|~)\s*|\s+{pattern(Matter.TYPED, 'to')}\s+)"


@cache
def _range() -> re.Pattern[str]:
    return re.compile(rf"(?P<low>{NUMBER}){_dash()}(?P<high>{NUMBER})", re.IGNORECASE)


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"{_dash()}[-\u2212]?\d", re.IGNORECASE)


@cache
def _bound() -> re.Pattern[str]:
    words = "|".join(rf"(?P<{name}>{pattern(Matter.TYPED, name)}\b)" for name in _BOUND_SIGNS)
    return re.compile(rf"(?:(?P<sign>{_SIGN})|{words})\s*(?P<number>{NUMBER})", re.IGNORECASE)


@cache
def _limit() -> re.Pattern[str]:
    key = certain_spelling(Matter.TYPED, "limits")
    return re.compile(rf"(?P<key>{key})\b\s*[:=]?\s*(?P<sign>{_SIGN})?\s*(?P<number>{NUMBER})", re.IGNORECASE)


@cache
def _parts_of() -> re.Pattern[str]:
    of = pattern(Matter.TYPED, "part_of")
    return re.compile(rf"\s*(?:/|:|{of})\s*(?P<whole>\d[\d.,]*)", re.IGNORECASE)
