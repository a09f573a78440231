"""What a column of the table holds: one plain thing of each patient, by a name that every machine writes alike.

Days are counted from the year one (1 is 1 January 0001), 0 is no day. A number is held as twice its whole millionths,
one more where it lies between two of them: so every comparison with a limit of at most six decimals is exact in whole
numbers, whatever the unit was converted from.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from enum import Enum
from typing import Literal

from core.engine.deciding.moment import Decide

PLACES = 6
MOST = 10**13
"""Numbers that are stored larger than this are left to the deciding engine: products of two must not overflow."""
Reference = Literal["ULN", "LLN"]
End = Literal["first", "last"]


class Holds(Enum):
    """What kind of thing a column holds."""

    DAY = "day"
    NUMBER = "number"
    WORD = "word"
    TRUTH = "truth"  # 1 true, -1 false, 0 unknown, and nothing


def stored(number: Decimal) -> int | None:
    """Return a number as a column holds it, None where it is too large for one."""
    scaled = number.scaleb(PLACES)
    floor = scaled.to_integral_value(ROUND_FLOOR)
    found = 2 * int(floor) + (scaled != floor)
    return found if abs(found) <= MOST else None


def cut(number: Decimal) -> int | None:
    """Return a limit as stored numbers are compared with it, None where it has more decimals than they."""
    found = stored(number)
    return None if found is None or found % 2 else found


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest result of a concept by one of the methods asked for."""

    concept: str
    qualifiers: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """What is meant, in words."""
        return self.concept + (f" ({', '.join(self.qualifiers)})" if self.qualifiers else "")

    @property
    def name(self) -> str:
        """The name that columns about it begin with."""
        return named(self.concept, *self.qualifiers)


@dataclass(frozen=True, slots=True)
class DayOf:
    """The day of the newest result."""

    of: Newest
    holds = Holds.DAY

    @property
    def told(self) -> str:
        """What it holds, in words."""
        return f"the day of the newest result of {self.of.told}"

    @property
    def name(self) -> str:
        """Its name."""
        return named(self.of.name, "on")


@dataclass(frozen=True, slots=True)
class NumberOf:
    """The number of the newest result in a unit."""

    of: Newest
    unit: str
    holds = Holds.NUMBER

    @property
    def told(self) -> str:
        """What it holds, in words."""
        return f"the newest number of {self.of.told}{f' in {self.unit}' if self.unit else ''}"

    @property
    def name(self) -> str:
        """Its name."""
        return named(self.of.name, "in", _unit(self.unit)) if self.unit else named(self.of.name, "number")


@dataclass(frozen=True, slots=True)
class ToldOf:
    """The word of the newest result: positive, yes, a code."""

    of: Newest
    holds = Holds.WORD

    @property
    def told(self) -> str:
        """What it holds, in words."""
        return f"the word of the newest result of {self.of.told}"

    @property
    def name(self) -> str:
        """Its name."""
        return named(self.of.name, "told")


@dataclass(frozen=True, slots=True)
class BesideLimit:
    """The number of the newest result in the unit of the laboratory's own limit."""

    of: Newest
    reference: Reference
    holds = Holds.NUMBER

    @property
    def told(self) -> str:
        """What it holds, in words."""
        return f"the newest number of {self.of.told}, in the unit of its own {self.reference}"

    @property
    def name(self) -> str:
        """Its name."""
        return named(self.of.name, "beside", self.reference)


@dataclass(frozen=True, slots=True)
class OwnLimit:
    """The laboratory's own limit of the newest result."""

    of: Newest
    reference: Reference
    holds = Holds.NUMBER

    @property
    def told(self) -> str:
        """What it holds, in words."""
        return f"the {self.reference} of the newest result of {self.of.told}"

    @property
    def name(self) -> str:
        """Its name."""
        return named(self.of.name, self.reference)


@dataclass(frozen=True, slots=True)
class Born:
    """The first or last day of birth that is possible."""

    end: End
    holds = Holds.DAY

    @property
    def told(self) -> str:
        """What it holds, in words."""
        return f"the {self.end} possible day of birth"

    @property
    def name(self) -> str:
        """Its name."""
        return f"born_{self.end}"


@dataclass(frozen=True, slots=True)
class LandmarkDay:
    """The first or last day a landmark can have been."""

    landmark: str
    end: End
    holds = Holds.DAY

    @property
    def told(self) -> str:
        """What it holds, in words."""
        return f"the {self.end} possible day of {self.landmark}"

    @property
    def name(self) -> str:
        """Its name."""
        return named(self.landmark, self.end)


@dataclass(frozen=True, slots=True)
class AnsweredOn:
    """The first possible day of the newest answer to a question of the file."""

    question: str
    holds = Holds.DAY

    @property
    def told(self) -> str:
        """What it holds, in words."""
        return f"the day of the newest answer to {self.question}"

    @property
    def name(self) -> str:
        """Its name."""
        return named("answer", self.question, "on")


@dataclass(frozen=True, slots=True)
class Answered:
    """The newest answer to a question of the file: yes, no or unknown."""

    question: str
    holds = Holds.WORD

    @property
    def told(self) -> str:
        """What it holds, in words."""
        return f"the newest answer to {self.question}"

    @property
    def name(self) -> str:
        """Its name."""
        return named("answer", self.question, "told")


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last day on which one of some conditions, events or drugs certainly (or possibly) was there.

    ``is_class``: a diagnosis that is told in words alone may be one of them. ``is_now``: asked of the day itself.
    """

    conditions: frozenset[str]
    drugs: frozenset[str]
    is_sure: bool
    is_class: bool = False
    is_now: bool = False
    holds = Holds.DAY

    @property
    def told(self) -> str:
        """What it holds, in words."""
        how = "certainly" if self.is_sure else "possibly"
        return f"the last day on which {_one_of(self.conditions | self.drugs)} {how} was there"

    @property
    def name(self) -> str:
        """Its name."""
        which = "surely" if self.is_sure else "possibly"
        marks = ("classed" if self.is_class else "", "now" if self.is_now else "")
        return named(_set(self.conditions | self.drugs), *marks, which, "until")


@dataclass(frozen=True, slots=True)
class NeverUntil:
    """The day until which of every one of some names it was said that it had never been there."""

    names: frozenset[str]
    holds = Holds.DAY

    @property
    def told(self) -> str:
        """What it holds, in words."""
        return f"until when it was said that {_one_of(self.names)} had never been there"

    @property
    def name(self) -> str:
        """Its name."""
        return named(_set(self.names), "never_until")


@dataclass(frozen=True, slots=True)
class ListDay:
    """From when (``since``) and when (``as_of``) a list was said to hold everything."""

    of: str
    which: Literal["since", "as_of"]
    holds = Holds.DAY

    @property
    def told(self) -> str:
        """What it holds, in words."""
        return f"{'from' if self.which == 'since' else 'as of'} when the list of {self.of} was said to be whole"

    @property
    def name(self) -> str:
        """Its name."""
        return named(self.of, "whole", self.which)


@dataclass(frozen=True, slots=True)
class IsRecorded:
    """Whether anything was said of a concept, an absence among it."""

    concept: str
    holds = Holds.TRUTH

    @property
    def told(self) -> str:
        """What it holds, in words."""
        return f"1 where anything was said of {self.concept}, else -1"

    @property
    def name(self) -> str:
        """Its name."""
        return named(self.concept, "recorded")


@dataclass(frozen=True, slots=True, eq=False)
class VerdictOf:
    """The truth of a sentence that columns cannot say, or of a whole condition for whom they do not suffice."""

    name: str
    told: str
    decide: Decide
    is_exception: bool = False
    holds = Holds.TRUTH


Column = (
    DayOf | NumberOf | ToldOf | BesideLimit | OwnLimit | Born | LandmarkDay | AnsweredOn | Answered
    | LastDay | NeverUntil | ListDay | IsRecorded | VerdictOf
)  # fmt: skip


LONGEST = 63
"""PostgreSQL cuts longer names."""
_MARK = 8


def named(*parts: str) -> str:
    """Return parts as one name of small letters, figures and ``_`` that every database takes whole."""
    name = re.sub(r"[^a-z0-9_]", "_", "_".join(filter(None, parts)).lower())
    if len(name) <= LONGEST - len("_exception"):
        return name
    return f"{name[: LONGEST - len('_exception') - _MARK - 1]}_{_mark_of(name)}"


def _mark_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_MARK]


_SIGNS = {"%": "percent", "^": "e", "/": "_per_", ".": "_"}


def _unit(unit: str) -> str:
    for sign, word in _SIGNS.items():
        unit = unit.replace(sign, word)
    return re.sub(r"[^A-Za-z0-9_]", "", unit).lower()


def _one_of(names: Iterable[str]) -> str:
    return " or ".join(sorted(names))


def _set(names: Iterable[str]) -> str:
    """Return the name of a set of names: the first, and a mark by which sets differ."""
    given = sorted(names)
    if len(given) == 1:
        return given[0]
    return f"{given[0]}_and_{len(given) - 1}_{_mark_of(chr(10).join(given))}" if given else "nothing"
