"""A list of cards whose heights follow its width."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from ui.desktop.pages.screening.results.delegate import CardDelegate
from ui.desktop.theme.tokens import Theme


class CardList(QListView):
    """Up, Down, Home, End walk it; Return, or a click on a row's button, wants what the row offers."""

    wanted = Signal(QModelIndex)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = CardDelegate(theme, self)
        self._cards.button_clicked.connect(self.wanted)
        self.activated.connect(self.wanted)
        self.setItemDelegate(self._cards)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else heights and bar chase each other

    def button_place(self, index: QModelIndex) -> QRect:
        """Return where the button of a row lies in the viewport."""
        return self._cards.button_in(self.visualRect(index), self.font(), index)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
