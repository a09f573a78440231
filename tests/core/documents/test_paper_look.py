"""Papers can be read: contrast, and every promised sign in both weights."""

from __future__ import annotations

import pytest

from core.documents.blocks import Tone
from core.documents.pdf.scripts import is_plain
from core.documents.pdf.style import (
    ACCENT_COLOUR,
    MUTED_COLOUR,
    PAPER_COLOUR,
    TEXT_COLOUR,
    TINTS,
)

# WCAG 2.1, success criterion 1.4.3 (text) and 1.4.11 (edges).
TEXT_CONTRAST = 4.5
EDGE_CONTRAST = 3.0
PROMISED = "≥≤µ²³°✓✕☐☑●≈◷×−–·…⟨⟩¹²³⁴⁵⁶⁷⁸⁹⁰±→½‰€§№"


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.1."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio of WCAG 2.1."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", [TEXT_COLOUR, MUTED_COLOUR, ACCENT_COLOUR, *(tint.ink for tint in TINTS.values())])
def test_text_stands_out_from_paper(colour: str) -> None:
    assert contrast(colour, PAPER_COLOUR) >= TEXT_CONTRAST


@pytest.mark.parametrize("tone", Tone)
def test_boxes_can_be_read_and_seen(tone: Tone) -> None:
    tint = TINTS[tone]
    assert contrast(TEXT_COLOUR, tint.ground) >= TEXT_CONTRAST
    assert contrast(MUTED_COLOUR, tint.ground) >= TEXT_CONTRAST
    assert contrast(tint.edge, PAPER_COLOUR) >= EDGE_CONTRAST


def test_promised_signs_are_in_the_font() -> None:
    letters = [
        chr(code)
        for code in (
            *range(0x20, 0x7F),
            *range(0xC0, 0x149),
            *range(0x14A, 0x180),
            *range(0x391, 0x3A2),
            *range(0x400, 0x460),
        )
    ]
    assert [sign for sign in (*PROMISED, *letters, *(tone.sign for tone in Tone)) if not is_plain(sign)] == []
