"""Every text on its ground can be read (WCAG 2.2 AA), and what cannot be pressed looks so, in both themes."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

import ui
from ui.desktop.theme.applying import theme_wanted
from ui.desktop.theme.style_sheet import style_sheet
from ui.desktop.theme.tokens import THEMES, Theme, contrast, strengthened

TEXT, EDGE, AAA = 4.5, 3.0, 7.0
OF_THE_ACCENT = ("main button", "warning on window", "warning on surface", "warning on sunken")
"""These keep their colour: it says what they are."""
UI = Path(ui.__file__).parent


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
def test_more_contrast_is_seven_to_one(name: str) -> None:
    """Who asks the system for high contrast gets AAA in every pair."""
    strong = strengthened(THEMES[name])
    weak = [
        (what, round(contrast(one, other), 2))
        for what, one, other, least in pairs(strong)
        if what not in OF_THE_ACCENT and contrast(one, other) < (AAA if least == TEXT else least)
    ]
    assert weak == []


@pytest.mark.usefixtures("qtbot")
def test_the_systems_wish_for_contrast_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert theme_wanted(app, "dark") is THEMES["dark"]
    wish = SimpleNamespace(contrastPreference=lambda: Qt.ContrastPreference.HighContrast)
    hints = SimpleNamespace(accessibility=lambda: wish)

    def asked(*_: object) -> SimpleNamespace:
        return hints

    monkeypatch.setattr(QApplication, "styleHints", asked)
    assert theme_wanted(app, "dark") == strengthened(THEMES["dark"])


def test_nothing_moves_of_itself() -> None:
    """Whoever asks the system for less motion gets what all get: no animation anywhere."""
    sources = [each.read_text(encoding="utf-8") for each in UI.rglob("*.py")]
    assert sources
    assert not [text for text in sources if "Animation" in text or "QMovie" in text]


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
