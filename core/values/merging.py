"""The union of any number of sets."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import TypeVar

T = TypeVar("T")


def merged(sets: Iterable[AbstractSet[T]]) -> frozenset[T]:
    """Return everything that is in one of the sets."""
    return frozenset(item for each in sets for item in each)
