"""A row of a list, cell by cell: each cell on its own says what it is or what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Kind
from core.entry.statement import Plain
from core.entry.typed.choices import CHOICES, ENDS, choice_label, find_choices
from core.entry.typed.dates import read_typed_date, shown_date
from core.entry.typed.doses import doses_text, read_doses_text
from core.entry.typed.outcome import Empty, Offer, Phrase, Refused, Typed, Typing, Understood
from core.entry.typed.searching import Match, find_concepts, find_drugs, plain

_DATES = frozenset({"from", "since", "date", "as_of"})
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
        return read_typed_date(text, typing)
    if name in _ENDS:
        ends = find_choices(text, ENDS)
        return Understood(ends[0]) if len(ends) == 1 else read_typed_date(text, typing)
    if name == "dose":
        doses = read_doses_text(text, typing)
        return Understood(doses) if isinstance(doses, list) else doses
    return Understood(" ".join(text.split()))


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
    """A name is what it is by id, synonym or label; what only begins like it is offered, not taken."""
    found = find_names(section, text, catalogue, typing.language)
    wanted = plain(text).strip()
    exact = [match for match in found if wanted in (plain(match.label), match.by)]
    known = catalogue.id_of(text.strip()) or (exact[0].id if exact else None)
    if known is not None:
        return Understood(known)
    offers = tuple(Offer(match.label) for match in found[:_MOST_OFFERS])
    if offers:
        return Refused(Phrase("entry-which-drug"), offers)
    is_drug = section in ("treatments", "contraindications")
    return Refused(Phrase("entry-no-drug" if is_drug else "entry-no-concept", {"text": text.strip()}))


def _choice(text: str, words: tuple[str, ...], typing: Typing) -> Typed:
    found = find_choices(text, words)
    if len(found) == 1:
        return Understood(found[0])
    offers = tuple(Offer(choice_label(word, typing.language)) for word in (found or words)[:_MOST_OFFERS])
    return Refused(Phrase("entry-which-word") if found else Phrase("entry-no-word", {"text": text.strip()}), offers)


def _cell_text(section: str, name: str, value: Plain, catalogue: Catalogue, language: str) -> str:
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
