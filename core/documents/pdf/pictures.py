"""A picture as a slice, never stretched: a logo as high as a letterhead wants it, a figure as wide as the text."""

from __future__ import annotations

from typing import Final

from core.documents.logo import Figure, Logo
from core.documents.pdf.slices import Picture, Slice
from core.documents.pdf.style import MILLIMETRE

_HEIGHT: Final = 15 * MILLIMETRE
_WIDTH: Final = 60 * MILLIMETRE
_GAP: Final = 6.0
_FIGURE_HEIGHT: Final = 85 * MILLIMETRE


def set_logo(logo: Logo) -> tuple[Slice, ...]:
    """Return the logo at the left margin."""
    return _set(logo, min(_HEIGHT / logo.height, _WIDTH / logo.width))


def set_figure(figure: Figure, width: float) -> tuple[Slice, ...]:
    """Return the picture at the left margin, as wide as the line unless it would be too high."""
    return _set(figure, min(_FIGURE_HEIGHT / figure.height, width / figure.width))


def _set(logo: Logo, scale: float) -> tuple[Slice, ...]:
    width, height = logo.width * scale, logo.height * scale
    return (Slice(height, (Picture(0.0, 0.0, width, height, logo.png),), gap=_GAP),)
