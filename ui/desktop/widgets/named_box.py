"""A box to choose from that has no words beside it, and is named all the same."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from typing_extensions import override


class NamedBox(QComboBox):
    """On Unix Qt tells what is chosen in place of a box's name: the name comes from a label beside it, hidden here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(parent)
        self._label.setBuddy(self)
        self._label.hide()

    @override
    def setAccessibleName(self, name: str, /) -> None:
        super().setAccessibleName(name)
        self._label.setText(name)
        line = self.lineEdit()
        if self.isEditable() and line is not None:
            line.setAccessibleName(name)

    @override
    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.ParentChange:
            self._label.setParent(self.parentWidget())
        return super().event(event)
