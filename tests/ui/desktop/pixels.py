"""What is seen of a window, pixel by pixel: contrast of words, and the ring around what has the focus."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import cast

from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)

from tests.ui.desktop.walking import name_of, seen_in
from ui.desktop.theme.tokens import contrast
from ui.desktop.widgets.reading_order import go_on, stops

TEXT, RING = 4.5, 3.0
"""WCAG 2.2: 1.4.3 for words, 2.4.13 for the ring."""
_EDGE = 3
"""The frame of a field or button stands out too, and is no word."""
_DEEP = 4
"""A ring lies within so many pixels of the edge of what it is around."""
_CORNER = 8
_POINTS = 10.0
"""The size of words at 100 %."""
_WHOLE = 0.9
"""So much of a side is seen: corners are round."""
_EVERY = 3
Colour = tuple[int, int, int]


def faint(window: QWidget) -> Iterator[str]:
    """Yield the words whose contrast to their ground is under AA; what is disabled need not be read."""
    picture = _picture(window, window.rect())
    for widget in seen_in(window):
        if not isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox) or not widget.isEnabled():
            continue
        place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).intersected(window.rect())
        if not _words(widget) or widget.visibleRegion().boundingRect().size() != widget.size():
            continue
        edge = 0 if isinstance(widget, QLabel) else _EDGE
        least = _strongest(_crop(picture, place.adjusted(edge, edge, -edge, -edge), window.devicePixelRatio()))
        if least < TEXT:
            yield f"faint, {least:.1f}: {name_of(widget)}"


def _words(widget: QLabel | QAbstractButton | QLineEdit | QComboBox) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.text()


def _strongest(picture: Image.Image) -> float:
    """Return the contrast of what stands out most from the ground: the ground is most of it."""
    found = sorted(_colours(picture), reverse=True)
    ground = found[0][1]
    return max((_contrast(ground, colour) for _, colour in found), default=1.0)


def ringless(window: QWidget, inside: QWidget, looked_at: set[QWidget]) -> Iterator[str]:
    """Go on by Tab through all that is inside, and yield what has no ring that is seen on all its sides.

    What was looked at before is passed by, and what is looked at now is added to it.
    """
    window.activateWindow()  # offscreen nobody else gives a window the focus
    QApplication.processEvents()
    for _ in list(stops(inside)):
        go_on(inside, is_forward=True)
        widget = QApplication.focusWidget()
        if widget is None or not window.isAncestorOf(widget):
            yield "nothing has the focus"
        elif widget not in looked_at:
            looked_at.add(widget)
            QApplication.processEvents()
            lacking = _lacking_sides(window, widget)
            if lacking:
                yield f"no ring at {', '.join(lacking)}: {name_of(widget)}"


def _lacking_sides(window: QWidget, widget: QWidget) -> list[str]:
    place = _around(widget)
    place = QRect(widget.mapTo(window, place.topLeft()), place.size())
    with_focus = _picture(window, place)
    widget.clearFocus()
    without = _picture(window, place)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    scale = window.devicePixelRatio() * QApplication.font().pointSizeF() / _POINTS
    sides = _sides(*with_focus.size, scale)
    lacking = [name for name, lines in sides.items() if not _is_whole(with_focus, without, lines)]
    stands = len(lacking) == 1 and _is_line(with_focus, sides[lacking[0]])  # as the line below a tab that is open
    return [] if stands else lacking


def _around(widget: QWidget) -> QRect:
    """Return what a ring is around: of a list its row, of tabs the one that is open."""
    if isinstance(widget, QAbstractItemView) and widget.property("role") in ("rows", "sections", "places"):
        row = widget.visualRect(widget.currentIndex())
        return QRect(widget.viewport().mapTo(widget, row.topLeft()), row.size()) if row.isValid() else widget.rect()
    return widget.tabRect(widget.currentIndex()) if isinstance(widget, QTabBar) else widget.rect()


def _sides(width: int, height: int, scale: float) -> dict[str, list[list[tuple[int, int]]]]:
    """Return for each side the lines that cross it, each as the pixels from the edge inwards."""
    corner = round(_CORNER * scale)
    across = range(min(corner, width // 3), width - min(corner, width // 3), _EVERY)
    down = range(min(corner, height // 3), height - min(corner, height // 3), _EVERY)
    deep = range(min(round(_DEEP * scale), width // 2, height // 2))
    return {
        "top": [[(x, y) for y in deep] for x in across],
        "bottom": [[(x, height - 1 - y) for y in deep] for x in across],
        "left": [[(x, y) for x in deep] for y in down],
        "right": [[(width - 1 - x, y) for x in deep] for y in down],
    }


def _is_whole(with_focus: Image.Image, without: Image.Image, lines: list[list[tuple[int, int]]]) -> bool:
    seen = sum(
        any(_contrast(_pixel(with_focus, each), _pixel(without, each)) >= RING for each in line) for line in lines
    )
    return seen >= len(lines) * _WHOLE


def _is_line(picture: Image.Image, lines: list[list[tuple[int, int]]]) -> bool:
    """True where something stands out along a side, whether with the focus or without."""
    ground = max(_colours(picture))[1]
    seen = sum(any(_contrast(_pixel(picture, each), ground) >= RING for each in line) for line in lines)
    return seen >= len(lines) * _WHOLE


def _picture(window: QWidget, place: QRect) -> Image.Image:
    return Image.fromqpixmap(window.grab(place)).convert("RGB")


def _crop(picture: Image.Image, place: QRect, ratio: float) -> Image.Image:
    left, top, right, bottom = place.left(), place.top(), place.right() + 1, place.bottom() + 1
    return picture.crop((round(left * ratio), round(top * ratio), round(right * ratio), round(bottom * ratio)))


def _colours(picture: Image.Image) -> list[tuple[int, Colour]]:
    found = picture.getcolors(picture.width * picture.height)
    return cast("list[tuple[int, Colour]]", found) if found else [(1, (0, 0, 0))]


def _pixel(picture: Image.Image, at: tuple[int, int]) -> Colour:
    return cast("Colour", picture.getpixel(at))


@cache
def _contrast(one: Colour, other: Colour) -> float:
    return contrast(f"#{bytes(one).hex()}", f"#{bytes(other).hex()}")
