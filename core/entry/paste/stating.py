"""What a handed-over diagnosis, event or course is understood as: read as if it were typed, and asked about where that
leaves a question. A code counts where the catalogue has it, else a name; two that say different things are asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Kind
from core.catalogue.spelling import folded
from core.chart.sections import Section, every_section, section_of
from core.chart.sections.section import Cell
from core.chart.words import CERTAINTIES, OTHER, TREATMENTS
from core.entry.charting import chart_of
from core.entry.desk.fields import Draft, Field, text_of
from core.entry.paste.around import Around
from core.entry.paste.line import PastedLine, State
from core.entry.paste.sheet import Matter, Stated
from core.entry.statement import Plain, Statement
from core.entry.typed import Phrase, Refused, Understood
from core.entry.typed.cells import row_cells
from core.entry.typed.naming import EPISODES, free_cell, read_name, stands_for_other

*_, RULED_OUT = CERTAINTIES
_NEW = "print"
"""The row of a list that a line would become."""
_NOTE = "note"
_UNCERTAIN = frozenset({_NOTE, "ongoing_on"})
"""What may differ between two lines that say the same."""


@dataclass(frozen=True, slots=True)
class _Named:
    """What a line is of: ``thing`` is a concept, drug or class, or OTHER for words of its own, "" where nothing is known.

    ``code`` is one that is not known although its system is: the name alone was understood.
    """

    thing: str
    reason: str = ""
    code: str = ""
    is_remembered: bool = False


def understood_statement(row: Stated, around: Around) -> PastedLine:
    """Return what a line states."""
    line = PastedLine((row.line, row.part), row.raw, State.NOT_KNOWN, row.name, row.name, wants=row.matter)
    if row.refused:
        return replace(line, state=State.REFUSED, reason=Phrase(row.refused))
    named = _named(row, around)
    if not named.thing:
        return replace(line, reason=Phrase(named.reason) if named.reason else None)
    section = _section(row.matter, named.thing, around.desk.catalogue)
    labels = _labels(named.thing, around.desk.catalogue)
    line = replace(line, section=section.id, thing=named.thing, labels=labels, is_remembered=named.is_remembered)
    return _read(row, named, section, line, around)


# --- what it is of


def _named(row: Stated, around: Around) -> _Named:
    """Return what is meant: as said for this print, as said before, by its codes, by its names."""
    chosen = around.choices.concepts.get(folded(row.name), "")
    said = chosen or around.remembered.concept(around.head.laboratory, row.name)
    if said and (said == OTHER or _is_of(row.matter, said, around.desk.catalogue)):
        return _Named(said, is_remembered=not chosen)
    catalogue = around.desk.catalogue
    meant = [(catalogue.coded(system, code), code) for system, code in row.codes]
    by_code = _narrowest((each for each, _ in meant if each and _is_of(row.matter, each, catalogue)), catalogue)
    if len(by_code) > 1:
        return _Named("", "paste-codes-differ")
    if by_code:
        return _Named(by_code[0])
    by_name = _narrowest(_by_names(row, around), catalogue)
    if len(by_name) != 1:
        return _Named("", "paste-codes-differ" if by_name else "")
    return _Named(by_name[0], code=next((code for each, code in meant if each == ""), ""))


def _by_names(row: Stated, around: Around) -> Iterator[str]:
    section = TREATMENTS if row.matter is Matter.COURSE else _episodes()[0].id
    for name in row.names:
        read = None if stands_for_other(name) else read_name(section, name, around.desk.catalogue, around.bare.typing)
        if isinstance(read, Understood) and isinstance(read.content, str):
            yield read.content


def _narrowest(found: Iterable[str], catalogue: Catalogue) -> tuple[str, ...]:
    """Return what is left of several where those that stand for another of them are left out."""
    things = tuple(dict.fromkeys(found))
    return tuple(
        each for each in things if not any(other != each and other in _members(each, catalogue) for other in things)
    )


def _members(thing: str, catalogue: Catalogue) -> frozenset[str]:
    return catalogue.concepts_of(thing) | catalogue.drugs_of(thing)


def _is_of(matter: Matter, thing: str, catalogue: Catalogue) -> bool:
    if matter is Matter.COURSE:
        return bool(catalogue.drugs_of(thing))
    concept = catalogue.concept(thing)
    return concept is not None and concept.kind in EPISODES


def _episodes() -> tuple[Section, ...]:
    return tuple(each for each in every_section() if each.kinds & EPISODES)


def _section(matter: Matter, thing: str, catalogue: Catalogue) -> Section:
    """Return the list it stands in: of courses, of diagnoses, of events; what is told in words is a diagnosis."""
    if matter is Matter.COURSE:
        return section_of(TREATMENTS)
    concept = catalogue.concept(thing)
    kind = Kind.CONDITION if concept is None else concept.kind
    return next(each for each in _episodes() if kind in each.kinds)


def _labels(thing: str, catalogue: Catalogue) -> Mapping[str, str]:
    known = catalogue.drugs.get(thing) or catalogue.classes.get(thing) or catalogue.concept(thing)
    return {} if known is None else known.label


# --- what it says


def _read(row: Stated, named: _Named, section: Section, line: PastedLine, around: Around) -> PastedLine:
    """Return the line read as a typed row is; a dose that is none is left out and said to be."""
    cells, unread = _cells(row, named.thing, section, around), row.unread
    draft = _draft(section, cells, around)
    if "dose" in cells and not isinstance(draft.typed, Understood):
        bare = {name: text for name, text in cells.items() if name != "dose"}
        without = _draft(section, bare, around)
        if isinstance(without.typed, Understood):
            draft, unread = without, (*unread, "dose")
            row = replace(row, notes=(*row.notes, cells["dose"]))
    if not isinstance(draft.typed, Understood) or not isinstance(draft.typed.content, dict):
        reason = draft.typed.reason if isinstance(draft.typed, Refused) else Phrase("paste-not-a-row")
        return replace(line, state=State.REFUSED, reason=reason)
    content: dict[str, Plain] = {**draft.typed.content, **_besides(row, section, named, around)}
    if row.fields and _is_refused(section, content, around):
        told = tuple(f"{key}: {text}" for key, text in row.fields.items())
        row, unread = replace(row, fields={}, notes=(*told, *row.notes)), (*unread, *row.fields)
        content = {**draft.typed.content, **_besides(row, section, named, around)}
        line = replace(line, is_told_in_note=True)
    line = _shown(replace(line, content=content, text=text_of(cells)), section, around)
    if _is_refused(section, content, around):
        return replace(line, state=State.REFUSED, reason=Phrase("paste-not-a-row"))
    reason = Phrase("paste-unread", {"parts": ", ".join(dict.fromkeys(unread))}) if unread else None
    line = replace(line, state=State.UNDERSTOOD, reason=reason)
    doubts = [Phrase(each) for each in row.doubts] + [each.reason for each in draft.typed.doubts]
    if named.code:
        doubts.append(Phrase("paste-by-name", {"code": named.code}))
    if doubts:
        line = replace(line, state=State.UNUSUAL, reason=doubts[0])
    return _against_the_record(line, section, around)


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


def _besides(row: Stated, section: Section, named: _Named, around: Around) -> dict[str, Plain]:
    """Return what no cell shows: fields of the concept, the day it was known to go on, and where it comes from."""
    concept = around.desk.catalogue.concept(named.thing)
    known = {} if concept is None or row.cells.get("certainty") == RULED_OUT else concept.fields
    found: dict[str, Plain] = {key: text for key, text in row.fields.items() if key in known}
    left = [f"{key}: {text}" for key, text in row.fields.items() if key not in known]
    told = (around.source, row.raw.partition(" · ")[0], around.head.laboratory, *(code for _, code in row.codes[:1]))
    found[_NOTE] = " · ".join(part for part in (*told, *left, *row.notes) if part)
    if row.ongoing_on and not (concept is not None and concept.is_point):
        found["ongoing_on"] = row.ongoing_on
    return found


def _is_refused(section: Section, content: Plain, around: Around) -> bool:
    """The reader of patient files has the last word."""
    births = [each.statement for each in around.bare.kept]
    stated = [Statement.of(section.id, content), *births]
    found = chart_of("", list(enumerate(stated)), around.desk.catalogue).problems
    return any(problem.is_error for problem in found.get(0, ()))


def _shown(line: PastedLine, section: Section, around: Around) -> PastedLine:
    """Return the line with what it says beside its name, in the words of the desk."""
    whole = line.content if isinstance(line.content, dict) else {}
    told: dict[str, Plain] = {key: each for key, each in whole.items() if key not in _UNCERTAIN}
    cells = row_cells(section.id, told, around.desk.catalogue, around.desk.language)
    start, end = _ends(section)
    days = " \u2013 ".join(cells[each] for each in (start, end) if cells.get(each))
    naming = "" if section.naming is None else section.naming.name
    name = cells.get(naming, "") if not line.labels else ""
    rest = [text for key, text in cells.items() if key not in (start, end, naming) and text]
    return replace(line, said=", ".join(rest), days=days, name=name or line.name)


# --- what is there already


def _against_the_record(line: PastedLine, section: Section, around: Around) -> PastedLine:
    """Return an understood line as it stands against the record: there already, there with other days, or new.

    What began on the same day is one, and ticking it completes what stands; anything else of its name stands beside.
    """
    kept = [
        each for each in around.desk.all_of(section.id) if _thing(each.statement.plain, section, around) == line.thing
    ]
    if line.thing == OTHER:
        kept = [each for each in kept if _words(each.statement.plain) == _words(line.content or "")]
    if any(_includes(each.statement.plain, line) for each in kept):
        return replace(line, state=State.ON_RECORD)
    same = (
        []
        if line.is_told_in_note
        else [each for each in kept if _start(each.statement.plain) == _start(line.content or "")]
    )
    if same and isinstance(line.content, dict) and isinstance(same[-1].statement.plain, dict):
        whole = {**same[-1].statement.plain, **line.content}
        state = replace(line, state=State.OTHER, reason=Phrase("paste-other-row"), content=whole, replaces=same[-1].id)
        return state if not _is_refused(section, whole, around) else replace(line, state=State.REFUSED)
    if kept:
        return replace(line, state=State.OTHER, reason=Phrase("paste-row-beside"))
    return line


def _thing(content: Plain, section: Section, around: Around) -> str:
    keys = () if section.naming is None else section.naming.keys
    found = content if isinstance(content, dict) else {}
    name = next((text for key in keys if isinstance(text := found.get(key), str)), "")
    return name if name == OTHER else around.desk.catalogue.id_called(name) or name


def _words(content: Plain) -> str:
    text = content.get("text", "") if isinstance(content, dict) else ""
    return folded(text) if isinstance(text, str) else ""


def _start(content: Plain) -> str:
    found = content if isinstance(content, dict) else {}
    text = next((text for key in _STARTS if isinstance(text := found.get(key), str)), "")
    return "" if text == "unknown" else text


def _includes(old: Plain, line: PastedLine) -> bool:
    """True if everything that a line says stands in a content too."""
    new = line.content
    if not isinstance(old, dict) or not isinstance(new, dict):
        return old == new
    if _start(new) and _start(new) != _start(old):
        return False
    if line.is_told_in_note and new.get(_NOTE) != old.get(_NOTE):
        return False
    mine = {key: each for key, each in new.items() if key not in _UNCERTAIN and key not in _STARTS}
    return all(each in (old.get(key), _SAYS_NOTHING.get(key)) or key in _NAMES for key, each in mine.items())


def says_more(one: PastedLine, other: PastedLine) -> bool:
    """True if a line says all that another one says, of one thing."""
    return _includes(one.content or "", other)


def are_one(one: PastedLine, other: PastedLine) -> bool:
    """True if two lines are of one beginning, known or not known."""
    if one.is_told_in_note or other.is_told_in_note:
        return False
    return _start(one.content or "") == _start(other.content or "")


_STARTS = ("since", "from", "date")
_NAMES = frozenset({"is", "of", "event", "drug"})
_SAYS_NOTHING: Mapping[str, Plain] = {"until": "ongoing", "certainty": "confirmed"}
"""What a diagnosis is taken to be where nothing is said."""
