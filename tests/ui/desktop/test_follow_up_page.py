"""The page of the follow-up: what is due is found out, recorded by keys, taken back, and told anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget

from core.chart.words import FOLLOW_UP
from core.entry.patient_file import file_of, statements_of
from core.source_text.reading import read_text
from core.source_text.tree import Mapping
from tests.ui.desktop.desktop import Desktop
from ui.desktop.pages.follow_up.page import FollowUpPage
from ui.desktop.pages.follow_up.rows import ROW, FollowRow
from ui.desktop.widgets.places import RailPlaces

ON = date(2026, 4, 20)
PATIENT = b"""
format: 1
id: F-1
synthetic: true
name: Sample patient Q7
birth_date: 2014-06-10
sex: female
diagnoses: [{is: sle, since: 2023-05}]
infusion: {date: 2026-02-04, product: autologous, vector: lentiviral, region: EU}
anc: [{value: 400 /uL, date: 2026-02-20}, {value: 2400 /uL, date: 2026-03-04}]
follow_up: [{activity: visit, at: day 28, date: 2026-03-04, outcome: done}]
"""


def followed(desktop: Desktop, content: bytes = PATIENT) -> FollowUpPage:
    """Add a synthetic patient, open the page and wait for what became of the plan."""
    tree, _ = read_text(content, "p")
    assert isinstance(tree, Mapping)
    desktop.workspace.records.add_patient(statements_of(tree), "Dr Example")
    desktop.open_patient("Sample patient Q7")
    desktop.workspace.judge_on(ON)
    desktop.show("follow_up")
    wait(desktop)
    return desktop.follow_up


def wait(desktop: Desktop) -> None:
    desktop.settle()
    desktop.until(lambda: not desktop.follow_up.is_finding_out)
    desktop.settle()


def rows(page: FollowUpPage) -> list[FollowRow]:
    return [page.model.index(at, 0).data(ROW) for at in range(page.model.rowCount())]


def stated(desktop: Desktop, section: str = FOLLOW_UP) -> object:
    return file_of("x", [each.statement for each in desktop.workspace.desk.kept]).get(section)


def entries(desktop: Desktop) -> list[object]:
    """What is recorded of the plan."""
    section = (each.statement for each in desktop.workspace.desk.kept if each.statement.section == FOLLOW_UP)
    return [each.plain for each in section]


def test_what_is_due_stands_in_groups_and_is_heard_whole(desktop: Desktop) -> None:
    page = followed(desktop)
    due = rows(page)
    assert [(each.word, each.title) for each in due if each.word == "Overdue"][-1] == ("Overdue", "Month 2")
    assert "9 days past" in [each.beside for each in due]
    assert {"Overdue", "This week", "To come"} >= {each.word for each in due}
    for at, row in enumerate(due):
        heard = str(page.model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        assert row.title in heard
        assert row.word in heard
    assert page.rows is not None
    assert page.line.accessibleDescription() == page.rows.words.counted


def test_a_visit_is_recorded_by_keys_and_taken_back(desktop: Desktop) -> None:
    page = followed(desktop)
    desktop.activate()
    at = next(at for at, row in enumerate(rows(page)) if row.title == "Month 2")
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index(at, 0))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.panel.title.text() == "Month 2"
    assert page.panel.day.text() == "20 Apr 2026", "today is offered"
    page.panel.day.setFocus()
    page.panel.day.selectAll()
    QTest.keyClicks(page.panel.day, "6 Apr 2026")
    QTest.keyClick(page.panel.day, Qt.Key.Key_Tab)
    page.panel.buttons["done"].setFocus()
    QTest.keyClick(page.panel.buttons["done"], Qt.Key.Key_Space)
    wait(desktop)
    recorded = {"activity": "visit", "at": "month 2", "date": "2026-04-06", "outcome": "done"}
    assert recorded in entries(desktop)
    assert "Month 2" not in [row.title for row in rows(page)]
    assert page.panel.about.text().startswith("Done")
    desktop.workspace.work.undo()
    wait(desktop)
    assert recorded not in entries(desktop)
    assert "Month 2" in [row.title for row in rows(page)]


def test_not_done_asks_why_and_says_it(desktop: Desktop) -> None:
    page = followed(desktop)
    desktop.activate()
    page.list.setCurrentIndex(page.model.index(page.model.at(("visit", "month 2")), 0))
    page.record_chosen()
    things = [page.panel.model.row(at) for at in range(page.panel.model.rowCount())]
    igg = next(at for at, row in enumerate(things) if row.place == ("igg", "month 2"))
    page.panel.list.setCurrentIndex(page.panel.model.index(igg, 0))
    page.panel.buttons["not_done"].click()
    assert page.panel.problem.text() == "Write why it was not done."
    assert page.panel.why.hasFocus()
    QTest.keyClicks(page.panel.why, "sample lost")
    page.panel.buttons["not_done"].click()
    wait(desktop)
    assert page.panel.model.row(igg).below == "sample lost"
    assert page.panel.model.row(igg).word == "Not done"


def test_a_value_typed_for_the_day_is_a_finding_and_settles_the_thing(desktop: Desktop) -> None:
    page = followed(desktop)
    desktop.activate()
    page.list.setCurrentIndex(page.model.index(page.model.at(("visit", "month 2")), 0))
    page.record_chosen()
    desktop.until(lambda: not page.panel.is_building)
    page.panel.day.setFocus()
    page.panel.day.selectAll()
    QTest.keyClicks(page.panel.day, "6 Apr 2026")
    QTest.keyClick(page.panel.day, Qt.Key.Key_Return)
    edit = page.panel.fields["igg"].edit
    edit.setFocus()
    QTest.keyClicks(edit, "6.1 g/L")
    page.panel.why.setFocus()
    wait(desktop)
    assert stated(desktop, "igg") == [{"value": "6.1 g/L", "date": "2026-04-06"}]
    things = [page.panel.model.row(at) for at in range(page.panel.model.rowCount())]
    igg = next(row for row in things if row.place == ("igg", "month 2"))
    assert igg.word == "Done"
    assert "6.1 g/L" in igg.below


def test_values_typed_elsewhere_are_not_of_the_visit(desktop: Desktop) -> None:
    page = followed(desktop)
    before = desktop.workspace.desk.entry_on
    page.list.setCurrentIndex(page.model.index(page.model.at(("visit", "month 2")), 0))
    page.record_chosen()
    page.panel.day.setText("6 Apr 2026")
    page.panel.day.editingFinished.emit()
    assert desktop.workspace.desk.entry_on == "2026-04-06"
    desktop.show("screening")
    assert desktop.workspace.desk.entry_on == before
    assert not page.panel.isVisible()


def test_what_changed_is_told_with_its_reason(desktop: Desktop) -> None:
    page = followed(desktop)
    page.show_list("changes")
    told = [row.spoken for row in rows(page)]
    assert any("neutrophils are below 500/µL" in each and "400" in each for each in told)


def test_without_an_infusion_it_is_recorded_there(desktop: Desktop) -> None:
    lines = b"\n".join(
        line for line in PATIENT.splitlines() if not line.startswith((b"infusion", b"follow_up", b"anc"))
    )
    page = followed(desktop, lines)
    desktop.activate()
    assert page.infusion.isVisible()
    assert "holds no infusion" in page.nobody.text()
    for name, text in (("date", "4 Feb 2026"), ("product", "autologous"), ("batch", "B-1"), ("region", "EU")):
        edit = page.infusion.fields[name].edit
        edit.setFocus()
        QTest.keyClicks(edit, text)
        QTest.keyClick(edit, Qt.Key.Key_Tab)
    page.infusion.record.click()
    wait(desktop)
    assert stated(desktop, "infusion") == [
        {"date": "2026-02-04", "product": "autologous", "batch": "B-1", "region": "EU"}
    ]
    assert page.rows is not None
    assert not page.infusion.isVisible()


@pytest.mark.parametrize(("day", "says"), [("", "needed"), ("4 Feb 2031", "after today")])
def test_an_infusion_that_cannot_be_stays_in_the_fields(desktop: Desktop, day: str, says: str) -> None:
    lines = b"\n".join(
        line for line in PATIENT.splitlines() if not line.startswith((b"infusion", b"follow_up", b"anc"))
    )
    page = followed(desktop, lines)
    desktop.activate()
    QTest.keyClicks(page.infusion.fields["date"].edit, day)
    QTest.keyClicks(page.infusion.fields["batch"].edit, "B-1")
    page.infusion.record.click()
    desktop.settle()
    assert stated(desktop, "infusion") is None
    assert page.infusion.fields["batch"].edit.text() == "B-1"
    assert says in page.infusion.problem.text().lower()


def test_another_patient_leaves_nothing_of_the_one_before(desktop: Desktop) -> None:
    page = followed(desktop)
    page.record_chosen()
    desktop.open_patient("S-0001")
    desktop.show("follow_up")
    wait(desktop)
    shown = f"{page.name.text()} {page.about.text()} {page.panel.title.text()}"
    assert "Q7" not in shown
    assert page.panel.fields == {}
    assert page.model.rowCount() == 0


def test_the_list_of_patients_says_who_is_overdue_and_who_comes_of_age(desktop: Desktop) -> None:
    followed(desktop)
    desktop.show("patients")
    patients = desktop.patients
    patients.search.clear()
    patients.only.choose("overdue")
    desktop.until(lambda: not patients.only.is_looking)
    desktop.settle()
    shown = [patients.model.line(at).name for at in range(patients.model.rowCount())]
    assert "Sample patient Q7" in shown
    assert "Sample patient 01" not in shown
    patients.only.choose("all")
    assert patients.model.rowCount() > len(shown)


def test_the_keys_of_the_page_open_it(desktop: Desktop) -> None:
    followed(desktop)
    desktop.show("patients")
    desktop.activate()
    QTest.keyClick(desktop.window.shell, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert desktop.window.shell.shown_page == FollowUpPage.id


def test_the_visits_to_come_are_saved_as_a_calendar(desktop: Desktop, tmp_path: Path) -> None:
    desktop.open_patient("S-0007")
    desktop.show("follow_up")
    desktop.until(lambda: not desktop.follow_up.is_finding_out)
    desktop.follow_up.save_calendar_to(tmp_path / "first.ics")
    desktop.follow_up.save_calendar_to(tmp_path / "second.ics")
    first, second = ((tmp_path / name).read_bytes() for name in ("first.ics", "second.ics"))
    marks = [line for line in first.split(b"\r\n") if line.startswith(b"UID")]
    assert marks
    assert marks == [line for line in second.split(b"\r\n") if line.startswith(b"UID")]
    assert b"Sample" not in first


def test_the_focus_is_where_there_is_something_to_do(desktop: Desktop) -> None:
    desktop.activate()
    for number in ("00-0318", "S-0007"):
        desktop.open_patient(number)
        desktop.show("follow_up")
        wait(desktop)
        page = desktop.follow_up
        wanted = page.list if number == "S-0007" else page.infusion.fields["date"].edit
        assert wanted.hasFocus(), number


def test_a_hand_that_went_on_is_not_called_back(desktop: Desktop) -> None:
    desktop.activate()
    desktop.open_patient("S-0007")
    desktop.show("follow_up")
    places = desktop.found(RailPlaces)
    places.setFocus()
    wait(desktop)
    assert places.hasFocus()


OUTCOME = (
    PATIENT
    + b"""
sledai_2k: [{items: {others: no}, date: 2026-03-04}, {items: {rash: yes, others: no}, date: 2026-04-04}]
pga_sle: [{value: 0.2, date: 2026-03-04}]
cd19_count: [{value: "<2 /uL", date: 2026-02-18}]
"""
)


def test_the_outcome_is_a_line_of_chips_with_what_leaves_it_open(desktop: Desktop) -> None:
    page = followed(desktop, OUTCOME)
    chips = [chip.text() for chip in page.outcome.chips]
    assert "✕ DORIS: not met on 4 Apr 2026" in chips
    assert "✕ LLDAS: not met on 4 Apr 2026" in chips
    assert "– Relapse: none recorded" in chips
    assert "✕ B cells: below the limit, last on 18 Feb 2026" in chips
    assert "? Drug-free: not known" in chips
    assert "Drug-free: " in page.outcome.open.text()
    assert not page.outcome.table.isVisible()


def test_how_it_is_judged_is_a_table_by_keys(desktop: Desktop) -> None:
    page = followed(desktop, OUTCOME)
    desktop.activate()
    page.outcome.how.setFocus()
    QTest.keyClick(page.outcome.how, Qt.Key.Key_Space)
    table = page.outcome.table
    assert table.isVisible()
    found = {cell(table, at, 0): tuple(cell(table, at, each) for each in (1, 2, 3)) for at in range(table.rowCount())}
    assert found["DORIS: Clinical SLEDAI of 0"][0] == "✕ not met"
    assert "4 Apr 2026" in found["DORIS: Clinical SLEDAI of 0"][1]
    assert "not recorded" in found["DORIS: Physician global below 0.5"][2]
    assert found["month 1, 4 Mar 2026: DORIS"][0].startswith("? not known")
    QTest.keyClick(page.outcome.how, Qt.Key.Key_Space)
    assert not table.isVisible()


def cell(table: QTableWidget, at: int, column: int) -> str:
    item = table.item(at, column)
    return "" if item is None else item.text()


def test_the_outcome_of_one_patient_does_not_stay_with_another(desktop: Desktop) -> None:
    page = followed(desktop, OUTCOME)
    page.outcome.how.setChecked(True)
    desktop.open_patient("S-0001")
    desktop.show("follow_up")
    wait(desktop)
    assert page.outcome.chips == []
    assert page.outcome.table.rowCount() == 0
    assert page.outcome.open.text() == ""


def test_the_list_of_patients_says_who_relapsed_and_who_has_no_b_cells(desktop: Desktop) -> None:
    relapsed = PATIENT + b"events: [{event: disease_relapse, date: 2026-04-12}]\njudge_on: 2026-04-20\n"
    followed(desktop, relapsed)
    desktop.show("patients")
    patients = desktop.patients
    patients.search.clear()
    shown: dict[str, list[str]] = {}
    for name in ("relapsed", "aplastic"):
        patients.only.choose(name)
        desktop.until(lambda: not patients.only.is_looking)
        desktop.settle()
        shown[name] = [patients.model.line(at).name for at in range(patients.model.rowCount())]
    assert shown == {"relapsed": ["Sample patient Q7"], "aplastic": []}
