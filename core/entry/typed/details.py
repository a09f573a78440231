"""What else can be said of an entry, in one cell: ``Substance: latex; Severity: severe``.

These are the fields that the catalogue gives a diagnosis or event, and those columns of a section that few entries
need. They stand under their labels in either language, each once; a note comes last and may hold any sign.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept, Kind
from core.chart.sections import Section, section_of
from core.chart.sections.section import Cell, Column
from core.entry.statement import Plain
from core.entry.typed.choices import choice_label, find_choices, read_choice
from core.entry.typed.dates import read_past_date, shown_date
from core.entry.typed.findings import read_typed
from core.entry.typed.outcome import Empty, Offer, Phrase, Refused, TwoReadings, Typed, Typing, Understood
from core.entry.typed.searching import plain
from core.entry.typed.showing import typed_text
from core.entry.typed.words import words_for
from core.language.languages import in_language, languages
from core.language.phrases import Phrases

DETAILS = "details"
EPISODES = frozenset({Kind.CONDITION, Kind.EVENT})
_APART, _BETWEEN, _SAYS = ";", "; ", ":"
_AMONG = ","
_MOST_OFFERS = 6


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that can be said: ``labels`` by language, ``names`` in every spelling. ``concept`` None: a column."""

    key: str
    labels: Mapping[str, str]
    names: frozenset[str]
    concept: Concept | None = None
    column: Column | None = None

    @property
    def takes_the_rest(self) -> bool:
        """True for a text in words of one's own: whatever follows is part of it."""
        return self.column is not None and self.column.cell is Cell.TEXT

    def read(self, text: str, typing: Typing) -> Typed:
        """Return what its text says."""
        if self.concept is not None:
            return _of_field(text, self.concept, typing)
        match Cell.TEXT if self.column is None else self.column.cell:
            case Cell.WORD if self.column is not None:
                return read_choice(text, self.column.choices, typing)
            case Cell.DATE:
                return read_past_date(text, typing)
            case _:
                return Understood(text)

    def shown(self, value: Plain, language: str) -> str:
        """Return its text, which reads back as the value."""
        if self.concept is not None:
            values = value if isinstance(value, list) else [value]
            return f"{_AMONG} ".join(_word_or_text(each, self.concept, language) for each in values)
        if not isinstance(value, str) or self.column is None:
            return ""
        if self.column.cell is Cell.WORD:
            return choice_label(value, language)
        return shown_date(value, language) if self.column.cell is Cell.DATE and value[:1].isdecimal() else value

    def words(self, text: str, language: str) -> tuple[str, ...]:
        """Return the words that its text may become."""
        if self.concept is not None:
            wanted = plain(text).strip()
            return tuple(word for word in words_for(self.concept, language) if wanted in plain(word))
        choices = () if self.column is None else self.column.choices
        return tuple(choice_label(word, language) for word in (find_choices(text, choices) if text else choices))


def _of_field(text: str, concept: Concept, typing: Typing) -> Typed:
    """Return the value of a field, of no day of its own; several codes stand behind one another."""
    if _is_spelled(text, concept):
        return Understood(text)  # as the file has it, it stays so
    read = read_typed(text, concept, replace(typing, on=""))
    if not isinstance(read, Understood) and concept.codes and _AMONG in text:
        several = [_of_field(part.strip(), concept, typing) for part in text.split(_AMONG) if part.strip()]
        if all(isinstance(each, Understood) for each in several):
            return Understood([each.content for each in several if isinstance(each, Understood)])
    if isinstance(read, Understood) and isinstance(read.content, dict):
        return replace(read, content=read.content.get("value", ""), beside=())
    return read


def _is_spelled(text: str, concept: Concept) -> bool:
    return any(text == code.id or text in code.also for code in concept.codes)


def _word_or_text(value: Plain, concept: Concept, language: str) -> str:
    """Return the label of a code; one that the file spells in another way is shown as it stands there."""
    is_id = not isinstance(value, str) or not concept.codes or value in concept.words
    return typed_text({"value": value}, concept, language) if is_id else str(value)


def has_details(section: str) -> bool:
    """True for a section whose entries have the cell."""
    return section_of(section).column(DETAILS) is not None


@cache
def _columns(section: str) -> tuple[Detail, ...]:
    columns = [each for each in section_of(section).columns if each.is_detail]
    columns.sort(key=lambda each: each.cell is Cell.TEXT)
    found: list[Detail] = []
    for column in columns:
        phrase = f"form-{section}.{column.name.replace('_', '-')}"
        labels = {language: Phrases(language).say(phrase) for language in languages()}
        names = {plain(name) for name in (column.name, *column.keys, *labels.values())}
        found.append(Detail(column.written, labels, frozenset(names), column=column))
    return tuple(found)


def details_of(section: str, catalogue: Catalogue, concept: Concept | None = None) -> tuple[Detail, ...]:
    """Return what can be said of the entries of a section; of ``concept`` only what the catalogue gives it."""
    if not has_details(section):
        return ()
    declared = section_of(section)
    concepts = (concept,) if concept is not None else _own_first(declared, catalogue) if declared.is_free else ()
    fields: dict[str, Detail] = {}
    for each in concepts:
        if each.kind in EPISODES:
            for name, field in each.fields.items():
                if name not in fields and declared.column(name) is None:
                    fields[name] = _field(name, field)
    return (*fields.values(), *_columns(section))


def _own_first(section: Section, catalogue: Catalogue) -> Iterable[Concept]:
    """Return what can stand in a list, the kinds that belong there before those that may as well."""
    return sorted(catalogue.concepts.values(), key=lambda each: each.kind not in section.kinds)


def _field(key: str, concept: Concept) -> Detail:
    names = (key, *concept.also, *concept.label.values())
    return Detail(key, concept.label, frozenset(map(plain, names)), concept=concept)


def detail_of(key: str, details: tuple[Detail, ...]) -> Detail | None:
    """Return what a key of the patient file says."""
    wanted = plain(key)
    return next((each for each in details if each.key == key or wanted in each.names), None)


def details_text(content: Mapping[str, Plain], details: tuple[Detail, ...], language: str) -> str:
    """Return the text of the cell for the keys that it holds."""
    by_place = {each.key: at for at, each in enumerate(details)}
    found = [(detail, value) for key, value in content.items() if (detail := detail_of(key, details)) is not None]
    found.sort(key=lambda each: by_place[each[0].key])
    return _BETWEEN.join(
        f"{in_language(detail.labels, language)}{_SAYS} {detail.shown(value, language)}" for detail, value in found
    )


def read_details(text: str, details: tuple[Detail, ...], typing: Typing) -> Typed:
    """Return what the cell says: a mapping of the keys of the patient file."""
    content: dict[str, Plain] = {}
    pieces = _pieces(text, details)
    for at, piece in enumerate(pieces):
        label, says, value = piece.partition(_SAYS)
        detail = detail_of(label.strip(), details)
        if detail is None or not says:
            return Refused(Phrase("entry-no-detail", {"text": piece}), _labels(pieces, at, details, typing.language))
        if detail.key in content:
            return Refused(Phrase("entry-detail-twice", {"name": in_language(detail.labels, typing.language)}))
        read = detail.read(value.strip(), typing) if value.strip() else Empty()
        if isinstance(read, Refused | TwoReadings):
            offers = tuple(_with(pieces, at, f"{label.strip()}{_SAYS} {offer.text}") for offer in read.offers)
            return replace(read, offers=offers)
        if isinstance(read, Understood):
            content[detail.key] = read.content
    return Understood(content) if content else Empty()


def refused_for(
    content: Plain, concept: Concept, possible: tuple[Detail, ...], known: tuple[Detail, ...], typing: Typing
) -> Refused | None:
    """Return that something ``known`` cannot be said of what the row names, and what is ``possible``."""
    keys = content if isinstance(content, dict) else {}
    wrong = next((key for key in keys if detail_of(key, possible) is None), None)
    if wrong is None:
        return None
    detail, language = detail_of(wrong, known), typing.language
    text = wrong if detail is None else in_language(detail.labels, language)
    listed = ", ".join(in_language(each.labels, language) for each in possible if each.concept is not None)
    name = in_language(concept.label, language)
    return Refused(Phrase("entry-detail-of-other", {"name": name, "text": text, "known": listed or "–"}))


def complete_details(text: str, details: tuple[Detail, ...], language: str) -> tuple[str, ...]:
    """Return the texts that the cell may become: labels first, behind a label its words; what stands before stays."""
    before, _, last = text.rpartition(_APART)
    pieces = _pieces(before, details)
    final = detail_of(pieces[-1].partition(_SAYS)[0].strip(), details) if pieces else None
    if final is not None and final.takes_the_rest:
        return ()
    head = "".join(f"{each}{_BETWEEN}" for each in pieces)
    label, says, value = last.partition(_SAYS)
    detail = detail_of(label.strip(), details) if says else None
    if detail is not None:
        shown = in_language(detail.labels, language)
        return tuple(f"{head}{shown}{_SAYS} {word}" for word in detail.words(value.strip(), language))
    taken = {found.key for each in pieces if (found := detail_of(each.partition(_SAYS)[0].strip(), details))}
    wanted = plain(last).strip()
    free = (each for each in details if each.key not in taken and any(wanted in name for name in each.names))
    return tuple(f"{head}{in_language(each.labels, language)}{_SAYS} " for each in free)


def _pieces(text: str, details: tuple[Detail, ...]) -> list[str]:
    """Return the parts of the cell; whatever follows a note is part of it."""
    pieces: list[str] = []
    is_rest = False
    for part in text.split(_APART):
        if is_rest:
            pieces[-1] = f"{pieces[-1]}{_APART}{part}"
        elif part.strip():
            detail = detail_of(part.partition(_SAYS)[0].strip(), details)
            is_rest = detail is not None and detail.takes_the_rest
            pieces.append(part)
    return [piece.strip() for piece in pieces]


def _labels(pieces: list[str], at: int, details: tuple[Detail, ...], language: str) -> tuple[Offer, ...]:
    """Offer what the words may be said of: every field that has such a word."""
    text = pieces[at].partition(_SAYS)[0].strip()
    fitting = [
        each for each in details if text and any(plain(text) == plain(word) for word in each.words("", language))
    ]
    return tuple(
        _with(pieces, at, f"{in_language(each.labels, language)}{_SAYS} {text}") for each in fitting[:_MOST_OFFERS]
    )


def _with(pieces: list[str], at: int, piece: str) -> Offer:
    return Offer(_BETWEEN.join((*pieces[:at], piece, *pieces[at + 1 :])))
