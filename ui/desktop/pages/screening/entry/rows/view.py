"""How a hand walks through the rows: Tab cell by cell and out at both ends, Return to the row below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from ui.desktop.widgets.heard import HeardLine

_EDITED_BY = (
    QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.DoubleClicked
)
_Hint = QAbstractItemDelegate.EndEditHint
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowsView(QTableView):
    """A key begins to type in a cell in place of what stands there, F2 goes on with what stands there."""

    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(_EDITED_BY)
        self.setTabKeyNavigation(False)  # Qt's own walks round and round and never out
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        HeardLine(self)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """Whoever comes to a table without a current cell stands where a new row begins."""
        if not self.currentIndex().isValid():
            self.begin_row()
        super().focusInEvent(event)

    def begin_row(self) -> None:
        """Go to the first cell of the blank row."""
        self.setCurrentIndex(self.model().index(self.model().rowCount() - 1, 0))

    @override
    def focusNextPrevChild(self, is_forward: bool, /) -> bool:
        now, columns = self.currentIndex(), self.model().columnCount()
        at = now.row() * columns + now.column() + (1 if is_forward else -1)
        if not now.isValid() or not 0 <= at < self.model().rowCount() * columns:
            return super().focusNextPrevChild(is_forward)
        self.setCurrentIndex(self.model().index(*divmod(at, columns)))
        return True

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint, /) -> None:
        super().closeEditor(editor, _Hint.NoHint)
        if hint in (_Hint.EditNextItem, _Hint.EditPreviousItem):
            self.focusNextPrevChild(hint is _Hint.EditNextItem)
        elif hint is _Hint.SubmitModelCache:
            self._go_below()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _RETURNS:
            if self.state() is not QAbstractItemView.State.EditingState:  # else its editor is closing and comes back
                self._go_below()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _go_below(self) -> None:
        """Go to the beginning of the row below; below the last one the table ends."""
        below = self.currentIndex().row() + 1
        if below < self.model().rowCount():
            self.setCurrentIndex(self.model().index(below, 0))
        else:
            super().focusNextPrevChild(True)
