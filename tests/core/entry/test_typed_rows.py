"""Rows as they are typed: drugs by any name, doses by segment, ends and outcomes in either language."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue
from core.chart.entries import Course
from core.discovery import resource_path
from core.entry.charting import chart_of
from core.entry.patient_file import statements_of
from core.entry.statement import LISTED, Plain, Statement
from core.entry.typed import Refused, TwoReadings, Typing, Understood
from core.entry.typed.cells import read_row, row_cells
from core.entry.typed.doses import doses_text, read_doses_text
from core.entry.typed.searching import find_drugs
from core.source_text.reading import read_text
from core.source_text.tree import Mapping

TODAY = date(2026, 11, 22)
EN, DE = Typing("en", TODAY), Typing("de", TODAY)


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def course(content: Plain | None) -> Course:
    assert content is not None
    chart = chart_of("x", [(0, Statement.of("treatments", content))], catalogue())
    assert chart.problems == {}
    return chart.chart.courses[0]


def test_a_course_typed_in_german_is_the_course() -> None:
    cells = {
        "drug": "MMF",
        "from": "3/2024",
        "to": "laufend",
        "dose": "1000 mg alle 12 Stunden ab 4/2024",
        "outcome": "kein Ansprechen",
        "stopped_for": "",
        "route": "oral",
        "dose_adequate": "ja",
    }
    made = course(read_row("treatments", cells, catalogue(), DE).content)
    assert (made.drug, made.outcome, made.is_ongoing, made.route) == (
        "mycophenolate_mofetil",
        "no_response",
        True,
        "oral",
    )
    assert [segment.text for segment in made.doses] == ["1000 mg per 12 h"]


def test_several_doses_stand_apart() -> None:
    cells = {
        "drug": "prednisone",
        "from": "2025-12-10",
        "to": "ongoing",
        "dose": "15 mg/day to 31.07.2026; 7,5 mg/Tag from 1 Aug 2026",
    }
    made = course(read_row("treatments", cells, catalogue(), EN).content)
    assert [(segment.text, segment.start.text) for segment in made.doses] == [
        ("15 mg/day", "2025-12-10"),
        ("7.5 mg/day", "2026-08-01"),
    ]


@pytest.mark.parametrize(
    ("written", "english", "german"),
    [
        (
            [{"dose": "7.5 mg/day", "from": "2026-08-01", "to": "ongoing"}],
            "7.5 mg/day from 1 Aug 2026 to ongoing",
            "7,5 mg/Tag ab 1. Aug. 2026 bis laufend",
        ),
        ([{"dose": "1000 mg", "per": "12 h"}], "1000 mg per 12 h", "1000 mg alle 12 Stunden"),
        ([{"dose": "15 mg", "per": "week"}], "15 mg per week", "15 mg je Woche"),
        ([{"dose": "10 mg/kg", "per": "4 weeks"}], "10 mg/kg per 4 weeks", "10 mg/kg alle 4 Wochen"),
        (
            [{"single": "750 mg/m2", "date": "2025-07-02"}],
            "single 750 mg/m2 on 2 Jul 2025",
            "einmalig 750 mg/m2 am 2. Juli 2025",
        ),
    ],
)
def test_a_dose_is_shown_in_the_language_and_reads_back(written: list[Plain], english: str, german: str) -> None:
    for typing, shown in ((EN, english), (DE, german)):
        assert doses_text(written, typing.language) == shown
        assert read_doses_text(shown, typing) == written


def test_a_single_dose_has_its_day() -> None:
    cells = {"drug": "rituximab", "from": "2025-07-02", "to": "2025-07-16", "dose": "single 750 mg/m2 on 2 Jul 2025"}
    made = course(read_row("treatments", cells, catalogue(), EN).content)
    assert made.doses[0].per_days == 0


def test_every_cell_that_is_missing_or_wrong_is_named() -> None:
    row = read_row("treatments", {"drug": "myco", "from": "03/04/2026", "outcome": "no"}, catalogue(), EN)
    assert row.content is None
    drug, start = row.cells["drug"], row.cells["from"]
    assert isinstance(drug, Refused)
    assert any("ycophenol" in offer.text for offer in drug.offers)
    assert isinstance(start, TwoReadings)
    assert isinstance(row.cells["outcome"], Refused | Understood)
    assert isinstance(row.cells["to"], Refused)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("myfortic", "mycophenolate_mofetil"),
        ("MMF", "mycophenolate_mofetil"),
        ("cyclo", "cyclophosphamide"),
        ("rituxi", "rituximab"),
        ("hcq", "hydroxychloroquine"),
    ],
)
def test_a_drug_is_found_by_synonym_and_beginning(text: str, first: str) -> None:
    found = find_drugs(text, catalogue(), "en")
    assert first in [match.id for match in found[:3]]


def test_a_class_finds_its_drugs_after_itself() -> None:
    found = [match.id for match in find_drugs("anti-CD20", catalogue(), "en", limit=20)]
    assert "rituximab" in found


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("path", sorted(resource_path("samples").glob("*.yaml")), ids=lambda path: path.stem)
def test_rows_of_the_samples_read_back_as_themselves(path: Path, language: str) -> None:
    tree, _ = read_text(path.read_bytes(), str(path))
    assert isinstance(tree, Mapping)
    for statement in statements_of(tree):
        if statement.section in LISTED:
            cells = row_cells(statement.section, statement.plain, catalogue(), language)
            again = read_row(statement.section, cells, catalogue(), Typing(language, TODAY))
            assert again.content == known_by_id(statement.section, statement.plain), cells


def known_by_id(section: str, content: Plain) -> Plain:
    """A name of the file may be a synonym; what was typed is kept by its id."""
    assert isinstance(content, dict)
    names = {"treatments": "drug", "diagnoses": "is", "events": "event", "never": "of", "contraindications": "to"}
    name = content.get(names[section])
    if not isinstance(name, str):
        return content
    return {**content, names[section]: catalogue().id_of(name) or name}
