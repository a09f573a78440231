"""The days on which the decision points are planned."""

from __future__ import annotations

from core.chart.sections.section import Cell, Section, Shape

SECTIONS = (Section("planned", Shape.BY_KEY, is_typed_as=Cell.PLANNED),)
