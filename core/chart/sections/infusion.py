"""Day 0 of a patient who was treated."""

from __future__ import annotations

from core.chart.reading.infusions import NONE_GIVEN, PRODUCTS, REGIONS
from core.chart.sections.section import Cell, Column, Names, Section, Shape
from core.chart.words import TREATMENTS

SECTIONS = (
    Section(
        "infusion",
        Shape.ONE,
        (
            Column("date", Cell.DATE, is_required=True),
            Column("product", Cell.WORD, choices=PRODUCTS),
            Column("product_name"),
            Column("batch"),
            Column("cells"),
            Column("lymphodepletion", Cell.NAMES, nothing=NONE_GIVEN),
            Column("vector"),
            Column("region", Cell.WORD, choices=REGIONS),
            Column("note"),
        ),
        names=Names.DRUGS,
        page=TREATMENTS,
        rests_on=(TREATMENTS,),
    ),
)
