"""Where a text turns from right to left, and in which order the pieces of a line stand.

A line of ours reads from left to right, on every kind of paper. A name that reads from right to left stands in it as if
it were alone: it turns nothing but itself (as ``<bdi>`` does in HTML; Unicode Annex 9 calls it an isolate). By the bare
algorithm the number that follows a Hebrew name would go to its other side, and belong to somebody else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

_TURNED = frozenset({"R", "AL"})
_BRACKETS = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›", "⟨": "⟩"}
_APOSTROPHES = frozenset("'’\"”")
_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")


class Levelled(Protocol):
    """Something that stands in a line at a level: 0 left to right, 1 right to left, 2 a number within."""

    @property
    def level(self) -> int:
        """The level of Unicode Annex 9, counted from our line."""
        ...


_Item = TypeVar("_Item", bound=Levelled)


def is_turned(sign: str) -> bool:
    """True if ``sign`` is a letter of a script that reads from right to left."""
    return unicodedata.bidirectional(sign) in _TURNED


def levels_of(text: str) -> list[int]:
    """Return the level of each sign of a text that stands in a line from left to right."""
    levels = [0] * len(text)
    for start, stop in _stretches(text):
        levels[start:stop] = [1] * (stop - start)
        for number in _NUMBER.finditer(text, start, stop):
            levels[number.start() : number.end()] = [2] * (number.end() - number.start())
    return levels


def turned_parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield a text in parts, each with whether it reads from right to left."""
    done = 0
    for start, stop in _stretches(text):
        if start > done:
            yield text[done:start], False
        yield text[start:stop], True
        done = stop
    if done < len(text):
        yield text[done:], False


def in_reading_order(items: Sequence[_Item]) -> list[_Item]:
    """Return the pieces of one line as they stand from left to right (rule L2 of Unicode Annex 9)."""
    ordered = list(items)
    highest = max([item.level for item in ordered], default=0)
    for level in range(highest, 0, -1):
        start = 0
        while start < len(ordered):
            stop = start
            while stop < len(ordered) and ordered[stop].level >= level:
                stop += 1
            ordered[start:stop] = reversed(ordered[start:stop])
            start = stop + 1
    return ordered


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text turns: from the first to the last such letter between two of the other direction."""
    start = stop = -1
    for at, sign in enumerate(text):
        if is_turned(sign):
            start, stop = (at if start < 0 else start), at + 1
        elif unicodedata.category(sign).startswith("M") and stop == at:
            stop = at + 1
        elif unicodedata.bidirectional(sign) == "L" and start >= 0:
            yield _with_signs(text, start, stop)
            start = stop = -1
    if start >= 0:
        yield _with_signs(text, start, stop)


def _with_signs(text: str, start: int, stop: int) -> tuple[int, int]:
    """Widen a stretch to the other half of its brackets, and to the apostrophe that ends its last word."""
    opened = [sign for sign in text[start:stop] if sign in _BRACKETS]
    closed = [sign for sign in text[start:stop] if sign in _BRACKETS.values()]
    if len(opened) > len(closed) and text[stop : stop + 1] == _BRACKETS[opened[-1]]:
        return start, stop + 1
    if len(closed) > len(opened) and _BRACKETS.get(text[start - 1 : start]) == closed[0]:
        return start - 1, stop
    if text[stop : stop + 1] in _APOSTROPHES and text[start - 1 : start] not in _APOSTROPHES:
        return start, stop + 1
    return start, stop
