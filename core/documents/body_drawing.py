"""A map of the body on paper: what is drawn, and the table that says the same in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.scores.plane import Polygon

if TYPE_CHECKING:
    from core.documents.blocks import Table

SHADES: Final = (
    ("#edf1f5", "#17202b"),
    ("#f5d9a8", "#17202b"),
    ("#e5995c", "#17202b"),
    ("#b5432a", "#ffffff"),
)
"""Ground and ink, from nothing there to the worst; the level stands in each, for print in grey."""
OPEN: Final = ("#ffffff", "#17202b")
OUTLINE_GROUND: Final = "#f6f8fa"
OUTLINE_EDGE: Final = "#b9c3ce"
EDGE: Final = "#566474"
HATCH: Final = 3.0
"""How far the lines of what was not examined stand apart, in units of the box."""


@dataclass(frozen=True, slots=True)
class DrawnRegion:
    """One region: ``told`` stands in its middle; ``shade`` None: open, or hatched where nobody examined it."""

    shapes: tuple[Polygon, ...]
    told: str
    shade: int | None
    is_hatched: bool = False

    @property
    def colours(self) -> tuple[str, str]:
        """Ground and ink."""
        return OPEN if self.shade is None else SHADES[self.shade]


@dataclass(frozen=True, slots=True)
class DrawnView:
    """The body from one side: ``left`` and ``right`` say what lies at the left and the right of the picture."""

    title: str
    left: str
    right: str
    outline: tuple[Polygon, ...]
    regions: tuple[DrawnRegion, ...]


@dataclass(frozen=True, slots=True)
class DrawnLegend:
    """A look with what it means, as a small box before its words."""

    told: str
    words: str
    shade: int | None
    is_hatched: bool = False


@dataclass(frozen=True, slots=True)
class BodyDrawing:
    """Views beside each other in boxes of one size, the legend, and the table that holds the same."""

    title: str
    width: float
    height: float
    views: tuple[DrawnView, ...]
    legend: tuple[DrawnLegend, ...]
    table: Table
