"""What a handed-over diagnosis, event or course is of: a code counts where the catalogue has it, else a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Kind
from core.catalogue.spelling import folded
from core.chart.sections import Section, every_section, section_of
from core.chart.words import OTHER, TREATMENTS
from core.entry.paste.around import Around
from core.entry.paste.sheet import Matter, Stated
from core.entry.typed import Understood
from core.entry.typed.naming import EPISODES, read_name, stands_for_other


@dataclass(frozen=True, slots=True)
class Named:
    """What a line is of: ``thing`` is a concept, drug or class, or OTHER for words of its own, "" where none is known.

    ``code`` is one that is not known although its system is: the name alone was understood. ``reason`` is the phrase
    for why nothing is known, where that needs one.
    """

    thing: str
    reason: str = ""
    code: str = ""
    is_remembered: bool = False


def named_thing(row: Stated, around: Around) -> Named:
    """Return what is meant: as said for this print, as said before, by its codes, by its names."""
    chosen = around.choices.concepts.get(folded(row.name), "")
    said = chosen or around.remembered.concept(around.head.laboratory, row.name)
    if said and (said == OTHER or _is_of(row.matter, said, around.desk.catalogue)):
        return Named(said, is_remembered=not chosen)
    catalogue = around.desk.catalogue
    meant = [(catalogue.coded(system, code), code) for system, code in row.codes]
    by_code = _narrowest((each for each, _ in meant if each and _is_of(row.matter, each, catalogue)), catalogue)
    if len(by_code) > 1:
        return Named("", "paste-codes-differ")
    if by_code:
        return Named(by_code[0])
    by_name = _narrowest(_by_names(row, around), catalogue)
    if len(by_name) != 1:
        return Named("", "paste-codes-differ" if by_name else "")
    return Named(by_name[0], code=next((code for each, code in meant if each == ""), ""))


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


def list_of(matter: Matter, thing: str, catalogue: Catalogue) -> Section:
    """Return the list it stands in: of courses, of diagnoses, of events; what is told in words is a diagnosis."""
    if matter is Matter.COURSE:
        return section_of(TREATMENTS)
    concept = catalogue.concept(thing)
    kind = Kind.CONDITION if concept is None else concept.kind
    return next(each for each in _episodes() if kind in each.kinds)


def labels_of(thing: str, catalogue: Catalogue) -> Mapping[str, str]:
    """Return what a thing is called, by language."""
    known = catalogue.drugs.get(thing) or catalogue.classes.get(thing) or catalogue.concept(thing)
    return {} if known is None else known.label
