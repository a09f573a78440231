"""Results: every concept of the catalogue that has no section of its own holds the findings about it."""

from __future__ import annotations

from core.chart.sections.section import Cell, Column, Section, Shape
from core.values.duration import Duration, TimeUnit

RESULTS = "results"
"""What findings are called together, where one says that all of them are recorded."""

SECTIONS = (
    Section(
        RESULTS,
        Shape.LIST,
        (Column("value"), Column("date", Cell.DATE)),
        stays_complete=Duration(28, TimeUnit.DAY),
        is_dated=True,
        page="history",
    ),
)
