"""What else can be said of an entry: every field of the catalogue and every column without a cell of its own."""

from __future__ import annotations

from datetime import date

import pytest

from core.catalogue.concept import Concept, Kind
from core.chart.sections import every_section
from core.chart.sections.section import Cell
from core.entry.charting import chart_of
from core.entry.statement import Plain, Statement
from core.entry.typed import Refused, Typing
from core.entry.typed.cells import complete_cell, read_cell, read_row, row_cells
from core.entry.typed.details import details_of
from core.language.languages import in_language
from tests.sample_screenings import catalogue

ON = date(2026, 11, 22)
LISTS = {Kind.CONDITION: "diagnoses", Kind.EVENT: "events"}
NAMED = {"diagnoses": {"is": "", "since": "2024"}, "events": {"event": "", "date": "2024-05-03"}}


def fields() -> list[tuple[str, Concept, Concept]]:
    """Return every field once, with the list and one concept that has it."""
    found: dict[tuple[str, str], tuple[str, Concept, Concept]] = {}
    for concept in catalogue().concepts.values():
        for name, field in concept.fields.items() if concept.kind in LISTS else ():
            found.setdefault((LISTS[concept.kind], name), (LISTS[concept.kind], concept, field))
    return list(found.values())


def value_of(field: Concept) -> str:
    if field.codes:
        return field.codes[0].id
    return "2" if field.kind is Kind.NUMBER else "yes"


def content_of(section: str, concept: Concept, field: Concept) -> dict[str, Plain]:
    naming, *rest = NAMED[section]
    return {naming: concept.id, rest[0]: NAMED[section][rest[0]], field.id: value_of(field)}


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("section", "concept", "field"), fields(), ids=lambda each: getattr(each, "id", each))
def test_every_field_is_typed_and_reads_back(section: str, concept: Concept, field: Concept, language: str) -> None:
    content = content_of(section, concept, field)
    cells = row_cells(section, content, catalogue(), language)
    own = [each.name for each in next(each for each in every_section() if each.id == section).columns]
    if field.id in own:
        assert cells[field.id]
    else:
        assert cells["details"].startswith(f"{in_language(field.label, language)}: ")
    read = read_row(section, cells, catalogue(), Typing(language, ON))
    assert read.content == content, read.cells
    assert read.content is not None
    charting = chart_of("x", [(0, Statement.of(section, read.content))], catalogue())
    assert charting.problems == {}
    assert set(charting.chart.episodes[0].fields) == {field.id}


def test_several_stand_behind_one_another_in_either_language_and_any_order() -> None:
    cells = {
        "event": "drug_reaction",
        "date": "3.5.2024",
        "details": "CTCAE-Grad: 3; Schweregrad: schwer;substance: Latex",
    }
    content = read_row("events", cells, catalogue(), Typing("de", ON)).content
    assert content == {
        "event": "drug_reaction",
        "date": "2024-05-03",
        "grade": "3",
        "severity": "severe",
        "substance": "latex",
    }


@pytest.mark.parametrize(
    ("details", "phrase", "offers"),
    [
        ("latex", "entry-no-detail", ["Substance: latex"]),
        ("severity: severe; latex", "entry-no-detail", ["severity: severe; Substance: latex"]),
        ("Site: skin", "entry-detail-of-other", []),
        ("Severity: severe; severity: mild", "entry-detail-twice", []),
        ("Severity: m", "entry-which-word", ["Severity: mild", "Severity: moderate"]),
        (
            "CTCAE grade: 3; Severity: m",
            "entry-which-word",
            ["CTCAE grade: 3; Severity: mild", "CTCAE grade: 3; Severity: moderate"],
        ),
        ("Severity: dreadful", "entry-no-word", []),  # any word of the list could be the opposite
    ],
)
def test_what_is_not_understood_is_said_and_what_was_typed_stays(details: str, phrase: str, offers: list[str]) -> None:
    row = read_row("events", {"event": "drug_reaction", "details": details}, catalogue(), Typing("en", ON))
    assert row.content is None
    refused = row.cells["details"]
    assert isinstance(refused, Refused)
    assert refused.reason.id == phrase
    assert [offer.text for offer in refused.offers] == offers


def test_a_note_holds_any_sign_and_comes_last() -> None:
    note = "as told; severity: severe: no"
    content: dict[str, Plain] = {
        "drug": "rituximab",
        "from": "2024-01",
        "to": "unknown",
        "note": note,
        "adherence": "yes",
    }
    for language in ("en", "de"):
        cells = row_cells("treatments", content, catalogue(), language)
        assert cells["details"].endswith(note)
        assert read_row("treatments", cells, catalogue(), Typing(language, ON)).content == content


def test_adherence_and_the_last_day_seen_are_typed() -> None:
    cells = {"drug": "rituximab", "from": "2024-01", "to": "unknown", "details": "Adherence documented: yes"}
    charted = read_row("treatments", cells, catalogue(), Typing("en", ON)).content
    assert charted == {"drug": "rituximab", "from": "2024-01", "to": "unknown", "adherence": "yes"}
    cells = {"is": "sle", "since": "2014", "details": "Noch vorhanden am: 3.5.2026"}
    assert read_row("diagnoses", cells, catalogue(), Typing("de", ON)).content == {
        "is": "sle",
        "since": "2014",
        "ongoing_on": "2026-05-03",
    }


@pytest.mark.parametrize(
    ("text", "completed"),
    [
        ("Subst", ["Substance: "]),
        ("Severity: se", ["Severity: severe"]),
        ("Severity: severe; Subst", ["Severity: severe; Substance: "]),
        ("Severity: severe; Site: bl", ["Severity: severe; Site: bloodstream"]),
        ("Severity: severe; Sev", []),
    ],
)
def test_labels_and_words_are_completed(text: str, completed: list[str]) -> None:
    assert list(complete_cell("events", catalogue(), "en", "details", text)) == completed


def test_no_two_details_of_a_list_share_a_name() -> None:
    for section in every_section():
        names = [name for each in details_of(section.id, catalogue()) for name in each.names]
        assert len(names) == len(set(names)), section.id


def test_an_empty_cell_says_nothing() -> None:
    assert read_cell("events", "details", " ; ", catalogue(), Typing("en", ON)).__class__.__name__ == "Empty"


def test_every_column_is_typed_or_says_why_not() -> None:
    """In a cell of its own, among the details, as the text of its section, or not at all with the reason."""
    for section in every_section():
        has_details = any(column.cell is Cell.DETAILS for column in section.columns)
        for column in section.columns:
            assert not column.is_detail or has_details, f"{section.id}: {column.name}"
            assert not (column.untyped and (column.is_detail or column.is_required)), f"{section.id}: {column.name}"
        is_typed = bool(section.page) or section.is_dated
        assert is_typed is not bool(section.untyped), f"{section.id}: no page, and no reason for it"
