"""A row of a list, cell by cell: each cell on its own says what it is or what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept, Kind
from core.chart.words import NOTHING_LISTED, OTHER, UNKNOWN_PRODUCT
from core.entry.statement import Plain
from core.entry.typed.choices import CHOICES, ENDS, choice_label, find_choices
from core.entry.typed.dates import read_past_date, read_typed_date, shown_date
from core.entry.typed.doses import doses_text, read_doses_text
from core.entry.typed.marks import COUNTS_AS, FREE, TEXT, free_text
from core.entry.typed.outcome import Empty, Offer, Phrase, Refused, TwoReadings, Typed, Typing, Understood
from core.entry.typed.searching import Match, find_concepts, find_drugs, plain
from core.entry.typed.words import code_label, find_codes

_DATES = frozenset({"from", "since", "date", "as_of", "marked_on"})
_LISTS = frozenset({"may_be", COUNTS_AS})
_BETWEEN = "; "
_OTHER = tuple(choice_label(OTHER, language) for language in ("en", "de"))
"""What stands for something the catalogue does not know; behind a colon the row then says it in words."""

_NOTHING = frozenset({"none", "nothing", "nothing listed", "nichts", "keine", "nichts gelistetes"})
"""What is typed for a free text that counts as nothing the catalogue lists."""

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
    written = _apart(section, cells)
    read = {name: read_cell(section, name, text, catalogue, typing) for name, text in written.items()}
    naming = FREE.get(section, "")
    if read.get(naming) == Understood(OTHER) and not written.get(TEXT, "").strip():
        read[naming] = Refused(Phrase("entry-no-free-text"))
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
    if section not in FREE:
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
    cells = {
        "dose" if name == "doses" else name: _cell_text(section, name, value, catalogue, language)
        for name, value in content.items()
    }
    free = free_text(section, content)
    if free is not None and free.text:
        cells[FREE[section]] = free_cell(cells.pop(TEXT), language)
    return cells


def free_cell(text: str, language: str) -> str:
    """Return the naming cell of something the catalogue does not know: that it is free text, and the text."""
    return f"{choice_label(OTHER, language)}: {text}"


def free_words(section: str, cells: Mapping[str, str]) -> str | None:
    """Return the words of a row that is a free text, None of any other row."""
    written = _apart(section, cells)
    is_free = plain(written.get(FREE.get(section, ""), "")).strip() in _OTHER
    return written.get(TEXT, "").strip() or None if is_free else None


def _apart(section: str, cells: Mapping[str, str]) -> Mapping[str, str]:
    """Return the cells with a free text in a cell of its own, as a patient file has it."""
    naming = FREE.get(section, "")
    word, colon, text = cells.get(naming, "").partition(":")
    if not colon or plain(word).strip() not in _OTHER:
        return cells
    return {**cells, naming: OTHER, TEXT: text.strip()}


def complete_cell(section: str, catalogue: Catalogue, language: str, name: str, text: str) -> tuple[str, ...]:
    """Return the texts that a cell may become, the likeliest first; what stands before in a list stays."""
    if name in CHOICES:
        words = find_choices(text, CHOICES[name]) if text else CHOICES[name]
        return tuple(choice_label(word, language) for word in words)
    if name in _ENDS:
        return tuple(choice_label(word, language) for word in find_choices(text, ENDS)) if text else ()
    if name == COUNTS_AS:
        return tuple(_complete_list(section, text, catalogue, language))
    if name not in _names_of(section):
        return ()
    labels = tuple(match.label for match in find_names(section, text, catalogue, language))
    is_new = section in FREE and bool(text.strip()) and plain(text).partition(":")[0].strip() not in _OTHER
    return (*labels, free_cell(text.strip(), language)) if is_new else labels


def _complete_list(section: str, text: str, catalogue: Catalogue, language: str) -> Iterator[str]:
    before, sign, last = text.rpartition(";")
    if not sign and any(word.startswith(plain(last).strip()) for word in _NOTHING):
        yield choice_label(NOTHING_LISTED, language)
    head = f"{before.strip()}{_BETWEEN}" if sign else ""
    yield from (f"{head}{match.label}" for match in find_names(section, last, catalogue, language))


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
    if section in FREE and plain(text).strip() in _OTHER:
        return Understood(OTHER)
    found = find_names(section, text, catalogue, typing.language)
    exact = _called(text, found) or _twice_called(section, text, catalogue, typing)
    known = catalogue.id_of(text.strip())
    if known is not None and len(exact) <= 1:
        return Understood(known)
    if len(exact) == 1:
        return Understood(exact[0].id)
    offers = tuple(Offer(match.label) for match in (_unknown_first(exact) or found)[:_MOST_OFFERS])
    in_words = (Offer(free_cell(text.strip(), typing.language)),) if section in FREE else ()
    if offers:
        return Refused(Phrase("entry-which-drug"), (*offers, *in_words))
    is_drug = section in ("treatments", "contraindications")
    return Refused(Phrase("entry-no-drug" if is_drug else "entry-no-concept", {"text": text.strip()}), in_words)


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
    parts = [part.strip() for part in text.split(";" if ";" in text else ",") if part.strip()]
    for at, part in enumerate(parts):
        known = catalogue.id_of(part.strip().casefold())
        if plain(part).strip() in _NOTHING:
            known = NOTHING_LISTED
        read = Understood(known) if known is not None else _named(section, part, catalogue, typing)
        if not isinstance(read, Understood):
            return _among(read, parts[:at], parts[at + 1 :]) if isinstance(read, Refused | TwoReadings) else read
        names.append(read.content)
    return Understood(names)


def _among(read: Refused | TwoReadings, before: list[str], after: list[str]) -> Refused | TwoReadings:
    """An offer stands in the place of one name; the others stay, and nothing in a list is a free text."""
    known = [offer.text for offer in read.offers if offer.text.partition(":")[0] not in _OTHER]
    return replace(read, offers=tuple(Offer(_BETWEEN.join((*before, text, *after))) for text in known))


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
    if name in (OTHER, NOTHING_LISTED):
        return choice_label(name, language)
    known = catalogue.id_of(name) or name
    thing = catalogue.drugs.get(known) or catalogue.classes.get(known) or catalogue.concept(known)
    return name if thing is None else thing.label.get(language) or thing.label.get("en") or name
