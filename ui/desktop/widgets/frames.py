"""Frames with a role, and the layouts inside them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QTabWidget, QVBoxLayout, QWidget

_MARGIN = 14
_SPACING = 8

Layout = TypeVar("Layout", bound=QBoxLayout)
Holder = QWidget | QBoxLayout | None
"""What a layout lies in. It is put there while it is empty: of what it holds already, Python would keep each item's
address beyond the item's death, and crash when what lies there next dies.
"""


def frame(role: str, parent: QWidget | None = None) -> QFrame:
    """Return a frame that looks as its role says."""
    made = QFrame(parent)
    made.setProperty("role", role)
    return made


def column(holder: Holder = None, margin: int = _MARGIN, spacing: int = _SPACING, stretch: int = 0) -> QVBoxLayout:
    """Return a column inside a widget or, with its share of what is free, inside a layout."""
    layout = QVBoxLayout(holder) if isinstance(holder, QWidget) else QVBoxLayout()
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return _put(layout, holder, stretch)


def row(holder: Holder = None, spacing: int = _SPACING, stretch: int = 0) -> QHBoxLayout:
    """Return a row inside a widget or, with its share of what is free, inside a layout."""
    layout = QHBoxLayout(holder) if isinstance(holder, QWidget) else QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return _put(layout, holder, stretch)


def scrolled(area: QScrollArea, margin: int = _MARGIN, spacing: int = _SPACING) -> QVBoxLayout:
    """Return a column that an area scrolls; what takes the focus is what is in it.

    It grows at once with what is put into it: an area learns of it a turn later, and until then everything would be
    squeezed into the room there was, and seen so.
    """
    holder = QWidget()
    layout = column(holder, margin, spacing)
    layout.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(holder)
    return layout


def put_centred(widget: QWidget, holder: QBoxLayout) -> None:
    """Put a widget into the middle of a row of its own: an aligned widget would not grow with its words."""
    layout = row(holder)
    layout.addStretch(1)
    layout.addWidget(widget)
    layout.addStretch(1)


def only_bar_takes_focus(tabs: QTabWidget) -> None:
    """Let Tab stop at the bar of tabs alone: what holds bar and page is nothing that can be named."""
    tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Qt gives it to the bar as well
    tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)


def _put(layout: Layout, holder: Holder, stretch: int) -> Layout:
    if isinstance(holder, QBoxLayout):
        holder.addLayout(layout, stretch)
    return layout
