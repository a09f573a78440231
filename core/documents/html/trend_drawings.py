"""Trends as drawings inside the file; the tables below them are what a screen reader reads."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.align import Align
from core.documents.html.markup import element, escaped
from core.documents.html.tabular import table_markup
from core.documents.trend_drawing import (
    HEIGHT,
    LETTERS,
    WIDTH,
    DrawnDot,
    DrawnStroke,
    DrawnTrend,
    DrawnWords,
    TrendDrawing,
)

_PIXELS = 1.45
"""Of a point."""
_ANCHORS = {Align.LEFT: "start", Align.CENTRE: "middle", Align.RIGHT: "end"}


def trends_markup(drawing: TrendDrawing) -> str:
    """Return the pictures, what their signs mean, and the tables."""
    pictures = element("div", "".join(map(_picture, drawing.pictures)), {"class": "trends"})
    legend = "".join(element("li", escaped(each)) for each in (*drawing.legend, *drawing.told))
    signs = element("ul", legend, {"class": "legend"}) if legend else ""
    return element("figure", pictures + signs) + "".join(map(table_markup, drawing.tables))


def _picture(picture: DrawnTrend) -> str:
    content = "".join((*map(_stroke, picture.strokes), *(part for dot in picture.dots for part in _dot(dot))))
    content += "".join(map(_words, (*picture.titles, *picture.words)))
    look = {
        "role": "img",
        "aria-label": picture.name,
        "viewBox": f"0 0 {WIDTH:g} {HEIGHT:g}",
        "width": f"{WIDTH * _PIXELS:g}",
        "height": f"{HEIGHT * _PIXELS:g}",
    }
    return element("svg", content, look)


def _stroke(stroke: DrawnStroke) -> str:
    ends = {"x1": f"{stroke.x:.1f}", "y1": f"{stroke.y:.1f}", "x2": f"{stroke.to_x:.1f}", "y2": f"{stroke.to_y:.1f}"}
    dash = {"stroke-dasharray": "2 1.5"} if stroke.is_dashed else {}
    return element("line", "", {**ends, "stroke": stroke.ink, "stroke-width": f"{stroke.weight:g}", **dash})


def _dot(dot: DrawnDot) -> Iterator[str]:
    place = {"cx": f"{dot.x:.1f}", "cy": f"{dot.y:.1f}", "stroke": dot.ink, "stroke-width": "0.6"}
    yield element("circle", "", {**place, "r": "1.5", "fill": "#ffffff" if dot.is_hollow else dot.ink})
    if dot.has_ring:
        yield element("circle", "", {**place, "r": "3", "fill": "none"})


def _words(words: DrawnWords) -> str:
    place = {"x": f"{words.x:.1f}", "y": f"{words.y + LETTERS * 0.35:.1f}", "text-anchor": _ANCHORS[words.align]}
    return element("text", escaped(words.text), {**place, "font-size": f"{LETTERS:g}", "fill": words.ink})
