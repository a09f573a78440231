"""A score item by item, by keyboard: one key an item, results move, leaving the panel records one finding."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from core.entry.desk.fields import Field
from core.entry.statement import Plain
from core.use_cases.keep_settings import Settings
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from ui.desktop.pages.screening.entry.parts.model import ANSWER
from ui.desktop.pages.screening.entry.parts.panel import PartsPanel
from ui.desktop.widgets.value_field import ValueField

SLEDAI, ITEMS = Field("sledai_2k"), 24


def opened(desktop: Desktop, name: str, page: str = "activity") -> PartsPanel:
    """Open the panel of a field as a hand on the keyboard does."""
    edit = desktop.field(page, name)
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    panel = desktop.screening.entry.parts
    assert panel.isVisible()
    desktop.until(panel.table.hasFocus)
    return panel


def contents(desktop: Desktop, name: str) -> list[Plain]:
    return [each.statement.plain for each in desktop.workspace.desk.all_of(name)]


def test_a_score_is_answered_key_by_key_and_recorded_as_one_finding(desktop: Desktop) -> None:
    desktop.open_patient("Sample patient 10")
    before = len(contents(desktop, "sledai_2k"))
    panel = opened(desktop, "sledai_2k")
    watch = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert panel.model.rowCount() == ITEMS
    QTest.keyClicks(panel.table, "yn")
    assert panel.table.currentIndex().row() == 2
    assert panel.total.text() == ""
    QTest.keyClick(panel.table, Qt.Key.Key_Space)
    assert panel.model.part(2).answer == "yes"
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    assert panel.model.part(2).answer == ""
    assert panel.model.index(2, ANSWER).data() == "not answered"
    panel.rest.click()
    assert panel.total.text() == "8"
    assert "every part is answered" in panel.note.text()
    assert contents(desktop, "sledai_2k")[before:] == []
    QTest.keyClick(panel.table, Qt.Key.Key_Escape)
    desktop.settle()
    assert not panel.isVisible()
    found = contents(desktop, "sledai_2k")[before:]
    assert len(found) == 1
    assert isinstance(found[0], dict)
    assert found[0]["value"] == "8"
    assert found[0]["items"] == {"seizure": "yes", "psychosis": "no", "others": "no"}
    assert watch.model() is panel.model


def test_the_field_has_the_focus_again_and_undo_takes_the_finding_back(desktop: Desktop) -> None:
    desktop.open_patient("Sample patient 10")
    before = contents(desktop, "sledai_2k")
    panel = opened(desktop, "sledai_2k")
    QTest.keyClicks(panel.table, "y")
    panel.done.click()
    desktop.settle()
    focused = desktop.window.app.focusWidget()
    assert focused is not None
    field = focused.parentWidget()
    assert isinstance(field, ValueField)
    assert field.where == SLEDAI
    assert contents(desktop, "sledai_2k") != before
    desktop.screening.undo.click()
    desktop.settle()
    assert contents(desktop, "sledai_2k") == before


def test_another_section_leaves_the_panel_and_records(desktop: Desktop) -> None:
    desktop.open_patient("Sample patient 10")
    before = len(contents(desktop, "sledai_2k"))
    panel = opened(desktop, "sledai_2k")
    QTest.keyClicks(panel.table, "y")
    desktop.screening.entry.open_page("organ_function")
    desktop.settle()
    assert not panel.isVisible()
    assert len(contents(desktop, "sledai_2k")) == before + 1


def test_domains_take_their_letters_and_an_examination_its_words(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop("de", Settings(language="de", author="Dr Example")).create(has_samples=True)
    desktop.open_patient("Sample patient 03")
    panel = opened(desktop, "bilag_2004")
    QTest.keyClicks(panel.table, "b")
    QTest.keyClick(panel.table, Qt.Key.Key_Escape)
    desktop.settle()
    latest = contents(desktop, "bilag_2004")[-1]
    assert isinstance(latest, dict)
    domains = latest["domains"]
    assert isinstance(domains, dict)
    assert domains["constitutional"] == "B"
    panel = opened(desktop, "renal_biopsy", "organ_function")
    names = [panel.model.index(at, 0).data() for at in range(panel.model.rowCount())]
    at = names.index("NIH-Aktivitätsindex")
    panel.table.setCurrentIndex(panel.model.index(at, ANSWER))
    QTest.keyClicks(panel.table, "9")
    editor = desktop.window.app.focusWidget()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desktop.settle()  # the editor commits in a turn of its own
    QTest.keyClick(panel.table, Qt.Key.Key_Escape)
    desktop.settle()
    latest = contents(desktop, "renal_biopsy")[-1]
    assert isinstance(latest, dict)
    assert latest["activity_index"] == "9"


def test_nothing_of_a_patient_stays_in_the_panel(desktop: Desktop) -> None:
    desktop.open_patient("Sample patient 03")
    panel = opened(desktop, "sledai_2k")
    QTest.keyClicks(panel.table, "y")
    desktop.open_patient("Sample patient 04")
    assert panel.model.rowCount() == 0
    assert panel.title.text() == ""
    assert not panel.isVisible()
