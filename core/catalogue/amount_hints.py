"""What to write instead of an amount that cannot be read: the same quantity, never another.

Rule files, patient files and the form go by these. A unit is spelled as the catalogue does, or the number is
converted exactly or by a factor with a source; where neither is known only the units are named, never one of them
behind the number, since whoever obeys a hint in a hurry would ask for another quantity.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from itertools import product

from core.catalogue.concept import Concept, Kind, Unit
from core.catalogue.measures import measures_of
from core.catalogue.units import Conversion, converted, find_conversion, find_unit
from core.language.said import said
from core.values.duration import Duration, TimeUnit

_DIGITS = 6
"""So many significant digits are shown of a converted number; more nobody measures."""
_PER_HUNDRED = "%"
_OF_A_DAY = "/day"
_DAYS = {TimeUnit.DAY: 1, TimeUnit.WEEK: 7}
_MONTHS = {TimeUnit.MONTH: 1, TimeUnit.YEAR: 12}


def units_of(concepts: Iterable[Concept]) -> tuple[str, ...]:
    """Return the spellings of units that every concept has, those of the first one first."""
    spelled = [tuple(name for unit in each.units for name in (unit.name, *unit.also)) for each in concepts]
    if not spelled:
        return ()
    shared = set(spelled[0]).intersection(*spelled[1:])
    return tuple(name for name in spelled[0] if name in shared)


def unit_hint(number: str, unit: str, concepts: Sequence[Concept]) -> str:
    """Return what to write instead of ``number`` in a unit that concepts have not, as ``unit`` was typed."""
    known = _names(concepts)
    if not known:
        return said("leave the unit out")
    first = concepts[0]
    spelled = find_unit(unit, first)
    if spelled is not None and spelled.name in known:
        return said("write {what}", what=f"{number} {spelled.name}")
    if first.kind is Kind.DOSE and f"{unit}{_OF_A_DAY}" in known:
        return said("write {what} for the dose of a day", what=f"{number} {unit}{_OF_A_DAY}")
    conversion = find_conversion(unit, first)
    if conversion is not None and conversion.unit.name in known:
        return _converted(number, unit, conversion)
    return _one_of(number, known)


def bare_hint(number: str, concepts: Sequence[Concept]) -> str:
    """Return what to write instead of ``number`` where the unit is missing: it with the unit if there is but one."""
    known = _names(concepts)
    if len(known) != 1:
        return _one_of(number, known)
    unit = concepts[0].unit(known[0])
    if unit is not None and all(_is_usual(number, unit, each) for each in concepts):
        return said("write {what}", what=f"{number} {known[0]}")
    if known[0] == _PER_HUNDRED and unit is not None:
        sign, bare = _signed(number)
        share = f"{sign}{round_to_digits(Decimal(bare) * 100)}"
        if all(_is_usual(share, unit, each) for each in concepts):
            return said("write {what}, the same as {typed}", what=f"{share} {known[0]}", typed=number)
    return _one_of(number, known)


def dose_hint(number: str, unit: str) -> str:
    """Return what to write instead of a dose of any drug, as ``unit`` was typed ("" where it is missing)."""
    wanted = measures_of(unit)
    for name in _dose_units():
        if any(each.is_like(known) and each.size == known.size for known in measures_of(name) for each in wanted):
            return said("write {what}", what=f"{number} {name}")
    return _one_of(number, ("mg/day", "mg/kg/day", "g"))


@cache
def _dose_units() -> tuple[str, ...]:
    """Every unit that a dose of any drug is counted in."""
    return tuple(
        map("".join, product(("g", "mg", "ug", "U", "IU"), ("", "/kg", "/m2"), ("", "/day", "/week", "/month")))
    )


def length_hint(length: Duration, known: Sequence[str]) -> str:
    """Return what to write instead of a length of time where it is counted in the ``known`` units: the same length."""
    for sizes in (_DAYS, _MONTHS):
        for unit, size in sizes.items():
            name = next((each for each in known if each in (unit.value, f"{unit.value}s")), "")
            count, left = divmod(length.count * sizes.get(length.unit, 0), size)
            if name and count and not left:
                return said("write {what}", what=f"{count} {name}")
    return said("count it in one of: {units}", units=", ".join(known))


def _names(concepts: Sequence[Concept]) -> tuple[str, ...]:
    """Return the names of the units that all have, one for each unit."""
    shared = units_of(concepts)
    return tuple(unit.name for unit in concepts[0].units if unit.name in shared) if concepts else ()


def _one_of(number: str, known: Sequence[str]) -> str:
    return said("write {text} with one of: {units}", text=number, units=", ".join(known))


def _converted(number: str, unit: str, conversion: Conversion) -> str:
    sign, bare = _signed(number)
    exact = converted(Decimal(bare), conversion.factor)
    shown = round_to_digits(exact)
    names = {"what": f"{sign}{shown} {conversion.unit.name}", "typed": f"{number} {unit}", "source": conversion.source}
    if shown != exact:
        return said("write {what}, about {typed}", **names)
    if conversion.source:
        return said("write {what}, the same as {typed} ({source})", **names)
    return said("write {what}, the same as {typed}", **names)


def round_to_digits(number: Decimal) -> Decimal:
    """Return a number to six significant digits, without zeros at its end."""
    if not number:
        return number
    places = _DIGITS - 1 - number.adjusted()
    return Decimal(format(round(number, max(places, 0)).normalize(), "f"))


def _is_usual(number: str, unit: Unit, concept: Concept) -> bool:
    usual = concept.plausible or concept.possible
    return usual is None or usual.holds(Decimal(_signed(number)[1]) * unit.factor)


def _signed(number: str) -> tuple[str, str]:
    """Return the sign before a number (``<``, ``>=``) and the number."""
    bare = number.lstrip("<>= ")
    return number[: len(number) - len(bare)], bare
