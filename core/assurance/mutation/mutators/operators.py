"""An operator with and without its edge, and turned round; a band left open at one end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from core.criteria.nodes import Between, Compare, DoseLimit, On, Shift, TimeSince
from core.criteria.scope import Scope
from core.values.interval import Op

_OTHERS: Mapping[Op, tuple[Op, ...]] = {
    "<": ("<=", ">="),
    "<=": ("<", ">="),
    ">": (">=", "<="),
    ">=": (">", "<="),
    "=": ("!=",),
    "!=": ("=",),
}


def mutate(part: object, _scope: Scope) -> Iterator[object]:
    """Yield the part with each other operator."""
    match part:
        case Compare() | TimeSince() | Shift():
            yield from (replace(part, op=op) for op in _OTHERS[part.op])
        case On() if part.op is not None:
            yield from (replace(part, op=op) for op in _OTHERS[part.op])
        case Between(subject, low, high, pick, clean, window):
            yield Compare(subject, ">=", low, pick, clean, window)
            yield Compare(subject, "<=", high, pick, clean, window)
        case DoseLimit(tests):
            for at, (op, limit) in enumerate(tests):
                yield from (DoseLimit((*tests[:at], (other, limit), *tests[at + 1 :])) for other in _OTHERS[op])
        case _:
            return
