"""Tab goes as one reads, on every page: what was made later does not come later."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLayout, QLayoutItem
from shiboken6 import Shiboken

from core.entry.form.form import PAGES
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import EVERY_PAGE, Desktop
from ui.desktop.widgets.flow import Flow
from ui.desktop.widgets.reading_order import stops

CANDIDATE, INFUSED = "00-0318", "S-0007"
"""Numbers of sample patients."""


@pytest.mark.parametrize("section", PAGES)
def test_sections_then_fields_then_results(desktop: Desktop, section: str) -> None:
    desktop.open_patient("00-0318")
    page = desktop.screening
    page.entry.open_page(section)
    desktop.settle()
    found = stops(page)
    sections = page.entry.sections.folded if page.entry.sections.is_folded else page.entry.sections
    at = [found.index(sections), found.index(page.results.file_list), found.index(page.results.criterion_list)]
    assert at == sorted(at)
    view = page.entry.stack.currentWidget()
    inside = [number for number, each in enumerate(found) if view is not None and view.isAncestorOf(each)]
    assert inside == list(range(at[0] + 1, at[0] + 1 + len(inside))), "the fields follow their section at once"


@pytest.mark.parametrize("patient", [CANDIDATE, INFUSED])
def test_every_stop_of_a_page_is_reached_once(desktop: Desktop, patient: str) -> None:
    desktop.open_patient(patient)
    for page in EVERY_PAGE:
        desktop.show(page)
        desktop.settle()
        found = stops(desktop.window.shell)
        assert len(found) == len(set(found)), page
        assert len(found) > len(["the list of pages"]), page


def items_held() -> list[QLayoutItem]:
    """Return the items of layouts whose addresses Python holds, without those a layout of our own looks after."""
    held = [each for each in Shiboken.getAllValidWrappers() if isinstance(each, QLayoutItem | QLayout)]
    flows = [each for each in held if isinstance(each, Flow)]
    own = {id(flow.itemAt(at)) for flow in flows for at in range(flow.count())}
    return [each for each in held if not isinstance(each, QLayout) and id(each) not in own]


@pytest.mark.parametrize("patient", [CANDIDATE, INFUSED])
def test_no_item_of_a_layout_is_held_beyond_its_death(make_desktop: MakeDesktop, patient: str) -> None:
    """Qt tells nobody when such an item dies; Python takes what lies there next for it, and crashes when that dies."""
    before = items_held()  # of tests that went before
    desktop = make_desktop().create(has_samples=True)
    desktop.open_patient(patient)
    for section in PAGES:
        desktop.screening.entry.open_page(section)
    for page in EVERY_PAGE:
        desktop.show(page)
        desktop.settle()
        assert stops(desktop.window.shell)
        assert [each for each in items_held() if all(each is not other for other in before)] == [], page
