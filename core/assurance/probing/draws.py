"""A row of draws that is the same for the same words: what is searched for is found again, whoever searches."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

_Thing = TypeVar("_Thing")
_BYTES = 8
_WHOLE = 2.0 ** (8 * _BYTES)


class Draws:
    """Shares between 0 and 1 and choices, one after the other, made of the words they began with."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._count = 0

    def share(self) -> float:
        """Return the next share, 1 excluded."""
        self._count += 1
        digest = hashlib.sha256(f"{self._words} {self._count}".encode()).digest()
        return int.from_bytes(digest[:_BYTES], "big") / _WHOLE

    def choice(self, things: Sequence[_Thing]) -> _Thing:
        """Return one of several."""
        return things[min(int(self.share() * len(things)), len(things) - 1)]
