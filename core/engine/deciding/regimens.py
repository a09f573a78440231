"""Lines and regimens on days as numbers: how many courses make at least, and at most."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from core.values.day_spans import Spans

_CHANGE_OVER = 31
"""Days on which an old and a new drug may both be taken and still follow each other (the language's own default)."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One course: the drugs it can be of, its line if recorded, the days it can have; whether it counts."""

    may_be: frozenset[str]
    line: int | None
    days: Spans
    counts: bool


Bounding = Callable[[Sequence[Placed], Sequence[Placed]], tuple[int, int]]
"""How many the courses that certainly count make, and how many those can make that possibly do."""


def _lines(certain: Sequence[Placed], possible: Sequence[Placed]) -> tuple[int, int]:
    unlined = sum(1 for each in possible if each.line is None)
    return _numbers(certain), _numbers(possible) + unlined


def _regimens(certain: Sequence[Placed], possible: Sequence[Placed]) -> tuple[int, int]:
    apart = _largest_apart([each for each in certain if each.line is None])
    unlined = [each for each in possible if each.line is None]
    # n courses that hang together make 2 n - 1 at most: each alone, and each two that follow each other
    return max(_numbers(certain), apart), _numbers(possible) + 2 * len(unlined) - _heaps(unlined)


COUNTED_BY_COURSES: Mapping[str, Bounding] = {"lines": _lines, "regimens": _regimens}


def _numbers(courses: Sequence[Placed]) -> int:
    return len({each.line for each in courses} - {None})


def _both(one: Placed, other: Placed) -> bool:
    """Return whether two courses have more days in common than a change takes."""
    days = 0
    for first, last in one.days:
        for start, end in other.days:
            days += max(0, min(last, end) - max(first, start) + 1)
    return days > _CHANGE_OVER


def _largest_apart(courses: Sequence[Placed]) -> int:
    """Return the largest number of courses of different drugs of which no two are taken together."""
    near = [0] * len(courses)
    for one, other in combinations(range(len(courses)), 2):
        is_one = not courses[one].may_be.isdisjoint(courses[other].may_be)
        if is_one or _both(courses[one], courses[other]):
            near[one] |= 1 << other
            near[other] |= 1 << one

    def largest(open_ones: int) -> int:
        if not open_ones:
            return 0
        lowest = open_ones & -open_ones
        left, beside = open_ones ^ lowest, near[lowest.bit_length() - 1]
        taken = 1 + largest(left & ~beside)
        return max(taken, largest(left)) if left & beside else taken

    return largest((1 << len(courses)) - 1)


def _heaps(courses: Sequence[Placed]) -> int:
    """Return into how many heaps courses fall that are taken together, one with the next."""
    heap = list(range(len(courses)))
    for one, other in combinations(range(len(courses)), 2):
        if heap[one] != heap[other] and _both(courses[one], courses[other]):
            old, new = heap[other], heap[one]
            heap = [new if each == old else each for each in heap]
    return len(set(heap))
