"""What a score is: what it asks, what it gives, in which version, after whom, and what is doubtful about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from types import MappingProxyType

from core.scores.units import QUANTITIES

LETTERS: Mapping[str, str] = MappingProxyType(
    {
        "A": "two or more independent sources agree with the table",
        "B": "one source, and an arithmetic check or memory agrees",
        "M": "memory only: not to be relied on until the cited paper has been read",
        "C": "contested: sources disagree, and what was chosen is a setting",
    }
)
"""How sure a table is."""


class Kind(Enum):
    """What an input holds."""

    NUMBER = "number"
    WHOLE = "whole"
    YES_NO = "yes_no"
    CHOICE = "choice"
    DAY = "day"
    STRUCTURE = "structure"  # a list or mapping that the formula reads


class Family(Enum):
    """Which kind of answer a score gives."""

    ACTIVITY = "activity"
    DAMAGE = "damage"
    CLASSIFICATION = "classification"
    RESPONSE = "response"
    GRADING = "grading"
    FORMULA = "formula"
    SETTING = "setting"  # days and checks that a centre sets
    HELP = "help"  # facts alone: nothing is computed


@dataclass(frozen=True, slots=True)
class Input:
    """One thing asked. ``is_item``: of the checklist that ``present`` and ``others`` finish.

    ``rising``: more of it never gives less, so that the lowest and the highest answer hold every other between them.
    ``bands``: one number of each band that the score tells apart, in rising order.
    """

    id: str
    kind: Kind
    label: Mapping[str, str]
    quantity: str = ""
    unit: str = ""
    also: tuple[str, ...] = ()
    possible: tuple[Fraction, Fraction] | None = None
    valid: tuple[Fraction, Fraction] | None = None
    bands: tuple[Fraction, ...] = ()
    options: tuple[str, ...] = ()
    default: str | None = None
    is_optional: bool = False
    is_item: bool = False
    rising: bool = False
    weight: Fraction = Fraction(0)
    group: str = ""
    groups: frozenset[str] = frozenset()
    help: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def units(self) -> Mapping[str, Fraction]:
        """Return the units it may be told in, as factors to its own."""
        known = QUANTITIES.get(self.quantity, {})
        own = known.get(self.unit, Fraction(1))
        return {unit: factor / own for unit, factor in known.items()}

    @property
    def highest(self) -> Fraction:
        """Return the highest level of a whole number, 1 for yes or no."""
        return self.possible[1] if self.possible is not None else Fraction(1)


@dataclass(frozen=True, slots=True)
class Mark:
    """A doubt that is shown with every result: the letter and what it is about."""

    letter: str
    about: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Definition:
    """One score as its file declares it."""

    id: str
    version: str
    family: Family
    status: str
    label: Mapping[str, str]
    about: Mapping[str, str]
    formula: str
    sources: tuple[str, ...]
    inputs: Mapping[str, Input]
    outputs: Mapping[str, str]
    marks: tuple[Mark, ...] = ()
    example: str = ""
    limits: Mapping[str, Fraction] = field(default_factory=dict[str, Fraction])

    @property
    def items(self) -> tuple[Input, ...]:
        """Return what its checklist asks."""
        return tuple(each for each in self.inputs.values() if each.is_item)

    def named(self, name: str) -> Input | None:
        """Return an input by its name or another spelling of it."""
        found = self.inputs.get(name)
        return found or next((each for each in self.inputs.values() if name in each.also), None)
