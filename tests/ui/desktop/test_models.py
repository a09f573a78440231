"""Item models under Qt's own tester, with rows that come, go and change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.entry.desk.fields import Field
from core.language.phrases import Phrases
from core.store.records import PatientLine
from core.use_cases.keep_library import load_library
from core.use_cases.keep_shelf import shelf_of
from core.wording.listing import FileRow
from tests.ui.desktop.desktop import Desktop, loaded
from ui.desktop.pages.patients.model import PatientsModel
from ui.desktop.pages.rules.model import LibraryModel
from ui.desktop.pages.screening.entry.rows.model import Row
from ui.desktop.pages.screening.entry.rows.model import RowsModel as CellsModel
from ui.desktop.pages.screening.results.rows_model import RowsModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def _tell(told: list[tuple[object, str]], where: object, text: str) -> None:
    told.append((where, text))


def watching(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, FATAL)


def line(number: int) -> PatientLine:
    opened_at = datetime(2026, 11, 22, tzinfo=UTC)
    return PatientLine(str(number), f"Müller {number}", f"N-{number}", "1990-02-11", "female", True, opened_at)


def file_row(name: str, word: str = "possible") -> FileRow:
    return FileRow(name, "possible", "≈", word, "", name, "rule 1", "nothing")


def test_patients(qtbot: QtBot) -> None:
    del qtbot
    model = PatientsModel(Phrases("en"))
    watch = watching(model)
    model.show_patients([line(number) for number in range(100)])
    model.search("muller 42")
    assert model.rowCount() == 1
    assert model.line(0).number == "N-42"
    model.search("nobody")
    model.search("")
    model.show_patients([])
    assert watch.model() is model


def test_patients_are_found_by_their_birth_date_as_it_is_written_here(qtbot: QtBot) -> None:
    del qtbot
    for language, texts in (
        ("en", ("11 Feb 1990", "1990-02-11", "2/1990", "1990")),
        ("de", ("11.02.1990", "11.2.1990")),
    ):
        model = PatientsModel(Phrases(language))
        model.show_patients([line(1)])
        for text in texts:
            model.search(text)
            assert model.rowCount() == 1, text
        model.search("12.02.1990")
        assert model.rowCount() == 0


def test_cells(qtbot: QtBot) -> None:
    del qtbot
    model = CellsModel(("drug", "from"), ("Drug", "From"))
    watch = watching(model)
    told: list[tuple[object, str]] = []
    model.typed.connect(partial(_tell, told))
    blank = Row(Field("treatments", row="new1"), {})
    model.show_rows([blank])
    model.setData(model.index(0, 0), "mmf")
    assert told == [(blank.where, '{"drug": "mmf"}')]
    model.show_rows([Row(blank.where, {"drug": "mmf"}, {"from": "needed"}), Row(Field("treatments", row="new2"), {})])
    model.show_rows([blank])
    assert watch.model() is model


def test_rows_come_and_go_without_a_reset(qtbot: QtBot) -> None:
    """A reset closes an open editor and moves the cursor: Tab then went to another row."""
    model = CellsModel(("drug", "from"), ("Drug", "From"))
    watch = watching(model)
    shown: tuple[str, ...] = ()
    with qtbot.assertNotEmitted(model.modelReset):
        for rows in ("1", "12", "123", "1x3", "13", "3", "4563", "", "12", "21", "9"):
            model.show_rows([Row(Field("treatments", row=name), {"drug": name}) for name in rows])
            shown = tuple(str(model.index(at, 0).data()) for at in range(model.rowCount()))
            assert shown == tuple(rows)
    assert watch.model() is model


def test_results_keep_their_rows(qtbot: QtBot) -> None:
    model = RowsModel[FileRow]()
    watch = watching(model)
    model.show_rows([file_row("a"), file_row("b")])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_rows([file_row("a"), file_row("b", "undecided")])
    with qtbot.waitSignal(model.modelReset):
        model.show_rows([file_row("b"), file_row("a")])
    assert model.place_of("a") == 1
    assert watch.model() is model


def test_what_usually_excludes_comes_before_what_is_less() -> None:
    row = replace(file_row("a"), rest="confirm with the site", usual="on record, usually excluding: x")
    assert row.beside == ("nothing", "on record, usually excluding: x; confirm with the site")
    later = replace(row, is_settled=True, rest="leukapheresis not before 9 May 2027", usual="")
    assert later.beside == ("leukapheresis not before 9 May 2027", "nothing")


def test_library(desktop: Desktop) -> None:
    model = LibraryModel(Phrases("de"), loaded().knowledge.catalogue)
    watch = watching(model)
    model.show_library(load_library(shelf_of(desktop.workspace.vault), loaded().knowledge.catalogue))
    every = model.rowCount()
    model.filter("NCT06222853")
    assert model.rowCount() == 1
    model.filter("")
    assert model.rowCount() == every
    assert watch.model() is model
