"""Labels with a role. Text is never markup: what a patient file holds is shown as it stands."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QStyle, QWidget
from typing_extensions import override

from ui.desktop.widgets.heard import Told


class Words(QLabel):
    """Plain text. Where it warns, or is made to be heard, a screen reader is told of it each time it says otherwise.

    What appears beside the focus is not found by it. ``of`` is said before it: the name of the field it stands below.
    """

    of = ""

    def __init__(
        self, text: str = "", role: str = "", parent: QWidget | None = None, *, is_heard: bool = False
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self._is_heard = is_heard
        self._told: Told | None = None

    @override
    def setText(self, text: str, /) -> None:
        is_new = text != self.text()
        super().setText(text)
        if is_new and text:
            self.tell()

    def tell(self) -> None:
        """Let it be heard, also where it says what it said before."""
        if self._told is None:
            self._told = Told(self, self._spoken)
        self._told.soon()

    def _spoken(self) -> str:
        is_heard = self._is_heard or self.property("role") == "warning"
        return ": ".join(filter(None, (self.of, self.text()))) if is_heard else ""


def label(text: str, role: str = "", parent: QWidget | None = None, *, is_heard: bool = False) -> Words:
    """Return a label that wraps and shows plain text."""
    made = Words(text, role, parent, is_heard=is_heard)
    made.setWordWrap(True)
    return made


def mark(widget: QWidget, role: str) -> None:
    """Give a widget another role; its style follows."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class OneLine(Words):
    """One line that is as wide as there is room; what is cut ends with "…" and is read in its tooltip."""

    @override
    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() if self.wordWrap() else QSize(0, super().minimumSizeHint().height())

    @override
    def setText(self, text: str, /) -> None:
        super().setText(text)
        self._tell_whole()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        is_cut = not self.wordWrap() and self._shown() != self.text()
        self.setToolTip(self.text() if is_cut else "")

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self.wordWrap():
            super().paintEvent(event)
            return
        place, shown = self.contentsRect(), self._shown()
        painter = QPainter(self)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        role = self.foregroundRole()
        QStyle.drawItemText(self.style(), painter, place, flags, self.palette(), self.isEnabled(), shown, role)
