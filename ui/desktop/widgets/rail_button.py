"""A button of the rail: the page's name, and its keys at the right edge."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.desktop.widgets.frames import row
from ui.desktop.widgets.labels import label

_EDGE = 8


class RailButton(QPushButton):
    """Checked while its page is shown; ``page`` is the page's id as a property."""

    def __init__(self, page: str, name: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setAccessibleName(name)
        self.setProperty("role", "rail")
        self.setProperty("page", page)
        self.setCheckable(True)
        shown = label(keys, "muted")
        shown.setWordWrap(False)
        shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line = row(self)
        line.setContentsMargins(0, 0, _EDGE, 0)
        line.addStretch(1)
        line.addWidget(shown)
