"""What has to hold for a condition to hold: the sentences that are demanded whatever else is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.criteria.nodes import All, AnyOf, Compare, Condition, Not, State
from core.values.interval import Op

_OPPOSITE: dict[Op, Op] = {">=": "<", ">": "<=", "<=": ">", "<": ">=", "=": "!=", "!=": "="}
_OF_ONE_VALUE = ("", "latest", "first")


def demands(condition: Condition) -> Iterator[Condition]:
    """Yield the sentences that all have to hold; of what can be chosen nothing is demanded."""
    match condition:
        case All(parts):
            for part in parts:
                yield from demands(part)
        case AnyOf((part,)):
            yield from demands(part)
        case Not(AnyOf(parts)):
            for part in parts:
                yield from demands(opposite(part))
        case Not(part) if not isinstance(opposite(part), Not):
            yield from demands(opposite(part))
        case _:
            yield condition


def opposite(condition: Condition) -> Condition:
    """Return what holds exactly where the condition does not: as a plain sentence if there is one."""
    match condition:
        case Not(part):
            return part
        case Compare() if condition.pick in _OF_ONE_VALUE:
            return replace(condition, op=_OPPOSITE[condition.op])
        case State() if condition.pick in _OF_ONE_VALUE and condition.domains is None:
            return replace(condition, is_not=not condition.is_not)
        case _:
            return Not(condition)
