"""The list of what can be written, beside the cursor: chosen by keys, taken by Return or Tab, left by Escape."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from core.rule_files.drafting.completing import Completion
from ui.desktop.widgets.measure import letters

_LETTERS = 62
_MOST_ROWS = 10
_MOST = 200


class Offered(QListWidget):
    """Lies over the text and never takes the focus from it."""

    def __init__(self, parent: QWidget, name: str, sort_words: Callable[[str], str]) -> None:
        super().__init__(parent)
        self._sort_words = sort_words
        self._offered: tuple[Completion, ...] = ()
        self.setObjectName("completions")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.hide()

    @property
    def current(self) -> Completion | None:
        """What is pointed at."""
        at = self.currentRow()
        return self._offered[at] if 0 <= at < len(self._offered) else None

    def offer(self, offered: Sequence[Completion], below: QRect) -> None:
        """Show these beside a place of the parent, or nothing where there are none."""
        self._offered = tuple(offered[:_MOST])
        self.clear()
        for each in self._offered:
            about = " · ".join(part for part in (self._sort_words(each.sort), each.label) if part)
            item = QListWidgetItem(f"{each.text}   {about}")
            item.setToolTip(about)
            self.addItem(item)
        self.setVisible(bool(self._offered))
        if self._offered:
            self.setCurrentRow(0)
            self._place(below)

    def step(self, by: int) -> None:
        """Point at another one; behind the last comes the first."""
        self.setCurrentRow((self.currentRow() + by) % max(len(self._offered), 1))

    def _place(self, below: QRect) -> None:
        parent = self.parentWidget()
        room = QRect() if parent is None else parent.rect()
        rows = min(len(self._offered), _MOST_ROWS)
        height = rows * max(self.sizeHintForRow(0), 1) + 2 * self.frameWidth() + 4
        width = min(letters(_LETTERS), room.width())
        left = max(0, min(below.left(), room.width() - width))
        top = below.bottom() + 2 if below.bottom() + 2 + height <= room.height() else max(0, below.top() - height - 2)
        self.setGeometry(QRect(QPoint(left, top), QPoint(left + width - 1, top + min(height, room.height()) - 1)))
        self.raise_()
