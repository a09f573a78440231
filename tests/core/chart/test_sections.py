"""What is declared of a section holds everywhere: in the schema, in the phrases, on the form, there and back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given

from core.chart.sections import Section, Shape, every_section, section_of
from core.chart.sections.section import Cell, Column
from core.discovery import resource_path, yaml_files
from core.documents.referral_letter.template import macros
from core.entry.form.form import PAGES
from core.entry.patient_file import file_of, plain_of, statements_of
from core.entry.statement import Plain, canonical
from core.language.phrases import LANGUAGES, phrase_ids
from core.source_text.reading import read_text
from core.source_text.tree import Mapping as Tree
from tests.core.chart.random_patients import Json, patients
from tests.sample_screenings import catalogue

SECTIONS = every_section()
EACH = pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.id)
UNNAMED = {"infusion"}
"""Lists whose entries are told by their day alone, and read apart."""
SCHEMA = json.loads(resource_path("schemas", "patient.schema.json").read_text("utf-8"))


def lacking(section: Section) -> Iterator[str]:
    """Yield what a section lacks that something else has to hold for it."""
    if section.page and section.page not in PAGES:
        yield f"a page '{section.page}'"
    is_told_by_name = section.id not in UNNAMED
    if section.shape is Shape.LIST and section.naming is None and not section.is_dated and is_told_by_name:
        yield "a column that says what an entry is"
    if section.naming is not None and section.read is None and section.stays_complete is not None:
        yield "a reader: what can be complete is judged"
    for column in section.columns:
        if (column.cell is Cell.WORD) != bool(column.choices):
            yield f"the words of '{column.name}'"
    yield from (f"the phrase {name} in '{language}'" for language, name in unsaid(section))
    if section.shape is Shape.LIST and section.naming is not None and section.page and section.id not in macros():
        yield "a macro of the letter"
    yield from unknown_to_schema(section)


def unsaid(section: Section) -> Iterator[tuple[str, str]]:
    """Yield the phrases that are missing, by language: its title, its cells and details, that it is complete."""
    if not section.page or section.is_dated:
        return
    title = f"form-{section.id.replace('_', '-')}"
    has_cells = (
        section.naming is not None
        or section.id in UNNAMED
        or section.shape is Shape.BY_KEY
        or (section.is_row and not section.is_of)
    )
    names = [each.name for each in section.columns if not each.untyped] if has_cells else []
    wanted = {title, *(f"{title}.{name.replace('_', '-')}" for name in names)}
    if section.is_of:
        wanted = {f"form-complete-{section.is_of}", "form-complete-since", "form-complete-as-of"}
    if section.shape is Shape.VERSIONS:
        wanted = set[str]()
    for language in LANGUAGES:
        yield from ((language, name) for name in sorted(wanted - phrase_ids(language)))


def unknown_to_schema(section: Section) -> Iterator[str]:
    """Yield what the schema of patient files does not say as the columns do: keys, words, what is required."""
    if section.is_dated:
        return
    written = SCHEMA["properties"].get(section.id)
    if written is None:
        yield "the schema of patient files"
        return
    if section.id not in next(iter(SCHEMA["patternProperties"])):
        yield "its name among those that are no concepts, in the schema of patient files"
    if section.is_typed_as is None and section.columns:
        yield from (f"{each} in the schema of patient files" for each in _differing(section, _properties(written)))


def _properties(written: dict[str, Any]) -> dict[str, Any]:
    """Return the keys that one entry, or the section itself, can have; fields of the catalogue are no keys of it."""
    if "properties" in written:
        return dict(written["properties"])
    if "$ref" in written:
        return _properties(SCHEMA["$defs"][written["$ref"].rpartition("/")[2]])
    if "items" in written:
        return _properties(written["items"])
    choices = written.get("anyOf") or next(iter(written["patternProperties"].values()))["anyOf"]
    return next(_properties(each) for each in choices if each.get("type") == "object" or _is_named_object(each))


def _is_named_object(choice: dict[str, Any]) -> bool:
    return "$ref" in choice and "properties" in SCHEMA["$defs"][choice["$ref"].rpartition("/")[2]]


def _differing(section: Section, properties: dict[str, Any]) -> Iterator[str]:
    known = {key: column for column in section.columns if not column.is_field for key in column.keys}
    yield from (f"'{key}'" for key in sorted(set(known) - set(properties)))
    yield from (f"'{key}', which no column fills," for key in sorted(set(properties) - set(known)))
    for key, column in known.items():
        words = set(properties.get(key, {}).get("enum", ()))
        if column.choices not in ((), ("yes", "no")) and not words >= set(column.choices):
            yield f"the words of '{key}'"


@EACH
def test_nothing_is_lacking(section: Section) -> None:
    assert list(lacking(section)) == []


def test_what_is_lacking_is_named() -> None:
    bare = Section("visits", Shape.LIST, page="nowhere")
    assert list(lacking(bare)) == [
        "a page 'nowhere'",
        "a column that says what an entry is",
        "the phrase form-visits in 'en'",
        "the phrase form-visits in 'de'",
        "the schema of patient files",
    ]


def test_what_the_schema_lacks_is_named() -> None:
    events = section_of("events")
    more = replace(events, columns=(*events.columns, Column("ward"), Column("mood", Cell.WORD, choices=("good",))))
    found = list(unknown_to_schema(more))
    assert found == [
        "'mood' in the schema of patient files",
        "'ward' in the schema of patient files",
        "the words of 'mood' in the schema of patient files",
    ]
    fewer = replace(events, columns=tuple(each for each in events.columns if each.name != "certainty"))
    assert list(unknown_to_schema(fewer)) == ["'certainty', which no column fills, in the schema of patient files"]


@EACH
def test_the_schema_knows_it(section: Section) -> None:
    assert list(unknown_to_schema(section)) == []


def test_no_section_is_called_like_a_concept_of_the_catalogue() -> None:
    """A concept of that name could not be told; sex and age are sections on purpose."""
    known = {each.id for each in SECTIONS if catalogue().concept(each.id) is not None}
    assert known == {each.id for each in SECTIONS if each.is_typed_as in (Cell.CONCEPT, Cell.AGE)}


# --- there and back


def written_out(content: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return a patient file in its long form: every list a list, every finding with its value, nothing empty."""
    long = {name: _long(name, value) for name, value in content.items() if name not in ("format", "id")}
    return {name: value for name, value in long.items() if value not in ([], {})}


def _long(name: str, value: Plain) -> Plain:
    section = section_of(name)
    if section.shape is Shape.VERSIONS and isinstance(value, dict):
        return {key: each if isinstance(each, list) else [each] for key, each in value.items()}
    if section.shape is not Shape.LIST:
        return value
    is_results = isinstance(value, list) and any(isinstance(each, dict) for each in value)
    items = value if isinstance(value, list) and (is_results or section.id == name) else [value]
    return [each if isinstance(each, dict) or section.id == name else {"value": each} for each in items]


def there_and_back(text: bytes) -> tuple[str, str]:
    """Return a patient file as it went into a record and as it comes out."""
    tree, problems = read_text(text, "patient")
    assert isinstance(tree, Tree), problems
    content = plain_of(tree)
    assert isinstance(content, dict)
    given_out = {name: each for name, each in file_of("x", statements_of(tree)).items() if name not in ("format", "id")}
    return canonical(cast("Plain", written_out(content))), canonical(cast("Plain", given_out))


@pytest.mark.parametrize("path", yaml_files(resource_path("samples")), ids=lambda path: path.stem)
def test_a_sample_comes_back_as_it_went_in(path: Path) -> None:
    before, after = there_and_back(path.read_bytes())
    assert after == before


@given(patients())
def test_a_patient_drawn_at_random_comes_back_as_it_went_in(drawn: tuple[object, dict[str, Json]]) -> None:
    before, after = there_and_back(json.dumps(drawn[1], indent=1).encode())
    assert after == before


WHOLE = b"""
format: 1
id: p
note: kept as it is
birth_date: 2001-02-03
age: {value: 25 years, date: 2026-05-01, note: as told}
diagnoses:
  - {is: sle, from: 2014, note: by letter}
  - {is: other, text: varicose veins, counts_as: nothing_listed, by: Dr A, marked_on: 2026-11-20}
planned: {leukapheresis: 2026-12-14, treatments: {mycophenolate: day 35}}
site: {youngest: [{value: 12 years, date: 2026-01-01}, {value: 10 years, date: 2026-02-01}]}
answers: {consents: {answer: yes, by: Dr A, date: 2026-11-20, note: in writing}}
results_complete: {since: 2001-02-03, as_of: 2026-11-20, note: all of it}
creatinine: [{value: 88 umol/L, date: 2026-11-20, note: fasting, laboratory: L}]
infusion: {date: 2026-02-04, product: autologous, note: day 0}
"""


def test_every_key_of_a_patient_file_comes_back_notes_among_them() -> None:
    before, after = there_and_back(WHOLE)
    assert after == before
    assert before.count('"note"') == 7
