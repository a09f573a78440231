"""Walks every widget of a window that can be seen and names what is cut, covered or outside."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSplitterHandle,
    QStackedWidget,
    QTableView,
    QWidget,
)

from ui.desktop.widgets.overlay import Overlay

_ROOM = 1
"""Fonts are measured to the pixel."""
_LEAST_LETTERS = 3


def faults(window: QWidget) -> list[str]:
    """Return what is wrong with what is shown, one line each."""
    return list(dict.fromkeys([*_cut(window), *_covered(window), *_outside(window)]))


def seen_in(window: QWidget) -> Iterator[QWidget]:
    """Yield every widget of a window of which something is seen."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.width() > 0 and not widget.visibleRegion().isEmpty():
            yield widget


def name_of(widget: QWidget) -> str:
    """Return what tells a widget from others in the words of a fault."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else widget.accessibleName()
    parents: list[str] = []
    parent = widget.parentWidget()
    while parent is not None and len(parents) < _LEAST_LETTERS:
        parents.append(type(parent).__name__)
        parent = parent.parentWidget()
    return f"{type(widget).__name__} {text[:50]!r} in {' in '.join(parents)}"


def _cut(window: QWidget) -> Iterator[str]:
    for widget in seen_in(window):
        if isinstance(widget, QLabel) and widget.wordWrap():
            if widget.height() + _ROOM < widget.heightForWidth(widget.width()):
                yield f"cut below: {name_of(widget)}"
        elif isinstance(widget, QHeaderView):
            yield from _cut_heads(widget)
        else:
            text, room = _text_and_room(widget)
            if _width(widget, text) > room + _ROOM and not widget.toolTip():
                yield f"cut: {name_of(widget)} {text!r}"


def _text_and_room(widget: QWidget) -> tuple[str, int]:
    """Return what a widget shows in one line, and the width it has for it."""
    if isinstance(widget, QLabel):
        return widget.text(), widget.contentsRect().width()
    if isinstance(widget, QAbstractButton):
        return widget.text().replace("&", ""), widget.width()
    if isinstance(widget, QComboBox):
        return widget.currentText(), widget.width()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText(), widget.contentsRect().width()
    return "", 0


def _cut_heads(head: QHeaderView) -> Iterator[str]:
    if not isinstance(head.parentWidget(), QTableView):
        return
    model, metrics = head.model(), QFontMetrics(head.font())
    for at in range(head.count()):
        words = str(model.headerData(at, head.orientation()) or "")
        if words and not head.isSectionHidden(at) and metrics.horizontalAdvance(words) > head.sectionSize(at):
            yield f"cut head: {words!r} in {name_of(head)}"


def _width(widget: QWidget, text: str) -> int:
    metrics = QFontMetrics(widget.font())
    return max((metrics.horizontalAdvance(line) for line in text.split("\n")), default=0)


def _covered(window: QWidget) -> Iterator[str]:
    for parent in (window, *seen_in(window)):
        if isinstance(parent, QStackedWidget | QAbstractItemView | QAbstractScrollArea | QComboBox):
            continue
        shown = [
            each
            for each in parent.children()
            if isinstance(each, QWidget) and each.isVisible() and not isinstance(each, Overlay | QSplitterHandle)
            and not each.isWindow()
        ]  # fmt: skip
        for one, other in combinations(shown, 2):
            both = one.geometry().intersected(other.geometry())
            if both.width() > _ROOM and both.height() > _ROOM:
                yield f"covered: {name_of(one)} and {name_of(other)}"


def _outside(window: QWidget) -> Iterator[str]:
    for widget in seen_in(window):
        parent = widget.parentWidget()
        if parent is None or widget.isWindow() or _is_scrolled(widget):
            continue
        place = QRect(QPoint(0, 0), parent.size()).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        if not place.contains(widget.geometry()):
            yield f"outside: {name_of(widget)}"


def _is_scrolled(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False
