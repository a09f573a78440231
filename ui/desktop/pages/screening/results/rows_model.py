"""Rows of words as a list model; rows that stay keep their place, so that selection and scrolling do not move."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from core.wording.listing import CriterionRow, FileRow
from ui.desktop.pages.screening.results.card import Card

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
CARD = Qt.ItemDataRole.UserRole
Row = TypeVar("Row", FileRow, CriterionRow)


class RowsModel(QAbstractListModel, Generic[Row]):
    """One for the files, one for the criteria; ``card`` says how a row is drawn."""

    def __init__(self, card: Callable[[Row], Card], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._card: Callable[[Row], Card] = card
        self._rows: tuple[Row, ...] = ()
        self._cards: tuple[Card, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        new = tuple(rows)
        if [row.id for row in new] == [row.id for row in self._rows]:
            changed = [at for at, (old, now) in enumerate(zip(self._rows, new, strict=True)) if old != now]
            self._take(new)
            for at in changed:
                self.dataChanged.emit(self.index(at, 0), self.index(at, 0))
            return
        self.beginResetModel()
        self._take(new)
        self.endResetModel()

    def row(self, at: int) -> Row:
        """Return a row."""
        return self._rows[at]

    def place_of(self, row_id: str) -> int | None:
        """Return the place of a row."""
        return next((at for at, row in enumerate(self._rows) if row.id == row_id), None)

    def _take(self, rows: tuple[Row, ...]) -> None:
        self._rows = rows
        self._cards = tuple(self._card(row) for row in rows)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == CARD:
            return self._cards[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._rows[index.row()].spoken
        return None
