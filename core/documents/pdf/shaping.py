"""Text as glyphs where letters change with their neighbours, marks are placed or reading turns: HarfBuzz decides."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from unicodedata import normalize

import uharfbuzz

from core.documents.pdf.typeface import Face

_UNITS = 1000.0


@dataclass(frozen=True, slots=True)
class Glyph:
    """A sign of its face that draws the glyph, and where it stands on the line, in thousandths of the size."""

    sign: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """The glyphs of signs that cannot be told apart (a letter with its marks, a ligature), and these signs."""

    text: str
    glyphs: tuple[Glyph, ...]

    @property
    def is_plain(self) -> bool:
        """True if the glyph says by itself what it stands for; readers know the forms of Arabic letters."""
        return len(self.glyphs) == 1 and normalize("NFKC", self.glyphs[0].sign) == normalize("NFKC", self.text)


@dataclass(frozen=True, slots=True)
class Shaped:
    """Clusters as they stand from left to right, and the width of all in thousandths of the size."""

    clusters: tuple[Cluster, ...]
    width: float


def shaped(text: str, face: Face, *, is_turned: bool) -> Shaped:
    """Return ``text`` as the glyphs of one face; ``is_turned``: from right to left, brackets mirrored."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if is_turned else "ltr"
    font = uharfbuzz.Font(face.outlines)
    uharfbuzz.shape(font, buffer)
    scale = _UNITS / face.outlines.upem
    glyphs: list[tuple[int, Glyph]] = []
    across = 0.0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        sign = face.sign_of(info.codepoint, font.get_glyph_h_advance(info.codepoint) * scale)
        glyphs.append((info.cluster, Glyph(sign, (across + position.x_offset) * scale, position.y_offset * scale)))
        across += position.x_advance
    starts = sorted({start for start, _ in glyphs})
    stops = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    clusters = (
        Cluster(text[start : stops[start]], tuple(glyph for _, glyph in group))
        for start, group in groupby(glyphs, key=itemgetter(0))
    )
    return Shaped(tuple(clusters), across * scale)
