"""The bundled faces: which signs each has, how wide they are, and their names in reportlab.

Kriterion Sans prints what we write. What people are called may need more: one face per script stands in for it, in one
weight, and is looked into only when a paper holds a sign that the family lacks.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from core.discovery import resource_path
from core.documents.blocks import Voice

FAMILY = "KriterionSans"
_UNITS = 1000.0
_UNNAMED = 0xE000
"""The private signs by which reportlab is told of glyphs that no sign names (0xE000 and the number of the glyph)."""


@dataclass(frozen=True, eq=False)
class Face:
    """One bundled font file; its name in reportlab is the file's."""

    path: Path

    @property
    def name(self) -> str:
        """The name by which reportlab knows the face."""
        return self.path.stem

    @cached_property
    def outlines(self) -> uharfbuzz.Face:
        """The face as HarfBuzz reads it."""
        return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self.path)))

    @cached_property
    def codes(self) -> Container[int]:
        """The code points of its signs."""
        return frozenset(self.outlines.unicodes)

    @cached_property
    def widths(self) -> Mapping[int, float]:
        """Advance widths by code point in thousandths of the size; reportlab learns of the face here."""
        return self._font.face.charWidths

    def width(self, text: str, size: float) -> float:
        """Return the width of ``text`` in points, unshaped; every sign must be in the face."""
        widths = self.widths
        return sum([widths[ord(sign)] for sign in text]) * size / _UNITS

    def has(self, sign: str) -> bool:
        """True if the face can print ``sign``."""
        return ord(sign) in self.codes

    def sign_of(self, glyph: int, advance: float) -> str:
        """Return the sign that draws a glyph, ``advance`` thousandths wide: its own, else a private one."""
        face = self._font.face
        own = face.glyphToChar.get(glyph)
        if own:
            return chr(min(own))
        code = _UNNAMED + glyph
        face.charToGlyph[code] = glyph
        face.charWidths[code] = advance
        return chr(code)

    @cached_property
    def _font(self) -> TTFont:
        font = TTFont(self.name, str(self.path))
        pdfmetrics.registerFont(font)
        return font


@dataclass(frozen=True, slots=True)
class Typeface:
    """The two weights."""

    regular: Face
    strong: Face

    def face(self, voice: Voice) -> Face:
        """Return the weight of a voice (grey is a colour, not a weight)."""
        return self.strong if voice is Voice.STRONG else self.regular

    def has(self, sign: str) -> bool:
        """True if both weights can print ``sign``."""
        return self.regular.has(sign) and self.strong.has(sign)


@cache
def typeface() -> Typeface:
    """Return the bundled family."""
    return Typeface(*(Face(resource_path("fonts", f"{FAMILY}-{style}.ttf")) for style in ("Regular", "SemiBold")))


@cache
def fallbacks() -> tuple[Face, ...]:
    """Return the faces of other scripts: the files of their folder."""
    return tuple(Face(path) for path in sorted(resource_path("fonts", "fallbacks").glob("*.ttf")))
