"""A new section of the record is one file and two phrases: it is read, recorded, typed, shown and given out again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.chart import sections
from core.chart.entries import Row
from core.chart.reading.whole import read_patient
from core.discovery import resource_path
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Field, Kept, text_of
from core.entry.form.form import form_of
from core.entry.form.wanted import Wanted
from core.entry.patient_file import file_of, statements_of
from core.entry.statement import Statement
from core.language.phrases import LANGUAGES, Phrases
from core.source_text.reading import read_text
from core.source_text.tree import Mapping
from tests.sample_screenings import catalogue
from ui.desktop.pages.screening.entry.form_page import FormPageView
from ui.desktop.theme.tokens import LIGHT

ON = date(2026, 11, 22)
PHRASE = """
form-visits = Visits
    .kind = Kind
    .on = On
    .until = Until
    .place = Where
    .note = Note
"""
PATIENT = b"""
format: 1
id: p
birth_date: 2001-02-03
visits:
  - {kind: apheresis, on: 2026-03-04, until: 2026-03-05, place: ward}
  - {kind: control, date: 2026-12-01}
"""


def forget() -> None:
    """Have the sections found anew."""
    for found in vars(sections).values():
        clear = getattr(found, "cache_clear", None)
        if clear is not None:
            clear()


@pytest.fixture(autouse=True)
def visits(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the file of the section beside those that ship."""
    name = f"{sections.__name__}.visits"
    monkeypatch.setattr(sections, "__path__", [*sections.__path__, str(Path(__file__).parent / "own_section")])
    forget()
    yield
    monkeypatch.undo()
    sys.modules.pop(name, None)
    delattr(sections, "visits")
    forget()


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """The phrases that ship, and one more in each language."""
    folder = copytree(resource_path("phrases"), tmp_path / "phrases")
    for language in LANGUAGES:
        form = folder / language / "form.ftl"
        form.write_text(form.read_text("utf-8") + PHRASE, encoding="utf-8")
    return folder


def test_a_patient_file_is_read_with_it() -> None:
    chart, problems = read_patient(PATIENT, "p", catalogue())
    assert problems == ()
    assert chart is not None
    assert [row.words["kind"] for row in chart.rows_of("visits")] == ["apheresis", "control"]
    assert [row.ref for row in chart.as_of(ON).rows_of("visits")] == ["visits/1"]
    assert isinstance(chart.by_ref["visits/2"], Row)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (b"place: moon", "unknown-value"),
        (b"until: 2026-01-01", "date-order"),
        (b"on: yesterday", "date"),
        (b"wher: ward", "unknown-key"),
        (b"on: 1999-01-01", "before-birth"),
    ],
)
def test_what_is_wrong_with_a_row_is_named_at_its_place(wrong: bytes, code: str) -> None:
    replaced = wrong.partition(b":")[0]
    rest = b", ".join(each for each in (b"on: 2026-03-04", b"until: 2026-03-05") if not each.startswith(replaced))
    text = PATIENT.partition(b"visits:")[0] + b"visits:\n  - {kind: control, " + rest + b", " + wrong + b"}\n"
    chart, problems = read_patient(text, "p", catalogue())
    assert chart is None
    assert [problem.code for problem in problems] == [code]
    assert {problem.span.line for problem in problems} == {6}


def test_a_row_without_what_it_is_says_nothing() -> None:
    _, problems = read_patient(b"format: 1\nid: p\nvisits: [{on: 2026-03-04}]\n", "p", catalogue())
    assert [problem.code for problem in problems] == ["missing-key"]


def test_it_comes_back_from_the_record_as_it_went_in() -> None:
    tree, _ = read_text(PATIENT, "p")
    assert isinstance(tree, Mapping)
    assert file_of("p", statements_of(tree))["visits"] == [
        {"kind": "apheresis", "on": "2026-03-04", "until": "2026-03-05", "place": "ward"},
        {"kind": "control", "date": "2026-12-01"},
    ]


def test_a_row_is_typed_cell_by_cell() -> None:
    desk = Desk("p", catalogue(), "en", ON, "2026-11-22")
    where = Field("visits", row="new1")
    cells = {"kind": "control", "on": "4 Mar 2026", "until": "ongoing", "place": "day clinic"}
    change = desk.typed(where, text_of(cells)).left(where)
    assert change is not None
    assert change.statement is not None
    content = {"kind": "control", "on": "2026-03-04", "until": "ongoing", "place": "day_clinic"}
    assert change.statement.plain == content
    wrong = desk.typed(where, text_of({**cells, "place": "moon"}))
    assert wrong.left(where) is None


def test_it_stands_on_its_page_with_the_words_of_each_language(qtbot: QtBot, shelf: Path) -> None:
    page = form_of(catalogue()).page("history")
    assert page.lists == ("events", "never", "visits")
    stated = Statement.of("visits", {"kind": "control", "date": "2026-03-04"})
    for language in LANGUAGES:
        desk = Desk("p", catalogue(), language, ON, "2026-11-22").keeping(
            Kept(1, stated, "Dr Example", datetime(2026, 11, 22, tzinfo=UTC))
        )
        view = FormPageView(page, Phrases(language, shelf), LIGHT, desk)
        qtbot.addWidget(view)
        view.show_desk(desk, Wanted())
        model = view.tables["visits"].view.model()
        assert [model.headerData(at, Qt.Orientation.Horizontal) for at in range(5)] == [
            "Kind",
            "On",
            "Until",
            "Where",
            "Note",
        ]
        assert model.index(0, 1).data().startswith("4")
