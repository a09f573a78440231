"""What units measure, read part by part: ``Tsd/µl``, ``10^3/uL`` and ``K/uL`` are one, ``µg/l`` is a thousand ``ng/L``.

The parts are data (``resources/laboratory.yaml``). Numerator and denominator stay apart: grams of protein for each gram
of creatinine are no number without a unit.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from itertools import product

from core.discovery import resource_path
from core.source_text.author_error import AuthorError
from core.source_text.fields import Fields, fields_of
from core.source_text.problem import Problem
from core.source_text.reading import read_text
from core.vocabulary.asking import pattern
from core.vocabulary.vocabulary import Matter

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_SURFACE = re.compile(r"\{?1[.,]73[\s_]*(?:m\s?\^?2|qm|sq\.?\s?m)?\}?(?![\w^])")
_POWER = re.compile(r"(?:(?<![a-z])[x*]\s*)?10\s*(?:\^|\*\*|\*|e|exp)?\s*\(?(?P<power>3|6|9|12)\)?(?![\d.,])")
_TENTH = re.compile(r"100\s*ml\b")
_OF_TENTH = re.compile(r"^([munp]?g)m?\s?%$")
"""Grams in a hundred millilitres, as they were once called: ``g%``, ``mg%``."""
_MOLAR = re.compile(r"^\s*([mµμunp])M\s*$")
"""Moles in a litre as chemists write them; in small letters it is a metre."""
_CUBIC = re.compile(r"\bcu\.?\s?mm\b")
_INDEX = re.compile(r"\bs\s?/\s?co\b")
_POWER_TOKEN = re.compile(r"\^(\d+)\^")
_GIGA = "g"
_MOST = 40
"""The longest unit that is read; what is longer is none."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a unit measures (``of``, counted ``per``) and how much of it one is: ``over`` divided by ``under``."""

    over: Fraction
    under: Fraction
    of: tuple[str, ...]
    per: tuple[str, ...]

    @property
    def size(self) -> Fraction:
        """How much one is."""
        return self.over / self.under

    def is_like(self, other: Measure) -> bool:
        """True if both measure the same thing."""
        return (self.of, self.per) == (other.of, other.per)


@dataclass(frozen=True, slots=True)
class Laboratory:
    """How laboratories print: parts of units by their spellings, units that follow one another, flags, ranges."""

    prefixes: Mapping[str, Fraction]
    things: Mapping[str, tuple[tuple[str, Fraction], ...]]
    prefixed: Mapping[str, tuple[tuple[str, Fraction], ...]]
    chains: Mapping[str, str]
    flags: frozenset[str]
    references: tuple[str, ...]


@cache
def laboratory() -> Laboratory:
    """Return what ships. Raises AuthorError where the file has an error."""
    path = resource_path("laboratory.yaml")
    problems: list[Problem] = []
    tree, found = read_text(path.read_bytes(), path.name)
    problems += found
    document = None if tree is None else fields_of(tree, path.name, problems)
    prefixes = None if document is None else document.fields("prefixes")
    chains = None if document is None else document.fields("chains")
    if document is None or prefixes is None or chains is None or problems:
        raise AuthorError(tuple(problems))
    things: dict[str, tuple[tuple[str, Fraction], ...]] = {}
    prefixed: dict[str, tuple[tuple[str, Fraction], ...]] = {}
    for entry in document.each("things"):
        _add(entry, things, prefixed)
    return Laboratory(
        {each.key.text: Fraction(prefixes.text(each.key.text) or "") for each in prefixes.written},
        things,
        prefixed,
        {each.key.text: chains.text(each.key.text) or "" for each in chains.written},
        frozenset(each.text for each in document.texts("flags")),
        tuple(each.text for each in document.texts("references")),
    )


def _add(
    entry: Fields,
    things: dict[str, tuple[tuple[str, Fraction], ...]],
    prefixed: dict[str, tuple[tuple[str, Fraction], ...]],
) -> None:
    kind, factor = entry.required_text("kind") or "", Fraction(entry.required_text("factor") or "")
    takes_prefix = entry.yes_no("takes_prefix")
    for spelled in entry.texts("spelled"):
        things[spelled.text] = (*things.get(spelled.text, ()), (kind, factor))
        if takes_prefix:
            prefixed[spelled.text] = (*prefixed.get(spelled.text, ()), (kind, factor))


@lru_cache(maxsize=4096)
def measures_of(text: str) -> tuple[Measure, ...]:
    """Return what a text measures as a unit, every reading of it (``G/l``: grams, or thousand millions)."""
    if not text.strip() or len(text) > _MOST:
        return ()
    over, *under = _plain(text).split("/")
    parts = [tuple(_readings(part)) for part in (over, *under)]
    found: list[Measure] = []
    for above, *below in product(*parts):
        if any(kind == "count" and factor != 1 for part in below for kind, factor in part):
            continue  # nothing is counted per thousand: "10^9/L K" is a unit with something behind it
        of = tuple(sorted(kind for kind, _ in above if kind != "count"))
        per = tuple(sorted(kind for part in below for kind, _ in part if kind != "count"))
        if over.strip() == _GIGA and above[0][0] == "count" and _product(each for part in below for each in part) != 1:
            continue  # G/L are thousand millions in a litre; nobody counts them in a decilitre, which weighs grams
        measure = Measure(_product(above), _product(each for part in below for each in part), of, per)
        found += [] if measure in found else [measure]
    return tuple(each for each in found if each.of or each.per)


def _plain(text: str) -> str:
    """Return a unit in small letters, its powers and its few irregular parts spelled one way."""
    text = _MOLAR.sub(r"\1mol/l", text)
    raised = _SUPERSCRIPT.sub(lambda match: f"^{match[0].translate(_SUPERSCRIPTS)}", text)
    small = unicodedata.normalize("NFKC", raised).casefold().replace("\N{GREEK SMALL LETTER MU}", "u")
    small = small.replace("\N{FRACTION SLASH}", "/").replace("\N{DIVISION SLASH}", "/").replace("×", "x")
    small = _SURFACE.sub("bsa", small)
    small = _INDEX.sub("index", _CUBIC.sub("mm3", small))
    small = _OF_TENTH.sub(r"\1/dl", small.strip())
    small = _TENTH.sub("dl", _whole_day().sub("d", _one_hour().sub("/", small)))
    small = _POWER.sub(lambda match: f" ^{match['power']}^ ", small)
    return _per().sub("/", re.sub(r"\s*/\s*", "/", small)).strip()


@cache
def _whole_day() -> re.Pattern[str]:
    return re.compile(rf"24\s*{pattern(Matter.TYPED, 'hours')}\b\.?")


@cache
def _one_hour() -> re.Pattern[str]:
    return re.compile(rf"/\s*1\s*(?={pattern(Matter.TYPED, 'one_hour')})")


@cache
def _per() -> re.Pattern[str]:
    return re.compile(rf"\s+{pattern(Matter.TYPED, 'per')}\s+")


def _readings(part: str) -> Iterator[tuple[tuple[str, Fraction], ...]]:
    """Yield what the parts of a numerator or denominator can be together; of nothing, nothing."""
    tokens = part.replace("·", " ").replace("⋅", " ").split()
    yield from product(*(_meanings(token) for token in tokens))


def _meanings(token: str) -> tuple[tuple[str, Fraction], ...]:
    power = _POWER_TOKEN.fullmatch(token)
    if power is not None:
        return (("count", Fraction(10) ** int(power[1])),)
    known = laboratory()
    if token in known.things:
        return known.things[token]
    return tuple(
        (kind, factor * scale)
        for prefix, scale in known.prefixes.items()
        if token.startswith(prefix)
        for kind, factor in known.prefixed.get(token[len(prefix) :], ())
    )


def _product(parts: Iterator[tuple[str, Fraction]] | tuple[tuple[str, Fraction], ...]) -> Fraction:
    result = Fraction(1)
    for _, factor in parts:
        result *= factor
    return result
