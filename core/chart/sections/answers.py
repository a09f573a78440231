"""Signed answers to the questions of rule files, and what the site says of its own facts."""

from __future__ import annotations

from core.chart.reading.statements import read_answers, read_site
from core.chart.sections.section import Cell, Column, Section, Shape

SECTIONS = (
    Section(
        "answers",
        Shape.VERSIONS,
        (Column("answer"), Column("by"), Column("date", Cell.DATE), Column("note")),
        read=read_answers,
        page="judgement",
    ),
    Section(
        "site",
        Shape.VERSIONS,
        (Column("value"), Column("date", Cell.DATE), Column("by")),
        read=read_site,
        untyped="the site says it: it is taken in with a file",
    ),
)
