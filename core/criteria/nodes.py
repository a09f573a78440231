"""The conditions of the rule language as frozen nodes. Names are ids; groups of the file stay as written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from core.criteria.values import (
    Clean,
    Domains,
    Lasting,
    Limit,
    SinceStart,
    Subject,
    Term,
    Which,
    Window,
    Within,
)
from core.language.said import said
from core.values.duration import Duration
from core.values.interval import Op

Counting = Literal["drugs", "groups", "lines", "regimens"]
"""What a therapy block counts; the last two count courses, not drugs."""
Pick = Literal["latest", "first", "highest", "lowest", "any", "every", "ever", ""]


def _need(is_so: object, message: str) -> None:
    if not is_so:
        raise ValueError(message)


def _is_each(which: Which) -> bool:
    return which.mode == "each" or len(which.names) == 1


# --- connectives -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple[Condition, ...]

    def __post_init__(self) -> None:
        _need(bool(self.parts), "`all` needs at least one part")


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]

    def __post_init__(self) -> None:
        _need(bool(self.parts), "`any` needs at least one part")


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least ``needed`` of the parts hold."""

    needed: int
    parts: tuple[Condition, ...]

    def __post_init__(self) -> None:
        _need(
            1 <= self.needed <= len(self.parts),
            said("at least {needed} of {len} cannot be asked", needed=self.needed, len=len(self.parts)),
        )


@dataclass(frozen=True, slots=True)
class WhenThen:
    """If ``when`` holds, ``then`` is asked, otherwise ``otherwise`` (None: nothing)."""

    when: Condition
    then: Condition
    otherwise: Condition | None = None


@dataclass(frozen=True, slots=True)
class NotPublic:
    """Something the source holds and no public copy shows: unknown, deferred."""

    what: str


@dataclass(frozen=True, slots=True)
class SourcesDiffer:
    """Readings of several sources; ``use`` names the one that decides, "" leaves a disagreement unknown."""

    readings: Mapping[str, Condition]
    use: str = ""

    def __post_init__(self) -> None:
        _need(len(self.readings) > 1, "`sources_differ` needs at least two readings")
        _need(not self.use or self.use in self.readings, said("`use: {use}` is none of the readings", use=self.use))

    def __hash__(self) -> int:
        return hash((tuple(self.readings.items()), self.use))


@dataclass(frozen=True, slots=True)
class Defined:
    """A condition named once under ``define:``."""

    name: str


# --- sentences -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Compare:
    """``[pick] subject op limit [without …] [window]``."""

    subject: Subject
    op: Op
    limit: Limit
    pick: Pick = ""
    clean: Clean | None = None
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class Between:
    """``[pick] subject between low and high``: both ends included."""

    subject: Subject
    low: Limit
    high: Limit
    pick: Pick = ""
    clean: Clean | None = None
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class State:
    """``[pick] subject is [not] choice [in at least n domains] [window]``."""

    subject: Subject
    choices: tuple[str, ...]
    is_not: bool = False
    domains: Domains | None = None
    pick: Pick = ""
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class Includes:
    """``[pick] subject includes choice [window]``: of set-valued facts."""

    subject: Subject
    choices: tuple[str, ...]
    pick: Pick = ""
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class Repeated:
    """``at least n results of term test [window]``: results of different days."""

    needed: int
    term: Term
    test: Compare | State
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """``rise|fall in term op limit [relative|points] over D [window]``; without ``over`` since the start of a drug."""

    direction: Literal["rise", "fall"]
    term: Term
    op: Op
    limit: Limit
    over: Duration | None
    scale: Literal["relative", "points", ""] = ""
    window: Window | None = None

    def __post_init__(self) -> None:
        is_since = isinstance(self.window, SinceStart)
        _need(self.over is not None or is_since, "a change needs its period, or the start of a drug")


@dataclass(frozen=True, slots=True)
class TimeSince:
    """``time since landmark op D``: exact."""

    landmark: str
    op: Op
    duration: Duration


@dataclass(frozen=True, slots=True)
class Shows:
    """``[pick] record shows (…) [window]``: all fields from one record."""

    record: str
    condition: Condition
    pick: Pick = ""
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class Has:
    """``has which [with (…)]``: present on the decision day."""

    which: Which
    fields: Condition | None = None


@dataclass(frozen=True, slots=True)
class Had:
    """``[ever] had which [with (…)] [window]``: on some day of the look-back, without a window ever."""

    which: Which
    fields: Condition | None = None
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """``[ever] received which [at least n times] [window]``."""

    which: Which
    times: int = 1
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """``failed which [for …] [window]``: by the outcomes of the file's ``failed_means``."""

    which: Which
    lasting: Lasting | None = None
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class On:
    """``on which [at op limit] [for …]``: taken on the decision day, or on every day of the period."""

    which: Which
    op: Op | None = None
    limit: Limit | None = None
    lasting: Lasting | None = None


@dataclass(frozen=True, slots=True)
class Off:
    """``off which [for …]``: taken on no day of it; never taken is off. Of several drugs each is meant."""

    which: Which
    lasting: Lasting | None = None

    def __post_init__(self) -> None:
        _need(_is_each(self.which), "`off` speaks of each of its drugs")


@dataclass(frozen=True, slots=True)
class Stable:
    """``stable which for …``: the same dose on every day of the period, none included; of several drugs each."""

    which: Which
    lasting: Lasting

    def __post_init__(self) -> None:
        _need(_is_each(self.which), "`stable` speaks of each of its drugs")


# --- therapy ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DoseLimit:
    """A condition on a daily or cumulative dose: one comparison, or two for ``between``."""

    tests: tuple[tuple[Op, Limit], ...]


@dataclass(frozen=True, slots=True)
class Therapy:
    """A count over treatment courses. ``counted_if`` None: taken is enough.

    Names are drugs, classes or groups of the file. ``each_for`` maps a name, or "" for all, to a length.
    """

    counted_if: tuple[str, ...] | None
    at_least: int = 0
    of: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    one_from_each: tuple[tuple[str, ...], ...] = ()
    counting: Counting = "drugs"
    must_include: tuple[str, ...] = ()
    count_once: tuple[tuple[str, ...], ...] = ()
    any_length_if: tuple[str, ...] = ()
    contraindicated: Literal["ignored", "counts", "waives"] = "ignored"
    each_for: Mapping[str, Lasting] = field(default_factory=dict[str, Lasting])
    together_for: Lasting | None = None
    in_total_for: Lasting | None = None
    gap: Duration | None = None
    looking_back: Within | None = None
    together_with: tuple[str, ...] = ()
    at_dose: Mapping[str, DoseLimit] = field(default_factory=dict[str, DoseLimit])
    cumulative: Mapping[str, DoseLimit] = field(default_factory=dict[str, DoseLimit])
    is_dose_adequate_required: bool = False
    is_adherence_required: bool = False
    is_still_on: bool = False
    unchanged_for: Lasting | None = None

    def __post_init__(self) -> None:
        _need(
            bool(self.of or self.all_of or self.one_from_each),
            "`therapy` needs `of`, `all_of` or `one_from_each`",
        )
        _need(bool(self.of) == bool(self.at_least), "`at_least` and `of` belong together")

    def __hash__(self) -> int:
        return hash((self.at_least, self.of, self.all_of, self.one_from_each, self.counted_if))


AboutValues = Compare | Between | State | Includes
"""Sentences about the values of one measurement, of a panel, or of several at once."""
Sentence = (
    AboutValues | Repeated | Shift | TimeSince | Shows
    | Has | Had | Received | Failed | On | Off | Stable | Defined
)  # fmt: skip
Condition = Sentence | All | AnyOf | Not | AtLeast | WhenThen | NotPublic | SourcesDiffer | Therapy


def children(node: Condition) -> tuple[Condition, ...]:
    """Return the conditions directly inside a node, in reading order."""
    match node:
        case All(parts) | AnyOf(parts) | AtLeast(_, parts):
            return parts
        case Not(part):
            return (part,)
        case WhenThen(when, then, otherwise):
            return (when, then) if otherwise is None else (when, then, otherwise)
        case SourcesDiffer(readings):
            return tuple(readings.values())
        case Shows():
            return (node.condition,)
        case Has() | Had():
            return () if node.fields is None else (node.fields,)
        case _:
            return ()


def walk(node: Condition) -> Iterator[Condition]:
    """Yield the node and everything inside it."""
    yield node
    for child in children(node):
        yield from walk(child)
