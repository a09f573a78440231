"""Where the items of a score lie on a body: regions in a small box, painted the same on screen and paper.

Right and left are the patient's. In the view from the front the patient's right lies at the left of the picture; from
behind it is the other way round. That is said here and nowhere else: a file gives the half at the left of the picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import ceil

from core.scores.definition import Definition
from core.scores.plane import Polygon
from core.scores.recording import NOT_EXAMINED

VIEWS = ("near", "front", "back")
"""The patient as we see them; near are the head and the backs of the hands."""
SIDES: Mapping[str, tuple[str, str]] = {
    "near": ("right", "left"),
    "front": ("right", "left"),
    "back": ("left", "right"),
}
"""Which side of the patient lies at the left and at the right of the picture."""
NOT_EXAMINED_SIGN = "\N{EN DASH}"
SHADES = 4
"""Nothing there, and three steps of what is."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The body itself by view. ``width`` and ``height`` are those of the box."""

    width: float
    height: float
    lines: Mapping[str, tuple[Polygon, ...]]


@dataclass(frozen=True, slots=True)
class Region:
    """Where one item lies."""

    item: str
    view: str
    shapes: tuple[Polygon, ...]


@dataclass(frozen=True)
class BodyMap:
    """One map of a score. ``is_low_worse``: of a strength the lowest level is the worst.

    ``levels`` is what levels are called, where they have names. A score that looks for several signs at each site has
    a map for each; ``sign`` is what that one shows.
    """

    id: str
    outline: Outline
    regions: tuple[Region, ...]
    is_low_worse: bool = False
    levels: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    sign: Mapping[str, str] = field(default_factory=dict[str, str])

    @cached_property
    def items(self) -> frozenset[str]:
        """The items that have a region."""
        return frozenset(each.item for each in self.regions)

    @cached_property
    def views(self) -> tuple[str, ...]:
        """The views that hold a region, the front first."""
        return tuple(view for view in VIEWS if any(each.view == view for each in self.regions))


@dataclass(frozen=True, slots=True)
class Seen:
    """A region with what is answered of its item.

    ``shade`` counts from 0, nothing there, to 3, the worst; None while it is open or was not examined. ``told`` is what
    stands in it: the level, a dash for "not examined", nothing while it is open.
    """

    region: Region
    told: str
    shade: int | None
    is_not_examined: bool = False


def seen(body: BodyMap, definition: Definition, answers: Mapping[str, str]) -> tuple[Seen, ...]:
    """Return the regions as answers have them."""
    return tuple(_seen(body, definition, each, answers.get(each.item, "")) for each in body.regions)


def _seen(body: BodyMap, definition: Definition, region: Region, answer: str) -> Seen:
    if answer == NOT_EXAMINED:
        return Seen(region, NOT_EXAMINED_SIGN, None, is_not_examined=True)
    asked = definition.inputs[region.item]
    if not answer.isdecimal() or int(answer) > asked.highest:
        return Seen(region, "", None)
    return Seen(region, answer, shade_of(body, int(answer), int(asked.highest)))


def shade_of(body: BodyMap, level: int, highest: int) -> int:
    """Return the shade of a level: a third of the way from nothing there to the worst is one step."""
    found = Fraction(highest - level if body.is_low_worse else level, highest)
    return ceil(found * (SHADES - 1))


def shades(body: BodyMap, highest: int) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Return each shade with its levels, from nothing there to the worst: what a legend says."""
    found: dict[int, list[int]] = {}
    for level in range(highest + 1):
        found.setdefault(shade_of(body, level, highest), []).append(level)
    return tuple((shade, tuple(found[shade])) for shade in sorted(found))
