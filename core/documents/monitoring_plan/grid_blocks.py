"""The three grids of the plan: days 0 to 28, the months of the first year, the years."""

from __future__ import annotations

from collections.abc import Iterable

from core.documents.blocks import BLANK, DOT, Block, Grid, GridCell, GridRow, Heading, Paragraph, muted
from core.documents.monitoring_plan.marking import Marking
from core.documents.monitoring_plan.wording import Wording
from core.follow_up.grids import CountedGrid, DayGrid, Mark, Stretch, day_grid, month_grid, year_grid
from core.follow_up.plan import Plan

_DUE = "●"
_DUE_IF = "○"


def grid_blocks(plan: Plan, marking: Marking) -> tuple[Block, ...]:
    """Return the grids that have anything in them, each under its heading."""
    say = marking.wording.say
    days, months, years = day_grid(plan), month_grid(plan), year_grid(plan)
    blocks: list[Block] = []
    if days.lines:
        blocks += [Heading(say("heading-days")), _days(days, marking), Paragraph(muted(say("legend-days")))]
    if months.lines:
        blocks += [Heading(say("heading-months")), _counted(months, "heading-months", marking)]
    if years.lines:
        blocks += [Heading(say("heading-years")), _counted(years, "heading-years", marking)]
    if months.lines or years.lines:
        blocks.append(Paragraph(muted(say("legend-counted"))))
    return tuple(blocks)


def _days(grid: DayGrid, marking: Marking) -> Grid:
    wording = marking.wording
    rows = tuple(
        GridRow(
            marking.label(line.item, line.while_),
            _joined(_day_text(mark, column, wording) for mark, column in zip(line.marks, grid.columns, strict=True)),
        )
        for line in grid.lines
    )
    heads = tuple(_stretch(column, wording) for column in grid.columns)
    return Grid(heads, rows, wording.say("heading-days"), wording.say("column-activity"))


def _stretch(column: Stretch, wording: Wording) -> str:
    if column.first == column.last:
        return wording.say("days-one", day=column.first)
    return wording.say("days-span", first=column.first, last=column.last)


def _day_text(mark: Mark, column: Stretch, wording: Wording) -> str:
    words = [] if mark.pace is None else [wording.pace(mark.pace)]
    if column.first == column.last and mark.days:
        return ", ".join([*words, _DUE])
    return ", ".join([*words, *(wording.say("days-one", day=day) for day in mark.days)])


def _joined(texts: Iterable[str]) -> tuple[GridCell, ...]:
    """Return the fields of a row; words that go on from one column to the next stand once, over both."""
    cells: list[GridCell] = []
    for text in texts:
        if text == _DUE:
            cells.append(DOT)
        elif cells and text and cells[-1].text == text:
            cells[-1] = GridCell(text, cells[-1].span + 1)
        else:
            cells.append(GridCell(text) if text else BLANK)
    return tuple(cells)


def _counted(grid: CountedGrid, heading: str, marking: Marking) -> Grid:
    wording = marking.wording
    rows = tuple(GridRow(marking.label(line.item), tuple(map(_count, line.marks))) for line in grid.lines)
    return Grid(
        tuple(str(column) for column in grid.columns), rows, wording.say(heading), wording.say("column-activity")
    )


def _count(mark: Mark) -> GridCell:
    return GridCell(_DUE * mark.due + _DUE_IF * mark.due_if)
