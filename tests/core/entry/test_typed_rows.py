"""Rows as they are typed: drugs by any name, doses by segment, ends and outcomes in either language."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Kind
from core.catalogue.reading import load_catalogue
from core.chart.entries import Course
from core.chart.sections import every_section, section_of
from core.chart.sections.section import Cell
from core.discovery import resource_path
from core.entry.charting import chart_of
from core.entry.patient_file import statements_of
from core.entry.statement import Plain, Statement
from core.entry.typed import Phrase, Refused, TwoReadings, Typing, Understood
from core.entry.typed.cells import read_cell, read_row, row_cells
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
        if section_of(statement.section).naming is not None:
            cells = row_cells(statement.section, statement.plain, catalogue(), language)
            again = read_row(statement.section, cells, catalogue(), Typing(language, TODAY))
            assert again.content == known_by_id(statement.section, statement.plain), cells


def known_by_id(section: str, content: Plain) -> Plain:
    """A name or a key of the file may be a synonym; what was typed is kept by its id, in the column of that key."""
    assert isinstance(content, dict)
    declared = section_of(section)
    columns = {key: declared.written(key) for key in content}
    told = {key if column is None else column.written: content[key] for key, column in columns.items()}
    naming = "" if declared.naming is None else declared.naming.written
    name = told.get(naming)
    return {**told, naming: catalogue().id_of(name) or name} if isinstance(name, str) else told


SYNONYMS = [
    (section.id, key, column.name)
    for section in every_section()
    for column in section.columns
    for key in column.also
    if column.cell in (Cell.DATE, Cell.END)
]


@pytest.mark.parametrize(("section", "key", "column"), SYNONYMS)
def test_a_day_under_another_key_of_the_file_stands_in_its_column(section: str, key: str, column: str) -> None:
    assert row_cells(section, {key: "2026-03-04"}, catalogue(), "en") == {column: "4 Mar 2026"}


UNKNOWN_PRODUCTS = (
    "study drug",
    "Study medication",
    "blinded",
    "double-blind",
    "placebo-controlled",
    "investigational product",
    "Prüfpräparat",
    "Prüfpräparat (verblindet)",
    "Prüfmedikation",
    "Studienmedikation",
    "verblindet",
    "placebokontrolliert",
)


@pytest.mark.parametrize("typing", [EN, DE], ids=["en", "de"])
@pytest.mark.parametrize("text", UNKNOWN_PRODUCTS)
def test_the_product_of_a_blinded_trial_is_found_by_its_everyday_names(text: str, typing: Typing) -> None:
    assert read_cell("treatments", "drug", text, catalogue(), typing) == Understood("investigational_product")


def test_a_placebo_is_not_known_to_have_been_one() -> None:
    """A course is called placebo when the arm was one, and when it may have been: what claims less stands first."""
    read = read_cell("treatments", "drug", "placebo", catalogue(), DE)
    assert isinstance(read, Refused)
    assert [offer.text for offer in read.offers] == ["Prüfpräparat", "Placebo (entblindet)"]
    taken = [read_cell("treatments", "drug", offer.text, catalogue(), DE) for offer in read.offers]
    assert taken == [Understood("investigational_product"), Understood("placebo")]


@pytest.mark.parametrize("typing", [EN, DE], ids=["en", "de"])
def test_what_a_study_drug_may_be_reads_back(typing: Typing) -> None:
    may_be: Plain = ["anifrolumab", "placebo"]
    content: Plain = {"drug": "investigational_product", "from": "2024", "to": "2025", "may_be": may_be}
    cells = row_cells("treatments", content, catalogue(), typing.language)
    assert cells["may_be"].startswith("Anifrolumab; Placebo")
    assert read_row("treatments", cells, catalogue(), typing).content == content
    assert course(content).may_be == {"anifrolumab", "placebo"}
    typed = read_cell("treatments", "may_be", "Saphnelo, placebo", catalogue(), typing)
    assert typed == Understood(["anifrolumab", "placebo"])
    assert isinstance(read_cell("treatments", "may_be", "moonlight", catalogue(), typing), Refused)


@pytest.mark.parametrize("text", ["failed, not told how", "Versagen, nicht unterschieden"])
def test_a_course_that_failed_is_taken(text: str) -> None:
    assert read_cell("treatments", "outcome", text, catalogue(), DE) == Understood("failed")


@pytest.mark.parametrize("text", ["refractory", "refraktär", "progression", "failed", "Versagen"])
def test_a_word_that_does_not_say_how_a_course_failed_is_asked_about(text: str) -> None:
    read = read_cell("treatments", "outcome", text, catalogue(), EN)
    assert isinstance(read, Refused)
    assert [offer.text for offer in read.offers] == ["no response", "lost response", "failed, not told how"]


@pytest.mark.parametrize("typing", [EN, DE], ids=["en", "de"])
@pytest.mark.parametrize(
    "content",
    [
        {"is": "jdm", "since": "2023", "certainty": "suspected"},
        {"is": "malignancy", "date": "2026-11-05", "certainty": "ruled_out"},
        {"is": "other", "text": "varicose veins", "since": "2020"},
        {"is": "other", "text": "x", "counts_as": ["malignancy"], "by": "Dr A", "marked_on": "2026-11-20"},
        {"is": "other", "text": "x", "counts_as": ["nothing_listed"], "by": "Dr A", "marked_on": "2026-11-20"},
    ],
)
def test_certainty_and_marks_read_back(content: Plain, typing: Typing) -> None:
    cells = row_cells("diagnoses", content, catalogue(), typing.language)
    again = read_row("diagnoses", cells, catalogue(), typing).content
    assert again == known_by_id("diagnoses", content)
    assert again is not None
    written, typed = (chart_of("x", [(0, Statement.of("diagnoses", each))], catalogue()) for each in (content, again))
    assert written.problems == {}
    assert typed.chart == written.chart


@pytest.mark.parametrize(
    ("section", "name"),
    [("treatments", "from"), ("diagnoses", "since"), ("events", "date"), ("never", "as_of")],
)
def test_nothing_has_begun_after_today_but_a_course_may_end(section: str, name: str) -> None:
    assert read_cell(section, name, "1 Mar 2027", catalogue(), EN) == Refused(Phrase("entry-after-today"))
    assert read_cell("treatments", "to", "1 Mar 2027", catalogue(), EN) == Understood("2027-03-01")


@pytest.mark.parametrize("typing", [EN, DE], ids=["en", "de"])
def test_every_name_that_is_shown_reads_back_as_itself(typing: Typing) -> None:
    """What an offer says can be taken: no label is asked about again."""
    episodes = (Kind.CONDITION, Kind.EVENT)
    shown = [("treatments", "drug", each.id, each.label) for each in catalogue().drugs.values()]
    shown += [("treatments", "drug", each.id, each.label) for each in catalogue().classes.values()]
    shown += [("never", "of", each.id, each.label) for each in catalogue().concepts.values() if each.kind in episodes]
    for section, cell, name, labels in shown:
        read = read_cell(section, cell, labels[typing.language], catalogue(), typing)
        assert read == Understood(name), labels[typing.language]
