"""Frozen things of this program as plain JSON and back; reading it runs nothing but their own constructors.

A text in this notation is a list of kinds and a list of rows. Each row builds one thing: the number of its kind, then
its parts, where a number is an earlier row and anything else stands for itself. The last row is the whole. Things
that are the same are one row.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from importlib import import_module
from typing import cast

from core.errors import KriterionError
from core.language.said import Said, said

_OURS = "core."

_Plain = str | bool | None
_Part = _Plain | int
_Made = list[object]


class NotationError(KriterionError):
    """A thing cannot be written in the notation, or a text is none in it."""


def write(thing: object, given: Mapping[str, object]) -> str:
    """Return ``thing`` in the notation; what is ``given`` is not written but named. Raises NotationError."""
    writer = _Writer(given)
    writer.part_of(thing)
    return json.dumps({"kinds": list(writer.kinds), "rows": writer.rows}, separators=(",", ":"))


def read(text: str, given: Mapping[str, object]) -> object:
    """Return the thing that ``text`` stands for. Raises NotationError for anything that is no such text."""
    try:
        document = json.loads(text)
        makers = [_maker(name, given) for name in document["kinds"]]
        made: _Made = []
        for row in document["rows"]:
            kind: int = row[0]
            parts: _Made = [made[part] if type(part) is int else part for part in row[1:]]
            made.append(makers[kind](parts))
        return made[-1]
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, ImportError, RecursionError) as error:
        raise NotationError("a text that is none in the notation") from error


class _Writer:
    """Collects kinds and rows; parts come before what they are part of."""

    def __init__(self, given: Mapping[str, object]) -> None:
        self.kinds: dict[str, int] = {}
        self.rows: list[list[_Part]] = []
        self._given = {id(thing): name for name, thing in given.items()}
        self._known: dict[tuple[tuple[type, _Part], ...], int] = {}
        self._seen: dict[int, tuple[object, int]] = {}  # with the thing itself, so that its id stays its own

    def kind_of(self, name: str) -> int:
        """Return the number of a kind."""
        return self.kinds.setdefault(name, len(self.kinds))

    def part_of(self, thing: object) -> _Part:
        """Return how a thing stands in a row: as itself, or as the number of its own row."""
        if thing is None or type(thing) in (str, bool):
            return cast("_Plain", thing)
        if id(thing) not in self._seen:
            self._seen[id(thing)] = (thing, self._row(thing))
        return self._seen[id(thing)][1]

    def _row(self, thing: object) -> int:
        name, inner = self._taken_apart(thing)
        row = [self.kind_of(name), *(self.part_of(each) for each in inner)]
        key = tuple((type(part), part) for part in row)  # 1 and true are not the same
        if key not in self._known:
            self._known[key] = len(self.rows)
            self.rows.append(row)
        return self._known[key]

    def _taken_apart(self, thing: object) -> tuple[str, Iterable[object]]:
        name = self._given.get(id(thing))
        if name is not None:
            return "given", (name,)
        if isinstance(thing, Enum):
            return f"{type(thing).__module__}:{type(thing).__name__}", (thing.value,)
        if is_dataclass(thing):
            kind = type(thing)
            return f"{kind.__module__}:{kind.__name__}", (getattr(thing, field.name) for field in fields(thing))
        return _plain_parts(thing)


def _plain_parts(thing: object) -> tuple[str, Iterable[object]]:
    """Return kind and parts of what is none of our own classes."""
    match thing:
        case Said():
            return "said", (thing.template, thing.arguments)
        case tuple():
            return "tuple", cast("tuple[object, ...]", thing)
        case frozenset():
            return "frozenset", sorted(cast("frozenset[str]", thing), key=str)
        case Mapping():
            items = cast("Mapping[object, object]", thing).items()
            return "mapping", (each for pair in items for each in pair)
        case Decimal() | int():
            return type(thing).__name__, (str(thing),)
        case date():
            return "date", (thing.isoformat(),)
        case _:
            raise NotationError(f"no notation for {type(thing).__name__}")


def _said(parts: _Made) -> str:
    template, arguments = parts
    return said(cast("str", template), **cast("dict[str, object]", arguments))


_PLAIN: Mapping[str, Callable[[_Made], object]] = {
    "said": _said,
    "tuple": tuple,
    "frozenset": frozenset,
    "mapping": lambda parts: dict(zip(parts[::2], parts[1::2], strict=True)),
    "Decimal": lambda parts: Decimal(cast("str", parts[0])),
    "int": lambda parts: int(cast("str", parts[0])),
    "date": lambda parts: date.fromisoformat(cast("str", parts[0])),
}


def _maker(name: str, given: Mapping[str, object]) -> Callable[[_Made], object]:
    """Return what builds a thing of a kind from its parts: only dataclasses and enumerations of this program."""
    if name == "given":
        return lambda parts: given[cast("str", parts[0])]
    if name in _PLAIN:
        return _PLAIN[name]
    module, _, kind = name.partition(":")
    if not module.startswith(_OURS):
        raise NotationError("a kind that is not ours")
    found: object = getattr(import_module(module), kind)
    if not isinstance(found, type) or not (is_dataclass(found) or issubclass(found, Enum)):
        raise NotationError("a kind that is no plain thing")
    make = cast("Callable[..., object]", found)
    return lambda parts: make(*parts)
