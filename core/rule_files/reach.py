"""Which verdicts a condition can have at all: a part that is not public keeps it from being true or false."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.criteria.nodes import All, AnyOf, AtLeast, Condition, Not, NotPublic, SourcesDiffer, WhenThen


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether a condition can become true, and false."""

    is_true: bool = True
    is_false: bool = True


def reach_of(node: Condition) -> Reach:
    """Return what a condition can become when everything that can be known is known."""
    match node:
        case NotPublic():
            return Reach(is_true=False, is_false=False)
        case Not(part):
            inner = reach_of(part)
            return Reach(inner.is_false, inner.is_true)
        case All(parts):
            return _at_least(len(parts), parts)
        case AnyOf(parts):
            return _at_least(1, parts)
        case AtLeast(needed, parts):
            return _at_least(needed, parts)
        case WhenThen(when, then, otherwise):
            branches = [reach_of(then), Reach(is_false=False) if otherwise is None else reach_of(otherwise)]
            taken = [branches[0]] * reach_of(when).is_true + [branches[1]] * reach_of(when).is_false
            return Reach(any(each.is_true for each in taken), any(each.is_false for each in taken))
        case SourcesDiffer(readings, use):
            return reach_of(readings[use]) if use else _agreed(tuple(readings.values()))
        case _:
            return Reach()


def _at_least(needed: int, parts: Sequence[Condition]) -> Reach:
    each = [reach_of(part) for part in parts]
    can_be_true, can_be_false = sum(part.is_true for part in each), sum(part.is_false for part in each)
    return Reach(can_be_true >= needed, can_be_false > len(parts) - needed)


def _agreed(parts: Sequence[Condition]) -> Reach:
    each = [reach_of(part) for part in parts]
    return Reach(all(part.is_true for part in each), all(part.is_false for part in each))
