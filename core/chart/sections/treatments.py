"""Treatments: courses of drugs with their days, doses and what came of them."""

from __future__ import annotations

from core.catalogue.drug import ROUTES
from core.chart.reading.courses import read_courses
from core.chart.sections.section import Cell, Column, Names, Section, Shape
from core.chart.words import OUTCOMES, PURPOSES, REASONS_FOR_STOPPING, TREATMENTS
from core.values.duration import Duration, TimeUnit

SECTIONS = (
    Section(
        TREATMENTS,
        Shape.LIST,
        (
            Column("drug", Cell.NAME, is_required=True),
            Column("from", Cell.DATE, is_required=True),
            Column("to", Cell.END, is_required=True, empty="entry-no-end"),
            Column("dose", Cell.DOSES, key="doses"),
            Column("outcome", Cell.WORD, choices=OUTCOMES),
            Column("stopped_for", Cell.WORD, choices=REASONS_FOR_STOPPING),
            Column("dose_adequate", Cell.WORD, choices=("yes", "no")),
            Column("route", Cell.WORD, choices=ROUTES),
            Column("line"),
            Column("may_be", Cell.NAMES),
            Column("details", Cell.DETAILS),
            Column("purpose", Cell.WORD, choices=PURPOSES, is_detail=True),
            Column("adherence", Cell.WORD, choices=("yes", "no"), is_detail=True),
            Column("ongoing_on", Cell.DATE, is_detail=True),
            Column("note", is_detail=True),
            Column("text", untyped="a note says it"),
        ),
        read=read_courses,
        names=Names.DRUGS,
        holds_drugs=True,
        stays_complete=Duration(14, TimeUnit.DAY),
        page="treatments",
    ),
)
