"""Strong Kleene logic on numbers: true is 1, false is -1, unknown is 0; all of is the least, any of the greatest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.values.truth import Truth

TRUE, UNKNOWN, FALSE = 1, 0, -1

NUMBER: Mapping[Truth, int] = {Truth.TRUE: TRUE, Truth.UNKNOWN: UNKNOWN, Truth.FALSE: FALSE}
"""The number of a truth."""

TRUTH: Mapping[int, Truth] = {number: truth for truth, number in NUMBER.items()}
"""The truth of a number."""


def agreed(truths: Iterable[int]) -> int:
    """Return what all readings give, unknown where they differ or none is there."""
    found = set(truths)
    return found.pop() if len(found) == 1 else UNKNOWN


def at_least(needed: int, truths: Iterable[int]) -> int:
    """Return whether so many are true."""
    certain = possible = 0
    for truth in truths:
        if truth == TRUE:
            certain += 1
        elif truth == UNKNOWN:
            possible += 1
    if certain >= needed:
        return TRUE
    return FALSE if certain + possible < needed else UNKNOWN


def of(is_so: object) -> int:
    """Return the number of a plain yes or no."""
    return TRUE if is_so else FALSE
