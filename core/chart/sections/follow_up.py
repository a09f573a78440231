"""What became of the things of the plan: done, not done and why, could not be done. Nothing judges it."""

from __future__ import annotations

from core.chart.reading.follow_up import OUTCOMES, read_follow_up
from core.chart.sections.section import Cell, Column, Section, Shape
from core.chart.words import FOLLOW_UP

SECTIONS = (
    Section(
        FOLLOW_UP,
        Shape.LIST,
        (
            Column("activity", Cell.NAME, is_required=True),
            Column("at", is_required=True),
            Column("date", Cell.DATE, is_required=True),
            Column("outcome", Cell.WORD, is_required=True, choices=OUTCOMES),
            Column("why"),
            Column("note"),
        ),
        read=read_follow_up,
        untyped="the page of the follow-up records it",
    ),
)
