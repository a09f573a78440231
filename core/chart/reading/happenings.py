"""Diagnoses and events of a patient file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.catalogue.concept import Concept, Kind
from core.chart.entries import Episode, Finding
from core.chart.reading.findings import FindingReader
from core.chart.reading.marks import EPISODES, is_episode, read_mark
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
from core.chart.sections.section import Cell, Section
from core.chart.values import Fact
from core.chart.words import CERTAINTIES, OTHER
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.suggestion import nearest
from core.values.partial_date import PartialDate

_, SUSPECTED, RULED_OUT = CERTAINTIES


@dataclass(frozen=True, slots=True)
class _Keys:
    """What the columns of the section are called: what an entry is, its first and last day, all keys of its own."""

    names: tuple[str, ...]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    own: tuple[str, ...]
    is_diagnosis: bool

    @classmethod
    def of(cls, section: Section) -> _Keys:
        """Return them as the section declares them; the first day is the first date it has."""
        columns = section.columns
        names, starts, ends = (
            next((column.keys for column in columns if column.cell is cell), ())
            for cell in (Cell.NAME, Cell.DATE, Cell.END)
        )
        own = tuple(key for column in columns if not column.is_field for key in column.keys)
        return cls(names, starts, ends, own, is_diagnosis=Kind.CONDITION in section.kinds)


def read_happenings(section: Section, reader: FindingReader) -> Iterator[Episode | Finding]:
    """Yield what was there, certainly or perhaps, as an episode, and what was looked for and ruled out as a finding."""
    keys = _Keys.of(section)
    for number, entry in enumerate(reader.outer.each(section.id), start=1):
        yield from _happening(entry, f"{section.id}/{number}", reader, keys)


def _happening(fields: Fields, ref: str, reader: FindingReader, keys: _Keys) -> tuple[Episode | Finding, ...]:
    """Return an entry: one episode, one for each concept that a marked text counts as, or what was ruled out."""
    before = errors_in(fields)
    key = one_written(fields, keys.names)
    if key is None:
        word = keys.names[0]
        fields.report(
            fields.written.span,
            "missing-key",
            said("the key '{word}' is missing", word=word),
            said("write {word}: …", word=word),
        )
        return ()
    concept = _concept(fields, key, reader)
    onset, end, is_open = _days(fields, keys, reader.birth)
    text = fields.text("text") or ""
    if fields.text(key) == OTHER and not text:
        fields.report(
            fields.span_of(key),
            "missing-key",
            said("'{key}: {other}' does not say what", key=key, other=OTHER),
            "write text: …",
        )
    certainty = fields.choice("certainty", CERTAINTIES)
    mark = read_mark(fields, reader.catalogue, is_free_text=fields.text(key) == OTHER)
    values = {} if concept is None else read_fields(fields, concept, keys.own)
    concepts = (concept,) if mark is None else tuple(map(reader.catalogue.concept, mark.counts_as)) or (None,)
    if certainty == RULED_OUT:
        return _ruled_out(fields, ref, onset, concepts, keys, before)
    point = next((each for each in concepts if each is not None and each.is_point), None)
    if point is not None:
        end = _point(fields, keys, onset, end, is_open=is_open)
    ongoing_on = read_moment(fields, "ongoing_on")
    fields.finish(keys.own if concept is None else (*keys.own, *concept.fields))
    if errors_in(fields) > before:
        return ()
    goes_on = is_open or (keys.is_diagnosis and one_written(fields, keys.ends) is None)
    whole = Episode(
        ref=ref,
        concept="",
        onset=onset,
        end=end,
        is_ongoing=goes_on and end is None,
        ongoing_on=ongoing_on,
        fields=values,
        is_suspected=certainty == SUSPECTED,
        mark=mark,
    )
    names = ["" if each is None else each.id for each in concepts]
    return tuple(replace(whole, concept=name, text=text or name) for name in names)


def _ruled_out(
    fields: Fields,
    ref: str,
    on: PartialDate | None,
    concepts: tuple[Concept | None, ...],
    keys: _Keys,
    before: int,
) -> tuple[Finding, ...]:
    """Return that it was not there on the day it was looked for; of no known day that says nothing."""
    if on is None:
        hint = "write date: 2026-11-20, the day on which it was ruled out"
        fields.report(fields.written.span, "missing-key", "what was ruled out has no day", hint)
    ends = [key for key in (*keys.ends, "ongoing_on") if fields.tree(key) is not None]
    if ends:
        hint = said("write date: …, and leave {key} out", key=ends[0])
        fields.report(fields.span_of(ends[0]), "kind", "what was ruled out does not last", hint)
    if concepts == (None,) and errors_in(fields) == before:
        hint = "write counts_as: [malignancy] with by and marked_on, or leave the entry out"
        fields.report(fields.span_of("certainty"), "kind", "it is not known what was ruled out", hint)
    known = [each for each in concepts if each is not None]
    fields.finish((*keys.own, *(name for each in known for name in each.fields)))
    if errors_in(fields) > before:
        return ()
    return tuple(Finding(ref, each.id, Fact(is_so=False), on) for each in known)


def _days(
    fields: Fields, keys: _Keys, birth: PartialDate | None
) -> tuple[PartialDate | None, PartialDate | None, bool]:
    """Return the first day, the last day, and whether it is said to go on."""
    start_key, end_key = one_written(fields, keys.starts), one_written(fields, keys.ends)
    onset = None if start_key is None else read_moment(fields, start_key)
    if start_key is not None:
        check_birth(fields, start_key, onset, birth)
    onset = not_before(onset, birth)
    if end_key is None:
        return onset, None, False
    if fields.text(end_key) == "ongoing":
        return onset, None, True
    end = read_moment(fields, end_key)
    check_order(fields, start_key or keys.starts[0], onset, end_key, end)
    onset = not_after(onset, end)
    return onset, not_before(end, onset or birth), False


def _point(
    fields: Fields, keys: _Keys, onset: PartialDate | None, end: PartialDate | None, *, is_open: bool
) -> PartialDate | None:
    """Return the one day of something that takes one day; that it goes on cannot be."""
    if is_open:
        key = one_written(fields, keys.ends) or "to"
        hint = "write date: …, or several events with a date each"
        fields.report(fields.span_of(key), "kind", "this takes one day and does not go on", hint)
    return onset if end is None else end


def _concept(fields: Fields, key: str, reader: FindingReader) -> Concept | None:
    scalar = fields.scalar(key)
    if scalar is None or scalar.text == OTHER:
        return None
    catalogue = reader.catalogue
    name = catalogue.id_called(scalar.text) or ""
    concept = catalogue.concept(name)
    if concept is not None and concept.kind in EPISODES:
        return concept
    if catalogue.drugs_of(name):
        hint = said("write treatments: [{{drug: {name}, from: …, to: …}}]", name=name)
        fields.report(scalar.span, "kind", said("'{text}' is a drug, not a diagnosis or event", text=scalar.text), hint)
        return None
    if concept is not None:
        hint = said("write {name}: {{value: …, date: …}} as a key of its own", name=name)
        fields.report(scalar.span, "kind", said("'{text}' is no diagnosis or event", text=scalar.text), hint)
        return None
    near = nearest(scalar.text, [each for each in catalogue.names if is_episode(each, catalogue)])
    hint = (
        said("did you mean '{near}'?", near=near)
        if near
        else said("write {key}: {other} with text: …", key=key, other=OTHER)
    )
    fields.report(scalar.span, "unknown-name", said("unknown diagnosis or event '{text}'", text=scalar.text), hint)
    return None
