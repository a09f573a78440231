"""Diagnoses and events of a patient file."""

from __future__ import annotations

from core.catalogue.concept import Concept, Kind
from core.chart.entries import Episode
from core.chart.reading.findings import FindingReader
from core.chart.reading.moments import (
    check_birth,
    check_order,
    errors_in,
    not_after,
    not_before,
    one_written,
    read_moment,
)
from core.chart.reading.records import read_fields
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.suggestion import nearest
from core.values.partial_date import PartialDate

OTHER = "other"
"""A diagnosis the catalogue does not know, told in ``text``."""

_NAMES = ("is", "of", "event")
_STARTS = ("since", "from", "date")
_ENDS = ("until", "to", "resolved")
_OWN = (*_NAMES, *_STARTS, *_ENDS, "ongoing_on", "text", "note", "by")
_KINDS = (Kind.CONDITION, Kind.EVENT)


def read_episodes(fields: Fields, key: str, reader: FindingReader) -> tuple[Episode, ...]:
    """Return the episodes listed at ``diagnoses`` or ``events``."""
    found = [
        _episode(entry, f"{key}/{number}", reader, is_diagnosis=key == "diagnoses")
        for number, entry in enumerate(fields.each(key), start=1)
    ]
    return tuple(episode for episode in found if episode is not None)


def _episode(fields: Fields, ref: str, reader: FindingReader, *, is_diagnosis: bool) -> Episode | None:
    before = errors_in(fields)
    key = one_written(fields, _NAMES)
    if key is None:
        word = "is" if is_diagnosis else "event"
        fields.report(
            fields.written.span,
            "missing-key",
            said("the key '{word}' is missing", word=word),
            said("write {word}: …", word=word),
        )
        return None
    concept = _concept(fields, key, reader)
    onset, end, is_open = _days(fields, reader.birth)
    text = fields.text("text") or ""
    if fields.text(key) == OTHER and not text:
        fields.report(
            fields.span_of(key),
            "missing-key",
            said("'{key}: {other}' does not say what", key=key, other=OTHER),
            "write text: …",
        )
    values = {} if concept is None else read_fields(fields, concept, _OWN)
    if concept is not None and concept.is_point:
        end = _point(fields, onset, end, is_open=is_open)
    ongoing_on = read_moment(fields, "ongoing_on")
    fields.finish(_OWN if concept is None else (*_OWN, *concept.fields))
    if errors_in(fields) > before:
        return None
    goes_on = is_open or (is_diagnosis and one_written(fields, _ENDS) is None)
    name = "" if concept is None else concept.id
    return Episode(ref, name, onset, end, goes_on and end is None, ongoing_on, values, text or name)


def _days(fields: Fields, birth: PartialDate | None) -> tuple[PartialDate | None, PartialDate | None, bool]:
    """Return the first day, the last day, and whether it is said to go on."""
    start_key, end_key = one_written(fields, _STARTS), one_written(fields, _ENDS)
    onset = None if start_key is None else read_moment(fields, start_key)
    if start_key is not None:
        check_birth(fields, start_key, onset, birth)
    onset = not_before(onset, birth)
    if end_key is None:
        return onset, None, False
    if fields.text(end_key) == "ongoing":
        return onset, None, True
    end = read_moment(fields, end_key)
    check_order(fields, start_key or "since", onset, end_key, end)
    onset = not_after(onset, end)
    return onset, not_before(end, onset or birth), False


def _point(fields: Fields, onset: PartialDate | None, end: PartialDate | None, *, is_open: bool) -> PartialDate | None:
    """Return the one day of something that takes one day; that it goes on cannot be."""
    if is_open:
        key = one_written(fields, _ENDS) or "to"
        hint = "write date: …, or several events with a date each"
        fields.report(fields.span_of(key), "kind", "this takes one day and does not go on", hint)
    return onset if end is None else end


def _concept(fields: Fields, key: str, reader: FindingReader) -> Concept | None:
    scalar = fields.scalar(key)
    if scalar is None or scalar.text == OTHER:
        return None
    catalogue = reader.catalogue
    name = catalogue.id_of(scalar.text) or ""
    concept = catalogue.concept(name)
    if concept is not None and concept.kind in _KINDS:
        return concept
    if catalogue.drugs_of(name):
        hint = said("write treatments: [{{drug: {name}, from: …, to: …}}]", name=name)
        fields.report(scalar.span, "kind", said("'{text}' is a drug, not a diagnosis or event", text=scalar.text), hint)
        return None
    if concept is not None:
        hint = said("write {name}: {{value: …, date: …}} as a key of its own", name=name)
        fields.report(scalar.span, "kind", said("'{text}' is no diagnosis or event", text=scalar.text), hint)
        return None
    near = nearest(scalar.text, [each for each in catalogue.names if _is_episode(each, reader)])
    hint = (
        said("did you mean '{near}'?", near=near)
        if near
        else said("write {key}: {other} with text: …", key=key, other=OTHER)
    )
    fields.report(scalar.span, "unknown-name", said("unknown diagnosis or event '{text}'", text=scalar.text), hint)
    return None


def _is_episode(name: str, reader: FindingReader) -> bool:
    concept = reader.catalogue.concept(reader.catalogue.id_of(name) or "")
    return concept is not None and concept.kind in _KINDS
