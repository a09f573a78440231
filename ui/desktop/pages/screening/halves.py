"""Entry and results side by side: tables get more room than fields, and what somebody dragged stays."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

_FINE = 100
_SHARES: Mapping[bool, tuple[int, int]] = {False: (38, 62), True: (66, 34)}


class Halves(QSplitter):
    """Keeps one division for pages of fields and one for pages of tables."""

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.addWidget(left)
        self.addWidget(right)
        self.setChildrenCollapsible(False)
        self._has_tables = False
        self._sizes = {kind: [share * _FINE for share in shares] for kind, shares in _SHARES.items()}
        self.setSizes(self._sizes[False])
        for at, share in enumerate(_SHARES[False]):
            self.setStretchFactor(at, share)
        self.splitterMoved.connect(self._keep)

    def divide(self, has_tables: bool) -> None:
        """Divide as a page of tables, or of fields, was divided last."""
        if has_tables != self._has_tables:
            self._has_tables = has_tables
            self.setSizes(self._sizes[has_tables])

    def _keep(self) -> None:
        self._sizes[self._has_tables] = self.sizes()
