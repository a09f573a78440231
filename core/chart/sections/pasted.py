"""Pasted prints: the lines that were not recorded, as they were; kept in the history, and nothing is judged."""

from __future__ import annotations

from collections.abc import Iterator

from core.chart.entries import Entry
from core.chart.reading.findings import FindingReader
from core.chart.sections.section import Cell, Column, Section, Shape
from core.source_text.fields import Fields
from core.source_text.tree import Mapping, Sequence

PASTED = "pasted"
LEFT = "left"
"""The key under which the lines stand that were left unrecorded, print by print."""


def _read(section: Section, reader: FindingReader) -> Iterator[Entry]:
    """Lines that nobody recorded say nothing of the patient: they are checked and yield no entry."""
    for entry in reader.outer.mapping(section.id) or ():
        prints = entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
        for each in prints:
            if isinstance(each, Mapping):
                fields = Fields(each, reader.outer.file, reader.outer.problems)
                fields.required_text("text")
                fields.text("laboratory")
                fields.text("date")
                fields.finish()
    yield from ()


SECTIONS = (
    Section(
        PASTED,
        Shape.VERSIONS,
        (Column("text", is_required=True), Column("laboratory"), Column("date", Cell.DATE)),
        read=_read,
        untyped="it is pasted, not typed",
    ),
)
