"""Every page and section at every size, in both languages: no text cut without a way to read it, nothing covered."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from core.entry.form.form import PAGES
from core.use_cases.keep_settings import Settings
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from tests.ui.desktop.walking import faults
from ui.desktop.widgets.busy import Busy

SIZES = ((1100, 700, 100), (1280, 800, 100), (1920, 1080, 100), (1920, 1080, 150), (2560, 1440, 200))


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
def test_nothing_is_cut_covered_or_outside(
    make_desktop: MakeDesktop, language: str, width: int, height: int, percent: int
) -> None:
    settings = Settings(author="Dr Example", department="Example department", language=language, percent=percent)
    desktop = make_desktop(settings=settings)
    shell = desktop.window.shell
    shell.resize(width, height)
    found: dict[str, list[str]] = {"start": seen(desktop)}
    desktop.create(has_samples=True)
    shell.hide_notice()
    desktop.until(lambda: not desktop.patients.is_looking)
    found["patients"] = seen(desktop)
    desktop.patients.begin_new()
    found["new patient"] = seen(desktop)
    desktop.open_patient("00-0318")
    desktop.until(lambda: not desktop.workspace.is_judging)
    for page in PAGES:
        desktop.screening.entry.open_page(page)
        found[f"screening {page}"] = seen(desktop)
    desktop.show("documents")
    desktop.until(lambda: desktop.documents.paper is not None)
    found["documents"] = seen(desktop)
    for page in ("rules", "settings"):
        desktop.show(page)
        found[page] = seen(desktop)
    assert {place: lines for place, lines in found.items() if lines} == {}


def seen(desktop: Desktop) -> list[str]:
    desktop.until(lambda: not any(each.isVisible() for each in desktop.window.shell.findChildren(Busy)))
    for _ in range(3):
        QApplication.processEvents()
    return faults(desktop.window.shell)


def test_the_walk_sees_what_is_wrong(desktop: Desktop) -> None:
    """A walk that finds nothing anywhere would prove nothing."""
    desktop.show("patients")
    page = desktop.patients
    assert seen(desktop) == []
    page.new.setFixedWidth(10)
    assert any("cut" in line for line in seen(desktop))
    page.new.setFixedWidth(200)
    page.samples.setParent(page)
    page.samples.setGeometry(page.search.geometry())
    page.samples.show()
    assert any("covered" in line for line in seen(desktop))
    page.samples.setGeometry(-50, 0, 100, 20)
    assert any("outside" in line for line in seen(desktop))
