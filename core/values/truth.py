"""Strong Kleene logic: true, false, unknown. Unknown is an answer, never a pass."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Truth(Enum):
    """One of the three values of strong Kleene logic."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"

    def __invert__(self) -> Truth:
        if self is Truth.UNKNOWN:
            return self
        return Truth.FALSE if self is Truth.TRUE else Truth.TRUE

    @property
    def is_known(self) -> bool:
        """True for true and false."""
        return self is not Truth.UNKNOWN


def truth_of(is_so: bool) -> Truth:
    """Return the Kleene value of a plain yes or no."""
    return Truth.TRUE if is_so else Truth.FALSE


def all_of(parts: Iterable[Truth]) -> Truth:
    """Kleene conjunction; the empty conjunction is true."""
    result = Truth.TRUE
    for part in parts:
        if part is Truth.FALSE:
            return Truth.FALSE
        if part is Truth.UNKNOWN:
            result = Truth.UNKNOWN
    return result


def any_of(parts: Iterable[Truth]) -> Truth:
    """Kleene disjunction; the empty disjunction is false."""
    return ~all_of(~part for part in parts)


def at_least(needed: int, parts: Iterable[Truth]) -> Truth:
    """Kleene "at least n": n true is true; true and unknown together below n is false; else unknown."""
    values = tuple(parts)
    certain = sum(value is Truth.TRUE for value in values)
    if certain >= needed:
        return Truth.TRUE
    possible = certain + sum(value is Truth.UNKNOWN for value in values)
    return Truth.FALSE if possible < needed else Truth.UNKNOWN


def if_then_else(condition: Truth, then: Truth, otherwise: Truth) -> Truth:
    """A branch: with an unknown condition only a value common to both sides is known."""
    if condition is Truth.TRUE:
        return then
    if condition is Truth.FALSE:
        return otherwise
    return then if then is otherwise else Truth.UNKNOWN


def agreed(values: Iterable[Truth]) -> Truth:
    """Return the value all alternatives share, or unknown where they differ or none is there."""
    distinct = set(values)
    return distinct.pop() if len(distinct) == 1 else Truth.UNKNOWN
