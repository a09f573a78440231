"""Limits by chance: for each thing that is compared every kind of limit it can be compared with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from core.catalogue.concept import Kind
from core.criteria.nodes import DoseLimit
from core.criteria.values import Amount, Extreme, Length, Limit, Multiple, SiteValue, TitreLimit
from core.values.duration import Duration, TimeUnit
from tests.generative.chance import Chance
from tests.generative.invented_catalogue import CATALOGUE
from tests.generative.invented_windows import op

Make = Callable[[Chance], Limit]


def amount(chance: Chance, unit: str, *numbers: str) -> Amount:
    """Return one of some numbers with a unit."""
    return Amount(Decimal(chance.one(numbers)), unit)


def limit_for(chance: Chance, name: str) -> Limit:
    """Return a limit that fits a concept: an amount, what is special to it, a fact of the site, one of two."""
    plain = _PLAIN.get(name, _bare)
    special, site = _SPECIAL.get(CATALOGUE.concepts[name].kind, plain), _SITE.get(name, "bar")
    return _one_of(chance, (plain, special), site)


def limit_of_dose(chance: Chance) -> Limit:
    """Return a limit that a dose of a drug is compared with: any unit of dose, seldom what can be written but no dose.

    Nothing in a sentence says that a limit behind ``at`` has to be a dose, so titres and years stand there too.
    """
    if chance.chance(0.1):
        return chance.one((_titre, _age, _multiple))(chance)
    return _one_of(chance, (_plain_dose, _other_dose), "cap")


def _one_of(chance: Chance, makes: tuple[Make, ...], site: str) -> Limit:
    kind = chance.random.random()
    if kind < 0.6:
        return chance.one(makes)(chance)
    if kind < 0.78:
        return SiteValue(site)
    return Extreme(chance.one(("lower", "higher")), _part(chance, makes, site), _part(chance, makes, site))


def _part(chance: Chance, makes: tuple[Make, ...], site: str) -> Limit:
    return _one_of(chance, makes, site) if chance.chance(0.3) else chance.one(makes)(chance)


def _bare(chance: Chance) -> Limit:
    return amount(chance, "", "4", "8", "10", "12")


def _mass(chance: Chance) -> Limit:
    if chance.chance(0.7):
        return amount(chance, "mg/dL", "10", "20", "25", "30")
    return amount(chance, chance.one(("g/L", "umol/L")), "0.2", "20")


def _length(chance: Chance) -> Limit:
    return amount(chance, chance.one(("cm", "m")), "1.5", "15", "90")


def _weight(chance: Chance) -> Limit:
    return amount(chance, "kg", "20", "60")


def _percent(chance: Chance) -> Limit:
    return amount(chance, "%", "20", "30")


def _titre(chance: Chance) -> Limit:
    return TitreLimit(chance.one((80, 160)))


def _age(chance: Chance) -> Limit:
    return Length(Duration(chance.one((12, 14, 17, 18, 65)), TimeUnit.YEAR))


def _multiple(chance: Chance) -> Limit:
    return Multiple(Decimal(chance.one(("1", "1.5", "2"))), chance.one(("ULN", "LLN")))


def _plain_dose(chance: Chance) -> Limit:
    return amount(chance, "mg/day", "5", "7.5", "10", "20")


def _dose_by_weight(chance: Chance) -> Limit:
    return amount(chance, chance.one(("mg/kg/day", "g/day")), "0.01", "0.1", "0.2")


def _other_dose(chance: Chance) -> Limit:
    if chance.chance(0.5):
        return _dose_by_weight(chance)
    return amount(chance, chance.one(("mg/week", "U/day", "mg/m2/day")), "0.01", "10", "35")


_PLAIN: Mapping[str, Make] = {
    "serum": _mass,
    "virus": _mass,
    "germ": _mass,
    "panel": _mass,
    "height": _length,
    "weight": _weight,
    "share": _percent,
    "dilution": _titre,
    "age": _age,
    "steroid_dose": _plain_dose,
}
_SPECIAL: Mapping[Kind, Make] = {
    Kind.NUMBER: _multiple,
    Kind.TEST: _multiple,
    Kind.DOSE: _dose_by_weight,
}
_SITE: Mapping[str, str] = {
    "serum": "floor",
    "virus": "floor",
    "germ": "floor",
    "panel": "floor",
    "height": "edge",
    "weight": "load",
    "share": "part",
    "dilution": "rung",
    "age": "gate",
    "steroid_dose": "cap",
}


def dose_limit(chance: Chance) -> DoseLimit:
    """Return a condition on a daily dose."""
    return _one_or_two(chance, limit_of_dose)


def total_limit(chance: Chance) -> DoseLimit:
    """Return a condition on a cumulative dose."""
    return _one_or_two(chance, _total)


def _one_or_two(chance: Chance, make: Make) -> DoseLimit:
    if chance.chance(0.3):
        return DoseLimit(((">=", make(chance)), ("<=", make(chance))))
    return DoseLimit(((op(chance), make(chance)),))


def _total(chance: Chance) -> Limit:
    if chance.chance(0.3):
        return limit_of_dose(chance)
    return amount(chance, chance.one(("g", "g", "mg", "mg/kg")), "0.5", "1", "60", "300")
