"""Infusions of a patient who was treated; each is a day 0, and the last one is followed."""

from __future__ import annotations

from core.chart.reading.infusions import DONORS, INDICATIONS, NONE_GIVEN, PRODUCTS, REGIONS
from core.chart.sections.section import Cell, Column, Names, Section, Shape
from core.chart.words import TREATMENTS

SECTIONS = (
    Section(
        "infusion",
        Shape.LIST,
        (
            Column("date", Cell.DATE, is_required=True),
            Column("product", Cell.WORD, choices=PRODUCTS),
            Column("product_name"),
            Column("batch"),
            Column("cells"),
            Column("lymphodepletion", Cell.NAMES, nothing=NONE_GIVEN),
            Column("vector"),
            Column("region", Cell.WORD, choices=REGIONS),
            Column("donor", Cell.WORD, choices=DONORS),
            Column("bridging"),
            Column("centre"),
            Column("indication", Cell.WORD, choices=INDICATIONS),
            Column("permit"),
            Column("note"),
        ),
        names=Names.DRUGS,
        page=TREATMENTS,
        rests_on=(TREATMENTS,),
    ),
)
