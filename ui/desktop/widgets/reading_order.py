"""Tab goes as one reads: by the layouts, from top to bottom and left to right, whatever was made first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QScrollArea, QSplitter, QTabWidget, QWidget

_AWAY = 8
"""So much of what lies around it is seen too."""


def go_on(inside: QWidget, *, is_forward: bool) -> bool:
    """Put the focus on what is read after, or before, what has it; False where nothing can take it."""
    order = list(stops(inside))
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


def stops(inside: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at, in the order of reading."""
    for each in _parts(inside):
        if each.isVisible() and each.isEnabled():
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None:
                yield each
            yield from stops(each)


def _parts(of: QWidget) -> Iterator[QWidget]:
    """Yield the parts of a widget as they are laid out."""
    layout = of.layout()
    if isinstance(of, QSplitter):
        yield from filter(None, (of.widget(at) for at in range(of.count())))
    elif isinstance(of, QTabWidget):
        yield from filter(None, (of.tabBar(), of.currentWidget()))
    elif isinstance(of, QScrollArea):
        yield from filter(None, (of.widget(),))
    elif layout is not None:
        laid_out = list(_laid_out(layout, [each for each in of.children() if isinstance(each, QWidget)]))
        yield from laid_out
        yield from (each for each in of.children() if isinstance(each, QWidget) and _lies_over(each, laid_out))


def _laid_out(layout: QLayout, widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Yield the widgets that lie in a layout and in those inside it.

    The layout is asked where each is, never for its items: Python would keep the address of an item beyond its death,
    and what comes to lie at that address next, a layout or a box, would crash the program when it dies.
    """
    parts: list[QWidget | QLayout] = [each for each in widgets if layout.indexOf(each) >= 0]
    parts += [each for each in layout.children() if isinstance(each, QLayout)]
    for part in sorted(parts, key=partial(_place, layout)):
        if isinstance(part, QLayout):
            yield from _laid_out(part, widgets)
        else:
            yield part


def _lies_over(widget: QWidget, laid_out: list[QWidget]) -> bool:
    """True for what lies over a page without a place in it: it is read last."""
    return not widget.isWindow() and widget not in laid_out


def _place(layout: QLayout, part: QWidget | QLayout) -> tuple[int, ...]:
    """Return where a part is read: a grid knows its line and column."""
    at = layout.indexOf(part)
    return cast("tuple[int, int, int, int]", layout.getItemPosition(at)) if isinstance(layout, QGridLayout) else (at,)
