"""The steps of a plan: what any machine has to be able to do with columns, and nothing of the rule language.

Every step has a Kleene truth for each patient. Sentences become steps in ``planning``; ``vectors`` and ``sql`` carry
the steps out. A new step is an entry in each machine, which a test names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.engine.columns.column import (
    Answered,
    BesideLimit,
    Column,
    IsRecorded,
    LastDay,
    ListDay,
    NeverUntil,
    NumberOf,
    OwnLimit,
    ToldOf,
    VerdictOf,
)
from core.values.interval import Op


@dataclass(frozen=True, slots=True)
class Constant:
    """The same for everybody."""

    truth: int


@dataclass(frozen=True, slots=True)
class Reversed:
    """True where the part is false."""

    part: Step


@dataclass(frozen=True, slots=True)
class Least:
    """The least of the parts: all of them hold."""

    parts: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Greatest:
    """The greatest of the parts: one of them holds."""

    parts: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """So many of the parts hold."""

    needed: int
    parts: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """What all parts say, unknown where they differ."""

    parts: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class AtMost:
    """A day that lies from ``first`` to ``last`` is not after a day."""

    first: Column
    last: Column
    day: int


@dataclass(frozen=True, slots=True)
class Compared:
    """A number against a limit, where it is of a day not before ``since``; else unknown."""

    day: Column
    since: int
    number: NumberOf
    op: Op
    limit: int


@dataclass(frozen=True, slots=True)
class Multiplied:
    """``number * of <op> limit * times``, where it is of a day not before ``since``."""

    day: Column
    since: int
    number: BesideLimit
    op: Op
    limit: OwnLimit
    times: int
    of: int


@dataclass(frozen=True, slots=True)
class Said:
    """A word that makes it true or false, where it is of a day not before ``since``; any other is unknown."""

    day: Column
    since: int
    word: ToldOf | Answered
    true: tuple[str, ...]
    false: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class There:
    """Something was there on a day not before ``first``."""

    sure: LastDay
    possible: LastDay
    first: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A list that holds everything since early enough, or a "never" for each name: neither older than ``fresh``."""

    since: ListDay
    as_of: ListDay
    never: NeverUntil
    fresh: int


@dataclass(frozen=True, slots=True)
class Absent:
    """False where what is not recorded was not there from ``first`` on (0: ever), else unknown."""

    born: Column
    first: int
    lists: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """Something was said of a concept, or not."""

    column: IsRecorded


@dataclass(frozen=True, slots=True)
class Given:
    """The verdict of the deciding engine."""

    column: VerdictOf


@dataclass(frozen=True, slots=True)
class Excepted:
    """The verdict of the deciding engine where it was asked, else the step."""

    column: VerdictOf
    step: Step


Step = (
    Constant | Reversed | Least | Greatest | Counted | Agreed
    | AtMost | Compared | Multiplied | Said | There | Absent | Recorded | Given | Excepted
)  # fmt: skip


def parts_of(step: Step) -> tuple[Step, ...]:
    """Return the steps directly inside one."""
    match step:
        case Least(parts) | Greatest(parts) | Counted(_, parts) | Agreed(parts):
            return parts
        case Reversed(part) | Excepted(_, part):
            return (part,)
        case _:
            return ()


def columns_of(step: Step) -> Iterator[Column]:
    """Yield the columns a step reads, in order; one may come again."""
    match step:
        case AtMost(first, last, _):
            yield from (first, last)
        case Compared() | Said():
            yield from (step.day, step.number if isinstance(step, Compared) else step.word)
        case Multiplied():
            yield from (step.day, step.number, step.limit)
        case There(sure, possible, _):
            yield from (sure, possible)
        case Absent(born, _, lists):
            yield born
            for each in lists:
                yield from (each.since, each.as_of, each.never)
        case Recorded() | Given() | Excepted():
            yield step.column
        case _:
            pass
    for part in parts_of(step):
        yield from columns_of(part)
