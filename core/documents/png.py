"""A PNG taken apart: whether it is whole and can be drawn, within bounds, and what of it is needed for that.

Whoever draws a picture unpacks it; so it is unpacked here once before, never further than its own size asks for. What
is packed beside the picture (texts, colour profiles) is left out: nothing draws it, and it can be any length.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHUNK_FRAME = 12
"""Length, name and checksum of a chunk, four bytes each."""
_HEAD, _PALETTE, _PICTURE, _END = b"IHDR", b"PLTE", b"IDAT", b"IEND"
_CLEAR = b"tRNS"
_CLEAR_BYTES = {0: 2, 2: 6}
"""How a colour that is clear is written, by the kind of colour; kinds with transparency of their own have none."""
_NEEDED = frozenset({_HEAD, _PALETTE, _CLEAR, _PICTURE, _END})
_HEAD_BYTES = 13
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""By the kind of colour: grey, red-green-blue, palette, and the first two with transparency."""
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_OF_PALETTE = 3
_MOST_COLOURS = 256
_MOST_FILTER = 4
_STEP = 64 * 1024

Chunk = tuple[bytes, bytes]


@dataclass(frozen=True, slots=True)
class _Head:
    width: int
    height: int
    depth: int
    colour: int

    @property
    def row_bytes(self) -> int:
        """What a row takes unpacked, its filter included."""
        return 1 + -(-self.width * self.depth * _CHANNELS[self.colour] // 8)


def needed_of(content: bytes) -> bytes:
    """Return a PNG with nothing in it but its picture; what is no whole PNG comes back as it is."""
    chunks = _chunks(content)
    if chunks is None:
        return content
    return _SIGNATURE + b"".join(_framed(*chunk) for chunk in chunks if chunk[0] in _NEEDED)


def can_be_drawn(content: bytes, most_pixels: int) -> bool:
    """True if a PNG is whole, holds nothing but its picture, and unpacks to just the pixels it says."""
    chunks = _chunks(content)
    if chunks is None or any(kind not in _NEEDED for kind, _ in chunks):
        return False
    kinds = [kind for kind, _ in chunks]
    if kinds[:1] != [_HEAD] or kinds[-1:] != [_END] or kinds.count(_HEAD) + kinds.count(_END) != len((_HEAD, _END)):
        return False
    head = _head_of(chunks[0][1])
    if head is None or not 0 < head.width * head.height <= most_pixels or not _has_colours(head, chunks):
        return False
    return _unpacks(head, (body for kind, body in chunks if kind == _PICTURE))


def _chunks(content: bytes) -> list[Chunk] | None:
    """Return the chunks, None where the signature, a length or a checksum is not as a PNG has them."""
    if not content.startswith(_SIGNATURE):
        return None
    at, found = len(_SIGNATURE), list[Chunk]()
    while at + _CHUNK_FRAME <= len(content):
        end = at + _CHUNK_FRAME + int.from_bytes(content[at : at + 4])
        if end > len(content) or zlib.crc32(content[at + 4 : end - 4]) != int.from_bytes(content[end - 4 : end]):
            return None
        found.append((content[at + 4 : at + 8], content[at + 8 : end - 4]))
        at = end
    return found if found and at == len(content) else None


def _framed(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _head_of(body: bytes) -> _Head | None:
    """Return what the head says, None for what no picture has, and for rows that are not in their order."""
    if len(body) != _HEAD_BYTES:
        return None
    width, height, depth, colour, *rest = struct.unpack(">IIBBBBB", body)
    return _Head(width, height, depth, colour) if depth in _DEPTHS.get(colour, ()) and rest == [0, 0, 0] else None


def _has_colours(head: _Head, chunks: Sequence[Chunk]) -> bool:
    """True if palette and transparency are what the kind of colour asks for, once each, before the picture."""
    before = [kind for kind, _ in chunks[1:]]
    before = before[: before.index(_PICTURE)] if _PICTURE in before else before
    bodies = dict(chunks)
    colours, rest = divmod(len(bodies.get(_PALETTE, b"")), 3)
    clear = bodies.get(_CLEAR)
    if before != [kind for kind in (_PALETTE, _CLEAR) if kind in bodies] or rest or colours > _MOST_COLOURS:
        return False
    if head.colour == _OF_PALETTE:
        return colours > 0 and (clear is None or len(clear) <= colours)
    return clear is None or len(clear) == _CLEAR_BYTES.get(head.colour)


def _unpacks(head: _Head, packed: Iterable[bytes]) -> bool:
    """True if what is packed is so many rows and no byte more, each with a filter there is."""
    at, whole = 0, head.row_bytes * head.height
    try:
        for part in _unpacked(packed, whole):
            filters = part[-at % head.row_bytes :: head.row_bytes]
            if max(filters, default=0) > _MOST_FILTER:
                return False
            at += len(part)
    except zlib.error:
        return False
    return at == whole


def _unpacked(packed: Iterable[bytes], whole: int) -> Iterator[bytes]:
    """Yield what is packed, a step at a time, at most one byte more than the whole should be."""
    unpacking, left = zlib.decompressobj(), whole + 1
    for body in packed:
        rest = body
        while left > 0:
            part = unpacking.decompress(rest, min(left, _STEP))
            rest = unpacking.unconsumed_tail
            left -= len(part)
            if not part:
                break
            yield part
    if not unpacking.eof:
        raise zlib.error("the picture ends too soon")
