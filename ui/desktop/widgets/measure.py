"""Widths in letters: what fits at 100 % fits at 200 %."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication


def letters(count: int) -> int:
    """Return the width of so many average letters of the application's font."""
    return QFontMetrics(QApplication.font()).averageCharWidth() * count
