"""What a form must show whole: whose name it is, what a course was, a value that its field cuts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel

from core.entry.statement import Statement
from tests.ui.desktop.desktop import Desktop
from ui.desktop.pages.screening.entry.form_page import FormPageView
from ui.desktop.widgets.chip import Chip
from ui.desktop.widgets.value_field import ValueField

SEEN_AT_ONCE = {
    1280: ("drug", "from", "to", "dose", "outcome"),
    1440: ("drug", "from", "to", "dose", "outcome", "stopped_for"),
}
"""By the width of the window: the results keep 45 % of it."""


def marks(desktop: Desktop) -> list[str]:
    return [each.text() for each in desktop.screening.findChildren(Chip) if each.isVisible()]


def page_shown(desktop: Desktop) -> FormPageView:
    view = desktop.screening.entry.stack.currentWidget()
    assert isinstance(view, FormPageView)
    return view


def test_a_name_that_is_corrected_to_another_ones_is_told_and_stays_marked(desktop: Desktop) -> None:
    born = (Statement.of("name", "Synthetic Twin"), Statement.of("birth_date", "2010-04-03"))
    desktop.workspace.records.add_patient(born, "test")
    desktop.open_patient("00-0318")
    assert "! same name" not in marks(desktop)
    desktop.enter("identity", "name", "synthetic  twin")
    desktop.settle()
    said = [each.text() for each in desktop.window.shell.findChildren(QLabel) if each.isVisible()]
    assert any("One patient of this name" in each and "3 Apr 2010" in each for each in said)
    assert "! same name" in marks(desktop)
    desktop.open_patient("00-0318")
    assert "! same name" in marks(desktop), "it is so each time the patient is opened"
    desktop.enter("identity", "name", "Sample patient 03")
    desktop.settle()
    assert "! same name" not in marks(desktop)


@pytest.mark.parametrize("width", SEEN_AT_ONCE)
def test_what_a_course_was_is_seen_without_scrolling(desktop: Desktop, width: int) -> None:
    desktop.window.shell.resize(width, 800)
    desktop.open_patient("00-0318")
    desktop.screening.entry.open_page("treatments")
    desktop.settle()
    table = page_shown(desktop).tables["treatments"]
    view = table.view
    shown = QRect(view.viewport().rect())
    for name in SEEN_AT_ONCE[width]:
        cell = view.visualRect(table.model.index(0, table.model.columns.index(name)))
        assert shown.left() <= cell.left(), name
        assert cell.right() <= shown.right() + 1, name
    assert view.horizontalScrollBar().maximum() > 0, "the rest is reached by the bar, and by Tab"


def test_a_value_that_its_field_cuts_is_read_whole_below_it(desktop: Desktop) -> None:
    desktop.window.shell.resize(1280, 800)
    desktop.open_patient("00-0318")
    desktop.field("organ_function", "renal_biopsy")
    desktop.settle()
    field = page_shown(desktop).field_for("renal_biopsy")
    assert isinstance(field, ValueField)
    value = desktop.workspace.desk.recorded_text(field.where)
    assert field.note.wordWrap()
    assert field.edit.text() in field.note.text()
    assert field.note.height() >= field.note.heightForWidth(field.note.width()) - 1
    assert value
