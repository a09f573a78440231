# The part of uharfbuzz that the papers use; the library ships no types.
from collections.abc import Iterable, Sequence

class Blob:
    @classmethod
    def from_file_path(cls, filename: str) -> Blob: ...

class Face:
    upem: int
    def __init__(self, blob: Blob) -> None: ...
    @property
    def unicodes(self) -> Iterable[int]: ...

class Font:
    def __init__(self, face: Face) -> None: ...
    def get_glyph_h_advance(self, glyph: int) -> int: ...

class GlyphInfo:
    codepoint: int
    cluster: int

class GlyphPosition:
    x_advance: int
    x_offset: int
    y_offset: int

class Buffer:
    direction: str
    def add_str(self, text: str) -> None: ...
    def guess_segment_properties(self) -> None: ...
    @property
    def glyph_infos(self) -> Sequence[GlyphInfo]: ...
    @property
    def glyph_positions(self) -> Sequence[GlyphPosition]: ...

def shape(font: Font, buffer: Buffer) -> None: ...
