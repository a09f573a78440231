"""The bundled family: which signs it has, how wide they are, and its name in reportlab."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from core.discovery import resource_path
from core.documents.blocks import Voice

FAMILY = "KriterionSans"
_UNITS = 1000.0


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One weight of the family; ``widths`` are advance widths by code point in thousandths of the size."""

    name: str
    widths: Mapping[int, float]

    def width(self, text: str, size: float) -> float:
        """Return the width of ``text`` in points; every sign must be in the face."""
        widths = self.widths
        return sum([widths[ord(sign)] for sign in text]) * size / _UNITS

    def has(self, sign: str) -> bool:
        """True if the face can print ``sign``."""
        return ord(sign) in self.widths


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
    """Return the bundled family, read from its files once and made known to reportlab."""
    return Typeface(regular=_face("Regular"), strong=_face("SemiBold"))


def _face(style: str) -> Face:
    name = f"{FAMILY}-{style}"
    font = TTFont(name, str(resource_path("fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(font)
    return Face(name, font.face.charWidths)
