"""Day 0 of a patient who was treated."""

from __future__ import annotations

from core.chart.sections.section import Cell, Column, Section, Shape

SECTIONS = (
    Section(
        "infusion",
        Shape.ONE,
        (Column("date", Cell.DATE, is_required=True), Column("product"), Column("vector"), Column("region")),
    ),
)
