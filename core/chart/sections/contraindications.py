"""Drugs that must not be given, and who says so."""

from __future__ import annotations

from core.chart.reading.statements import read_contraindications
from core.chart.sections.section import Cell, Column, Names, Section, Shape

SECTIONS = (
    Section(
        "contraindications",
        Shape.LIST,
        (
            Column("to", Cell.NAME, is_required=True, also=("drug",)),
            Column("why", also=("reason",)),
            Column("by"),
            Column("date", Cell.DATE),
            Column("note", untyped="'why' says it"),
        ),
        read=read_contraindications,
        names=Names.DRUGS,
        page="treatments",
    ),
)
