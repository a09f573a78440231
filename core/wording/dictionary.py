"""The dictionary of the catalogue: what a name stands for, its other names, units, freshness, members."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Code, Concept
from core.catalogue.drug import Drug
from core.chart.points import POINTS
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.source_text.suggestion import nearest
from core.wording.causes import length_word


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """One thing by its id; ``lines`` are what is known of it: by key, the word for the key, the values."""

    id: str
    what: str
    label: str
    lines: tuple[tuple[str, str, tuple[str, ...]], ...]


def entry_of(word: str, catalogue: Catalogue, phrases: Phrases) -> DictionaryEntry | None:
    """Return what a word stands for: the name of a concept, drug, class or decision point, or a label of one."""
    if word in POINTS:
        return DictionaryEntry(word, "point", phrases.say(f"point-{word}"), ())
    name = catalogue.id_called(word) or ""
    concept, drug, group = catalogue.concept(name), catalogue.drugs.get(name), catalogue.classes.get(name)
    language = phrases.language
    if concept is not None:
        return _entry(name, "concept", concept.label, _of_concept(concept, catalogue, phrases), phrases)
    if drug is not None:
        return _entry(name, "drug", drug.label, _of_drug(drug, catalogue, phrases), phrases)
    if group is not None:
        members = tuple(_named(each, catalogue, language) for each in group.members)
        return _entry(name, "class", group.label, [("also", group.also), ("members", members)], phrases)
    return None


def nearest_to(word: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the names that somebody can mean who writes a word that is none."""
    meant = catalogue.meant_by(word, lambda _: True, POINTS)
    near = nearest(word, catalogue.names | frozenset(POINTS))
    return meant or (() if near is None else (near,))


def _entry(
    name: str,
    what: str,
    label: Mapping[str, str],
    lines: Iterable[tuple[str, Iterable[str]]],
    phrases: Phrases,
) -> DictionaryEntry:
    told = ((key, phrases.say(f"dictionary-{key}"), tuple(values)) for key, values in lines)
    return DictionaryEntry(name, what, in_language(label, phrases.language), tuple(each for each in told if each[2]))


def _of_concept(concept: Concept, catalogue: Catalogue, phrases: Phrases) -> Iterator[tuple[str, Iterable[str]]]:
    language = phrases.language
    section = catalogue.sections.get(concept.section)
    yield "kind", (concept.kind.value.replace("_", " "),)
    yield "section", () if section is None else (in_language(section.label, language),)
    yield "also", concept.also
    yield "units", (unit.name for unit in concept.units)
    yield "scale", _scale(concept)
    fresh = phrases.say("dictionary-for-ever") if concept.freshness is None else str(concept.freshness)
    yield "freshness", (fresh if concept.freshness is None else length_word(fresh, phrases),)
    yield "qualifiers", _codes(concept.qualifiers, language)
    yield "codes", _codes(concept.codes, language)
    yield "domains", _codes(concept.domains, language)
    yield "items", (f"{each.id} ({in_language(each.label, language)})" for each in concept.items)
    yield "fields", (f"{name} ({in_language(each.label, language)})" for name, each in concept.fields.items())
    yield "members", (_named(each, catalogue, language) for each in concept.members)
    yield "part-of", (each.id for each in catalogue.concepts.values() if concept.id in each.members)


def _of_drug(drug: Drug, catalogue: Catalogue, phrases: Phrases) -> Iterator[tuple[str, Iterable[str]]]:
    yield "also", drug.also
    if drug.half_life_days is not None:
        yield "half-life", (phrases.say("dictionary-days", days=format(drug.half_life_days, "f")),)
    if drug.dosing_interval is not None:
        yield "interval", (length_word(str(drug.dosing_interval), phrases),)
    yield "part-of", (each.id for each in catalogue.classes.values() if drug.id in each.members)


def _scale(concept: Concept) -> Iterator[str]:
    """Yield the numbers that can be: the lowest and highest of its first unit, and what totals are multiples of."""
    span = concept.possible or concept.plausible
    if span is not None:
        ends = ("…" if end is None else format(end, "f") for end in (span.low, span.high))
        yield " – ".join(ends) + (f" {concept.units[0].name}" if concept.units else "")
    if concept.step is not None:
        yield f"× {format(concept.step, 'f')}"


def _codes(codes: Iterable[Code], language: str) -> Iterator[str]:
    return (f"{each.id} ({in_language(each.label, language)})" for each in codes)


def _named(name: str, catalogue: Catalogue, language: str) -> str:
    thing = catalogue.concepts.get(name) or catalogue.drugs.get(name) or catalogue.classes.get(name)
    return name if thing is None else f"{name} ({in_language(thing.label, language)})"
