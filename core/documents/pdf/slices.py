"""A slice: a strip of the page that is never torn, as a list of marks to draw.

Setting a block gives slices, and slices know nothing of pages: places are measured in points from the
upper left corner of the slice, downwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.documents.pdf.shaping import Cluster
from core.scores.plane import Polygon


@dataclass(frozen=True, slots=True)
class Words:
    """Text on its baseline at (x, y); ``clusters`` draw it where it is shaped."""

    x: float
    y: float
    text: str
    face: str
    size: float
    colour: str
    clusters: tuple[Cluster, ...] = ()


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line from (x, y)."""

    x: float
    y: float
    across: float
    down: float
    colour: str
    weight: float
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """A filled ground with its upper left corner at (x, y); ``edge`` is empty for none."""

    x: float
    y: float
    width: float
    height: float
    ground: str
    edge: str = ""
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG with its upper left corner at (x, y)."""

    x: float
    y: float
    width: float
    height: float
    png: bytes


@dataclass(frozen=True, slots=True)
class Patch:
    """A filled polygon; its points count from (x, y)."""

    x: float
    y: float
    points: Polygon
    ground: str
    edge: str
    is_dashed: bool = False


Item = Words | Stroke | Panel | Picture | Patch


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline that PDF viewers show."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Slice:
    """``gap`` is the space above, left out at the top of a page; ``head`` is drawn again above the slice
    if it comes first on a page; ``is_kept_with_next`` binds it to its successor.
    """

    height: float
    items: tuple[Item, ...] = ()
    gap: float = 0.0
    is_kept_with_next: bool = False
    head: Slice | None = None
    bookmark: Bookmark | None = None
    is_page_break: bool = False


def moved(item: Item, across: float, down: float) -> Item:
    """Return ``item`` shifted by points to the right and downwards."""
    return replace(item, x=item.x + across, y=item.y + down)


def scaled(item: Item, scale: float) -> Item:
    """Return ``item`` enlarged from the upper left corner; lines keep their weight."""
    if scale == 1.0:
        return item
    at = replace(item, x=item.x * scale, y=item.y * scale)
    match at:
        case Words():
            return replace(at, size=at.size * scale)
        case Stroke():
            return replace(at, across=at.across * scale, down=at.down * scale)
        case Patch():
            return replace(at, points=tuple((x * scale, y * scale) for x, y in at.points))
        case Panel() | Picture():
            return replace(at, width=at.width * scale, height=at.height * scale)


def shifted(piece: Slice, across: float, down: float = 0.0) -> tuple[Item, ...]:
    """Return the items of a slice, shifted."""
    return tuple(moved(item, across, down) for item in piece.items)


def stacked(slices: Sequence[Slice]) -> Slice:
    """Return one slice of all, below each other with their gaps; the first one's gap stays outside."""
    items: list[Item] = []
    height = 0.0
    for number, piece in enumerate(slices):
        height += piece.gap if number else 0.0
        items.extend(shifted(piece, 0.0, height))
        height += piece.height
    return Slice(height, tuple(items), gap=slices[0].gap if slices else 0.0)
