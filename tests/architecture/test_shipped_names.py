"""The language knows no medicine: what the files in rules/ name stands in no line of its code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

import yaml

from core.discovery import rules_path, yaml_files
from tests.architecture.program_sources import Source, identifiers, source_of, sources, texts

Document: TypeAlias = "str | int | float | bool | date | list[Document] | dict[str, Document] | None"

SPEECHLESS_ROOMS = (
    "core/criteria",
    "core/engine",
    "core/rule_files",
    "core/assurance",
    "core/screening",
)
FILES_WITH_AN_ID = ("scores", "protocols", "programmes", "classifications", "schedules")
LISTS_OF_IDS = ("drugs", "catalogue/diseases", "catalogue/diagnoses", "scores")


def names_in_rules() -> frozenset[str]:
    """Return the ids of all shipped diseases, drugs, protocols, programmes, scores and schedules."""
    names = {name for folder in FILES_WITH_AN_ID for document in _documents(folder) for name in _own_id(document)}
    names |= {name for folder in LISTS_OF_IDS for document in _documents(folder) for name in listed_ids(document)}
    return frozenset(names)


def _documents(place: str) -> Iterator[Document]:
    folder = rules_path(place)
    paths = yaml_files(folder) if folder.is_dir() else (folder.with_suffix(".yaml"),)
    for path in paths:
        if path.is_file():
            yield yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


def _own_id(document: Document) -> Iterator[str]:
    if isinstance(document, dict) and isinstance(name := document.get("id"), str):
        yield name


def listed_ids(document: Document) -> Iterator[str]:
    """Yield the ids in a file: its own, else those of its lists' entries and its mappings' keys."""
    if isinstance(document, list):
        yield from _ids_of_section(document)
    elif isinstance(document, dict) and "id" in document:
        yield from _own_id(document)
    elif isinstance(document, dict):
        for section in document.values():
            yield from _ids_of_section(section)


def _ids_of_section(section: Document) -> Iterator[str]:
    if isinstance(section, list):
        for entry in section:
            yield from _own_id(entry)
    elif isinstance(section, dict):
        yield from section


def shipped_names_in(source: Source, names: frozenset[str]) -> frozenset[str]:
    """Return the shipped names a file uses, as an identifier or as a word of a text."""
    words = {word for text in texts(source) for word in re.findall(r"\w+", text)}
    return names.intersection({*words, *identifiers(source)})


def test_the_language_names_nothing_that_ships() -> None:
    """A new disease, drug, protocol or score never needs a line of code in the language's rooms."""
    names = names_in_rules()
    offenders = {
        source.path: sorted(found)
        for source in sources(*SPEECHLESS_ROOMS)
        if (found := shipped_names_in(source, names))
    }
    assert offenders == {}


def test_a_shipped_name_is_noticed() -> None:
    """Identifiers and words of texts are found, docstrings may explain by example."""
    names = frozenset({"sledai_2k", "mycophenolate_mofetil"})
    assert shipped_names_in(source_of("sledai_2k = 4"), names) == {"sledai_2k"}
    assert shipped_names_in(source_of("x = 'needs mycophenolate_mofetil now'"), names) == {"mycophenolate_mofetil"}
    assert shipped_names_in(source_of('"""As in sledai_2k."""\nx = "sledai_2k_old"'), names) == set()


def test_ids_are_found_in_each_shape_of_file() -> None:
    """A file of its own, a list of entries and a mapping by id are all read."""
    assert list(listed_ids({"id": "a", "items": [{"id": "b"}]})) == ["a"]
    assert list(listed_ids({"drugs": [{"id": "a"}, {"id": "b"}]})) == ["a", "b"]
    assert list(listed_ids({"version": "1", "drugs": {"a": {}, "b": {}}})) == ["a", "b"]
    assert list(listed_ids([{"id": "a"}])) == ["a"]
