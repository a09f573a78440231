"""A map of the body as a drawing inside the file; the table below it is what a screen reader reads."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.body_drawing import (
    EDGE,
    HATCH,
    OUTLINE_EDGE,
    OUTLINE_GROUND,
    BodyDrawing,
    DrawnLegend,
    DrawnRegion,
    DrawnView,
)
from core.documents.html.markup import element, escaped
from core.documents.html.tabular import table_markup
from core.scores.plane import Polygon, centre, hatched

_PIXELS = 1.7
"""Of a unit of the box."""


def body_markup(drawing: BodyDrawing) -> str:
    """Return the views, the legend and the table."""
    views = "".join(_view(drawing, view) for view in drawing.views)
    legend = "".join(element("li", _entry(each)) for each in drawing.legend)
    figure = element("div", views, {"class": "views"}) + element("ul", legend, {"class": "legend"})
    return element("figure", figure) + table_markup(drawing.table)


def _view(drawing: BodyDrawing, view: DrawnView) -> str:
    content = "".join(_polygon(line, OUTLINE_GROUND, OUTLINE_EDGE) for line in view.outline)
    content += "".join(part for each in view.regions for shape in each.shapes for part in _region(each, shape))
    words = ", ".join(part for part in (drawing.title, view.title) if part)
    picture = element(
        "svg",
        content,
        {
            "role": "img",
            "aria-label": words,
            "viewBox": f"0 0 {drawing.width:g} {drawing.height:g}",
            "width": f"{drawing.width * _PIXELS:g}",
            "height": f"{drawing.height * _PIXELS:g}",
        },
    )
    sides = element("p", f"{element('b', escaped(view.left))} {element('b', escaped(view.right))}", {"class": "sides"})
    title = element("p", escaped(view.title)) if view.title else ""
    return element("div", title + sides + picture)


def _region(region: DrawnRegion, shape: Polygon) -> Iterator[str]:
    ground, ink = region.colours
    is_open = region.shade is None and not region.is_hatched
    yield _polygon(shape, ground, EDGE, is_dashed=is_open)
    if region.is_hatched:
        for (x, y), (to_x, to_y) in hatched(shape, HATCH):
            ends = {"x1": f"{x:.1f}", "y1": f"{y:.1f}", "x2": f"{to_x:.1f}", "y2": f"{to_y:.1f}"}
            yield element("line", "", {**ends, "stroke": EDGE, "stroke-width": "0.4"})
    if region.told:
        x, y = centre(shape)
        place = {"x": f"{x:.1f}", "y": f"{y + 2:.1f}", "text-anchor": "middle", "font-size": "6", "font-weight": "600"}
        yield element("text", escaped(region.told), {**place, "fill": ink})


def _polygon(points: Polygon, ground: str, edge: str, *, is_dashed: bool = False) -> str:
    written = " ".join(f"{x:g},{y:g}" for x, y in points)
    look = {"points": written, "fill": ground, "stroke": edge, "stroke-width": "0.5"}
    return element("polygon", "", {**look, "stroke-dasharray": "2 1"} if is_dashed else look)


def _entry(each: DrawnLegend) -> str:
    box: Polygon = ((0.5, 0.5), (15.5, 0.5), (15.5, 9.5), (0.5, 9.5))
    told = "" if each.is_hatched else each.told
    content = "".join(_region(DrawnRegion((box,), told, each.shade, each.is_hatched), box))
    attributes = {"viewBox": "0 0 16 10", "width": "26", "height": "16", "role": "img", "aria-label": told}
    return f"{element('svg', content, attributes)} {escaped(each.words)}"
