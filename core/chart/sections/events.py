"""Events: infections, vaccinations, thromboses and whatever else took place on a day or for some days."""

from __future__ import annotations

from core.catalogue.concept import Kind
from core.chart.reading.happenings import read_happenings
from core.chart.sections.section import Cell, Column, Names, Section, Shape
from core.chart.words import CERTAINTIES
from core.values.duration import Duration, TimeUnit

SECTIONS = (
    Section(
        "events",
        Shape.LIST,
        (
            Column("event", Cell.NAME, is_required=True, also=("is", "of")),
            Column("date", Cell.DATE, also=("since", "from")),
            Column("until", Cell.END, also=("to", "resolved")),
            Column("certainty", Cell.WORD, choices=CERTAINTIES),
            Column("note"),
            Column("counts_as", Cell.NAMES, is_shown=False),
            Column("marked_on", Cell.DATE, is_shown=False),
        ),
        read=read_happenings,
        names=Names.EPISODES,
        is_free=True,
        kinds=frozenset({Kind.EVENT}),
        stays_complete=Duration(28, TimeUnit.DAY),
        page="history",
    ),
)
