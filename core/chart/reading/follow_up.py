"""What a patient file says became of the things of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from core.chart.entries import Row
from core.chart.reading.findings import FindingReader
from core.chart.reading.moments import errors_in
from core.chart.reading.rows import read_row
from core.chart.sections.section import Section
from core.language.said import said

DONE, NOT_DONE, NOT_POSSIBLE = "done", "not_done", "not_possible"
OUTCOMES = (DONE, NOT_DONE, NOT_POSSIBLE)


def read_follow_up(section: Section, reader: FindingReader) -> Iterator[Row]:
    """Yield the rows; what was not done says why, what was done has its day."""
    for number, fields in enumerate(reader.outer.each(section.id), start=1):
        before = errors_in(fields)
        row = read_row(section, f"{section.id}/{number}", fields, reader)
        if row.words.get("outcome") not in (None, DONE) and not row.words.get("why", "").strip():
            message = said("the key '{key}' is missing", key="why")
            fields.report(fields.written.span, "missing-key", message, "write why it was not done")
        if errors_in(fields) == before:
            yield row
