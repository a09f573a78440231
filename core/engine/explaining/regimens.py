"""Lines and regimens: how many of them courses certainly make, and how many they can make at most.

A course recorded with its line belongs to the regimen of that number. Of two without one, of different drugs, the days
tell: who took both on few days only changed from one to the other; who took both for longer may have had one regimen
of both, or two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.values.day_spans import Spans, count, overlap

CHANGE_OVER = 31
"""On so many days at most the old and the new drug are taken while one changes to the other (the language's own
default: a calendar month, since courses are often recorded by the month)."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One course: the drugs it can be of, its line (None: not recorded), the days it can have; whether it counts."""

    may_be: frozenset[str]
    line: int | None
    days: Spans
    counts: bool


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many there certainly are, and how many there can be."""

    least: int
    most: int


def line_bounds(courses: Sequence[Placed]) -> Bounds:
    """Return the bounds of lines; a course without its line may be of one of its own."""
    unlined = sum(course.line is None for course in courses)
    return Bounds(len(_lines(courses, is_certain=True)), len(_lines(courses)) + unlined)


def regimen_bounds(courses: Sequence[Placed]) -> Bounds:
    """Return the bounds of regimens; n courses taken together in turn can make 2 n - 1 (A, A with B, B)."""
    unlined = [course for course in courses if course.line is None]
    apart = _most_apart([course for course in unlined if course.counts])
    groups = list(_groups(unlined))
    return Bounds(
        max(len(_lines(courses, is_certain=True)), apart),
        len(_lines(courses)) + sum(2 * len(group) - 1 for group in groups),
    )


def _lines(courses: Sequence[Placed], *, is_certain: bool = False) -> frozenset[int]:
    able = (course for course in courses if course.counts or not is_certain)
    return frozenset(course.line for course in able if course.line is not None)


def _is_together(one: Placed, other: Placed) -> bool:
    return count(overlap(one.days, other.days)) > CHANGE_OVER


def _is_apart(one: Placed, other: Placed) -> bool:
    """True if two courses are certainly of two regimens: of different drugs, and not taken together."""
    return one.may_be.isdisjoint(other.may_be) and not _is_together(one, other)


def _most_apart(courses: Sequence[Placed]) -> int:
    """Return the size of the largest set of courses of which each is apart from each."""
    if not courses:
        return 0
    first, rest = courses[0], courses[1:]
    beside = [course for course in rest if _is_apart(first, course)]
    with_first = 1 + _most_apart(beside)
    return with_first if len(beside) == len(rest) else max(with_first, _most_apart(rest))


def _groups(courses: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Yield the courses that hang together because each was taken together with another."""
    left = list(courses)
    while left:
        group = [left.pop()]
        for course in group:
            group += [other for other in left if _is_together(course, other)]
            left = [other for other in left if not any(other is each for each in group)]
        yield group
