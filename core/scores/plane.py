"""Polygons in a plane whose y grows downwards: mirrored, hit, hatched, and where their words stand."""

from __future__ import annotations

from itertools import pairwise

Point = tuple[float, float]
Polygon = tuple[Point, ...]


def mirrored(points: Polygon, width: float) -> Polygon:
    """Return the mirror image in a box, in the same sense of rotation."""
    return tuple((width - x, y) for x, y in reversed(points))


def whole(half: Polygon, width: float) -> Polygon:
    """Return a half, from the middle down to the middle, with its mirror image."""
    return tuple(dict.fromkeys((*half, *mirrored(half, width))))


def edges(points: Polygon) -> tuple[tuple[Point, Point], ...]:
    """Return the sides, the last one back to the first point."""
    return tuple(pairwise((*points, points[0])))


def holds(points: Polygon, at: Point) -> bool:
    """True for a point inside."""
    x, y = at
    crossed = (
        (one[0] + (y - one[1]) * (other[0] - one[0]) / (other[1] - one[1])) > x
        for one, other in edges(points)
        if (one[1] > y) != (other[1] > y)
    )
    return sum(crossed) % 2 == 1


def area(points: Polygon) -> float:
    """Return the area, without a sign."""
    return abs(sum(one[0] * other[1] - other[0] * one[1] for one, other in edges(points))) / 2


def centre(points: Polygon) -> Point:
    """Return the centre of gravity, where a word stands."""
    turned = [(one, other, one[0] * other[1] - other[0] * one[1]) for one, other in edges(points)]
    double = sum(cross for *_, cross in turned)
    x = sum((one[0] + other[0]) * cross for one, other, cross in turned) / (3 * double)
    y = sum((one[1] + other[1]) * cross for one, other, cross in turned) / (3 * double)
    return x, y


def hatched(points: Polygon, gap: float) -> tuple[tuple[Point, Point], ...]:
    """Return lines that rise to the right inside a polygon, ``gap`` apart: "not examined", also without a colour."""
    sums = [x + y for x, y in points]
    count = int((max(sums) - min(sums)) / gap)
    return tuple(line for number in range(1, count + 1) for line in _rising(points, min(sums) + number * gap - gap / 2))


def _rising(points: Polygon, total: float) -> tuple[tuple[Point, Point], ...]:
    """Return what lies inside of the line on which x and y add up to ``total``."""
    found: list[Point] = []
    for one, other in edges(points):
        before, after = sum(one) - total, sum(other) - total
        if (before > 0) != (after > 0):
            share = before / (before - after)
            found.append((one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])))
    found.sort()
    return tuple(zip(found[::2], found[1::2], strict=False))
