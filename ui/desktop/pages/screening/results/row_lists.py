"""The two lists of the results: rule files of one height, criteria that open on demand."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from core.wording.listing import CriterionRow
from ui.desktop.pages.screening.results.criterion_delegate import CriterionDelegate
from ui.desktop.pages.screening.results.file_delegate import FileDelegate
from ui.desktop.pages.screening.results.rows_model import ROW
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.heard import HeardLine


class _RowList(QListView):
    """Up, Down, Home, End walk it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("role", "rows")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        HeardLine(self)


class FileList(_RowList):
    """The rule files."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._rows = FileDelegate(theme, self)
        self.setItemDelegate(self._rows)
        self.setUniformItemSizes(True)

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._rows.measure)
            model.dataChanged.connect(self._rows.measure)


class CriterionList(_RowList):
    """The criteria: Return, or a click on a row's button, wants what the row offers; Space opens and folds a row."""

    wanted = Signal(QModelIndex)

    def __init__(self, theme: Theme, name: str, more: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._rows = CriterionDelegate(theme, self, more)
        self._rows.button_clicked.connect(self.wanted)
        self._rows.more_clicked.connect(self._open)
        self.activated.connect(self._activate)
        self.setItemDelegate(self._rows)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else heights and bar chase each other

    def fold_all(self) -> None:
        """Show every row short again: another file is shown."""
        self._rows.opened.clear()

    def button_place(self, index: QModelIndex) -> QRect:
        """Return where the button of a row lies in the viewport."""
        return self._rows.button_in(self.visualRect(index), self.font(), index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def _activate(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, CriterionRow) and row.act:
            self.wanted.emit(index)
        else:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, CriterionRow):
            self._rows.opened ^= {row.id}
            self.scheduleDelayedItemsLayout()
