"""The catalogue from its files: read, tied together, checked; all problems at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Protocol, TypeVar

from core.catalogue.catalogue import Catalogue
from core.catalogue.checking import check_between
from core.catalogue.codes import read_code_system, with_icd10
from core.catalogue.concept import Concept
from core.catalogue.concept_reading import Surroundings, read_concept, read_field, read_section
from core.catalogue.drug import Drug, DrugClass
from core.catalogue.drug_reading import drugs_as_codes, expanded, read_class, read_drug
from core.catalogue.everyday import read_abbreviations, read_icd10, read_printed_names, read_trade_names
from core.catalogue.meant import read_meant
from core.catalogue.names import Names
from core.catalogue.shipped import shipped_files
from core.catalogue.usual import read_usual
from core.source_text.author_error import AuthorError
from core.source_text.fields import Fields, fields_of
from core.source_text.problem import Problem
from core.source_text.reading import read_text


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Thing = TypeVar("_Thing", bound=_HasId)


@cache
def load_catalogue() -> Catalogue:
    """Return the catalogue that ships. Raises AuthorError with all problems where a file of it has an error."""
    catalogue, problems = read_catalogue(shipped_files())
    if any(problem.is_error for problem in problems):
        raise AuthorError(problems)
    return catalogue


def read_catalogue(files: Mapping[str, bytes]) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Return the catalogue of these files (name to content) and everything that is wrong with them.

    Nothing is raised. The catalogue holds what could be read; with an error among the problems it is not for use.
    """
    problems: list[Problem] = []
    documents = tuple(_documents(files, problems))
    names = Names(problems)
    drugs = _by_id(read_drug(entry, names) for entry in _entries(documents, "drugs"))
    classes = _by_id(read_class(entry, names) for entry in _entries(documents, "classes"))
    sections = _by_id(read_section(entry) for entry in _entries(documents, "sections"))
    codes = drugs_as_codes(drugs.values())
    inner = _by_id(read_field(entry, codes) for entry in _entries(documents, "fields"))
    concepts = _by_id(_concepts(documents, names, Surroundings(sections, inner, codes)))
    trade = [read_trade_names(entry, names) for entry in _entries(documents, "trade_names")]
    short = [read_abbreviations(entry, names) for entry in _entries(documents, "abbreviations")]
    printed = [read_printed_names(entry, names) for entry in _entries(documents, "printed_names")]
    icd10 = [read_icd10(entry, names) for entry in _entries(documents, "icd10")]
    systems = [read_code_system(entry, names) for entry in _entries(documents, "code_systems")]
    meant = [each for entry in _entries(documents, "meant") for each in read_meant(entry, names)]
    usual = [read_usual(entry, names) for entry in _entries(documents, "usual")]
    for document in documents:
        document.finish()
    tied = _tied(classes)
    catalogue = Catalogue(
        _with_items(concepts),
        _with_classes(drugs, tied),
        tied,
        sections,
        _joined(*trade, *short, *printed),
        _joined(*icd10),
        tuple(meant),
        tuple(usual),
        with_icd10(systems, _joined(*icd10)),
    )
    check_between(catalogue, classes, names)
    return catalogue, tuple(problems)


def _joined(*several: Mapping[str, str]) -> Mapping[str, str]:
    return {name: owner for each in several for name, owner in each.items()}


def _documents(files: Mapping[str, bytes], problems: list[Problem]) -> Iterator[Fields]:
    for name, content in files.items():
        tree, found = read_text(content, name)
        problems += found
        document = None if tree is None else fields_of(tree, name, problems)
        if document is not None:
            yield document


def _entries(documents: Iterable[Fields], key: str) -> Iterator[Fields]:
    for document in documents:
        yield from document.each(key)


def _concepts(documents: Iterable[Fields], names: Names, around: Surroundings) -> Iterator[Concept | None]:
    for document in documents:
        section = document.text("section") or ""
        for entry in document.each("concepts"):
            yield read_concept(entry, section, names, around)


def _by_id(things: Iterable[_Thing | None]) -> dict[str, _Thing]:
    """Return what could be read by its id; of two with one id (a problem by then) the first stays."""
    found: dict[str, _Thing] = {}
    for thing in things:
        if thing is not None:
            found.setdefault(thing.id, thing)
    return found


def _with_items(concepts: Mapping[str, Concept]) -> Mapping[str, Concept]:
    """Return the concepts, those that name another score's items (``items_of``) with these."""
    return {
        name: replace(found, items=concepts[found.items_of].items) if found.items_of in concepts else found
        for name, found in concepts.items()
    }


def _tied(classes: Mapping[str, DrugClass]) -> Mapping[str, DrugClass]:
    """Return the classes with inner classes replaced by their drugs."""
    return {name: replace(found, members=expanded(classes, name)) for name, found in classes.items()}


def _with_classes(drugs: Mapping[str, Drug], classes: Mapping[str, DrugClass]) -> Mapping[str, Drug]:
    """Return the drugs with the classes that list them, so that the lists are the only place to change."""
    return {
        name: replace(drug, classes=tuple(each for each, found in classes.items() if name in found.members))
        for name, drug in drugs.items()
    }
