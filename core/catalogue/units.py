"""Units as they are typed and as the catalogue knows them: the same one, one that converts, or another quantity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from core.catalogue.concept import Concept, Unit
from core.catalogue.measures import Measure, measures_of

_SIGNS = str.maketrans({
    "µ": "u", "μ": "u", "²": "2", "³": "3", "⁹": "9", "⁶": "6", "¹": "1", "⁰": "0", "·": "", "×": "", "^": "", "*": "",
})  # fmt: skip
_SHOWN = ((re.compile(r"\bu(?=mol|g|L|kat|U\b)"), "µ"), (re.compile(r"m2\b"), "m²"), (re.compile(r"10\^9"), "10⁹"))
_LONG = 4
"""A word of so many letters may be joined to the unit it follows (``g/gKreatinin``)."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """What takes a number typed in another unit to ``unit`` of the concept; "": by definition, as powers of ten are."""

    unit: Unit
    factor: Fraction
    source: str = ""


def folded(text: str) -> str:
    """Return a unit without spaces, capitals and signs that keyboards and laboratories write differently."""
    return re.sub(r"\s+", "", text).translate(_SIGNS).casefold()


def find_unit(text: str, concept: Concept) -> Unit | None:
    """Return the unit of a concept that a text writes, or None."""
    exact = concept.unit(text.strip())
    if exact is not None or not text.strip():
        return exact
    wanted, known = folded(text), {folded(name): unit for unit in concept.units for name in (unit.name, *unit.also)}
    return known.get(wanted) or _measured_alike(_bare(text, concept), concept)


def find_conversion(text: str, concept: Concept, word: str = "") -> Conversion | None:
    """Return how a number in a unit that the concept has not becomes one that it has; None: another quantity.

    ``word`` is a name before the number that belongs to the unit (``BUN``).
    """
    written = folded(f"{text} {word}")
    named = next((each for each in concept.converted if folded(each.name) == written), None)
    if named is not None:
        return Conversion(concept.units[0], Fraction(named.factor), named.source)
    if word:
        return None
    wanted = measures_of(_bare(text, concept))
    return next(iter((*_by_size(wanted, concept), *_by_factor(wanted, concept))), None)


def _by_size(wanted: Iterable[Measure], concept: Concept) -> Iterator[Conversion]:
    """Yield what is a power of ten, an inch or a pound."""
    for known, unit in _known_measures(concept):
        yield from (Conversion(unit, each.size / known.size) for each in wanted if each.is_like(known))


def _by_factor(wanted: Iterable[Measure], concept: Concept) -> Iterator[Conversion]:
    """Yield what the concept declares a factor for, in that unit or one of another size."""
    for declared in concept.converted:
        for known in measures_of(declared.name):
            yield from (
                Conversion(concept.units[0], Fraction(declared.factor) * each.size / known.size, declared.source)
                for each in wanted
                if each.is_like(known)
            )


def words_before(concept: Concept) -> frozenset[str]:
    """Return the names that may stand before a number and belong to its unit."""
    return frozenset(word.casefold() for each in concept.converted for word in each.name.split()[1:])


def is_unit(text: str) -> bool:
    """True if a text writes a unit, of this concept or another."""
    return bool(measures_of(text))


def shown_unit(name: str) -> str:
    """Return a unit as it is printed: µmol/L, m²."""
    for pattern, sign in _SHOWN:
        name = pattern.sub(sign, name)
    return name


def _measured_alike(text: str, concept: Concept) -> Unit | None:
    """Return the unit that measures the same; of several the one that is counted in the same parts."""
    wanted = measures_of(text)
    alike = [
        (measure.over == each.over, unit)
        for each, unit in _known_measures(concept)
        for measure in wanted
        if measure.is_like(each) and measure.size == each.size
    ]
    families = {unit.family for _, unit in alike}
    if len(families) != 1:
        return None
    return next((unit for is_same, unit in alike if is_same), alike[0][1])


def _known_measures(concept: Concept) -> tuple[tuple[Measure, Unit], ...]:
    return tuple(_measures(concept.units))


@lru_cache(maxsize=512)
def _measures(units: tuple[Unit, ...]) -> tuple[tuple[Measure, Unit], ...]:
    return tuple(
        (measure, unit) for unit in units for name in (unit.name, *unit.also) for measure in own_measures(name)
    )


def own_measures(name: str) -> Iterator[Measure]:
    """Yield what a unit of the catalogue measures: there a capital G is a thousand millions, a small one a gram."""
    found = measures_of(name)
    are_counts = name.startswith("G")
    yield from ([each for each in found if are_counts != bool(each.of)] or found)[:1]


def _bare(text: str, concept: Concept) -> str:
    """Return a unit without the words that say nothing new of it: g/g of creatinine, mg/L FEU."""
    words = [word.casefold() for word in concept.unit_words]
    if not words:
        return text
    kept: list[str] = []
    for token in re.sub(r"[()\[\]]", " ", text).replace("/", " / ").split():
        small = token.casefold().rstrip(".")
        if small not in words and token.casefold() not in words:
            joined = next((word for word in words if len(word) >= _LONG and small.endswith(word)), "")
            kept.append(token[: len(small) - len(joined)] if joined else token)
    return " ".join(kept).replace(" / ", "/")


def converted(number: Decimal, factor: Fraction) -> Decimal:
    """Return a number times an exact factor, to more digits than anybody measures."""
    return number * Decimal(factor.numerator) / Decimal(factor.denominator)
