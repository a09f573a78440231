"""JSON that somebody else may have written, read within bounds: so long, so deep, no name twice, no endless numbers."""

from __future__ import annotations

import json
from typing import NoReturn, cast

_OPENING, _CLOSING = frozenset(b"[{"), frozenset(b"]}")


def bounded_object(content: bytes, most_bytes: int, deepest: int) -> dict[str, object]:
    """Return the object a text holds; ValueError or TypeError where it holds none, or one beyond the bounds."""
    if len(content) > most_bytes or _depth(content) > deepest:
        raise ValueError("beyond the bounds")
    told: object = json.loads(content.decode(), object_pairs_hook=_without_twins, parse_constant=_no_number)
    if not isinstance(told, dict):
        raise TypeError(type(told).__name__)
    return cast("dict[str, object]", told)


def is_whole_number(value: object, least: int, most: int) -> bool:
    """Tell whether a value is a whole number within bounds; true and false are none."""
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _depth(content: bytes) -> int:
    """Return how deep brackets nest at most. Those inside texts count too: an honest file has none there."""
    depth = deepest = 0
    for sign in content:
        if sign in _OPENING:
            depth += 1
            deepest = max(deepest, depth)
        elif sign in _CLOSING:
            depth -= 1
    return deepest


def _without_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _no_number(told: str) -> NoReturn:
    raise ValueError(told)
