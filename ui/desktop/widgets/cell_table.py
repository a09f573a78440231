"""A table of cells as pages show their lists: rows chosen whole, two lines high, columns that share the width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTableView
from typing_extensions import override

from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.cell_delegate import CellDelegate
from ui.desktop.widgets.cells import CellsModel
from ui.desktop.widgets.heard import HeardLine
from ui.desktop.widgets.row_delegate import Fonts


class CellTable(QTableView):
    """Columns take their shares of the width, the last one what is left; nothing is scrolled sideways."""

    def __init__(self, model: CellsModel, name: str, shares: Sequence[float], theme: Theme) -> None:
        super().__init__()
        self._shares = tuple(shares)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(CellDelegate(theme, self))
        HeardLine(self)
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        option = QStyleOptionViewItem()
        option.initFrom(self)
        rows.setDefaultSectionSize(Fonts(option.font).two_lines)  # all alike: ten thousand are not asked one by one

    def share(self, shares: Sequence[float]) -> None:
        """Give the columns other shares of the width; one of 0 is not shown."""
        if tuple(shares) != self._shares:
            self._shares = tuple(shares)
            self._put_columns()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put_columns()

    def _put_columns(self) -> None:
        """Qt would not stretch the last column to less than 100 pixels: it would stand behind the edge."""
        left = whole = self.viewport().width()
        for at, share in enumerate(self._shares):
            self.setColumnHidden(at, share == 0)
            self.setColumnWidth(at, int(whole * share))
            left -= int(whole * share)
        self.setColumnWidth(len(self._shares), left)
