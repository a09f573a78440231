"""Scores item by item: the text of a field says them all, a panel changes one at a time, missing is never no."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.chart.values import Scored
from core.discovery import resource_path
from core.entry.charting import chart_of
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Field, Kept
from core.entry.desk.parts import answered, has_panel, parts_of
from core.entry.patient_file import statements_of
from core.entry.statement import Plain, Statement
from core.entry.typed import Refused, Typing, Understood, read_typed, typed_text
from core.source_text.reading import read_text
from core.source_text.tree import Mapping
from core.values.truth import Truth
from tests.core.entry.test_desk import NOW
from tests.sample_screenings import catalogue

TODAY = date(2026, 11, 22)
SLEDAI, BILAG, BIOPSY = Field("sledai_2k"), Field("bilag_2004"), Field("renal_biopsy")
LANGUAGES = ("en", "de")


def desk(language: str = "en", *statements: Statement) -> Desk:
    kept = tuple(Kept(number, each, "x", NOW) for number, each in enumerate(statements, start=1))
    return Desk("x", catalogue(), language, TODAY, TODAY.isoformat(), kept)


def read(name: str, text: str, language: str = "en") -> Understood | Refused:
    concept = catalogue().concept(name)
    assert concept is not None
    typed = read_typed(text, concept, Typing(language, TODAY))
    assert isinstance(typed, Understood | Refused)
    return typed


def scored(found: Desk, where: Field) -> Scored:
    value = chart_of("x", [("this", _statement(found, where))], catalogue()).chart.findings[0].value
    assert isinstance(value, Scored)
    return value


def _statement(found: Desk, where: Field) -> Statement:
    draft = found.draft(where)
    assert draft is not None
    assert draft.statement is not None, draft.typed
    return draft.statement


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", sorted(resource_path("samples").glob("*.yaml")), ids=lambda path: path.stem)
def test_scores_of_the_samples_read_back_with_all_their_parts(path: Path, language: str) -> None:
    tree, _ = read_text(path.read_bytes(), str(path))
    assert isinstance(tree, Mapping)
    for statement in statements_of(tree):
        concept, content = catalogue().concept(statement.section), statement.plain
        if concept is None or not isinstance(content, dict) or not {"items", "domains"} & set(content):
            continue
        text = typed_text(content, concept, language)
        again = read_typed(text, concept, Typing(language, TODAY, on=str(content.get("date", ""))))
        assert isinstance(again, Understood), (text, again)
        assert charted(statement.section, again.content) == charted(statement.section, content), text


def charted(section: str, content: Plain) -> object:
    charting = chart_of("x", [("this", Statement.of(section, content))], catalogue())
    assert charting.problems == {}
    return charting.chart.findings[0].value


def test_a_corrected_total_keeps_its_items() -> None:
    items: Plain = {"haematuria": "yes", "proteinuria": "yes", "pyuria": "yes", "others": "no"}
    old = Statement.of("sledai_2k", {"value": "12", "items": items, "date": "2026-11-22"})
    found = desk("en", old)
    text = found.text(SLEDAI)
    assert text == "12; Haematuria: yes; Proteinuria: yes; Pyuria: yes; others: no"
    refused = found.typed(SLEDAI, text.replace("12", "16", 1)).draft(SLEDAI)
    assert refused is not None
    assert isinstance(refused.typed, Refused)
    assert [offer.text for offer in refused.typed.offers] == [text]
    wider = found.typed(SLEDAI, text.replace("12; ", "16; Arthritis: yes; "))
    assert scored(wider, SLEDAI).items["arthritis"] is Truth.TRUE


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("10; haematuria: yes; others: no", "entry-other-sum"),
        ("3; haematuria: yes", "entry-other-range"),
        ("4; haematurie: yes", "entry-no-item"),
        ("4; haematuria: perhaps", "entry-no-answer"),
    ],
)
def test_what_cannot_be_is_said(text: str, phrase: str) -> None:
    refused = read("sledai_2k", text)
    assert isinstance(refused, Refused)
    assert refused.reason.id == phrase


def test_a_total_alone_and_an_absence_are_as_before() -> None:
    for text, content in (("14", {"value": "14"}), ("not done", {"value": "not done"})):
        understood = read("sledai_2k", text)
        assert isinstance(understood, Understood)
        assert understood.content == content


def test_an_examination_keeps_what_is_not_understood() -> None:
    found = desk().typed(BIOPSY, "class: what is this")
    text = answered(found, BIOPSY, "activity_index", "11")
    assert text.startswith("class: what is this; ")
    assert text.endswith(": 11")
    assert answered(found.typed(BIOPSY, text), BIOPSY, "activity_index", "") == "class: what is this"


NAMES = sorted(name for name, each in catalogue().concepts.items() if has_panel(each) and each.fields)


@given(st.sampled_from(NAMES), st.sampled_from(LANGUAGES), st.data())
def test_any_sequence_of_answers_is_understood_and_shown(name: str, language: str, data: st.DataObject) -> None:
    found, where = desk(language), Field(name)
    wanted: dict[str, str] = {}
    for _ in range(data.draw(st.integers(1, 12))):
        state = parts_of(found, where)
        assert state is not None
        part = data.draw(st.sampled_from(state.parts))
        answer = data.draw(st.sampled_from(["", *(choice.text for choice in part.choices)]))
        wanted[part.id] = answer
        found = found.typed(where, answered(found, where, part.id, answer))
    state = parts_of(found, where)
    assert state is not None
    shown = {part.id: part.answer for part in state.parts}
    assert {part: shown[part] for part in wanted} == wanted
    draft = found.draft(where)
    assert draft is None or isinstance(draft.typed, Understood) or not any(wanted.values())
