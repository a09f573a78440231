"""A list that says no more than its columns: what each row is, when it began and ended, and its words."""

from __future__ import annotations

from collections.abc import Iterator

from core.catalogue.catalogue import Catalogue
from core.chart.entries import Row
from core.chart.reading.findings import FindingReader
from core.chart.reading.marks import is_episode
from core.chart.reading.moments import (
    check_birth,
    check_order,
    errors_in,
    not_after,
    not_before,
    one_written,
    read_moment,
)
from core.chart.sections.section import Cell, Column, Names, Section
from core.language.said import said
from core.source_text.fields import Fields
from core.values.partial_date import PartialDate

_ONGOING = "ongoing"


def read_rows(section: Section, reader: FindingReader) -> Iterator[Row]:
    """Yield the rows of a list; one with a problem is left out."""
    for number, fields in enumerate(reader.outer.each(section.id), start=1):
        before = errors_in(fields)
        row = read_row(section, f"{section.id}/{number}", fields, reader)
        if errors_in(fields) == before:
            yield row


def read_row(section: Section, ref: str, fields: Fields, reader: FindingReader) -> Row:
    """Return one row; what is wrong with it is reported."""
    keys = {column: one_written(fields, (column.written, *column.also)) for column in section.columns}
    for column, key in keys.items():
        if column.is_required and key is None:
            message, hint = said("the key '{key}' is missing", key=column.written), "write it, or leave the entry out"
            fields.report(fields.written.span, "missing-key", message, hint)
    words = {
        column.name: text
        for column, key in keys.items()
        if key is not None and (text := _text(section, column, key, fields, reader.catalogue))
    }
    onset, end, is_ongoing = _days(section, keys, fields, reader.birth)
    fields.finish()
    return Row(ref, section.id, words, onset, end, is_ongoing=is_ongoing)


def _text(section: Section, column: Column, key: str, fields: Fields, catalogue: Catalogue) -> str:
    match column.cell:
        case Cell.NAME:
            return _name(section, key, fields, catalogue)
        case Cell.WORD:
            return fields.choice(key, column.choices) or ""
        case Cell.NAMES:
            return ", ".join(scalar.text for scalar in fields.texts(key))
        case _:
            return fields.text(key) or ""


def _name(section: Section, key: str, fields: Fields, catalogue: Catalogue) -> str:
    """Return what an entry is: any words where the section names nothing of the catalogue."""
    scalar = fields.required_scalar(key)
    if scalar is None or section.names is None:
        return "" if scalar is None else scalar.text
    found = catalogue.id_called(scalar.text) or ""
    if _is_named(found, section.names, catalogue):
        return found
    names = section.names
    hint = catalogue.hint_for(
        scalar.text, lambda name: _is_named(name, names, catalogue), "use a name of the catalogue"
    )
    fields.report(scalar.span, "unknown-name", said("unknown name '{text}'", text=scalar.text), hint)
    return ""


def _is_named(name: str, names: Names, catalogue: Catalogue) -> bool:
    is_drug = bool(catalogue.drugs_of(catalogue.id_of(name) or ""))
    return (is_drug and names is not Names.EPISODES) or (is_episode(name, catalogue) and names is not Names.DRUGS)


def _days(
    section: Section, keys: dict[Column, str | None], fields: Fields, birth: PartialDate | None
) -> tuple[PartialDate | None, PartialDate | None, bool]:
    """Return the first day, the last day, and whether it is said to go on."""
    began = next((each for each in section.columns if each.cell is Cell.DATE), None)
    ended = next((each for each in section.columns if each.cell is Cell.END), None)
    start_key = None if began is None else keys[began]
    end_key = None if ended is None else keys[ended]
    onset = None if start_key is None else read_moment(fields, start_key)
    if start_key is not None:
        check_birth(fields, start_key, onset, birth)
    if end_key is None or fields.text(end_key) == _ONGOING:
        return not_before(onset, birth), None, end_key is not None
    end = read_moment(fields, end_key)
    check_order(fields, start_key or "", onset, end_key, end)
    return not_after(not_before(onset, birth), end), not_before(end, onset or birth), False
