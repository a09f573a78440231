"""Tables, grids and pairs with heads that a screen reader can announce."""

from __future__ import annotations

from core.documents.align import Align
from core.documents.blocks import Cell, Column, Grid, GridRow, KeyValues, Lines, Table, Verdict
from core.documents.html.markup import element, escaped, inline

_CLASSES = {Align.LEFT: {}, Align.CENTRE: {"class": "centre"}, Align.RIGHT: {"class": "right"}}


def table_markup(table: Table) -> str:
    """Return a table; its column heads have their scope."""
    has_head = any(column.title for column in table.columns)
    heads = "".join(_head(column) for column in table.columns)
    rows = "".join(
        element(
            "tr",
            "".join(
                element("td", cell_markup(cell), _CLASSES[column.align])
                for cell, column in zip(row, table.columns, strict=True)
            ),
        )
        for row in table.rows
    )
    head = element("thead", element("tr", heads)) if has_head else ""
    return element("table", _caption(table.caption) + head + element("tbody", rows))


def grid_markup(grid: Grid) -> str:
    """Return a schedule of activities with heads on both sides."""
    corner = element("th", escaped(grid.corner), {"scope": "col"}) if grid.corner else element("td", "")
    heads = corner + "".join(
        element("th", escaped(title), {"scope": "col", "class": "centre"}) for title in grid.columns
    )
    body = "".join(_grid_row(row) for row in grid.rows)
    content = _caption(grid.caption) + element("thead", element("tr", heads)) + element("tbody", body)
    return element("table", content, {"class": "grid"})


def pairs_markup(block: KeyValues) -> str:
    """Return names and values as a table with row heads."""
    rows = "".join(
        element("tr", element("th", escaped(name), {"scope": "row"}) + element("td", cell_markup(value)))
        for name, value in block.pairs
    )
    return element("table", element("tbody", rows), {"class": "pairs"})


def cell_markup(cell: Cell) -> str:
    """Return the content of a cell; a verdict keeps sign and word together."""
    match cell:
        case Verdict():
            tone = cell.tone.name.lower()
            sign = element("b", escaped(cell.sign))
            return element("span", f"{sign} {escaped(cell.word)}", {"class": f"verdict {tone}"})
        case Lines():
            return "<br/>".join(inline(line) for line in cell.lines)
        case _:
            return inline(cell)


def _head(column: Column) -> str:
    if not column.title:
        return element("td", "")
    return element("th", escaped(column.title), {"scope": "col", **_CLASSES[column.align]})


def _grid_row(row: GridRow) -> str:
    cells = "".join(
        element(
            "td",
            escaped(cell.text),
            {"class": "centre", **({"colspan": str(cell.span)} if cell.span > 1 else {})},
        )
        for cell in row.cells
    )
    return element("tr", element("th", escaped(row.label), {"scope": "row"}) + cells)


def _caption(text: str) -> str:
    return element("caption", escaped(text)) if text else ""
