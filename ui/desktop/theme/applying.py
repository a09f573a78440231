"""Applies a theme: Fusion, a palette and one style sheet, the bundled typeface, a size from 100 to 200 %."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from core.discovery import resource_path
from ui.desktop.theme.style_sheet import style_sheet
from ui.desktop.theme.tokens import THEMES, Theme, strengthened

_FACES = ("KriterionSans-Regular.ttf", "KriterionSans-SemiBold.ttf")
_POINTS = 10.0
_STRONG = "HighContrast"
SIZES = (100, 125, 150, 175, 200)


def theme_wanted(app: QApplication, name: str) -> Theme:
    """Return the theme of a name, stronger where the system is told to show more contrast (Qt 6.10 and newer know)."""
    hints = getattr(app.styleHints(), "accessibility", None)
    is_strong = hints is not None and hints().contrastPreference().name == _STRONG
    return strengthened(THEMES[name]) if is_strong else THEMES[name]


def load_typeface() -> str:
    """Load the bundled typeface and return its name."""
    families: list[str] = []
    for face in _FACES:
        number = QFontDatabase.addApplicationFont(str(resource_path("fonts") / face))
        families += QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else QApplication.font().family()


def apply_theme(app: QApplication, theme: Theme, percent: int, family: str) -> None:
    """Give the whole application a theme and a size."""
    app.setStyle("Fusion")
    app.setPalette(_palette(theme))
    font = QFont(family)
    font.setPointSizeF(_POINTS * percent / 100)
    font.setFeature(QFont.Tag("tnum"), 1)  # numbers stand below each other
    app.setFont(font)
    app.setStyleSheet(style_sheet(theme, percent))


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.sunken,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ToolTipBase: theme.surface,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Highlight: theme.accent_soft,
        QPalette.ColorRole.HighlightedText: theme.accent_text,
        QPalette.ColorRole.Link: theme.accent_text,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Accent: theme.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return palette
