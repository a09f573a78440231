"""The logo of a letterhead: a small PNG, checked before anything is drawn of it."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHUNK_FRAME = 12
"""Length, name and checksum of a chunk, four bytes each."""
MOST_BYTES = 512 * 1024
MOST_PIXELS = 4000
"""In width and in height: 60 mm at 300 dots an inch are 709."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture with the words that stand for it where it cannot be seen."""

    png: bytes
    words: str

    def __post_init__(self) -> None:
        """Refuse what is no PNG, or larger than a letterhead needs."""
        if len(self.png) > MOST_BYTES or not _is_whole(self.png):
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


def _is_whole(png: bytes) -> bool:
    """True if the signature, the order of the ends and the checksum of every chunk are as a PNG has them."""
    if not png.startswith(_SIGNATURE):
        return False
    at, kinds = len(_SIGNATURE), list[bytes]()
    while at + _CHUNK_FRAME <= len(png):
        length = int.from_bytes(png[at : at + 4])
        body, end = png[at + 4 : at + 8 + length], at + _CHUNK_FRAME + length
        if zlib.crc32(body) != int.from_bytes(png[at + 8 + length : end]) or end > len(png):
            return False
        kinds.append(body[:4])
        at = end
    return at == len(png) and kinds[:1] == [b"IHDR"] and kinds[-1:] == [b"IEND"]
