"""Pasted prints: the lines that were not recorded, as they were; kept in the history, and nothing is judged."""

from __future__ import annotations

from collections.abc import Iterator

from core.chart.entries import Entry
from core.chart.reading.findings import FindingReader
from core.chart.sections.section import Cell, Column, Section, Shape

PASTED = "pasted"


def _read(section: Section, reader: FindingReader) -> Iterator[Entry]:
    """Lines that nobody recorded say nothing of the patient: they are checked and yield no entry."""
    for fields in reader.outer.each(section.id):
        for column in section.columns:
            fields.text(column.written)
        fields.finish()
    yield from ()


SECTIONS = (
    Section(
        PASTED,
        Shape.LIST,
        (Column("text", is_required=True), Column("laboratory"), Column("date", Cell.DATE)),
        read=_read,
    ),
)
