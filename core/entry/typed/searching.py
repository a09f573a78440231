"""Finding drugs, classes, diagnoses and events by the beginning of a name, a synonym or a class."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept, Kind
from core.catalogue.drug import Drug, DrugClass
from core.chart.words import UNKNOWN_PRODUCT
from core.language.languages import in_language
from core.vocabulary.asking import spelled
from core.vocabulary.vocabulary import Matter

_MOST = 12
_BEGINS, _WORD_BEGINS, _HOLDS, _BY_CLASS = range(4)


@dataclass(frozen=True, slots=True)
class Match:
    """Something the catalogue knows, and the spelling by which it was found."""

    id: str
    label: str
    by: str


def find_drugs(text: str, catalogue: Catalogue, language: str, limit: int = _MOST) -> tuple[Match, ...]:
    """Return drugs and classes, those whose own name begins with the text first; drugs of a class found come last."""
    return _ranked(text, _drug_names(ByIdentity(catalogue), language), limit)


def find_concepts(
    text: str, catalogue: Catalogue, kinds: frozenset[Kind], language: str, limit: int = _MOST
) -> tuple[Match, ...]:
    """Return concepts of some kinds by the same rules."""
    return _ranked(text, _concept_names(ByIdentity(catalogue), kinds, language), limit)


def label_of(name: str, catalogue: Catalogue, language: str) -> str:
    """Return what a drug, class or concept is called, the name itself where nothing is called so."""
    thing = catalogue.drugs.get(name) or catalogue.classes.get(name) or catalogue.concept(name)
    return name if thing is None else in_language(thing.label, language) or name


def plain(text: str) -> str:
    """Return a text without capitals, accents and joining signs: umlauts are found with and without their dots."""
    spelled = text.casefold()
    if not spelled.isascii():  # of ten thousand names most are
        spread = unicodedata.normalize("NFKD", spelled)
        spelled = "".join(sign for sign in spread if not unicodedata.combining(sign))
    return spelled.replace("_", " ").replace("-", " ")


@dataclass(frozen=True, eq=False)
class ByIdentity:
    """A catalogue as a key of the cache, by identity."""

    catalogue: Catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByIdentity) and other.catalogue is self.catalogue


_Name = tuple[str, str, str, int]
"""Plain spelling, id, label, and what it costs to be found by it."""


@lru_cache(maxsize=4)
def _drug_names(kept: ByIdentity, language: str) -> tuple[_Name, ...]:
    catalogue = kept.catalogue
    things: Iterable[Drug | DrugClass] = (*catalogue.drugs.values(), *catalogue.classes.values())
    return tuple(_drug_spellings(things, catalogue, language))


def _drug_spellings(things: Iterable[Drug | DrugClass], catalogue: Catalogue, language: str) -> Iterator[_Name]:
    for thing in things:
        label = in_language(thing.label, language) or thing.id
        everyday = _blinded() if thing.id == UNKNOWN_PRODUCT else ()
        for name in (thing.id, *thing.also, *thing.label.values(), *everyday):
            yield plain(name), thing.id, label, 0
    for group in catalogue.classes.values():
        for member in group.members:
            drug = catalogue.drugs.get(member)
            if drug is not None:
                label = in_language(drug.label, language) or drug.id
                for name in (group.id, *group.label.values()):
                    yield f"{plain(name)}: ", drug.id, label, _BY_CLASS  # never taken for the drug's own name


def _blinded() -> tuple[str, ...]:
    """What a product of unknown substance is called besides the names of the catalogue. A placebo of a blinded trial is
    not known to have been one: typed alone the word is asked about.
    """
    return spelled(Matter.TYPED, "blinded")


@lru_cache(maxsize=8)
def _concept_names(kept: ByIdentity, kinds: frozenset[Kind], language: str) -> tuple[_Name, ...]:
    return tuple(
        (plain(name), concept.id, _label(concept, language), 0)
        for concept in kept.catalogue.concepts.values()
        if concept.kind in kinds
        for name in (concept.id, *concept.also, *concept.label.values())
    )


def _label(concept: Concept, language: str) -> str:
    return in_language(concept.label, language) or concept.id


def _ranked(text: str, names: Iterable[_Name], limit: int) -> tuple[Match, ...]:
    wanted = plain(text).strip()
    if not wanted:
        return ()
    best: dict[str, tuple[int, str, str]] = {}
    for spelling, identity, label, cost in names:
        place = _place(wanted, spelling)
        if place is not None:
            found = (place + cost, label, spelling)
            best[identity] = min(best.get(identity, found), found)
    ranked = sorted(best.items(), key=lambda pair: (pair[1][0], len(pair[1][2]), pair[1][1].casefold()))
    return tuple(Match(identity, label, spelling) for identity, (_, label, spelling) in ranked[:limit])


def _place(wanted: str, spelling: str) -> int | None:
    if spelling.startswith(wanted):
        return _BEGINS
    if f" {wanted}" in f" {spelling}":
        return _WORD_BEGINS
    return _HOLDS if wanted in spelling else None
