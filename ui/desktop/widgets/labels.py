"""Labels with a role. Text is never markup: what a patient file holds is shown as it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def label(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label that wraps and shows plain text."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("role", role)
    return made


def mark(widget: QWidget, role: str) -> None:
    """Give a widget another role; its style follows."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
