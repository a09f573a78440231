"""The days on which the decision points are planned, and what is to be given after the infusion."""

from __future__ import annotations

from core.chart.points import POINTS
from core.chart.sections.section import Cell, Column, Names, Section, Shape
from core.chart.words import TREATMENTS

_IN_THE_HEAD = {"leukapheresis": "it stands in the head of the page"}

SECTIONS = (
    Section(
        "planned",
        Shape.BY_KEY,
        (
            *(Column(point, Cell.PLANNED, untyped=_IN_THE_HEAD.get(point, "")) for point in POINTS),
            Column(TREATMENTS, Cell.PLANNED_DRUGS),
        ),
        names=Names.DRUGS,
        page="practical",
    ),
)
