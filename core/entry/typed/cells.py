"""A row of a list, cell by cell: each cell on its own says what it is or what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept, Kind
from core.catalogue.spelling import folded
from core.chart.sections import section_of
from core.chart.sections.section import Cell, Column
from core.chart.words import NOTHING_LISTED, OTHER
from core.entry.statement import Plain
from core.entry.typed.choices import choice_label, find_choices, read_choice, unknown_day
from core.entry.typed.dates import read_past_date, read_typed_date, shown_date
from core.entry.typed.details import (
    DETAILS,
    EPISODES,
    Detail,
    complete_details,
    detail_of,
    details_of,
    details_text,
    read_details,
    refused_for,
)
from core.entry.typed.doses import doses_text, read_doses_text
from core.entry.typed.marks import COUNTS_AS, TEXT, free_naming, free_text
from core.entry.typed.naming import find_names, free_cell, read_name, stands_for_other
from core.entry.typed.outcome import Doubt, Empty, Offer, Phrase, Refused, TwoReadings, Typed, Typing, Understood
from core.entry.typed.searching import label_of
from core.entry.typed.spoken import ENDS
from core.entry.typed.together import blinded, routed, strength_doubts, without_daily
from core.entry.typed.words import code_label, find_codes
from core.vocabulary.asking import spelled
from core.vocabulary.vocabulary import Matter

_BETWEEN = "; "
_MOST_OFFERS = 6


@dataclass(frozen=True, slots=True)
class RowTyped:
    """What a row says. ``content`` None: a cell is missing or not understood yet."""

    content: Plain | None
    cells: Mapping[str, Typed]
    doubts: tuple[Doubt, ...] = ()


def read_row(section: str, cells: Mapping[str, str], catalogue: Catalogue, typing: Typing) -> RowTyped:
    """Return what the cells of a row of a section say together."""
    declared, written = section_of(section), _apart(section, cells)
    read = {name: read_cell(section, name, text, catalogue, typing) for name, text in written.items()}
    naming = free_naming(section)
    if read.get(naming) == Understood(OTHER) and not written.get(TEXT, "").strip():
        read[naming] = Refused(Phrase("entry-no-free-text"))
    read |= _checked_details(section, read, catalogue, typing)
    for needed in declared.columns:
        if needed.is_required and isinstance(read.get(needed.name, Empty()), Empty):
            read[needed.name] = Refused(Phrase(needed.empty))
    read = without_daily(declared, read, catalogue)
    content: dict[str, Plain] = {}
    for name, typed in read.items():
        if isinstance(typed, Understood) and name == DETAILS and isinstance(typed.content, dict):
            content |= typed.content
        elif isinstance(typed, Understood):
            column = declared.column(name)
            content[name if column is None else column.written] = typed.content
        elif not isinstance(typed, Empty):
            return RowTyped(None, read)
    routed(declared, written, content, catalogue)
    blinded(declared, written, content, catalogue)
    return RowTyped(content, read, strength_doubts(declared, written, catalogue))


def _checked_details(
    section: str, read: Mapping[str, Typed], catalogue: Catalogue, typing: Typing
) -> Mapping[str, Typed]:
    """Return the cell of the details refused where it says what cannot be said of what the row names."""
    details, naming = read.get(DETAILS), read.get(free_naming(section))
    name = naming.content if isinstance(naming, Understood) else ""
    concept = catalogue.concept(name) if isinstance(name, str) else None
    if concept is None or not isinstance(details, Understood):
        return {}
    known, possible = details_of(section, catalogue), details_of(section, catalogue, concept)
    wrong = refused_for(details.content, concept, possible, known, typing)
    return {} if wrong is None else {DETAILS: wrong}


def read_cell(section: str, name: str, text: str, catalogue: Catalogue, typing: Typing) -> Typed:
    """Return what one cell says."""
    if not text.strip():
        return Empty()
    column = section_of(section).column(name)
    written = " ".join(text.split())
    match Cell.TEXT if column is None else column.cell:
        case Cell.WORD if column is not None:
            return _word(text, column.choices, catalogue, typing)
        case Cell.NAME if section_of(section).names is not None:
            return read_name(section, text, catalogue, typing)
        case Cell.NAMES | Cell.DETAILS | Cell.DOSES if column is not None:
            return _several_parts(section, column, text, catalogue, typing)
        case Cell.DATE | Cell.END as kind:
            return _moment(text, typing, is_end=kind is Cell.END)
        case _:
            return _of_field(written, _code_field(section, name, catalogue), typing)


def _moment(text: str, typing: Typing, *, is_end: bool) -> Typed:
    """A day, or that nobody knows it; an end can also be that it goes on, and may lie ahead."""
    if folded(text) in unknown_day():
        return Understood(ENDS[1])
    if not is_end:
        return read_past_date(text, typing)
    ends = find_choices(text, ENDS)
    return Understood(ends[0]) if len(ends) == 1 else read_typed_date(text, typing)


def _several_parts(section: str, column: Column, text: str, catalogue: Catalogue, typing: Typing) -> Typed:
    """Return what a cell of several parts says: names, details, doses."""
    if column.cell is Cell.NAMES:
        return _several(section, text, column.nothing, catalogue, typing)
    if column.cell is Cell.DETAILS:
        return read_details(text, details_of(section, catalogue), typing)
    doses = read_doses_text(text, typing)
    return Understood(doses) if isinstance(doses, list) else doses


def _code_field(section: str, name: str, catalogue: Catalogue) -> Concept | None:
    """Return the field of diagnoses and events (substance, cause of a failure) that a cell of this name fills."""
    if not section_of(section).is_free:
        return None
    fields = (concept.fields.get(name) for concept in catalogue.concepts.values() if concept.kind in EPISODES)
    return next((field for field in fields if field is not None and field.kind is Kind.CODE), None)


def _of_field(text: str, field: Concept | None, typing: Typing) -> Typed:
    """Return a free text as it is, a word of a field by any of its names: as the file has it, it stays so."""
    if field is None or field.code(text) is not None:
        return Understood(text)
    codes = find_codes(text, field.codes)
    if len(codes) == 1:
        return Understood(codes[0].id)
    offers = tuple(Offer(code_label(code, typing.language)) for code in codes[:_MOST_OFFERS])
    phrase = Phrase("entry-which-word") if codes else Phrase("entry-no-word", {"text": text})
    return Refused(phrase, offers)


def row_cells(section: str, content: Plain, catalogue: Catalogue, language: str) -> dict[str, str]:
    """Return the texts of a row's cells: they read back as the content."""
    if not isinstance(content, dict):
        return {}
    cells: dict[str, str] = {}
    details = details_of(section, catalogue)
    told = {key: value for key, value in content.items() if _is_detail(section, key, details)}
    if told:
        cells[DETAILS] = details_text(told, details, language)
    for key, value in content.items():
        if key in told:
            continue
        column = section_of(section).written(key)
        cells[key if column is None else column.name] = _cell_text(column, value, catalogue, language)
    free = free_text(section, content)
    if free is not None and free.text:
        cells[free_naming(section)] = free_cell(cells.pop(TEXT), language)
    return cells


def _is_detail(section: str, key: str, details: tuple[Detail, ...]) -> bool:
    column = section_of(section).written(key)
    return column.is_detail if column is not None else detail_of(key, details) is not None


def free_words(section: str, cells: Mapping[str, str]) -> str | None:
    """Return the words of a row that is a free text, None of any other row."""
    written = _apart(section, cells)
    is_free = stands_for_other(written.get(free_naming(section), ""))
    return written.get(TEXT, "").strip() or None if is_free else None


def _apart(section: str, cells: Mapping[str, str]) -> Mapping[str, str]:
    """Return the cells with a free text in a cell of its own, as a patient file has it."""
    naming = free_naming(section)
    word, colon, text = cells.get(naming, "").partition(":")
    if not colon or not stands_for_other(word):
        return cells
    return {**cells, naming: OTHER, TEXT: text.strip()}


def complete_cell(section: str, catalogue: Catalogue, language: str, name: str, text: str) -> tuple[str, ...]:
    """Return the texts that a cell may become, the likeliest first; what stands before in a list stays."""
    column = section_of(section).column(name)
    match Cell.TEXT if column is None else column.cell:
        case Cell.WORD if column is not None:
            words = find_choices(text, column.choices) if text else column.choices
            return tuple(choice_label(word, language) for word in words)
        case Cell.END:
            return tuple(choice_label(word, language) for word in find_choices(text, ENDS)) if text else ()
        case Cell.DETAILS:
            return complete_details(text, details_of(section, catalogue), language)
        case Cell.NAMES if name == COUNTS_AS:
            return tuple(_complete_list(section, text, catalogue, language))
        case Cell.NAME:
            labels = tuple(match.label for match in find_names(section, text, catalogue, language))
            is_new = section_of(section).is_free and bool(text.strip()) and not stands_for_other(_free_word(text))
            return (*labels, free_cell(text.strip(), language)) if is_new else labels
        case _:
            return ()


def _nothing() -> tuple[str, ...]:
    """What is typed for a free text that counts as nothing the catalogue lists."""
    return spelled(Matter.TYPED, "nothing")


def _free_word(text: str) -> str:
    return text.partition(":")[0]


def _complete_list(section: str, text: str, catalogue: Catalogue, language: str) -> Iterator[str]:
    before, sign, last = text.rpartition(";")
    if not sign and any(word.startswith(" ".join(last.casefold().split())) for word in _nothing()):
        yield choice_label(NOTHING_LISTED, language)
    head = f"{before.strip()}{_BETWEEN}" if sign else ""
    yield from (f"{head}{match.label}" for match in find_names(section, last, catalogue, language))


def name_shown(name: str, catalogue: Catalogue, language: str) -> str:
    """Return the label of a drug, class, diagnosis or event; a name that is none as it is."""
    return _label(name, catalogue, language)


def _several(section: str, text: str, nothing: str, catalogue: Catalogue, typing: Typing) -> Typed:
    """Return the names of a cell that holds several; a placebo among them is one, ``nothing`` stands for none."""
    names: list[Plain] = []
    parts = [part.strip() for part in text.split(";" if ";" in text else ",") if part.strip()]
    for at, part in enumerate(parts):
        known = catalogue.id_of(part.strip().casefold())
        if " ".join(part.casefold().split()) in _nothing():
            known = nothing
        read = Understood(known) if known is not None else read_name(section, part, catalogue, typing)
        if not isinstance(read, Understood):
            return _among(read, parts[:at], parts[at + 1 :]) if isinstance(read, Refused | TwoReadings) else read
        names.append(read.content)
    return Understood(names)


def _among(read: Refused | TwoReadings, before: list[str], after: list[str]) -> Refused | TwoReadings:
    """An offer stands in the place of one name; the others stay, and nothing in a list is a free text."""
    known = [offer.text for offer in read.offers if not stands_for_other(_free_word(offer.text))]
    return replace(read, offers=tuple(Offer(_BETWEEN.join((*before, text, *after))) for text in known))


def _word(text: str, words: tuple[str, ...], catalogue: Catalogue, typing: Typing) -> Typed:
    """A word of a column, or what belongs to a class that one of the words names: herpes zoster is an infection."""
    known = None if find_choices(text, words) else catalogue.id_called(text.strip())
    classes = [word for word in words if known is not None and known in catalogue.concepts_of(word)]
    return Understood(classes[0]) if len(classes) == 1 else read_choice(text, words, typing)


def _cell_text(column: Column | None, value: Plain, catalogue: Catalogue, language: str) -> str:
    cell = Cell.TEXT if column is None else column.cell
    if cell is Cell.NAMES:
        names, nothing = value if isinstance(value, list) else [value], "" if column is None else column.nothing
        labels = (
            choice_label(each, language) if each == nothing else _label(each, catalogue, language)
            for each in names
            if isinstance(each, str)
        )
        return _BETWEEN.join(labels)
    if isinstance(value, list):
        return doses_text(value, language)
    if isinstance(value, dict):
        return ""
    if cell is Cell.NAME:
        return _label(value, catalogue, language)
    if cell is Cell.WORD or value in ENDS:
        return choice_label(value, language)
    return shown_date(value, language) if cell in (Cell.DATE, Cell.END) and value[:1].isdecimal() else value


def _label(name: str, catalogue: Catalogue, language: str) -> str:
    if name in (OTHER, NOTHING_LISTED):
        return choice_label(name, language)
    return label_of(catalogue.id_called(name) or name, catalogue, language)
