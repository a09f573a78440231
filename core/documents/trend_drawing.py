"""Trends on paper: pictures as strokes, dots and words in boxes of one size, and the tables that hold the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.documents.align import Align

if TYPE_CHECKING:
    from core.documents.blocks import Table

WIDTH: Final = 238.0
HEIGHT: Final = 104.0
"""Of a picture, in points; two stand beside each other."""
LETTERS: Final = 6.4
"""How high words in a picture are."""
TEXT: Final = "#17202b"
MUTED: Final = "#566474"
RULE: Final = "#d3dae2"
CURVES: Final = ("#0b6478", "#85570c")
"""The ink of the curve of the left axis and of the right one; the second is dashed, for print in grey."""


@dataclass(frozen=True, slots=True)
class DrawnStroke:
    """A straight line from a point to another; places count from the upper left corner, downwards."""

    x: float
    y: float
    to_x: float
    to_y: float
    ink: str
    weight: float = 0.5
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class DrawnDot:
    """A value; hollow where only a bound of it is known, with a ring around the last one up to the infusion."""

    x: float
    y: float
    ink: str
    is_hollow: bool = False
    has_ring: bool = False


@dataclass(frozen=True, slots=True)
class DrawnWords:
    """Words at a place: ``y`` is their middle, ``x`` their beginning, middle or end."""

    x: float
    y: float
    text: str
    ink: str
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class DrawnTrend:
    """One picture: ``titles`` stand above it in the inks of their curves, ``words`` in it."""

    titles: tuple[DrawnWords, ...]
    strokes: tuple[DrawnStroke, ...]
    dots: tuple[DrawnDot, ...]
    words: tuple[DrawnWords, ...]

    @property
    def name(self) -> str:
        """What it shows."""
        return " · ".join(each.text for each in self.titles)


@dataclass(frozen=True, slots=True)
class TrendDrawing:
    """The pictures, what their signs mean, and tables with every value that is drawn.

    ``told`` goes with the tables as well: what is marked, and what is not drawn.
    """

    pictures: tuple[DrawnTrend, ...]
    legend: tuple[str, ...]
    tables: tuple[Table, ...]
    told: tuple[str, ...] = ()
