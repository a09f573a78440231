"""Diagnoses: what the patient has or had, and what was looked for and ruled out."""

from __future__ import annotations

from core.catalogue.concept import Kind
from core.chart.reading.happenings import read_happenings
from core.chart.sections.section import Cell, Column, Names, Section, Shape
from core.chart.words import CERTAINTIES, SEVERITIES
from core.values.duration import Duration, TimeUnit

SECTIONS = (
    Section(
        "diagnoses",
        Shape.LIST,
        (
            Column("is", Cell.NAME, is_required=True, also=("of", "event")),
            Column("since", Cell.DATE, also=("from", "date")),
            Column("until", Cell.END, also=("to", "resolved")),
            Column("severity", Cell.WORD, choices=SEVERITIES),
            Column("certainty", Cell.WORD, choices=CERTAINTIES),
            Column("counts_as", Cell.NAMES, is_shown=False),
            Column("marked_on", Cell.DATE, is_shown=False),
        ),
        read=read_happenings,
        names=Names.EPISODES,
        is_free=True,
        kinds=frozenset({Kind.CONDITION}),
        stays_complete=Duration(28, TimeUnit.DAY),
        page="diagnosis",
    ),
)
