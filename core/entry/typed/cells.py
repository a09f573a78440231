"""A row of a list, cell by cell: each cell on its own says what it is or what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept, Kind
from core.chart.words import NOTHING_LISTED, OTHER, UNKNOWN_PRODUCT
from core.entry.statement import Plain
from core.entry.typed.choices import CHOICES, ENDS, choice_label, find_choices
from core.entry.typed.dates import read_past_date, read_typed_date, shown_date
from core.entry.typed.doses import doses_text, read_doses_text
from core.entry.typed.outcome import Empty, Offer, Phrase, Refused, TwoReadings, Typed, Typing, Understood
from core.entry.typed.searching import Match, find_concepts, find_drugs, plain
from core.entry.typed.words import code_label, find_codes

_DATES = frozenset({"from", "since", "date", "as_of", "marked_on"})
_LISTS = frozenset({"may_be", "counts_as"})
_BETWEEN = "; "
_FREE = ("diagnoses", "events")
_OTHER = (OTHER, "anderes")
"""What stands for something the catalogue does not know; the row then says it in words."""

_ENDS = frozenset({"to", "until"})
_EPISODES = frozenset({Kind.CONDITION, Kind.EVENT})
_MOST_OFFERS = 6

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "treatments": ("drug", "from", "to"),
    "diagnoses": ("is",),
    "events": ("event",),
    "never": ("of", "as_of"),
    "contraindications": ("to",),
    "diagnoses_complete": ("as_of",),
    "events_complete": ("as_of",),
    "treatments_complete": ("as_of",),
    "results_complete": ("as_of",),
}
"""The cells without which a row says nothing."""


@dataclass(frozen=True, slots=True)
class RowTyped:
    """What a row says. ``content`` None: a cell is missing or not understood yet."""

    content: Plain | None
    cells: Mapping[str, Typed]


def read_row(section: str, cells: Mapping[str, str], catalogue: Catalogue, typing: Typing) -> RowTyped:
    """Return what the cells of a row of a section say together."""
    read = {name: read_cell(section, name, text, catalogue, typing) for name, text in cells.items()}
    for name in REQUIRED.get(section, ()):
        if isinstance(read.get(name, Empty()), Empty):
            phrase = "entry-no-end" if (section, name) == ("treatments", "to") else "entry-missing-cell"
            read[name] = Refused(Phrase(phrase))
    content: dict[str, Plain] = {}
    for name, typed in read.items():
        if isinstance(typed, Understood):
            content["doses" if name == "dose" else name] = typed.content
        elif not isinstance(typed, Empty):
            return RowTyped(None, read)
    return RowTyped(content, read)


def read_cell(section: str, name: str, text: str, catalogue: Catalogue, typing: Typing) -> Typed:
    """Return what one cell says."""
    if not text.strip():
        return Empty()
    if name in CHOICES:
        return _choice(text, CHOICES[name], typing)
    if name in _names_of(section):
        return _named(section, text, catalogue, typing)
    if name in _DATES:
        return read_past_date(text, typing)
    if name in _LISTS:
        return _several(section, text, catalogue, typing)
    if name in _ENDS:
        ends = find_choices(text, ENDS)
        return Understood(ends[0]) if len(ends) == 1 else read_typed_date(text, typing)
    if name == "dose":
        doses = read_doses_text(text, typing)
        return Understood(doses) if isinstance(doses, list) else doses
    return _of_field(" ".join(text.split()), _code_field(section, name, catalogue), typing)


def _code_field(section: str, name: str, catalogue: Catalogue) -> Concept | None:
    """Return the field of diagnoses and events (substance, cause of a failure) that a cell of this name fills."""
    if section not in _FREE:
        return None
    fields = (concept.fields.get(name) for concept in catalogue.concepts.values() if concept.kind in _EPISODES)
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
    return {
        "dose" if name == "doses" else name: _cell_text(section, name, value, catalogue, language)
        for name, value in content.items()
    }


def find_names(section: str, text: str, catalogue: Catalogue, language: str) -> tuple[Match, ...]:
    """Return what the naming cell of a section can be: drugs, diagnoses, events."""
    if section in ("treatments", "contraindications"):
        return find_drugs(text, catalogue, language)
    episodes = find_concepts(text, catalogue, _EPISODES, language)
    return (*episodes, *find_drugs(text, catalogue, language)) if section == "never" else episodes


def _names_of(section: str) -> tuple[str, ...]:
    return {
        "treatments": ("drug",),
        "diagnoses": ("is",),
        "events": ("event",),
        "never": ("of",),
        "contraindications": ("to",),
    }.get(section, ())


def _named(section: str, text: str, catalogue: Catalogue, typing: Typing) -> Typed:
    """A name is what it is by id, synonym or label; what only begins like it, or is two things, is offered."""
    if section in _FREE and plain(text).strip() in _OTHER:
        return Understood(OTHER)
    found = find_names(section, text, catalogue, typing.language)
    exact = _called(text, found) or _twice_called(section, text, catalogue, typing)
    known = catalogue.id_of(text.strip())
    if known is not None and len(exact) <= 1:
        return Understood(known)
    if len(exact) == 1:
        return Understood(exact[0].id)
    offers = tuple(Offer(match.label) for match in (_unknown_first(exact) or found)[:_MOST_OFFERS])
    if offers:
        return Refused(Phrase("entry-which-drug"), offers)
    is_drug = section in ("treatments", "contraindications")
    return Refused(Phrase("entry-no-drug" if is_drug else "entry-no-concept", {"text": text.strip()}))


def _unknown_first(exact: Iterable[Match]) -> tuple[Match, ...]:
    """Of two things of one name the one that claims less is offered first."""
    return tuple(sorted(exact, key=lambda match: match.id != UNKNOWN_PRODUCT))


def _called(text: str, found: Iterable[Match]) -> tuple[Match, ...]:
    """Return what is called exactly like the text."""
    wanted = plain(text).strip()
    return tuple(match for match in found if wanted in (plain(match.label), match.by))


def _twice_called(section: str, text: str, catalogue: Catalogue, typing: Typing) -> tuple[Match, ...]:
    """Return what a name and the remark in brackets behind it both call: ``Prüfpräparat (verblindet)``."""
    name, bracket, remark = text.strip().removesuffix(")").partition("(")
    if not bracket:
        return ()
    both = [_called(part, find_names(section, part, catalogue, typing.language)) for part in (name, remark)]
    return tuple(match for match in both[0] if match.id in {other.id for other in both[1]})


def _several(section: str, text: str, catalogue: Catalogue, typing: Typing) -> Typed:
    """Return the names of a cell that holds several; a placebo among them is one."""
    names: list[Plain] = []
    for part in text.split(";" if ";" in text else ","):
        known = catalogue.id_of(part.strip().casefold())
        if part.strip() == NOTHING_LISTED:
            known = NOTHING_LISTED
        read = Understood(known) if known is not None else _named(section, part, catalogue, typing)
        if not isinstance(read, Understood):
            return replace(read, offers=()) if isinstance(read, Refused | TwoReadings) else read
        names.append(read.content)
    return Understood(names)


def _choice(text: str, words: tuple[str, ...], typing: Typing) -> Typed:
    found = find_choices(text, words)
    if len(found) == 1:
        return Understood(found[0])
    offers = tuple(Offer(choice_label(word, typing.language)) for word in (found or words)[:_MOST_OFFERS])
    return Refused(Phrase("entry-which-word") if found else Phrase("entry-no-word", {"text": text.strip()}), offers)


def _cell_text(section: str, name: str, value: Plain, catalogue: Catalogue, language: str) -> str:
    if name in _LISTS:
        names = value if isinstance(value, list) else [value]
        return _BETWEEN.join(_label(each, catalogue, language) for each in names if isinstance(each, str))
    if isinstance(value, list):
        return doses_text(value, language)
    if isinstance(value, dict):
        return ""
    if name in _names_of(section):
        return _label(value, catalogue, language)
    if name in CHOICES or value in ENDS:
        return choice_label(value, language)
    return shown_date(value, language) if name in (_DATES | _ENDS) and value[:1].isdecimal() else value


def _label(name: str, catalogue: Catalogue, language: str) -> str:
    known = catalogue.id_of(name) or name
    thing = catalogue.drugs.get(known) or catalogue.classes.get(known) or catalogue.concept(known)
    return name if thing is None else thing.label.get(language) or thing.label.get("en") or name
