"""The grids of the plan: the months of the first year, the years."""

from __future__ import annotations

from core.documents.blocks import Block, Grid, GridCell, GridRow, Heading, Paragraph, muted
from core.documents.monitoring_plan.marking import Marking
from core.follow_up.grids import CountedGrid, Mark, month_grid, year_grid
from core.follow_up.plan import Plan

_DUE = "●"
_DUE_IF = "○"


def grid_blocks(plan: Plan, marking: Marking) -> tuple[Block, ...]:
    """Return the grids that have anything in them, each under its heading."""
    say = marking.wording.say
    months, years = month_grid(plan), year_grid(plan)
    blocks: list[Block] = []
    if months.lines:
        blocks += [Heading(say("heading-months")), _counted(months, "heading-months", marking)]
    if years.lines:
        blocks += [Heading(say("heading-years")), _counted(years, "heading-years", marking)]
    if months.lines or years.lines:
        blocks.append(Paragraph(muted(say("legend-counted"))))
    return tuple(blocks)


def _counted(grid: CountedGrid, heading: str, marking: Marking) -> Grid:
    wording = marking.wording
    rows = tuple(GridRow(marking.label(line.item), tuple(map(_count, line.marks))) for line in grid.lines)
    return Grid(
        tuple(str(column) for column in grid.columns),
        rows,
        wording.say(heading),
        wording.say("column-activity"),
        is_dense=True,
    )


def _count(mark: Mark) -> GridCell:
    return GridCell(_DUE * mark.due + _DUE_IF * mark.due_if)
