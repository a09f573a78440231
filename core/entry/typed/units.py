"""Units as they are typed and as the catalogue knows them."""

from __future__ import annotations

import re

from core.catalogue.concept import Concept, Unit

_SIGNS = str.maketrans({
    "µ": "u", "μ": "u", "²": "2", "³": "3", "⁹": "9", "⁶": "6", "¹": "1", "⁰": "0", "·": "", "×": "", "^": "", "*": "",
})  # fmt: skip
_SHOWN = ((re.compile(r"\bu(?=mol|g|L|kat|U\b)"), "µ"), (re.compile(r"m2\b"), "m²"), (re.compile(r"10\^9"), "10⁹"))
_GIGA = {"g/l": "109/l", "/nl": "109/l", "tsd/ul": "109/l", "k/ul": "109/l"}


def folded(text: str) -> str:
    """Return a unit without spaces, capitals and signs that keyboards and laboratories write differently."""
    return re.sub(r"\s+", "", text).translate(_SIGNS).casefold()


def find_unit(text: str, concept: Concept) -> Unit | None:
    """Return the unit of a concept that a text writes, or None."""
    exact = concept.unit(text.strip())
    if exact is not None:
        return exact
    wanted = folded(text.strip().removeprefix("x").removeprefix("×"))
    known = {folded(name): unit for unit in concept.units for name in (unit.name, *unit.also)}
    return known.get(wanted) or known.get(_GIGA.get(wanted, ""))


def shown_unit(name: str) -> str:
    """Return a unit as it is printed: µmol/L, m²."""
    for pattern, sign in _SHOWN:
        name = pattern.sub(sign, name)
    return name
