"""The offers below a field: what the text may have been meant to be, one button each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from core.entry.desk.fields import OfferedText
from ui.desktop.widgets.flow import Flow


class OfferRow(QWidget):
    """Down from the field enters the row, Return takes an offer; nothing is taken by itself."""

    accepted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # many offers take a second line: they never make the page wider
        self.setSizePolicy(policy)
        self._row = Flow(self, spacing=6)
        self._shown: tuple[OfferedText, ...] = ()
        self._buttons: list[QPushButton] = []

    def show_offers(self, offers: Sequence[OfferedText]) -> None:
        """Show the offers in place of those before."""
        if tuple(offers) != self._shown:
            self._shown = tuple(offers)
            self._build()
        self.setVisible(bool(self._shown))

    def enter(self) -> None:
        """Put the focus on the first offer."""
        if self._buttons:
            self._buttons[0].setFocus()

    def _build(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for offer in self._shown:
            button = QPushButton(offer.label, self)
            button.setProperty("role", "offer")
            button.setAutoDefault(True)
            button.clicked.connect(partial(self._accept, offer.text))
            self._row.addWidget(button)
            self._buttons.append(button)

    def _accept(self, text: str, *, is_checked: bool = False) -> None:
        del is_checked
        self.accepted.emit(text)
