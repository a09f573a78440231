"""The unit beside a number: Tab skips it, Alt+Down in the field opens it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget


class UnitBox(QWidget):
    """Shows the unit that counts and says which other one was chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox(self)
        self.box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        self.box.textActivated.connect(self.chosen)

    def offer(self, units: Sequence[str]) -> None:
        """Offer these units, the first as the one that counts."""
        self.box.clear()
        self.box.addItems(list(units))
        self.box.setAccessibleName(", ".join(units))

    def show_unit(self, unit: str) -> None:
        """Show which unit the field's text is in."""
        at = self.box.findText(unit)
        if at >= 0 and at != self.box.currentIndex():
            self.box.setCurrentIndex(at)

    def open(self) -> None:
        """Open the list of units."""
        self.box.showPopup()
