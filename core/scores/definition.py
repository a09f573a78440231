"""What a score is: what it asks, what it gives, in which version, after whom, and what is doubtful about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from functools import cached_property
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
HIGHEST, LOWEST = "highest", "lowest"
"""Which value of a day answers an input."""


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
    ``bands``: one number of each band that the score tells apart, in rising order. ``is_asked``: in a panel.
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
    is_asked: bool = True
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
class OnRecord:
    """Which findings speak of an input: of the concepts ``of``, as they stand where no limit is named.

    With a limit they fit yes or no: ``sign`` is that of the comparison, ``limit`` a number with its unit, or
    ``upper_limit`` and ``lower_limit`` for the laboratory's own. ``is_once``: once ever is enough, none says
    no. ``is_age``: the age on the day that a landmark names. ``but`` are the groups of items that a total leaves out.
    ``of_day``: the ``highest`` or the ``lowest`` of the day itself and of no other, of an examination in its ``field``.
    """

    of: tuple[str, ...]
    sign: str = ""
    limit: str = ""
    is_once: bool = False
    is_age: bool = False
    but: tuple[str, ...] = ()
    of_day: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class AsFinding:
    """How an answered score stands on record: as a finding of a concept, the one that has the score's id unless named.

    ``value`` is the output it holds, by ``codes`` where that is a word or a yes or no; ``number`` the output that a
    classification counts, "" for none. ``fields``: of an examination the other fields, each with its output; its own
    field has the name of ``value``. ``beside`` are other concepts that the same answers tell, each with its output:
    they follow from the finding and are not recorded. ``method`` is the word of the catalogue for how it was found.
    ``has_rest``: a level of 0 is that nothing is there, so that "the rest is 0" can be said of what is left.
    """

    concept: str
    value: str
    number: str = ""
    method: str = ""
    has_rest: bool = False
    codes: Mapping[str, str] = field(default_factory=dict[str, str])
    fields: Mapping[str, str] = field(default_factory=dict[str, str])
    beside: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True)
class Definition:
    """One score as its file declares it.

    A score that is asked in a panel has ``finding``: how it stands on record. ``groups`` are the headings of its inputs
    in order, ``parts`` the outputs that are told beside the first, ``words`` what is shown of options, outputs and the
    words they are told in, ``record`` what on record speaks of an input.
    """

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
    finding: AsFinding | None = None
    groups: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    parts: tuple[str, ...] = ()
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    record: Mapping[str, OnRecord] = field(default_factory=dict[str, OnRecord])

    @cached_property
    def items(self) -> tuple[Input, ...]:
        """Return what its checklist asks."""
        return tuple(each for each in self.inputs.values() if each.is_item)

    @cached_property
    def asked(self) -> tuple[Input, ...]:
        """Return what a panel asks."""
        return tuple(each for each in self.inputs.values() if each.is_asked and each.kind is not Kind.STRUCTURE)

    def heading(self, asked: Input) -> str:
        """Return the group an input stands in: the first of the headings that it belongs to, "" for none."""
        return next((name for name in self.groups if name == asked.group or name in asked.groups), "")

    def named(self, name: str) -> Input | None:
        """Return an input by its name or another spelling of it."""
        found = self.inputs.get(name)
        return found or next((each for each in self.inputs.values() if name in each.also), None)
