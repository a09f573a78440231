"""The colours of the two themes. A test computes that every pair of text and ground can be read (WCAG AA)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class ToneColours:
    """The colours of one tone; a sign and a word always stand with them."""

    text: str
    fill: str
    edge: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme. ``tones`` are keyed by good, possible, open, waiting, bad, board, judge and neutral.

    ``shades`` are those of a map of the body, from nothing there to the worst; the level stands in each.
    """

    name: str
    window: str
    surface: str
    sunken: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    accent_text: str
    warning: str
    tones: Mapping[str, ToneColours]
    shades: tuple[ToneColours, ...]


LIGHT = Theme(
    name="light",
    window="#F5F7FA",
    surface="#FFFFFF",
    sunken="#F3F6F9",
    line="#D9E1E8",
    text="#14202B",
    muted="#566575",
    accent="#0F6E84",
    on_accent="#FFFFFF",
    accent_soft="#E3F1F5",
    accent_text="#0B5567",
    warning="#8A5300",
    tones={
        "good": ToneColours("#17693A", "#E3F4E8", "#2E8B57"),
        "possible": ToneColours("#46620B", "#EDF6DF", "#6E8F1E"),
        "open": ToneColours("#7D4F00", "#FFF3DB", "#B7791F"),
        "waiting": ToneColours("#1D4F9C", "#E6EFFB", "#3B73C4"),
        "bad": ToneColours("#A61B1B", "#FBE6E6", "#C53030"),
        "board": ToneColours("#7D3470", "#F8ECF5", "#A1579A"),
        "judge": ToneColours("#5E35A0", "#EFE8FA", "#7E57C2"),
        "neutral": ToneColours("#44515F", "#EDF1F5", "#6B7A89"),
    },
    shades=(
        ToneColours("#14202B", "#EDF1F5", "#6B7A89"),
        ToneColours("#14202B", "#F5D9A8", "#6B7A89"),
        ToneColours("#14202B", "#E5995C", "#6B7A89"),
        ToneColours("#FFFFFF", "#B5432A", "#6B7A89"),
    ),
)

DARK = Theme(
    name="dark",
    window="#0F151B",
    surface="#18212A",
    sunken="#131B22",
    line="#2C3945",
    text="#E8EEF4",
    muted="#A3B3C2",
    accent="#4FB3C8",
    on_accent="#06222A",
    accent_soft="#163540",
    accent_text="#8AD6E6",
    warning="#F0B75A",
    tones={
        "good": ToneColours("#8FE0AE", "#15352A", "#4FB07A"),
        "possible": ToneColours("#C5E08A", "#28331A", "#8FB040"),
        "open": ToneColours("#F5CE85", "#3A2D13", "#C99A3E"),
        "waiting": ToneColours("#A9CBFA", "#1A2C47", "#5B8FDC"),
        "bad": ToneColours("#F6A8A8", "#421D20", "#D66A6A"),
        "board": ToneColours("#EBB3DE", "#3A2036", "#B66AA6"),
        "judge": ToneColours("#CDB6F5", "#2E2347", "#9A79D8"),
        "neutral": ToneColours("#C2CDD8", "#26313B", "#7F8F9E"),
    },
    shades=(
        ToneColours("#E8EEF4", "#26313B", "#7F8F9E"),
        ToneColours("#F7E7C6", "#54441F", "#7F8F9E"),
        ToneColours("#FFFFFF", "#8A4E1C", "#7F8F9E"),
        ToneColours("#1A0D08", "#EE8A6E", "#7F8F9E"),
    ),
)


def strengthened(theme: Theme) -> Theme:
    """Return a theme for eyes that ask their system for more contrast: nothing is muted, every line is an edge."""
    pure = "#000000" if theme.name == LIGHT.name else "#FFFFFF"
    edge = theme.muted
    tones = {name: ToneColours(pure, tone.fill, tone.text) for name, tone in theme.tones.items()}
    tones["neutral"] = ToneColours(pure, theme.tones["neutral"].fill, edge)
    return replace(theme, text=pure, muted=theme.text, line=edge, accent_text=pure, tones=tones)


_STRAIGHT = 0.04045
"""Below it sRGB is a straight line (IEC 61966-2-1)."""

THEMES: Mapping[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK)}


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 computes it, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= _STRAIGHT else ((share + 0.055) / 1.055) ** 2.4
