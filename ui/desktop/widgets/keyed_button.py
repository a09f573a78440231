"""A button with its keys at the right edge."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.desktop.widgets.frames import row
from ui.desktop.widgets.labels import label

_EDGE = 8


class KeyedButton(QPushButton):
    """Its words at the left."""

    def __init__(self, name: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setAccessibleName(name)
        shown = label(keys, "muted")
        shown.setWordWrap(False)
        shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line = row(self)
        line.setContentsMargins(0, 0, _EDGE, 0)
        line.addStretch(1)
        line.addWidget(shown)
