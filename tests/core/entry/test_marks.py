"""Free texts and their marks as they are typed: signed with name and day, and the same statement as in a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest
import yaml

from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue
from core.chart.entries import Mark
from core.chart.reading.whole import read_patient
from core.chart.sections import section_of
from core.chart.words import CERTAINTIES
from core.entry.desk.desk import Desk
from core.entry.desk.field import Field
from core.entry.desk.kept import Kept
from core.entry.desk.marking import free_texts, with_mark
from core.entry.desk.rows import text_of
from core.entry.desk.showing import mark_state
from core.entry.patient_file import file_of, statements_of
from core.entry.statement import Plain, Statement
from core.entry.typed import Refused
from core.entry.typed.cells import complete_cell, read_cell
from core.entry.typed.choices import choice_label
from core.language.phrases import Phrases
from core.source_text.reading import read_text
from core.source_text.tree import Mapping
from core.values.partial_date import parse_partial_date

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, tzinfo=UTC)
NEW = Field("diagnoses", row="new1")


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def desk(*told: Plain, language: str = "en") -> Desk:
    rows = tuple(Kept(at, Statement.of("diagnoses", each), "Dr A", NOW) for at, each in enumerate(told, start=1))
    return Desk("p", catalogue(), language, TODAY, TODAY.isoformat(), rows, author="Dr Example")


def left(typed: Desk, where: Field) -> Desk:
    """The desk after a field was left and what it said recorded."""
    change = typed.left(where)
    assert change is not None, typed.draft(where)
    assert change.statement is not None
    number = max((each.id for each in typed.kept), default=0) + 1
    kept = Kept(number, change.statement, "Dr Example", NOW)
    return typed.without_draft(where).keeping(kept, change.replaces)


def row_of(which: Desk, text: str, section: str = "diagnoses") -> Field:
    return next(where for where, words in free_texts(which, section).items() if words == text)


def marked(before: Desk, text: str, mark: str) -> Desk:
    where = row_of(before, text)
    return left(before.typed(where, with_mark(before, where, mark)), where)


def content(which: Desk) -> Plain:
    (only,) = which.all_of("diagnoses")
    return only.statement.plain


VEINS: Plain = {"is": "other", "text": "varicose veins", "since": "2019"}
SIGNED: dict[str, Plain] = {"by": "Dr Example", "marked_on": "2026-11-22"}


@pytest.mark.parametrize(("language", "text"), [("en", "other: varicose veins"), ("de", "Anderes: varicose veins")])
def test_a_free_text_is_typed_behind_a_colon(language: str, text: str) -> None:
    now = left(desk(language=language).typed(NEW, text_of({"is": text, "since": "2019"})), NEW)
    assert content(now) == VEINS
    (episode,) = now.recorded.chart.episodes
    assert (episode.concept, episode.text, episode.mark) == ("", "varicose veins", None)


def test_a_name_that_is_not_known_is_offered_as_a_free_text() -> None:
    read = read_cell("diagnoses", "is", "varicose veins", catalogue(), desk().typing)
    assert isinstance(read, Refused)
    assert read.offers[-1].text == "other: varicose veins"
    assert complete_cell("diagnoses", catalogue(), "de", "is", "Krampfadern")[-1] == "anderes: Krampfadern"


@pytest.mark.parametrize("text", ["other", "other:", "anderes: "])
def test_a_free_text_without_words_is_asked_for_them(text: str) -> None:
    draft = desk().typed(NEW, text_of({"is": text})).draft(NEW)
    assert draft is not None
    assert isinstance(draft.typed, Refused)
    assert draft.typed.reason.id == "entry-no-free-text"


@pytest.mark.parametrize(
    ("mark", "names"),
    [
        ("malignancy", ["malignancy"]),
        ("Malignom; Arthritis", ["malignancy", "arthritis"]),
        ("malignancy, arthritis", ["malignancy", "arthritis"]),
        ("none", ["nothing_listed"]),
        ("nothing listed", ["nothing_listed"]),
        ("nichts Gelistetes", ["nothing_listed"]),
    ],
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_mark_is_signed_with_name_and_day(mark: str, names: list[Plain], language: str) -> None:
    before = desk(VEINS, language=language)
    where = row_of(before, "varicose veins")
    assert mark_state(before, where, Phrases(language)).note == Phrases(language).say("entry-not-marked")
    now = marked(before, "varicose veins", mark)
    assert isinstance(VEINS, dict)
    assert content(now) == {**VEINS, "counts_as": names, **SIGNED}
    counts = tuple(str(name) for name in names if name != "nothing_listed")
    signed = Mark(counts, "Dr Example", parse_partial_date("2026-11-22"))
    assert {episode.mark for episode in now.recorded.chart.episodes} == {signed}
    state = mark_state(now, row_of(now, "varicose veins"), Phrases(language))
    assert "Dr Example" in state.note
    assert "2026" in state.note
    assert (
        now.typed(row_of(now, "varicose veins"), with_mark(now, row_of(now, "varicose veins"), state.text)).drafts == {}
    )


def test_a_mark_that_stands_keeps_its_signature() -> None:
    old: dict[str, Plain] = {"counts_as": "nothing_listed", "by": "Dr Before", "marked_on": "2025-01-02"}
    assert isinstance(VEINS, dict)
    before = desk({**VEINS, **old})
    where = row_of(before, "varicose veins")
    cells = {"is": "other: varicose veins", "since": "2018", "counts_as": "nothing listed"}
    later = left(before.typed(where, text_of({**cells, "by": "Dr Before", "marked_on": "2 Jan 2025"})), where)
    assert content(later) == {**VEINS, **old, "since": "2018", "counts_as": ["nothing_listed"]}
    again = content(marked(later, "varicose veins", "malignancy"))
    assert again == {**VEINS, "since": "2018", "counts_as": ["malignancy"], **SIGNED}


def test_other_words_lose_the_mark_of_the_words_before_and_it_is_said() -> None:
    before = marked(desk(VEINS), "varicose veins", "none")
    where = row_of(before, "varicose veins")
    typed = before.typed(where, before.text(where).replace("varicose veins", "lymphoma of the lung"))
    assert "varicose veins" in mark_state(typed, where, Phrases("en")).warning
    assert content(left(typed, where)) == {"is": "other", "text": "lymphoma of the lung", "since": "2019"}


def test_a_mark_taken_away_takes_its_signature_along() -> None:
    assert content(marked(marked(desk(VEINS), "varicose veins", "none"), "varicose veins", "")) == VEINS


def test_a_mark_that_is_not_understood_waits_and_offers() -> None:
    before = desk(VEINS)
    where = row_of(before, "varicose veins")
    typed = before.typed(where, with_mark(before, where, "arthritis; lympho"))
    assert typed.left(where) is None
    state = mark_state(typed, where, Phrases("en"))
    assert state.is_waiting
    assert state.offers
    assert all(offer.text.startswith("arthritis; ") for offer in state.offers)
    for offer in state.offers:
        assert typed.typed(where, with_mark(typed, where, offer.text)).left(where) is not None
    assert row_of(typed, "varicose veins") == where, "the field stays while it is typed in"


def test_a_name_of_the_catalogue_that_is_no_diagnosis_is_refused_in_the_language() -> None:
    before = desk(VEINS, language="de")
    where = row_of(before, "varicose veins")
    typed = before.typed(where, with_mark(before, where, "creatinine"))
    assert typed.left(where) is None
    assert "unbekannte Diagnose" in mark_state(typed, where, Phrases("de")).warning


def test_completing_a_list_keeps_what_stands_before() -> None:
    assert complete_cell("diagnoses", catalogue(), "en", "counts_as", "")[0] == "nothing listed"
    found = complete_cell("diagnoses", catalogue(), "en", "counts_as", "Arthritis; maligna")
    assert "Arthritis; Malignancy" in found


@pytest.mark.parametrize("certainty", CERTAINTIES)
@pytest.mark.parametrize("section", ["diagnoses", "events"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_certainty_has_its_cell_in_every_list_of_episodes(certainty: str, section: str, language: str) -> None:
    assert "certainty" in section_of(section).cells
    naming, day = section_of(section).cells[:2]
    cells = {naming: "malignancy", day: "5 Nov 2026", "certainty": choice_label(certainty, language)}
    where = Field(section, row="new1")
    now = left(desk(language=language).typed(where, text_of(cells)), where)
    chart = now.recorded.chart
    if certainty == "ruled_out" and section == "events":
        assert [finding.concept for finding in chart.findings] == ["malignancy"]
    elif certainty != "ruled_out":
        assert [episode.is_suspected for episode in chart.episodes] == [certainty == "suspected"]


def test_what_the_form_records_is_a_patient_file_that_reads_back_equal() -> None:
    now = desk(language="de")
    told = (
        ("diagnoses", {"is": "anderes: varicose veins", "since": "2019", "counts_as": "nichts"}),
        ("diagnoses", {"is": "anderes: lymphoma of the lung", "since": "3/2021", "counts_as": "Malignom; Arthritis"}),
        ("diagnoses", {"is": "anderes: a rare overlap", "since": "2014"}),
        ("diagnoses", {"is": "Lupusnephritis", "since": "10/2026", "certainty": "Verdacht"}),
        ("events", {"event": "anderes: a fall", "date": "20.9.2026", "certainty": "Verdacht", "counts_as": "keine"}),
    )
    for at, (section, cells) in enumerate(told, start=1):
        where = Field(section, row=f"new{at}")
        now = left(now.typed(where, text_of(cells)), where)
    now = left(now.typed(Field("age"), "15 Jahre @ 3. Mai 2024"), Field("age"))
    written = file_of("p", [each.statement for each in now.kept])
    text = yaml.safe_dump(written, allow_unicode=True, sort_keys=False).encode()
    chart, problems = read_patient(text, "p.yaml", catalogue())
    assert problems == ()
    assert chart == now.recorded.chart
    tree, _ = read_text(text, "p.yaml")
    assert isinstance(tree, Mapping)
    assert sorted(statements_of(tree), key=str) == sorted((each.statement for each in now.kept), key=str)


def test_who_signs_is_who_types_now() -> None:
    now = marked(replace(desk(VEINS), author="Dr Later"), "varicose veins", "none")
    read = content(now)
    assert isinstance(read, dict)
    assert read["by"] == "Dr Later"
