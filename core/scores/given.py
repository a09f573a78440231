"""What was told of a score: values by the names of its inputs, each of the kind the input asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from core.errors import KriterionError
from core.scores.definition import Definition, Input

Json: TypeAlias = "bool | Decimal | Fraction | str | list[Json] | dict[str, Json] | None"
"""What a JSON text holds, its numbers exact; a fraction is what was computed from them."""
Value: TypeAlias = "bool | Fraction | str | date | list[Json] | dict[str, Json]"
Result: TypeAlias = "bool | Fraction | float | str | date | list[str] | dict[str, Result] | None"
Outputs: TypeAlias = "dict[str, Result]"
_ZERO, _ONE = Fraction(0), Fraction(1)
"""Told apart by what they are: an item that is not there is most of every checklist, and adding it takes time."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an input cannot be used: where, what is wrong, what to write instead."""

    where: str
    message: str
    hint: str = ""
    is_of_range: bool = False  # the number is no value of the scale; nothing else is wrong


class RefusedError(KriterionError):
    """An input that cannot be used; carries every refusal that was found."""

    def __init__(self, *refusals: Refusal) -> None:
        super().__init__("; ".join(f"{each.where}: {each.message}" for each in refusals))
        self.refusals = refusals


class OpenInputError(KriterionError):
    """Raised when a formula asks for what nobody told: the input's name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class Given:
    """The values a formula works with. What is asked for and was not told raises OpenInputError."""

    definition: Definition
    values: Mapping[str, Value]

    def has(self, name: str) -> bool:
        """True if the input was told."""
        return name in self.values

    def number(self, name: str) -> Fraction:
        """Return an exact number in the input's own unit."""
        found = self._value(name)
        if isinstance(found, Fraction):
            return found
        raise OpenInputError(name)

    def real(self, name: str) -> float:
        """Return a number for a formula that is not exact."""
        return float(self.number(name))

    def maybe(self, name: str) -> Fraction | None:
        """Return a number, or None where it was not told."""
        return self.number(name) if self.has(name) else None

    def flag(self, name: str) -> bool:
        """Return yes or no."""
        found = self._value(name)
        if isinstance(found, bool):
            return found
        raise OpenInputError(name)

    def word(self, name: str) -> str:
        """Return which of the options was chosen."""
        found = self._value(name)
        if isinstance(found, str):
            return found
        raise OpenInputError(name)

    def day(self, name: str) -> date:
        """Return a day."""
        found = self._value(name)
        if isinstance(found, date):
            return found
        raise OpenInputError(name)

    def structure(self, name: str) -> list[Json] | dict[str, Json]:
        """Return a list or a mapping as it was told."""
        found = self._value(name)
        if isinstance(found, (list, dict)):
            return found
        raise OpenInputError(name)

    def limit(self, name: str) -> Fraction:
        """Return a number of the definition that is compared with."""
        return self.definition.limits[name]

    def level(self, item: Input) -> Fraction:
        """Return the level of an item: 0 or 1 for no and yes."""
        found = self._value(item.id)
        if isinstance(found, bool):
            return _ONE if found else _ZERO
        return found if isinstance(found, Fraction) and found else _ZERO

    def points(self, item: Input) -> Fraction:
        """Return what an item adds: its level times its weight."""
        level = self.level(item)
        if level is _ZERO or item.weight == 1:
            return level
        return item.weight if level is _ONE else level * item.weight

    def total(self, group: str = "") -> Fraction:
        """Return the sum of the points of all items, or of one group."""
        every = (self.points(each) for each in self.definition.items if group in ("", each.group))
        points = [each for each in every if each is not _ZERO]
        if all(each.denominator == 1 for each in points):  # nearly always, and whole numbers add in a tenth of the time
            return Fraction(sum(each.numerator for each in points))
        return sum(points, _ZERO)

    def highest_by_group(self) -> Mapping[str, Fraction]:
        """Return the highest points within each group of items."""
        found: dict[str, Fraction] = {}
        for each in self.definition.items:
            points, highest = self.points(each), found.setdefault(each.group, _ZERO)
            if points is not _ZERO and points > highest:
                found[each.group] = points
        return found

    def present(self, group: str = "") -> list[str]:
        """Return the items that are there, of all or of one group."""
        return [each.id for each in self.definition.items if group in ("", each.group) and self.level(each)]

    def _value(self, name: str) -> Value:
        if name not in self.values:
            raise OpenInputError(name)
        return self.values[name]
