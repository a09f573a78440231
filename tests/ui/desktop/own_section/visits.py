"""A section as somebody would add it: this one file, and a phrase in each language."""

from __future__ import annotations

from core.chart.sections.section import Cell, Column, Section, Shape

SECTIONS = (
    Section(
        "visits",
        Shape.LIST,
        (
            Column("kind", Cell.NAME, is_required=True),
            Column("on", Cell.DATE, also=("date",)),
            Column("until", Cell.END),
            Column("place", Cell.WORD, choices=("ward", "day_clinic", "home")),
            Column("note"),
        ),
        page="history",
    ),
)
