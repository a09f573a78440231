"""The unit beside a number: Tab skips it, Alt+Down in the field opens it; a single one is only said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.desktop.widgets.labels import label
from ui.desktop.widgets.named_box import NamedBox


class UnitBox(QWidget):
    """Shows the unit that counts and says which other one was chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = NamedBox(self)
        self.box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.box.setProperty("role", "inside")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.only = label("", "muted")
        self.only.setWordWrap(False)
        row.addWidget(self.box)
        row.addWidget(self.only)
        self.box.textActivated.connect(self.chosen)

    def offer(self, units: Sequence[str], name: str) -> None:
        """Offer these units; until one is known to count, none is shown where there are several."""
        self.box.clear()
        self.box.addItems(list(units))
        self.box.setCurrentIndex(-1)
        self.box.setAccessibleName(name)
        self.box.setVisible(self.has_choice)
        self.only.setText("" if self.has_choice else "".join(units))
        self.only.setVisible(not self.has_choice)

    @property
    def has_choice(self) -> bool:
        """True if there is more than one unit."""
        return self.box.count() > 1

    def show_unit(self, unit: str) -> None:
        """Show which unit the field's text is in, none where that is not known."""
        at = self.box.findText(unit)
        if at != self.box.currentIndex():
            self.box.setCurrentIndex(at)

    def open(self) -> None:
        """Open the list of units."""
        self.box.showPopup()
