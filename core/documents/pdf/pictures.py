"""A logo as a slice: as high as a letterhead wants it, never wider than a third of the line, never stretched."""

from __future__ import annotations

from typing import Final

from core.documents.logo import Logo
from core.documents.pdf.slices import Picture, Slice
from core.documents.pdf.style import MILLIMETRE

_HEIGHT: Final = 15 * MILLIMETRE
_WIDTH: Final = 60 * MILLIMETRE
_GAP: Final = 6.0


def set_logo(logo: Logo) -> tuple[Slice, ...]:
    """Return the logo at the left margin."""
    scale = min(_HEIGHT / logo.height, _WIDTH / logo.width)
    width, height = logo.width * scale, logo.height * scale
    return (Slice(height, (Picture(0.0, 0.0, width, height, logo.png),), gap=_GAP),)
