"""The logo of a letterhead: a small PNG, checked before anything is drawn of it."""

from __future__ import annotations

from dataclasses import dataclass

from core.documents.png import can_be_drawn

MOST_BYTES = 512 * 1024
MOST_PIXELS = 4000
"""In width and in height: 60 mm at 300 dots an inch are 709."""
MOST_AREA = 2_000_000
"""Pixels altogether: unpacked they take 16 MB at most."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture with the words that stand for it where it cannot be seen."""

    png: bytes
    words: str

    def __post_init__(self) -> None:
        """Refuse what is no PNG that can be drawn, or larger than a letterhead needs."""
        if len(self.png) > MOST_BYTES or not can_be_drawn(self.png, MOST_AREA):
            raise ValueError(f"a logo is a PNG of at most {MOST_BYTES // 1024} kB")
        if not (0 < self.width <= MOST_PIXELS and 0 < self.height <= MOST_PIXELS):
            raise ValueError(f"a logo has at most {MOST_PIXELS} pixels in width and height")

    @property
    def width(self) -> int:
        """Pixels across."""
        return int.from_bytes(self.png[16:20])

    @property
    def height(self) -> int:
        """Pixels down."""
        return int.from_bytes(self.png[20:24])


@dataclass(frozen=True, slots=True)
class Figure(Logo):
    """A picture that is as wide as the text, where a logo is as high as a letterhead."""
