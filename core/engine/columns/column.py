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
    def name(self) -> str:
        """The name that columns about it begin with."""
        return _plain("_".join((self.concept, *self.qualifiers)))


@dataclass(frozen=True, slots=True)
class DayOf:
    """The day of the newest result."""

    of: Newest
    holds = Holds.DAY

    @property
    def name(self) -> str:
        """Its name."""
        return f"{self.of.name}_on"


@dataclass(frozen=True, slots=True)
class NumberOf:
    """The number of the newest result in a unit."""

    of: Newest
    unit: str
    holds = Holds.NUMBER

    @property
    def name(self) -> str:
        """Its name."""
        return "__".join(filter(None, (self.of.name, _unit(self.unit))))


@dataclass(frozen=True, slots=True)
class ToldOf:
    """The word of the newest result: positive, yes, a code."""

    of: Newest
    holds = Holds.WORD

    @property
    def name(self) -> str:
        """Its name."""
        return f"{self.of.name}_told"


@dataclass(frozen=True, slots=True)
class BesideLimit:
    """The number of the newest result in the unit of the laboratory's own limit."""

    of: Newest
    reference: Reference
    holds = Holds.NUMBER

    @property
    def name(self) -> str:
        """Its name."""
        return f"{self.of.name}_beside_{self.reference.lower()}"


@dataclass(frozen=True, slots=True)
class OwnLimit:
    """The laboratory's own limit of the newest result."""

    of: Newest
    reference: Reference
    holds = Holds.NUMBER

    @property
    def name(self) -> str:
        """Its name."""
        return f"{self.of.name}_{self.reference.lower()}"


@dataclass(frozen=True, slots=True)
class Born:
    """The first or last day of birth that is possible."""

    end: End
    holds = Holds.DAY

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
    def name(self) -> str:
        """Its name."""
        return f"{_plain(self.landmark)}_{self.end}"


@dataclass(frozen=True, slots=True)
class AnsweredOn:
    """The first possible day of the newest answer to a question of the file."""

    question: str
    holds = Holds.DAY

    @property
    def name(self) -> str:
        """Its name."""
        return f"answer_{_plain(self.question)}_on"


@dataclass(frozen=True, slots=True)
class Answered:
    """The newest answer to a question of the file: yes, no or unknown."""

    question: str
    holds = Holds.WORD

    @property
    def name(self) -> str:
        """Its name."""
        return f"answer_{_plain(self.question)}"


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
    def name(self) -> str:
        """Its name."""
        which = "surely" if self.is_sure else "possibly"
        marks = ("classed" if self.is_class else "", "now" if self.is_now else "")
        return "_".join(filter(None, (_set(self.conditions | self.drugs), *marks, which, "until")))


@dataclass(frozen=True, slots=True)
class NeverUntil:
    """The day until which of every one of some names it was said that it had never been there."""

    names: frozenset[str]
    holds = Holds.DAY

    @property
    def name(self) -> str:
        """Its name."""
        return f"{_set(self.names)}_never_until"


@dataclass(frozen=True, slots=True)
class ListDay:
    """From when (``since``) and when (``as_of``) a list was said to hold everything."""

    of: str
    which: Literal["since", "as_of"]
    holds = Holds.DAY

    @property
    def name(self) -> str:
        """Its name."""
        return f"{_plain(self.of)}_whole_{self.which}"


@dataclass(frozen=True, slots=True)
class IsRecorded:
    """Whether anything was said of a concept, an absence among it."""

    concept: str
    holds = Holds.TRUTH

    @property
    def name(self) -> str:
        """Its name."""
        return f"{_plain(self.concept)}_recorded"


@dataclass(frozen=True, slots=True, eq=False)
class VerdictOf:
    """The truth of a sentence that columns cannot say, or of a whole condition for whom they do not suffice."""

    name: str
    text: str
    decide: Decide
    is_exception: bool = False
    holds = Holds.TRUTH


Column = (
    DayOf | NumberOf | ToldOf | BesideLimit | OwnLimit | Born | LandmarkDay | AnsweredOn | Answered
    | LastDay | NeverUntil | ListDay | IsRecorded | VerdictOf
)  # fmt: skip


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9_]", "_", name.lower())


_SIGNS = {"%": "percent", "^": "", "/": "_per_", ".": "_"}


def _unit(unit: str) -> str:
    for sign, word in _SIGNS.items():
        unit = unit.replace(sign, word)
    return re.sub(r"[^A-Za-z0-9_]", "", unit).lower()


def _set(names: Iterable[str]) -> str:
    """Return the name of a set of names: the first, and a mark by which sets differ."""
    given = sorted(names)
    if len(given) == 1:
        return _plain(given[0])
    mark = hashlib.sha256("\n".join(given).encode()).hexdigest()[:8]
    return f"{_plain(given[0])}_and_{len(given) - 1}_{mark}" if given else "nothing"
