"""What has never been there: a drug, a diagnosis, an event."""

from __future__ import annotations

from core.chart.reading.statements import read_never
from core.chart.sections.section import Cell, Column, Names, Section, Shape

SECTIONS = (
    Section(
        "never",
        Shape.LIST,
        (
            Column("of", Cell.NAME, is_required=True),
            Column("as_of", Cell.DATE, is_required=True),
            Column("by"),
            Column("note"),
        ),
        read=read_never,
        names=Names.EITHER,
        page="history",
    ),
)
