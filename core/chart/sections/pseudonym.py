"""The key under which a patient is told to registries: kept in the record, judged by nothing, gone with an erasure."""

from __future__ import annotations

from collections.abc import Iterator

from core.chart.entries import Entry
from core.chart.reading.findings import FindingReader
from core.chart.sections.section import Column, Section, Shape

PSEUDONYM = "pseudonym"


def _read(section: Section, reader: FindingReader) -> Iterator[Entry]:
    """A key says nothing of the patient: it is checked and yields no entry."""
    fields = reader.outer.fields(section.id)
    if fields is not None:
        fields.required_text("code")
        fields.required_text("shift")
        fields.finish()
    yield from ()


SECTIONS = (
    Section(
        PSEUDONYM,
        Shape.ONE,
        (Column("code", is_required=True), Column("shift", is_required=True)),
        read=_read,
        untyped="it is made by chance at the first export",
    ),
)
