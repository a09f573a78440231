"""The toxicity log on the page: days by keys, a day recorded without the mouse, each cell heard with its trace."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.desktop.desktop import Desktop
from tests.ui.desktop.test_follow_up_page import PATIENT, followed, stated, wait
from ui.desktop.pages.follow_up.page import FollowUpPage

LOGGED = (
    PATIENT
    + b"""
vital_signs: [{temperature: 39.1 Cel, date: 2026-02-07}]
astct_crs:
  - {inputs: {hypotension: none, oxygen: low_flow, others: "no"}, date: 2026-02-07}
  - {inputs: {temp: 38.2, hypotension: none, oxygen: none, others: "no"}, date: 2026-02-08}
events: [{is: crs, since: 2026-02-08, until: 2026-02-08, grade: 2, grade_reason: judgement}]
treatments: [{drug: tocilizumab, from: 2026-02-07, to: 2026-02-07}]
"""
)


def heard(page: FollowUpPage, row: str, day: int) -> str:
    model = page.toxicity.table.strip
    words = model.words
    assert words is not None
    at = next(at for at, each in enumerate(words.strip.rows) if each.kind.id == row)
    return str(model.index(at, model.column_of(day)).data(Qt.ItemDataRole.AccessibleTextRole))


def press(keys: str) -> None:
    """Press keys where the focus is: letters as they are, ^0 and ^! with Control (! is Return), ! Return."""
    control = False
    for key in keys:
        widget = QApplication.focusWidget()
        assert isinstance(widget, QWidget)
        if key == "^":
            control = True
            continue
        modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        control = False
        if key == "!":
            QTest.keyClick(widget, Qt.Key.Key_Return, modifier)
        elif modifier is Qt.KeyboardModifier.ControlModifier:
            QTest.keyClick(widget, Qt.Key.Key_0, modifier)
        else:
            QTest.keyClicks(widget, key)
        QApplication.processEvents()


def test_each_cell_is_heard_with_its_day_and_what_made_it(desktop: Desktop) -> None:
    page = followed(desktop, LOGGED)
    words = heard(page, "astct_crs", 3)
    assert "Day 3, 7 Feb 2026" in words
    assert "grade 2" in words
    assert "low flow" in words
    assert "39.1" in words
    assert "no entry" in heard(page, "astct_crs", 5)
    assert "differs from the findings; reason: clinical judgement" in heard(page, "astct_crs", 4)
    assert page.toxicity.table.strip.headerData(0, Qt.Orientation.Vertical) == "Temperature, °C"


def test_left_and_right_move_the_day_and_its_words(desktop: Desktop) -> None:
    page = followed(desktop, LOGGED)
    desktop.activate()
    table = page.toxicity.table
    table.go_to_day(3)
    table.setFocus()
    assert "Given: Tocilizumab, day 3" in page.toxicity.told.text()
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert table.day == 4
    assert page.toxicity.day.text() == "Day 4, 8 Feb 2026"
    assert "grade 1" in page.toxicity.told.text()
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert page.toxicity.told.text() == "no entry"
    QTest.keyClick(table, Qt.Key.Key_Left)
    QTest.keyClick(table, Qt.Key.Key_Left)
    assert table.day == 3


def test_a_whole_day_is_recorded_by_keys_alone(desktop: Desktop) -> None:
    page = followed(desktop)
    desktop.activate()
    table = page.toxicity.table
    table.go_to_day(5)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    desktop.settle()
    assert page.day_view.isVisible()
    assert not page.board.isVisible()
    edit = page.day_view.fields["anc"].edit
    assert edit.hasFocus()
    QTest.keyClicks(edit, "400 /uL")
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desktop.settle()
    assert "CRS of the day" in page.day_view.title.text()
    press("39.1!^0^!")
    desktop.settle()
    assert "Cornell" in page.day_view.title.text()
    press("00120000^!")
    desktop.settle()
    assert "ICANS of the day by CAPD" in page.day_view.title.text()
    page.day_view.scoring.table.go_to("arousal")
    press("1^0^!")
    wait(desktop)
    assert not page.day_view.isVisible()
    assert page.board.isVisible()
    assert table.day == 5
    counts = stated(desktop, "anc")
    assert isinstance(counts, list)
    assert {"value": "400 /uL", "date": "2026-02-09"} in counts
    crs = stated(desktop, "astct_crs")
    assert crs == [
        {
            "date": "2026-02-09",
            "inputs": {
                "temp": "39.1 °C", "fever_other_cause": "no", "post_tocilizumab": "no", "post_steroid": "no",
                "antipyretic": "no", "hypotension": "none", "vasopressors": "0", "vasopressin": "no",
                "oxygen": "none", "death": "no",
            },
            "value": "1",
        }
    ]  # fmt: skip
    assert "grade 1" in heard(page, "astct_crs", 5)
    assert "CAPD, 0 to 32: 3" in heard(page, "icans_pediatric", 5)
    assert "0.4" in heard(page, "anc", 5)
    assert desktop.workspace.desk.entry_on != "2026-02-09", "what is typed next is not of that day"


def test_escape_leaves_the_day_and_another_patient_sees_nothing_of_it(desktop: Desktop) -> None:
    page = followed(desktop, LOGGED)
    desktop.activate()
    page.open_day(4)
    QTest.keyClick(page.day_view.fields["anc"].edit, Qt.Key.Key_Escape)
    assert not page.day_view.is_open
    assert page.board.isVisible()
    page.open_day(4)
    desktop.workspace.close_patient()
    assert not page.day_view.is_open
    assert page.toxicity.told.text() == ""
    assert page.toxicity.table.strip.rowCount() == 0
