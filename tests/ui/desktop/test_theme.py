"""Every text on its ground can be read (WCAG 2.2 AA), and what cannot be pressed looks so, in both themes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.desktop.theme.style_sheet import style_sheet
from ui.desktop.theme.tokens import THEMES, Theme, contrast

TEXT, EDGE = 4.5, 3.0


def pairs(theme: Theme) -> list[tuple[str, str, str, float]]:
    """What stands on what: a name, two colours, and the contrast it needs."""
    grounds = {"window": theme.window, "surface": theme.surface, "sunken": theme.sunken}
    found = [(f"text on {name}", theme.text, ground, TEXT) for name, ground in grounds.items()]
    found += [(f"muted on {name}", theme.muted, ground, TEXT) for name, ground in grounds.items()]
    found += [(f"warning on {name}", theme.warning, ground, TEXT) for name, ground in grounds.items()]
    found += [(f"link on {name}", theme.accent_text, ground, TEXT) for name, ground in grounds.items()]
    found.append(("chosen", theme.accent_text, theme.accent_soft, TEXT))
    found += [("promise", ink, theme.accent_soft, TEXT) for ink in (theme.text, theme.muted)]
    found.append(("main button", theme.on_accent, theme.accent, TEXT))
    found.append(("focus", theme.accent, theme.surface, EDGE))
    found.append(("edge of a field", theme.tones["neutral"].edge, theme.surface, EDGE))
    for name, tone in theme.tones.items():
        found.append((f"{name} on its ground", tone.text, tone.fill, TEXT))
        found.append((f"{name} on surface", tone.text, theme.surface, TEXT))
    return found


@pytest.mark.parametrize("name", THEMES)
def test_every_pair_can_be_read(name: str) -> None:
    theme = THEMES[name]
    weak = [
        (what, round(contrast(one, other), 2))
        for what, one, other, least in pairs(theme)
        if contrast(one, other) < least
    ]
    assert weak == []


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("role", ["", "primary", "offer", "link", "chip"])
def test_a_button_that_does_nothing_looks_so(name: str, role: str, qtbot: QtBot) -> None:
    """Whatever it is for: what cannot be pressed is not painted as what can."""
    button = QPushButton("Take in")
    button.setProperty("role", role)
    qtbot.addWidget(button)
    button.setStyleSheet(style_sheet(THEMES[name], 100))
    enabled = button.grab().toImage()
    button.setEnabled(False)
    assert button.grab().toImage() != enabled
