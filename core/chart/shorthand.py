"""How much of a drug and how often, as prescriptions say it: ``500 mg bid``, ``1-0-1``, ``10 mg/kg q4w``, ``2x tgl.``.

A text is taken to pieces, and every piece must be understood: amounts, counts, how often, routes and forms. What lacks
something (how often, how many milligrams, the days of a taper) is said to lack it; nothing is filled in.
Sources: memory of the abbreviations in use (NHS; the list of the Institute for Safe Medication Practices, whose
warnings are kept: what is read in two ways is refused); German notation (1-0-1 for morning, noon and night) as the
federal medication plan (BMP) prints it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import cache

from core.chart.words import DOSE_UNITS
from core.vocabulary.asking import meanings, one_meaning, pattern
from core.vocabulary.vocabulary import Matter


class Lacks(Enum):
    """Why a text that speaks of a dose is none yet."""

    RANGE = "range"
    TAPER = "taper"
    DAYS = "days"  # so many doses, and not on which days
    OFTEN = "often"
    AMOUNT = "amount"  # so many tablets, and not of how much
    NEED = "need"  # taken as needed: nobody knows how much
    TWO_MEANINGS = "two-meanings"
    TWICE = "twice"  # how often is said twice


@dataclass(frozen=True, slots=True)
class Dosage:
    """``amount`` of ``unit`` each ``per`` (a length of time as a patient file writes it, "" for one single dose).

    ``is_apart``: the text said ``per`` behind the amount and not as a part of its unit. ``route`` as a course has it.
    """

    amount: str
    unit: str
    per: str
    is_apart: bool = False
    route: str = ""

    @property
    def text(self) -> str:
        """The amount with its unit."""
        return f"{self.amount} {self.unit}"


@dataclass(frozen=True, slots=True)
class Lacking:
    """What is missing. ``may_be`` is the dose that most probably is meant, where that is more than a guess."""

    why: Lacks
    may_be: Dosage | None = None


def read_shorthand(text: str) -> Dosage | Lacking | None:
    """Return the dose that a text says, or what it lacks; None where it is no dose at all."""
    pieces = _pieces(" ".join(text.split()))
    return None if pieces is None else _said(pieces)


def route_of(text: str) -> str:
    """Return the one route that a text names, "" where it names none or two."""
    found = {_routes()[match[0]] for match in _route_alone().finditer(text.casefold())}
    return next(iter(found)) if len(found) == 1 else ""


# --- the pieces of a text


@dataclass(frozen=True, slots=True)
class _Often:
    """So many times in each of so many units of time."""

    times: int
    count: int
    unit: str
    is_apart: bool = False
    is_joined: bool = False
    is_part_of_day: bool = False

    @property
    def is_daily(self) -> bool:
        return (self.count, self.unit) == (1, "day")


@dataclass
class _Pieces:
    """What a text consists of."""

    amounts: list[tuple[str, Decimal, str]] = field(default_factory=list[tuple[str, Decimal, str]])
    often: list[_Often] = field(default_factory=list[_Often])
    patterns: list[Decimal] = field(default_factory=list[Decimal])
    before: list[int] = field(default_factory=list[int])
    behind: list[int] = field(default_factory=list[int])
    forms: list[Decimal] = field(default_factory=list[Decimal])
    routes: list[str] = field(default_factory=list[str])
    lacks: list[Lacks] = field(default_factory=list[Lacks])
    is_single: bool = False
    is_divided: bool = False


_N = r"\d{1,9}(?:[.,]\d{1,4})?"
_PART = rf"(?:½|¼|¾|\d/\d|{_N})"
_FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75"}
_PERIODS: Mapping[str, tuple[int, str]] = {
    "day": (1, "day"),
    "week": (1, "week"),
    "fortnight": (2, "week"),
    "month": (1, "month"),
    "quarter": (3, "month"),
    "half_year": (6, "month"),
    "year": (12, "month"),
}
_LATIN: dict[str, tuple[int, int, str]] = {
    **dict.fromkeys(("qd", "od", "oad"), (1, 1, "day")),
    **dict.fromkeys(("bid", "bd"), (2, 1, "day")),
    **dict.fromkeys(("tid", "tds"), (3, 1, "day")),
    **dict.fromkeys(("qid", "qds"), (4, 1, "day")),
    **dict.fromkeys(("qod", "eod"), (1, 2, "day")),
    "qw": (1, 1, "week"),
    "tiw": (3, 1, "week"),
    **dict.fromkeys(("qm", "qmo"), (1, 1, "month")),
}
_LATIN_WORD = "|".join(r"\.?".join(name) for name in sorted(_LATIN, key=lambda name: -len(name)))
_HOURS_OF_DAY = 24


def _number(text: str) -> Decimal:
    if text in _FRACTIONS:
        return Decimal(_FRACTIONS[text])
    over, stroke, under = text.partition("/")
    if stroke:
        return Decimal(over) / Decimal(under) if int(under) else Decimal(0)
    return Decimal(text.replace(",", "."))


def _unit(match: re.Match[str]) -> tuple[int, str]:
    """Return the unit of time a match names, with how many of the file's units it is."""
    unit = _one("units")[match["time"]]
    return (12, "month") if unit == "year" else (1, unit)


def _times(match: re.Match[str]) -> int:
    if match["n"]:
        return int(match["n"])
    if match["word"]:
        return int(_one("counts")[match["word"]])
    return int(_one("times")[match["once"]]) if match["once"] else 1


def _take_amount(match: re.Match[str], found: _Pieces) -> None:
    sign = {"≤": "<=", "≥": ">="}.get(match["sign"] or "", match["sign"] or "")
    basis = "/m2" if match["basis"] and match["basis"] != "kg" else "/kg" if match["basis"] else ""
    found.amounts.append((sign, _number(match["number"]), _masses()[match["mass"]] + basis))


def _take_pattern(match: re.Match[str], found: _Pieces) -> None:
    """Morning, noon, evening, night: of tablets, or of milligrams where noon is 0 (which no taper is)."""
    parts = [_number(part) for part in re.split(r"\s*-\s*", match["parts"])]
    if match["mass"] is None:
        found.patterns.append(sum(parts, Decimal(0)))
        return
    if parts[1] or not parts[0]:
        found.lacks.append(Lacks.TAPER)
    basis = "/m2" if match["basis"] and match["basis"] != "kg" else "/kg" if match["basis"] else ""
    found.amounts.append(("", sum(parts, Decimal(0)), _masses()[match["mass"]] + basis))
    found.often.append(_Often(1, 1, "day", is_part_of_day=True))


def _take_period(match: re.Match[str], found: _Pieces) -> None:
    count, unit = _unit(match)
    joint = (match["joint"] or "").strip()
    is_plain = match["n"] is None and match["word"] is None and match["once"] is None
    found.often.append(
        _Often(
            _times(match),
            count,
            unit,
            is_apart=is_plain and re.fullmatch(_said_as("joint_apart"), joint) is not None,
            is_joined=is_plain and joint == "/",
        )
    )


def _take_every(match: re.Match[str], found: _Pieces) -> None:
    factor, unit = _unit(match)
    ordinal = match["ordinal"]
    count = int(match["each"] or (_one("ordinals")[ordinal] if ordinal else 1))
    if (count * factor, unit) == (_HOURS_OF_DAY, "h"):
        count, factor, unit = 1, 1, "day"
    found.often.append(_Often(1, count * factor, unit, is_apart=True))


def _take_spaced(match: re.Match[str], found: _Pieces) -> None:
    """``8-hourly``, ``4-weekly``, ``4-wöchentlich``."""
    found.often.append(_Often(1, int(match["each"]), _one("spaced")[match["spaced"]], is_apart=True))


def _take_adverb(match: re.Match[str], found: _Pieces) -> None:
    count, unit = _PERIODS[_one("adverbs")[match["adverb"]]]
    found.often.append(_Often(_times(match), count, unit))


def _take_latin(match: re.Match[str], found: _Pieces) -> None:
    times, count, unit = _LATIN[re.sub(r"[.\s]", "", match[0])]
    found.often.append(_Often(times, count, unit, is_apart=count > 1))


def _take_part_of_day(match: re.Match[str], found: _Pieces) -> None:
    found.often.append(_Often(2 if match["second"] else 1, 1, "day", is_part_of_day=True))


def _lack(why: Lacks) -> Callable[[re.Match[str], _Pieces], None]:
    return lambda _, found: found.lacks.append(why)


def _take_form(match: re.Match[str], found: _Pieces) -> None:
    if match["forms"]:
        found.forms.append(_number(match["forms"]))


def _take_divided(_: re.Match[str], found: _Pieces) -> None:
    found.is_divided = True


def _take_single(_: re.Match[str], found: _Pieces) -> None:
    found.is_single = True


_END = r"(?![^\W\d_])"
_Take = Callable[[re.Match[str], _Pieces], None]


def _take_alternate(_: re.Match[str], found: _Pieces) -> None:
    found.often.append(_Often(1, 2, "day", is_apart=True))


def _take_daily(match: re.Match[str], found: _Pieces) -> None:
    found.often.append(_Often(int(match["n"]), 1, "day"))


def _take_before(match: re.Match[str], found: _Pieces) -> None:
    found.before.append(int(match["n"]))


def _take_behind(match: re.Match[str], found: _Pieces) -> None:
    found.behind.append(int(match["n"] or match["m"]))


def _take_length(_: re.Match[str], found: _Pieces) -> None:
    found.behind.append(0)


def _take_route(match: re.Match[str], found: _Pieces) -> None:
    found.routes.append(_routes()[match["route"]])


def _take_nothing(_: re.Match[str], found: _Pieces) -> None:
    del found


def _one(group: str) -> Mapping[str, str]:
    """Return what the spellings of a group mean; one that two languages mean differently is none."""
    return one_meaning(meanings(Matter.DOSES, group))


@cache
def _masses() -> Mapping[str, str]:
    return {**{name.casefold(): unit for name, unit in DOSE_UNITS.items()}, **_one("masses")}


@cache
def _routes() -> Mapping[str, str]:
    return _one("routes")


@cache
def _route_alone() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_]){_spelled(_routes())}(?![^\W\d_])")


def _spelled(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})"


def _said_as(name: str) -> str:
    return pattern(Matter.DOSES, name)


@cache
def _grammar() -> Sequence[tuple[re.Pattern[str], _Take]]:
    """What a text is taken to pieces with, in the words of all languages; the first that fits says what a piece is."""
    say = _said_as
    mass = _spelled(_masses())
    body = rf"(?:\s*{say('body')}\b)?"
    basis = rf"\s*(?:/|{say('per')}\s+)\s*(?P<basis>kg|{say('surface')}){body}"
    amount = rf"(?P<sign><=|>=|≤|≥|<|>)?\s*(?P<number>{_N})\s*(?P<mass>{mass})(?![^\W\d_])(?:{basis})?"
    time = rf"(?P<time>{_spelled(_one('units'))})(?![^\W\d_])\.?"
    times = (
        rf"(?:(?P<n>\d{{1,2}})\s*(?:[x×*]|{say('times')})|(?:(?P<word>{_spelled(_one('counts'))})\s*{say('times')})"
        rf"|(?P<once>{_spelled(_one('times'))}))"
    )
    part_of_day = say("part_of_day")
    form = rf"{say('form')}(?![^\W\d_])"
    divided = (
        rf"(?:{say('divided_into')}\s+)+(?:(?:\d|{say('divided_count')})\s*)?(?:{say('divided')}\s+)?"
        rf"{say('divided_doses')}{_END}|{say('divided')}{_END}"
    )
    each = (
        rf"(?:q\.?|{say('each')}|/)\s*"
        rf"(?:(?P<each>\d{{1,3}})\.?|(?P<ordinal>{_spelled(_one('ordinals'))}))\s*-?\s*"
    )
    spaced = rf"(?P<each>\d{{1,2}})\s?-?\s?(?P<spaced>{_spelled(_one('spaced'))})"
    behind = r"[x×*]\s*(?P<n>\d{1,2})(?![\d.,])(?P<word>)(?P<once>)\s*"
    so_many = (
        r"(?:[x×*]\s*(?P<n>\d{1,2})(?![\d.,])|(?P<m>\d{1,2})\s*[x×*](?!\s*\d))"
        rf"(?:\s*{say('doses')})?"
    )
    parts = (
        rf"(?P<parts>{_PART}(?:\s*-\s*{_PART}){{2,3}})(?![\d.,]*\s*-)"
        rf"(?:\s*(?P<mass>{mass}){_END}(?:{basis})?)?"
    )
    number_of = rf"{_N}(?:\s*(?:{mass}){_END})?\s*"
    arrow, dash = "(?:->|→|=>|⇒)", "[-\u2013\u2014]"
    tapering = rf"(?:{say('and')} |{say('then')} )*{say('taper')}(?: {say('taper_behind')})?"
    texts: Sequence[tuple[str, _Take]] = (
        (rf"{say('need')}{_END}", _lack(Lacks.NEED)),
        (rf"{tapering}{_END}|{arrow}|{say('then')}{_END}", _lack(Lacks.TAPER)),
        (rf"(?:{say('range_word')}|~|≈){_END}", _lack(Lacks.RANGE)),
        (parts, _take_pattern),
        (rf"{number_of}(?:{arrow}|{say('down_to')} )\s*(?={_N})", _lack(Lacks.TAPER)),
        (rf"{_N}(?:\s*(?:{mass}))?(?:\s*{dash}\s*{_N}){{3,}}", _lack(Lacks.TAPER)),
        (rf"{number_of}(?:{dash}|{say('between')} )\s*(?={_N})", _lack(Lacks.RANGE)),
        (rf"{say('of_two_meanings')}{_END}", _lack(Lacks.TWO_MEANINGS)),
        (divided, _take_divided),
        (each + time, _take_every),
        (rf"{say('alternate')}{_END}", _take_alternate),
        (spaced + _END, _take_spaced),
        (rf"(?:{times}\s*)?(?P<adverb>{_spelled(_one('adverbs'))}){_END}", _take_adverb),
        (rf"(?:{times}\s*)?(?P<joint>/|{say('joint')} |q\.?)\s*{time}", _take_period),
        (rf"(?:{_LATIN_WORD}){_END}\.?", _take_latin),
        (
            rf"{part_of_day}{_END}(?P<second>\s*(?:{say('and')}|\+|&|,)\s*{part_of_day}{_END})?",
            _take_part_of_day,
        ),
        (rf"{say('single')}{_END}", _take_single),
        (rf"(?:(?P<forms>{_PART})\s*)?{form}\.?", _take_form),
        (amount, _take_amount),
        (rf"{behind}(?P<joint>/|{say('joint_behind')} )\s*{time}", _take_period),
        (rf"{behind}{say('daily')}{_END}", _take_daily),
        (rf"(?P<n>\d{{1,2}})\s*[x×*]\s*(?={_N}\s*(?:{mass}){_END}|{_PART}\s*{form})", _take_before),
        (rf"(?P<n>\d{{1,2}})\s*[x×*]\s*1(?![\d.,])(?!\s*(?:{mass}){_END})", _take_before),
        (so_many, _take_behind),
        (rf"{say('lasting')}\s*\d{{1,3}}\s*{time}", _take_length),
        (rf"(?P<route>{_spelled(_routes())}){_END}", _take_route),
        (rf"[,.@()]|à|á|{say('besides')}{_END}", _take_nothing),
    )
    return tuple((re.compile(text), take) for text, take in texts)


def _pieces(text: str) -> _Pieces | None:
    """Return the pieces of a text; None where a part of it is none of them."""
    rest, found = text.casefold().strip(), _Pieces()
    while rest:
        taken = _first(rest)
        if taken is None:
            return None
        match, take = taken
        take(match, found)
        rest = rest[match.end() :].strip()
    return found


def _first(rest: str) -> tuple[re.Match[str], _Take] | None:
    for known, take in _grammar():
        match = known.match(rest)
        if match is not None and match[0]:
            return match, take
    return None


# --- what they say together


def _said(found: _Pieces) -> Dosage | Lacking | None:
    why = next(_slips(found), None)
    if why is not None:
        return Lacking(why)
    if not found.amounts:
        return Lacking(Lacks.AMOUNT) if found.often or found.patterns or found.forms else None
    sign, number, unit = found.amounts[0]
    often = _how_often(found)
    if isinstance(often, Lacks):
        return Lacking(often)
    for factor in (*found.patterns, *found.forms):
        number = _times_as_many(number, factor)
    route = found.routes[0] if len(set(found.routes)) == 1 else ""
    if found.patterns:
        often = _Often(1, 1, "day")
    if often is None:
        return _without_often(found, number, sign, unit, route)
    for count in (*found.before, often.times):
        number = _times_as_many(number, Decimal(count))
    return _dosage(sign, number, unit, often, route)


def _slips(found: _Pieces) -> Iterator[Lacks]:
    """Yield what keeps the pieces from being one dose."""
    yield from found.lacks
    if len(found.amounts) > 1:
        yield Lacks.TAPER
    if found.behind or (found.is_single and found.often):
        yield Lacks.DAYS
    if len(found.patterns) > 1 or len(found.before) > 1 or len(found.forms) > 1:
        yield Lacks.TWICE
    if any(not each for each in (*found.patterns, *found.before, *found.forms)) or any(
        not each.times or not each.count for each in found.often
    ):
        yield Lacks.AMOUNT


def _how_often(found: _Pieces) -> _Often | Lacks | None:
    """Return how often the amounts are taken, None where that is not said."""
    kinds = [each for each in found.often if not each.is_part_of_day]
    joined = [each for each in kinds if each.is_joined]
    if len(joined) > 1:
        return Lacks.TWICE
    if found.is_divided and joined:
        return joined[0]
    said = list(dict.fromkeys((each.times, each.count, each.unit) for each in kinds))
    if len(said) > 1 or (found.patterns and any(each.is_joined or each.times > 1 for each in kinds)):
        return Lacks.TWICE
    if not kinds:
        parts = [each for each in found.often if each.is_part_of_day]
        kinds = parts[:1] if len(parts) <= 1 else []
        if len(parts) > 1:
            return Lacks.TWICE
    often = kinds[0] if kinds else None
    return often if often is None else _unambiguous(often, found)


def _unambiguous(often: _Often, found: _Pieces) -> _Often | Lacks:
    """What is said of several doses a week, or of so many amounts in a longer time, has two meanings."""
    has_basis = "/" in found.amounts[0][2]
    if found.patterns and not often.is_daily:
        return Lacks.TWO_MEANINGS
    if found.before and (often.times > 1 or found.patterns):
        return Lacks.TWICE
    if found.before and (not often.is_daily or has_basis):
        return Lacks.TWO_MEANINGS
    if often.times > 1 and (often.count > 1 or (not often.is_daily and has_basis)):
        return Lacks.TWO_MEANINGS
    return often


def _without_often(found: _Pieces, number: Decimal, sign: str, unit: str, route: str) -> Dosage | Lacking:
    """So many times an amount is a day's, most probably, and is asked about; one amount alone can be anything."""
    if found.is_single and not found.before:
        return Dosage(sign + _written(number), unit, "", route=route)
    if found.before and "/" not in unit and not sign:
        day = _Often(1, 1, "day")
        return Lacking(Lacks.OFTEN, _dosage(sign, _times_as_many(number, Decimal(found.before[0])), unit, day, route))
    return Lacking(Lacks.OFTEN)


def _dosage(sign: str, number: Decimal, unit: str, often: _Often, route: str) -> Dosage:
    several = "" if often.unit == "h" else "s"
    per = often.unit if often.count == 1 and often.unit != "h" else f"{often.count} {often.unit}{several}"
    return Dosage(sign + _written(number), unit, per, is_apart=often.is_apart or often.count > 1, route=route)


def _times_as_many(number: Decimal, factor: Decimal) -> Decimal:
    """Digits stay as typed where nothing is multiplied."""
    return number if factor == 1 else (number * factor).normalize()


def _written(number: Decimal) -> str:
    return f"{number:f}"
