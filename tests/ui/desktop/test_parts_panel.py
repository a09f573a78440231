"""An examination field by field, by keyboard: one key a field, leaving the panel records one finding."""

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


def opened(desktop: Desktop, name: str, page: str) -> PartsPanel:
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


def test_an_examination_takes_its_words_and_is_recorded_as_one_finding(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop("de", Settings(language="de", author="Dr Example")).create(has_samples=True)
    desktop.open_patient("Sample patient 03")
    panel = opened(desktop, "renal_biopsy", "organ_function")
    QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal, panel)
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


def test_the_field_has_the_focus_again_and_undo_takes_the_finding_back(desktop: Desktop) -> None:
    desktop.open_patient("Sample patient 10")
    before = contents(desktop, "renal_biopsy")
    panel = opened(desktop, "renal_biopsy", "organ_function")
    names = [panel.model.index(at, 0).data() for at in range(panel.model.rowCount())]
    panel.table.setCurrentIndex(panel.model.index(names.index("Thrombotic microangiopathy"), ANSWER))
    QTest.keyClicks(panel.table, "y")
    panel.done.click()
    desktop.settle()
    focused = desktop.window.app.focusWidget()
    assert focused is not None
    field = focused.parentWidget()
    assert isinstance(field, ValueField)
    assert field.where == Field("renal_biopsy")
    assert contents(desktop, "renal_biopsy") != before
    desktop.screening.undo.click()
    desktop.settle()
    assert contents(desktop, "renal_biopsy") == before


def test_another_section_leaves_the_panel_and_records(desktop: Desktop) -> None:
    desktop.open_patient("Sample patient 10")
    before = len(contents(desktop, "renal_biopsy"))
    panel = opened(desktop, "renal_biopsy", "organ_function")
    names = [panel.model.index(at, 0).data() for at in range(panel.model.rowCount())]
    panel.table.setCurrentIndex(panel.model.index(names.index("Thrombotic microangiopathy"), ANSWER))
    QTest.keyClicks(panel.table, "n")
    desktop.screening.entry.open_page("activity")
    desktop.settle()
    assert not panel.isVisible()
    assert len(contents(desktop, "renal_biopsy")) == before + 1


def test_nothing_of_a_patient_stays_in_the_panel(desktop: Desktop) -> None:
    desktop.open_patient("Sample patient 03")
    panel = opened(desktop, "renal_biopsy", "organ_function")
    desktop.open_patient("Sample patient 04")
    assert panel.model.rowCount() == 0
    assert panel.title.text() == ""
    assert not panel.isVisible()
