"""Diagnoses and events of a patient file."""

from __future__ import annotations

from core.catalogue.concept import Concept, Kind
from core.chart.entries import Episode
from core.chart.reading.findings import FindingReader, read_fields
from core.chart.reading.moments import check_order, read_moment
from core.source_text.fields import Fields
from core.source_text.suggestion import nearest
from core.values.partial_date import PartialDate

_OWN = ("is", "of", "event", "text", "since", "from", "date", "until", "to", "resolved", "ongoing_on", "note", "by")
OTHER = "other"
"""A diagnosis the catalogue does not know, told in ``text``."""


def read_episodes(fields: Fields, key: str, reader: FindingReader) -> tuple[Episode, ...]:
    """Return the episodes listed at ``diagnoses`` or ``events``."""
    found = [
        _episode(entry, f"{key}/{number}", reader, is_diagnosis=key == "diagnoses")
        for number, entry in enumerate(fields.each(key), start=1)
    ]
    return tuple(episode for episode in found if episode is not None)


def _episode(fields: Fields, ref: str, reader: FindingReader, *, is_diagnosis: bool) -> Episode | None:
    key = next((name for name in ("is", "of", "event") if fields.written.get(name) is not None), None)
    if key is None:
        word = "is" if is_diagnosis else "event"
        fields.report(fields.written.span, "missing-key", f"the key '{word}' is missing", f"write {word}: …")
        return None
    concept = _concept(fields, key, reader)
    onset = next((moment for name in ("since", "from", "date") if (moment := read_moment(fields, name))), None)
    end, is_open = _end(fields)
    ongoing_on = read_moment(fields, "ongoing_on")
    text = fields.text("text") or ""
    values = {} if concept is None else read_fields(reader, concept, fields, _OWN)
    ordered = check_order(fields, "from", onset, "to", end)
    fields.finish(_OWN)
    is_other = fields.written.get(key) is not None and fields.text(key) == OTHER
    if (concept is None and not is_other) or not ordered:
        return None
    is_ongoing = is_open or (is_diagnosis and end is None)
    name = "" if concept is None else concept.id
    if concept is not None and concept.is_point and end is None:
        end = onset
    return Episode(ref, name, onset, end, is_ongoing and end is None, ongoing_on, values, text or name)


def _end(fields: Fields) -> tuple[PartialDate | None, bool]:
    for name in ("until", "to", "resolved"):
        if fields.written.get(name) is not None:
            if fields.text(name) == "ongoing":
                return None, True
            return read_moment(fields, name), False
    return None, False


def _concept(fields: Fields, key: str, reader: FindingReader) -> Concept | None:
    scalar = fields.scalar(key)
    if scalar is None or scalar.text == OTHER:
        return None
    concept = reader.catalogue.concept(reader.catalogue.id_of(scalar.text) or "")
    kinds = (Kind.CONDITION, Kind.EVENT)
    if concept is not None and concept.kind in kinds:
        return concept
    known = [each.id for kind in kinds for each in reader.catalogue.of_kind(kind)]
    near = nearest(scalar.text, known)
    hint = f"did you mean '{near}'?" if near else f"write {key}: other with text: …"
    fields.report(scalar.span, "unknown-name", f"unknown diagnosis or event '{scalar.text}'", hint)
    return None
