"""Which lists hold everything, from when until when."""

from __future__ import annotations

from core.chart.reading.statements import read_completeness
from core.chart.sections.section import Cell, Column, Section, Shape

_COLUMNS = (
    Column("since", Cell.DATE),
    Column("as_of", Cell.DATE, is_required=True),
    Column("by", untyped="who recorded it says it"),
    Column("note", untyped="nothing is to be said besides from when until when"),
)


def completeness_of(section: Section) -> Section:
    """Return the section that says of a list that it is complete; it stands below the list."""
    return Section(
        f"{section.id}_complete", Shape.ONE, _COLUMNS, read_completeness, page=section.page, is_of=section.id
    )
