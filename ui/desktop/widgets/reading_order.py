"""Tab goes as one reads: by the layouts, from top to bottom and left to right, whatever was made first."""

from __future__ import annotations

from operator import itemgetter
from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QScrollArea, QSplitter, QTabWidget, QWidget

_AWAY = 8
"""So much of what lies around it is seen too."""


def go_on(inside: QWidget, *, is_forward: bool) -> bool:
    """Put the focus on what is read after, or before, what has it; False where nothing can take it."""
    order = stops(inside)
    if not order:
        return False
    now = QApplication.focusWidget()
    at = next((at for at, each in enumerate(order) if each is now), None)
    if at is None:  # on what Tab skips, or on nothing
        at = -1 if is_forward else 0
    reason = Qt.FocusReason.TabFocusReason if is_forward else Qt.FocusReason.BacktabFocusReason
    come_to = order[(at + (1 if is_forward else -1)) % len(order)]
    come_to.setFocus(reason)
    _bring_into_view(come_to)
    return True


def _bring_into_view(widget: QWidget) -> None:
    """Scroll what holds a widget, so that it is seen."""
    parent = widget.parentWidget()
    while parent is not None:
        held = parent.widget() if isinstance(parent, QScrollArea) else None
        if isinstance(parent, QScrollArea) and held is not None:
            # not ensureWidgetVisible: of a text of many lines it shows no more than the cursor
            place = QRect(widget.mapTo(held, QPoint(0, 0)), widget.size())
            middle = place.center()
            parent.ensureVisible(middle.x(), middle.y(), place.width() // 2 + _AWAY, place.height() // 2 + _AWAY)
        parent = parent.parentWidget()


def stops(inside: QWidget) -> list[QWidget]:
    """Return what Tab stops at, in the order of reading."""
    found: list[QWidget] = []
    _collect(inside, found)
    return found


def _collect(inside: QWidget, found: list[QWidget]) -> None:
    for each in _parts(inside):
        if each.isEnabled() and each.isVisible():
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None:
                found.append(each)
            _collect(each, found)


def _parts(of: QWidget) -> list[QWidget]:
    """Return the parts of a widget as they are laid out."""
    layout = of.layout()
    if isinstance(of, QSplitter):
        return list(filter(None, (of.widget(at) for at in range(of.count()))))
    if isinstance(of, QTabWidget):
        return list(filter(None, (of.tabBar(), of.currentWidget())))
    if isinstance(of, QScrollArea):
        return list(filter(None, (of.widget(),)))
    if layout is None:
        return []
    waiting = [each for each in of.children() if isinstance(each, QWidget) and each.isVisible()]
    laid_out = _laid_out(layout, waiting)
    return [*laid_out, *(each for each in waiting if not each.isWindow())]


def _laid_out(layout: QLayout, waiting: list[QWidget]) -> list[QWidget]:
    """Return the widgets that lie in a layout and in those inside it, and take them from those that wait for a place.

    The layout is asked where each is, never for its items: Python would keep the address of an item beyond its death,
    and what comes to lie at that address next, a layout or a box, would crash the program when it dies.
    """
    placed: list[tuple[tuple[int, ...], QWidget | QLayout]] = []
    for each in list(waiting):
        at = layout.indexOf(each)
        if at >= 0:
            placed.append((_place(layout, at), each))
            waiting.remove(each)
    placed += [(_place(layout, layout.indexOf(each)), each) for each in layout.children() if isinstance(each, QLayout)]
    found: list[QWidget] = []
    for _, part in sorted(placed, key=itemgetter(0)):
        found += _laid_out(part, waiting) if isinstance(part, QLayout) else [part]
    return found


def _place(layout: QLayout, at: int) -> tuple[int, ...]:
    """Return where a part is read: a grid knows its line and column."""
    return cast("tuple[int, int, int, int]", layout.getItemPosition(at)) if isinstance(layout, QGridLayout) else (at,)
