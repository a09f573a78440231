"""Text in a fixed number of lines: what has no room is said to be cut, never silently lost."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text; ``is_cut`` if it goes on, and then the last one ends with "…"."""

    lines: tuple[str, ...]
    is_cut: bool


def broken(text: str, font: QFont, width: int, most: int, ending: str = "") -> Lines:
    """Break a text at words into lines of at most ``width`` pixels, and cut it after ``most`` lines.

    ``ending`` is what will be written behind the last line of a cut text: room is left for it.
    """
    every = [line for paragraph in text.split("\n") if paragraph for line in _lines_of(paragraph, font, width)]
    if len(every) <= most:
        return Lines(tuple(every), is_cut=False)
    metrics = QFontMetrics(font)
    rest = " ".join(every[most - 1 :])
    room = max(width - metrics.horizontalAdvance(ending), 1)
    return Lines((*every[: most - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)), is_cut=True)


def _lines_of(paragraph: str, font: QFont, width: int) -> list[str]:
    units = paragraph.encode("utf-16-le")  # Qt counts in units of two bytes
    layout = QTextLayout(paragraph, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    found: list[str] = []
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        start, end = line.textStart() * 2, (line.textStart() + line.textLength()) * 2
        found.append(units[start:end].decode("utf-16-le").strip())
    layout.endLayout()
    return found
