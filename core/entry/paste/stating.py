"""What a handed-over diagnosis, event or course is understood as: read as if it were typed, and asked about where that
leaves a question.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from core.catalogue.concept import Concept
from core.chart.sections import Section
from core.chart.sections.section import Cell
from core.chart.words import CERTAINTIES, OTHER
from core.entry.desk.fields import Draft, Field, text_of
from core.entry.paste.around import Around
from core.entry.paste.line import PastedLine, State
from core.entry.paste.naming import Named, labels_of, list_of, named_thing
from core.entry.paste.sheet import Stated
from core.entry.paste.standing import NOTE, UNCERTAIN, against_the_record, is_refused
from core.entry.statement import Plain
from core.entry.typed import Phrase, Refused, Understood
from core.entry.typed.cells import row_cells
from core.entry.typed.naming import free_cell

*_, RULED_OUT = CERTAINTIES
_NEW = "print"
"""The row of a list that a line would become."""


def understood_statement(row: Stated, around: Around) -> PastedLine:
    """Return what a line states."""
    line = PastedLine((row.line, row.part), row.raw, State.NOT_KNOWN, row.name, row.name, wants=row.matter)
    if row.refused:
        return replace(line, state=State.REFUSED, reason=Phrase(row.refused))
    named = named_thing(row, around)
    if not named.thing:
        return replace(line, reason=Phrase(named.reason) if named.reason else None)
    section = list_of(row.matter, named.thing, around.desk.catalogue)
    labels = labels_of(named.thing, around.desk.catalogue)
    line = replace(line, section=section.id, thing=named.thing, labels=labels, is_remembered=named.is_remembered)
    return _read(row, named, section, line, around)


# --- what it says


def _read(row: Stated, named: Named, section: Section, line: PastedLine, around: Around) -> PastedLine:
    """Return the line read as a typed row is; what is no dose, no field of the concept is left out and said to be."""
    cells = _cells(row, named.thing, section, around)
    draft = _draft(section, cells, around)
    if "dose" in cells and not isinstance(draft.typed, Understood):
        row = replace(row, unread=(*row.unread, "dose"), notes=(*row.notes, cells["dose"]))
        draft = _draft(section, {name: text for name, text in cells.items() if name != "dose"}, around)
    if not isinstance(draft.typed, Understood) or not isinstance(draft.typed.content, dict):
        reason = draft.typed.reason if isinstance(draft.typed, Refused) else Phrase("paste-not-a-row")
        return replace(line, state=State.REFUSED, reason=reason)
    content: dict[str, Plain] = {**draft.typed.content, **_besides(row, named, around)}
    if row.fields and is_refused(section, content, around):
        told = tuple(f"{key}: {text}" for key, text in row.fields.items())
        row = replace(row, fields={}, unread=(*row.unread, *row.fields), notes=(*told, *row.notes))
        content = {**draft.typed.content, **_besides(row, named, around)}
        line = replace(line, is_told_in_note=True)
    line = _shown(replace(line, content=content, text=text_of(cells)), section, around)
    if is_refused(section, content, around):
        return replace(line, state=State.REFUSED, reason=Phrase("paste-not-a-row"))
    doubts = (*map(Phrase, row.doubts), *(each.reason for each in draft.typed.doubts), *_by_name(named))
    state = State.UNUSUAL if doubts else State.UNDERSTOOD
    besides = (*doubts, *_unread(row))
    return against_the_record(replace(line, state=state, besides=besides), section, around)


def _by_name(named: Named) -> tuple[Phrase, ...]:
    return (Phrase("paste-by-name", {"code": named.code}),) if named.code else ()


def _unread(row: Stated) -> tuple[Phrase, ...]:
    return (Phrase("paste-unread", {"parts": ", ".join(dict.fromkeys(row.unread))}),) if row.unread else ()


def _draft(section: Section, cells: Mapping[str, str], around: Around) -> Draft:
    where = Field(section.id, "", _NEW)
    draft = around.bare.typed(where, text_of(cells)).draft(where)
    return Draft("", Refused(Phrase("paste-not-a-row"))) if draft is None else draft


def _cells(row: Stated, thing: str, section: Section, around: Around) -> dict[str, str]:
    """Return the texts of the row's cells."""
    naming = "" if section.naming is None else section.naming.name
    start, end = _ends(section)
    name = free_cell(row.name, around.desk.language) if thing == OTHER else thing
    cells = {naming: name, start: row.start, end: row.end, **row.cells}
    concept = around.desk.catalogue.concept(thing)
    is_point = concept is not None and concept.is_point
    return {key: text for key, text in cells.items() if text and not (is_point and key == end)}


def _ends(section: Section) -> tuple[str, str]:
    """Return the columns of the first and the last day."""
    start = next(each.name for each in section.columns if each.cell is Cell.DATE)
    return start, next(each.name for each in section.columns if each.cell is Cell.END)


def _besides(row: Stated, named: Named, around: Around) -> dict[str, Plain]:
    """Return what no cell shows: fields of the concept, the day it was known to go on, and where it comes from."""
    concept = around.desk.catalogue.concept(named.thing)
    known: Mapping[str, Concept] = {} if concept is None or row.cells.get("certainty") == RULED_OUT else concept.fields
    found: dict[str, Plain] = {key: text for key, text in row.fields.items() if key in known}
    left = [f"{key}: {text}" for key, text in row.fields.items() if key not in known]
    told = (around.source, row.raw.partition(" · ")[0], around.head.laboratory, *(code for _, code in row.codes[:1]))
    found[NOTE] = " · ".join(part for part in (*told, *left, *row.notes) if part)
    if row.ongoing_on and not (concept is not None and concept.is_point):
        found["ongoing_on"] = row.ongoing_on
    return found


def _shown(line: PastedLine, section: Section, around: Around) -> PastedLine:
    """Return the line with what it says beside its name, in the words of the desk."""
    whole = line.content if isinstance(line.content, dict) else {}
    told: dict[str, Plain] = {key: each for key, each in whole.items() if key not in UNCERTAIN}
    cells = row_cells(section.id, told, around.desk.catalogue, around.desk.language)
    start, end = _ends(section)
    days = " \u2013 ".join(cells[each] for each in (start, end) if cells.get(each))
    naming = "" if section.naming is None else section.naming.name
    name = cells.get(naming, "") if not line.labels else ""
    rest = [text for key, text in cells.items() if key not in (start, end, naming) and text]
    return replace(line, said=", ".join(rest), days=days, name=name or line.name)
