"""Two files side by side in the window: chosen by key, followed while typing, gone with the patient."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from core.entry.desk.fields import Field
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from ui.desktop.palette import Palette


@pytest.fixture
def sample(make_desktop: MakeDesktop) -> Desktop:
    desktop = make_desktop().create(has_samples=True)
    desktop.open_patient("00-0318")
    desktop.until(lambda: not desktop.workspace.is_judging)
    return desktop


def told(desktop: Desktop) -> str:
    model = desktop.screening.beside.model
    cells = ((at, column) for at in range(model.rowCount()) for column in range(model.columnCount()))
    return "\n".join(str(model.data(model.index(*cell))) for cell in cells)


def test_two_files_are_chosen_and_closed_by_keys(sample: Desktop) -> None:
    page, panel = sample.screening, sample.screening.beside
    tester = QAbstractItemModelTester(panel.model)
    left = sample.workspace.selected
    page.compare()
    palette = sample.found(Palette)
    QTest.keyClicks(palette.search, "nct06222853")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    sample.until(panel.isVisible)
    assert not page.halves.isVisible()
    assert panel.table.hasFocus()
    assert left != "nct06222853"
    assert sample.workspace.phrases.say("beside-both", file="") in told(sample)
    heard = panel.model.data(panel.model.index(1, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert str(panel.model.headerData(1, Qt.Orientation.Horizontal)) in str(heard)
    QTest.keyClick(panel.table, Qt.Key.Key_Escape)
    sample.until(page.halves.isVisible)
    assert not panel.isVisible()
    assert panel.model.rowCount() == 0
    del tester


def test_what_is_supposed_moves_the_table_and_the_patient_takes_it_along(sample: Desktop) -> None:
    panel = sample.screening.beside
    panel.show_files("example-sle-cart-01", "nct06222853")
    before = told(sample)
    assert panel.supposed.isHidden()
    sample.screening.suppose()
    sample.until(lambda: not sample.workspace.is_judging)
    sample.workspace.work.type(Field("egfr"), "5")
    sample.workspace.work.leave(Field("egfr"))
    sample.until(lambda: not sample.workspace.is_judging)
    sample.settle()
    assert told(sample) != before
    assert not panel.supposed.isHidden()
    sample.screening.supposed.discard.click()
    sample.until(lambda: not sample.workspace.is_judging)
    sample.settle()
    assert told(sample) in {before, ""}

    sample.open_patient("S-0004")
    sample.until(lambda: not sample.workspace.is_judging)
    assert panel.model.rowCount() == 0
    assert not panel.isVisible()
    assert panel.left.text() == ""
