"""A box to tick whose words wrap; Qt's own cuts them off at the edge."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from ui.desktop.widgets.frames import row
from ui.desktop.widgets.labels import label


class Tick(QWidget):
    """The box takes focus and Space; a click on its words ticks it too."""

    toggled = Signal(bool)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.box.setAccessibleName(words)
        self.words = label(words)
        line = row(self)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1)
        self.setFocusProxy(self.box)
        self.box.toggled.connect(self.toggled)

    @property
    def is_ticked(self) -> bool:
        """True while it is ticked."""
        return self.box.isChecked()

    def tick(self, *, is_ticked: bool = True) -> None:
        """Tick it, or take the tick away."""
        self.box.setChecked(is_ticked)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()
            return
        super().mouseReleaseEvent(event)
