"""A score item by item, by keyboard: one key an item, the conclusion moves, nothing is recorded before the button."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit

from core.entry.desk.fields import Field
from core.entry.desk.scoring.lines import Heading
from core.entry.statement import Plain
from core.use_cases.keep_settings import Settings
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from ui.desktop.scoring.model import ScoreModel
from ui.desktop.scoring.panel import ScorePanel
from ui.desktop.widgets.value_field import ValueField

ITEMS = 24
CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(desktop: Desktop, name: str, page: str = "activity") -> ScorePanel:
    """Open the panel of a field as a hand on the keyboard does."""
    edit = desktop.field(page, name)
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    panel = desktop.screening.scoring
    assert panel.isVisible()
    desktop.until(panel.table.hasFocus)
    return panel


def contents(desktop: Desktop, name: str) -> list[Plain]:
    return [each.statement.plain for each in desktop.workspace.desk.all_of(name)]


def answer(panel: ScorePanel, name: str) -> str:
    row = panel.model.asked(panel.model.place_of(name))
    assert row is not None
    return row.answer


def test_a_score_is_answered_key_by_key_and_recorded_by_its_button_as_one_finding(desktop: Desktop) -> None:
    desktop.open_patient("Sample patient 10")
    before = len(contents(desktop, "sledai_2k"))
    panel = opened(desktop, "sledai_2k")
    watch = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert len(list(panel.model.places())) == ITEMS
    QTest.keyClicks(panel.table, "1n-")
    assert [answer(panel, each) for each in ("seizure", "psychosis", "organic_brain_syndrome")] == [
        "yes",
        "no",
        "not_examined",
    ]
    assert (panel.value.text(), panel.rest.text()) == ("8", "to 97")
    assert panel.table.current is not None
    assert panel.table.current.id == "visual_disturbance"
    QTest.keyClick(panel.table, Qt.Key.Key_Up)
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    assert answer(panel, "organic_brain_syndrome") == ""
    QTest.keyClick(panel.table, Qt.Key.Key_Space)
    assert answer(panel, "organic_brain_syndrome") == "yes"
    QTest.keyClick(panel.table, Qt.Key.Key_0, CONTROL)
    assert (panel.value.text(), panel.rest.text(), panel.record.text()) == ("16", "", "Record: 16")
    desktop.settle()
    assert contents(desktop, "sledai_2k")[before:] == []
    panel.record.click()
    desktop.settle()
    assert not panel.isVisible()
    found = contents(desktop, "sledai_2k")[before:]
    assert len(found) == 1
    assert isinstance(found[0], dict)
    assert found[0]["value"] == "16"
    assert found[0]["items"] == {"seizure": "yes", "organic_brain_syndrome": "yes", "others": "no"}
    assert watch.model() is panel.model
    focused = desktop.window.app.focusWidget()
    assert focused is not None
    field = focused.parentWidget()
    assert isinstance(field, ValueField)
    assert field.where == Field("sledai_2k")
    desktop.screening.undo.click()
    desktop.settle()
    assert len(contents(desktop, "sledai_2k")) == before


def test_what_was_answered_stays_a_draft_when_the_panel_is_left_and_is_there_again(desktop: Desktop) -> None:
    desktop.open_patient("Sample patient 10")
    before = contents(desktop, "sledai_2k")
    panel = opened(desktop, "sledai_2k")
    QTest.keyClicks(panel.table, "1")
    QTest.keyClick(panel.table, Qt.Key.Key_Escape)
    desktop.settle()
    assert not panel.isVisible()
    desktop.screening.entry.open_page("organ_function")
    desktop.settle()
    assert contents(desktop, "sledai_2k") == before
    assert list(desktop.workspace.desk.open_drafts) == [Field("sledai_2k").panel]
    desktop.workspace.work.keep_drafts()
    desktop.open_patient("Sample patient 04")
    desktop.open_patient("Sample patient 10")
    desktop.screening.go_to_next()
    assert panel.isVisible()
    assert answer(panel, "seizure") == "yes"
    panel.discard()
    desktop.settle()
    assert not desktop.workspace.desk.open_drafts
    assert contents(desktop, "sledai_2k") == before


def test_undo_takes_back_one_answer_at_a_time(desktop: Desktop) -> None:
    desktop.open_patient("Sample patient 10")
    panel = opened(desktop, "sledai_2k")
    QTest.keyClicks(panel.table, "11")
    desktop.screening.undo.click()
    assert (answer(panel, "seizure"), answer(panel, "psychosis")) == ("yes", "")
    desktop.screening.undo.click()
    assert answer(panel, "seizure") == ""
    assert not desktop.workspace.desk.open_drafts


def test_what_is_on_record_is_taken_by_its_button_and_never_before(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    panel = opened(desktop, "sledai_2k")
    panel.discard()
    panel = opened(desktop, "sledai_2k")
    assert all(not answer(panel, each) for each in ("thrombocytopenia", "low_complement"))
    panel.take.click()
    desktop.settle()
    taken = [row.id for at in panel.model.places() if (row := panel.model.asked(at)) is not None and row.answer]
    assert len(taken) == 4
    assert desktop.workspace.desk.draft(Field("sledai_2k").panel) is not None


def test_a_number_is_typed_and_a_click_answers(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop("de", Settings(language="de", author="Dr Example")).create(has_samples=True)
    desktop.open_patient("Sample patient 06")
    desktop.screening.ask_score("printo_cid_jdm")
    panel = desktop.screening.scoring
    desktop.until(panel.table.hasFocus)
    QTest.keyClicks(panel.table, "6")
    editor = desktop.window.app.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "6"
    QTest.keyClicks(editor, "40")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desktop.settle()
    row = panel.model.asked(panel.model.place_of("ck"))
    assert row is not None
    assert row.told == "640 U/L"
    panel.discard()
    desktop.screening.ask_score("sledai_2k")
    place = panel.table.visualRect(panel.model.place_of("seizure"))
    for x in range(place.left(), place.right(), 4):
        QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, place.center().y()))
        if answer(panel, "seizure"):
            break
    assert answer(panel, "seizure") == "yes"


def test_the_palette_asks_a_score_that_has_no_field_of_its_own(desktop: Desktop) -> None:
    desktop.open_patient("Sample patient 01")
    entries = {each.words: each for each in desktop.opened.entries()}
    entries["Items of ISN/RPS class of lupus nephritis, NIH indices"].run()
    panel = desktop.screening.scoring
    assert panel.isVisible()
    assert panel.title.text().startswith("ISN/RPS")
    desktop.screening.go_to_field("creatinine")
    assert not panel.isVisible()


def test_nothing_of_a_patient_stays_in_the_panel(desktop: Desktop) -> None:
    desktop.open_patient("Sample patient 03")
    panel = opened(desktop, "sledai_2k")
    QTest.keyClicks(panel.table, "1")
    desktop.open_patient("Sample patient 04")
    assert list(panel.model.places()) == []
    assert panel.title.text() == ""
    assert panel.pane.title.text() == ""
    assert not panel.isVisible()


@pytest.mark.parametrize("count", [1, 2])
def test_every_line_stands_once_and_no_group_is_torn(desktop: Desktop, count: int) -> None:
    desktop.open_patient("Sample patient 03")
    desktop.screening.ask_score("sledai_2k")
    model: ScoreModel = desktop.screening.scoring.model
    model.show_in(count)
    names = [row.id for at in model.places() if (row := model.asked(at)) is not None]
    assert len(names) == len(set(names)) == ITEMS
    firsts = [model.line(model.index(0, at)) for at in range(count)]
    assert all(isinstance(each, Heading) for each in firsts)
