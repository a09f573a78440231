"""HAQ and CHAQ: the mean of eight domains. Bruce B, Fries JF. Health Qual Life Outcomes 2003;1:20."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from core.language.said import said
from core.scores.definition import Definition
from core.scores.given import Given, Json, Outputs, Refusal, RefusedError
from core.scores.numbers import exact

_AIDS = "aids"


def domains_told(written: Mapping[str, Json], key: str, definition: Definition) -> Mapping[str, Json]:
    """Return the domains by name, from a list in their order or a mapping; of a list of items the highest counts."""
    names = [name for name in definition.inputs if name != _AIDS]
    told = written.get(key)
    rest: dict[str, Json] = {name: value for name, value in written.items() if name != key}
    if isinstance(told, dict):
        rest |= told
    elif isinstance(told, list):
        if len(told) != len(names):
            raise RefusedError(Refusal(key, said("wanted: {number} domains", number=str(len(names))), ", ".join(names)))
        rest |= {name: level for name, level in zip(names, told, strict=True) if level is not None}
    return {name: _highest(value) if name != _AIDS else value for name, value in rest.items()}


def disability(given: Given) -> Outputs:
    """Return the index with and without aids, None with fewer domains answered than the rule asks."""
    levels = {
        name: level for name in given.definition.inputs if name != _AIDS and (level := given.maybe(name)) is not None
    }
    aided = _aided(given)
    raised = {name: max(level, given.limit("aided")) if name in aided else level for name, level in levels.items()}
    is_enough = len(levels) >= given.limit("domains")
    return {
        "index": sum(raised.values(), Fraction(0)) / len(levels) if is_enough else None,
        "index_without_aids": sum(levels.values(), Fraction(0)) / len(levels) if is_enough else None,
        "answered": Fraction(len(levels)),
    }


def _aided(given: Given) -> frozenset[str]:
    if not given.has(_AIDS):
        return frozenset()
    found: set[str] = set()
    for name in given.structure(_AIDS):
        domain = given.definition.named(str(name))
        if domain is None or domain.id == _AIDS:
            raise RefusedError(Refusal(_AIDS, said("there is no domain '{name}'", name=str(name))))
        found.add(domain.id)
    return frozenset(found)


def _highest(value: Json) -> Json:
    if not isinstance(value, list):
        return value
    levels = [level for each in value if (level := exact(each)) is not None]
    return Decimal(int(max(levels))) if levels else None
