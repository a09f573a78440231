"""Labels with a role. Text is never markup: what a patient file holds is shown as it stands."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle, QWidget
from typing_extensions import override


def label(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label that wraps and shows plain text."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("role", role)
    return made


def mark(widget: QWidget, role: str) -> None:
    """Give a widget another role; its style follows."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class OneLine(QLabel):
    """One line that is as wide as there is room; what is cut ends with "…" and is read in its tooltip."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)

    @override
    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() if self.wordWrap() else QSize(0, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self.wordWrap():
            super().paintEvent(event)
            return
        place = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        role = self.foregroundRole()
        QStyle.drawItemText(self.style(), painter, place, flags, self.palette(), self.isEnabled(), shown, role)
