"""A layout like running text: what does not fit on a line begins the next."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget
from typing_extensions import override


class Flow(QLayout):
    """Keeps the order of its widgets and the height that its width asks for."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    @override
    def addItem(self, item: QLayoutItem, /) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int, /) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int, /) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return self._lines(QRect(0, 0, width, 0), is_placing=False)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        widest = QSize(0, 0)
        for item in self._shown():
            widest = widest.expandedTo(item.minimumSize())
        return widest

    @override
    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        self._lines(rect, is_placing=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, rect: QRect, *, is_placing: bool) -> int:
        """Return the height of all lines; put the widgets where they stand if ``is_placing``."""
        top = rect.top()
        for line in self._broken(rect.width()):
            tallest = max(item.sizeHint().height() for item in line)
            left = rect.left()
            for item in line:
                size = item.sizeHint()
                if is_placing:
                    item.setGeometry(QRect(QPoint(left, top + (tallest - size.height()) // 2), size))
                left += size.width() + self.spacing()
            top += tallest + self.spacing()
        return max(top - self.spacing() - rect.top(), 0)

    def _broken(self, width: int) -> list[list[QLayoutItem]]:
        """Return what stands on each line."""
        lines: list[list[QLayoutItem]] = []
        filled = 0
        for item in self._shown():
            taken = item.sizeHint().width()
            if not lines or filled + taken > width:
                lines.append([])
                filled = 0
            lines[-1].append(item)
            filled += taken + self.spacing()
        return lines


def flowing(parent: QWidget | None = None) -> tuple[QWidget, Flow]:
    """Return a widget that is as high as its lines, and the layout to fill."""
    holder = QWidget(parent)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder, Flow(holder)
