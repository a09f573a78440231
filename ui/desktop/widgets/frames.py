"""Frames with a role, and the layouts inside them."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

_MARGIN = 14
_SPACING = 8


def frame(role: str, parent: QWidget | None = None) -> QFrame:
    """Return a frame that looks as its role says."""
    made = QFrame(parent)
    made.setProperty("role", role)
    return made


def column(holder: QWidget | None = None, margin: int = _MARGIN, spacing: int = _SPACING) -> QVBoxLayout:
    """Return a column, inside a widget or to be put into a layout."""
    layout = QVBoxLayout() if holder is None else QVBoxLayout(holder)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout


def row(holder: QWidget | None = None, spacing: int = _SPACING) -> QHBoxLayout:
    """Return a row, inside a widget or to be put into a layout."""
    layout = QHBoxLayout() if holder is None else QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return layout


def centred(widget: QWidget) -> QHBoxLayout:
    """Return a row with a widget in its middle."""
    layout = row()
    layout.addStretch(1)
    layout.addWidget(widget)
    layout.addStretch(1)
    return layout
