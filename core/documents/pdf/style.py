"""How a paper looks: measures in points, colours, sizes of type. The picture is one calm page with one accent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from core.documents.blocks import Tone

MILLIMETRE: Final = 72 / 25.4
PAGE_WIDTH: Final = 210 * MILLIMETRE
PAGE_HEIGHT: Final = 297 * MILLIMETRE
SIDE_MARGIN: Final = 17 * MILLIMETRE
TOP_MARGIN: Final = 14 * MILLIMETRE
BOTTOM_MARGIN: Final = 10 * MILLIMETRE
LINE_WIDTH: Final = PAGE_WIDTH - 2 * SIDE_MARGIN

TEXT_COLOUR: Final = "#17202b"
MUTED_COLOUR: Final = "#566474"
ACCENT_COLOUR: Final = "#0b6478"
RULE_COLOUR: Final = "#d3dae2"
PAPER_COLOUR: Final = "#ffffff"

CARD_WIDTH: Final = 85.6 * MILLIMETRE
CARD_HEIGHT: Final = 54 * MILLIMETRE
"""A card for the wallet, as wide and (to 0.02 mm) as high as ID-1 of ISO/IEC 7810."""

HAIRLINE: Final = 0.5
HEADER_RULE: Final = 0.9
CELL_INSET: Final = 4.0
ROW_INSET: Final = 3.6
_DENSE_ROW_INSET: Final = 2.1


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size and leading in points, colour of the plain and the strong voice (the muted one has its own).

    ``row_inset`` are the points above and below the lines of a row.
    """

    size: float
    leading: float
    colour: str = TEXT_COLOUR
    is_strong: bool = False
    row_inset: float = ROW_INSET


@dataclass(frozen=True, slots=True)
class Tint:
    """The colours of a box or a sign: light ground, edge, and the ink of the sign on white."""

    ground: str
    edge: str
    ink: str


TITLE: Final = TextStyle(15.5, 19.0, is_strong=True)
SUBTITLE: Final = TextStyle(9.4, 13.4, MUTED_COLOUR)
SECTION: Final = TextStyle(10.4, 13.6, ACCENT_COLOUR, is_strong=True)
SUBSECTION: Final = TextStyle(9.2, 12.4, is_strong=True)
BODY: Final = TextStyle(9.4, 13.6)
BOX: Final = TextStyle(9.4, 13.4)
TABLE: Final = TextStyle(8.3, 11.0)
TABLE_HEAD: Final = TextStyle(8.0, 11.0, MUTED_COLOUR, is_strong=True)
DENSE: Final = TextStyle(7.5, 9.4, row_inset=_DENSE_ROW_INSET)
DENSE_HEAD: Final = TextStyle(7.3, 9.4, MUTED_COLOUR, is_strong=True, row_inset=_DENSE_ROW_INSET)
GRID: Final = TextStyle(7.9, 10.4)
GRID_HEAD: Final = TextStyle(7.7, 10.4, MUTED_COLOUR, is_strong=True)
NOTE: Final = TextStyle(7.6, 10.4, MUTED_COLOUR)
HEADER: Final = TextStyle(8.8, 12.0, is_strong=True)
HEADER_LABEL: Final = TextStyle(8.8, 12.0)
MARK: Final = TextStyle(7.4, 10.4, is_strong=True)
FOOTER: Final = TextStyle(6.7, 8.8, MUTED_COLOUR)

TINTS: Final = {
    Tone.GOOD: Tint("#e9f5ee", "#2a7a4f", "#1f6b43"),
    Tone.POSSIBLE: Tint("#e8f3f5", "#1c7488", "#0b6478"),
    Tone.OPEN: Tint("#fdf4e3", "#96681a", "#85570c"),
    Tone.WAITING: Tint("#eef1fa", "#4a5fa5", "#3f5292"),
    Tone.BAD: Tint("#fbeceb", "#a8433c", "#98352e"),
    Tone.BOARD: Tint("#f8ecf5", "#96458a", "#7d3470"),
    Tone.NEUTRAL: Tint("#f3f5f7", "#7b8794", "#566474"),
}
