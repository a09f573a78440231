"""Which concept a laboratory means by a printed name: what is called exactly so, in blood unless said otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept, Kind
from core.catalogue.spelling import by_spelling, folded
from core.entry.paste.heads import specimen_in
from core.entry.typed.searching import ByIdentity
from core.language.languages import in_language
from core.vocabulary.asking import pattern
from core.vocabulary.vocabulary import Matter

_MEASURED = frozenset({Kind.NUMBER, Kind.TEST, Kind.TITRE})


@dataclass(frozen=True, eq=False)
class PrintedNames:
    """The names of everything a laboratory measures."""

    catalogue: Catalogue
    spelled: Mapping[str, str]

    def call(self, name: str, specimen: str = "") -> Concept | None:
        """Return the one concept that a name means in a specimen ("" for blood), None where it is none or two."""
        found = self._called(name)
        if found is None or not specimen:
            return (
                None if found is not None and _urine().search(specimen_in(name)) and not _is_of_urine(found) else found
            )
        return found if _urine().search(specimen) and _is_of_urine(found) else None

    def _called(self, name: str) -> Concept | None:
        for spelling in _spellings(name):
            known = self.spelled.get(_key(spelling))
            if known is not None:
                return self.catalogue.concept(known)
        return self._twice_called(name)

    def _twice_called(self, name: str) -> Concept | None:
        """A name and a second one in brackets or behind a stroke mean what both call: ``GOT (AST)``."""
        parts = [part for part in re.split(r"[()\[\]/]", name) if part.strip()]
        called = [self.spelled.get(_key(part)) for part in parts]
        return (
            self.catalogue.concept(str(called[0])) if len(parts) > 1 and len(set(called)) == 1 and called[0] else None
        )


def _key(name: str) -> str:
    return folded(_dotless(name))


def _dotless(name: str) -> str:
    """Points of abbreviations come and go (Alk. Phosphatase, abs)."""
    return name.replace(".", "")


def _spellings(name: str) -> Iterator[str]:
    """Yield a name, and what is left of it without what changes nothing."""
    plain = " ".join(name.split()).strip(" :*.")
    yield plain
    bare = re.sub(r"\(\s*\)|\[\s*\]", "", _in_blood().sub("", plain)).strip(" ,;:-./")
    yield " ".join(bare.split())
    yield re.sub(r"^(?:S|P|B)[-:]\s?", "", plain)
    yield re.sub(r"\s+(?:\d+\)|[¹²³*]+)$", "", plain)


def _is_of_urine(concept: Concept) -> bool:
    return any(_of_urine().search(label) for label in (concept.id, *concept.label.values()))


def printed_names(catalogue: Catalogue) -> PrintedNames:
    """Return the names of a catalogue; one that means two things stands for none."""
    return _names_of(ByIdentity(catalogue))


@lru_cache(maxsize=2)
def _names_of(kept: ByIdentity) -> PrintedNames:
    catalogue = kept.catalogue
    every = [each for each in catalogue.concepts.values() if each.kind in _MEASURED]
    measured = [each for each in every if each.section != "identity"]
    ids = frozenset(each.id for each in measured)
    spelled = [(name, each.id) for each in measured for name in (each.id, *each.also, *each.label.values())]
    spelled += [
        (each.loinc, each.id) for each in every if each.loinc
    ]  # weight and height are vital signs by code alone
    spelled += [(name, owner) for name, owner in catalogue.everyday.items() if owner in ids]
    return PrintedNames(catalogue, by_spelling((_dotless(name), owner) for name, owner in spelled))


def measured_labels(catalogue: Catalogue, language: str) -> tuple[tuple[str, str], ...]:
    """Return everything a laboratory measures, by its label in a language, with its id."""
    ids = frozenset(printed_names(catalogue).spelled.values())
    found = ((in_language(catalogue.concepts[name].label, language), name) for name in ids)
    return _by_label(found)


def episode_labels(catalogue: Catalogue, language: str) -> tuple[tuple[str, str], ...]:
    """Return every diagnosis and event by its label in a language, with its id."""
    episodes = (each for each in catalogue.concepts.values() if each.kind in (Kind.CONDITION, Kind.EVENT))
    return _by_label((in_language(each.label, language), each.id) for each in episodes)


def drug_labels(catalogue: Catalogue, language: str) -> tuple[tuple[str, str], ...]:
    """Return every drug and class by its label in a language, with its id."""
    labels = [(each.label, each.id) for each in catalogue.drugs.values()]
    labels += [(each.label, each.id) for each in catalogue.classes.values()]
    return _by_label((in_language(label, language), name) for label, name in labels)


def _by_label(found: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(found, key=lambda pair: pair[0].casefold()))


@cache
def _in_blood() -> re.Pattern[str]:
    """What stands beside a name and changes nothing: that it is of blood, and by which method."""
    return re.compile(rf"\b{pattern(Matter.PASTED, 'in_blood')}\b\.?", re.IGNORECASE)


@cache
def _urine() -> re.Pattern[str]:
    return re.compile(rf"{pattern(Matter.PASTED, 'urine')}|\bu\b|u-", re.IGNORECASE)


@cache
def _of_urine() -> re.Pattern[str]:
    return re.compile(pattern(Matter.PASTED, "urine"), re.IGNORECASE)
