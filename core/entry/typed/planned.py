"""What is to be given after the infusion, as one text: ``Mycophenolate mofetil: day 35; Prednisone: 3 Mar 2027``."""

from __future__ import annotations

import re
from dataclasses import replace

from core.catalogue.catalogue import Catalogue
from core.entry.statement import Plain
from core.entry.typed.cells import name_shown
from core.entry.typed.choices import choice_label
from core.entry.typed.dates import read_typed_date, shown_date
from core.entry.typed.naming import find_names, read_name
from core.entry.typed.outcome import Empty, Offer, Phrase, Refused, TwoReadings, Typed, Typing, Understood
from core.vocabulary.asking import meanings, pattern, shown, spelled
from core.vocabulary.vocabulary import Matter

_UNKNOWN = "unknown"
_BETWEEN, _WHEN = "; ", ":"
_WRITTEN = re.compile(r"(day|week|month) (\d+)")


def read_planned_drugs(section: str, text: str, catalogue: Catalogue, typing: Typing) -> Typed:
    """Return which drug or class is planned from when: so long after the infusion, from a day, or nobody knows."""
    content: dict[str, Plain] = {}
    pieces = [piece.strip() for piece in text.split(";") if piece.strip()]
    for at, piece in enumerate(pieces):
        name, _, when = (part.strip() for part in piece.partition(_WHEN))
        drug = read_name(section, name, catalogue, typing)
        if not isinstance(drug, Understood):
            behind = f"{_WHEN} {when}" if when else ""
            return _among(drug, pieces, at, "", behind)
        moment = _when(when, typing)
        if not isinstance(moment, Understood):
            return _among(moment, pieces, at, f"{name}{_WHEN} ", "")
        if str(drug.content) in content:
            return Refused(Phrase("entry-detail-twice", {"name": name}))
        content[str(drug.content)] = moment.content
    return Understood(content) if content else Empty()


def _when(text: str, typing: Typing) -> Typed:
    if not text:
        return Refused(Phrase("entry-no-planned-day"))
    if text.casefold() in spelled(Matter.TYPED, "unknown", "planned"):
        return Understood(_UNKNOWN)
    found = re.fullmatch(_after(), text)
    if found is not None:
        word, count = (found[1], found[2]) if found[1] else (found[4], found[3])
        units = meanings(Matter.TYPED, "after", typing.language).get(word.casefold(), ())
        if len(units) == 1 and int(count):
            return Understood(f"{units[0]} {int(count)}")
    read = read_typed_date(text, typing)
    is_no_date = isinstance(read, Refused) and not read.offers
    return Refused(Phrase("entry-no-planned-day")) if is_no_date else read


def _after() -> str:
    behind = pattern(Matter.TYPED, "after")
    return rf"(?:([^\W\d]+)\.?\s*(\d{{1,4}})|(\d{{1,4}})\.?\s*([^\W\d]+)\.?(?:\s+{behind})?)"


def _among(read: Typed, pieces: list[str], at: int, before: str, behind: str) -> Typed:
    """An offer stands in the place of what was asked; everything else stays."""
    if not isinstance(read, Refused | TwoReadings):
        return Refused(Phrase("entry-no-planned-day"))
    texts = [_BETWEEN.join((*pieces[:at], f"{before}{each.text}{behind}", *pieces[at + 1 :])) for each in read.offers]
    return replace(read, offers=tuple(map(Offer, texts)))


def planned_drugs_text(content: Plain, catalogue: Catalogue, language: str) -> str:
    """Return the text of what is planned; it reads back as the content."""
    if not isinstance(content, dict):
        return ""
    return _BETWEEN.join(
        f"{name_shown(drug, catalogue, language)}{_WHEN} {_when_shown(when, language)}"
        for drug, when in content.items()
        if isinstance(when, str)
    )


def _when_shown(when: str, language: str) -> str:
    found = _WRITTEN.fullmatch(when)
    if found is not None:
        return f"{shown(Matter.TYPED, 'times', language)[found[1]]} {found[2]}"
    return choice_label(when, language) if when == _UNKNOWN else shown_date(when, language)


def complete_planned_drugs(section: str, text: str, catalogue: Catalogue, language: str) -> tuple[str, ...]:
    """Return the texts with the last name completed; what stands before stays."""
    before, _, last = text.rpartition(";")
    if _WHEN in last or not last.strip():
        return ()
    head = "".join(f"{piece.strip()}{_BETWEEN}" for piece in before.split(";") if piece.strip())
    return tuple(f"{head}{match.label}{_WHEN} " for match in find_names(section, last.strip(), catalogue, language))
