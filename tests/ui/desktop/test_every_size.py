"""Every page and section at every size, in both languages: no text cut without a way to read it, nothing covered."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from core.entry.desk.fields import Field
from core.entry.form.form import PAGES
from core.use_cases.keep_settings import Settings
from tests.ui.desktop.amended import written
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from tests.ui.desktop.walking import faults
from ui.desktop.widgets.busy import Busy

SIZES = ((1100, 700, 100), (1280, 800, 100), (1920, 1080, 100), (1920, 1080, 150), (2560, 1440, 200))
THEMES = {"en": "light", "de": "dark"}
"""Each size is walked in each language and, beside it, in each theme: what is cut does not depend on colours."""
FACTORS = ("1.5", "2")
_SCALED = ("[1280-800-100-de]", "[1280-800-100-en]")
_TIGHTENED = ("sledai_2k >= 8 within", "sledai_2k >= 40 within")
_PASTED = "Kreatinin;0,9;mg/dl\nHb;12,1;g/dl\nUnbekannt XY;12;U/l"


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
def test_nothing_is_cut_covered_or_outside(
    make_desktop: MakeDesktop, language: str, width: int, height: int, percent: int
) -> None:
    settings = Settings(language, THEMES[language], percent, author="Dr Example", department="Example department")
    desktop = make_desktop(settings=settings)
    desktop.window.shell.resize(width, height)
    found = {place: lines for place, lines in walked(desktop) if lines}
    assert found == {}


@pytest.mark.parametrize("factor", FACTORS)
def test_nothing_is_cut_on_a_finer_screen(factor: str) -> None:
    """The same walk where the system magnifies: Qt takes the factor only as it starts."""
    names = [f"{__file__}::{test_nothing_is_cut_covered_or_outside.__name__}{each}" for each in _SCALED]
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", *names]
    ran = subprocess.run(
        command, env={**os.environ, "QT_SCALE_FACTOR": factor}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout
    assert f"{len(_SCALED)} passed" in ran.stdout


def walked(desktop: Desktop) -> Iterator[tuple[str, list[str]]]:
    """Go to every page and panel and yield what is wrong there."""
    shell = desktop.window.shell
    yield "start", seen(desktop)
    desktop.create(has_samples=True)
    shell.hide_notice()
    desktop.until(lambda: not desktop.patients.is_looking)
    yield "patients", seen(desktop)
    desktop.patients.begin_new()
    yield "new patient", seen(desktop)
    desktop.patients.begin_erasing()
    yield "erasing", seen(desktop)
    desktop.open_patient("00-0318")
    desktop.until(lambda: not desktop.workspace.is_judging)
    entry = desktop.screening.entry
    for page in PAGES:
        entry.open_page(page)
        yield f"screening {page}", seen(desktop)
    entry.open_page("organ_function")
    entry.show_history(Field("creatinine"))
    yield "history", seen(desktop)
    QApplication.clipboard().setText(_PASTED)
    desktop.screening.paste_results()
    desktop.settle()
    yield "paste", seen(desktop)
    desktop.show("documents")
    for at in range(desktop.documents.options.kind.count()):
        desktop.documents.options.kind.setCurrentIndex(at)
        desktop.until(lambda: desktop.documents.paper is not None or bool(desktop.documents.about.text()))
        yield f"documents {at}", seen(desktop)
    desktop.show("settings")
    yield "settings", seen(desktop)
    desktop.show("rules")
    yield "rules", seen(desktop)
    desktop.rules.check_file(written(desktop.folder.parent, "9.0.0", _TIGHTENED))
    desktop.until(lambda: desktop.rules.taken is not None)
    desktop.settle()
    shell.hide_notice()
    assert desktop.rules.update_view.patients.count()
    yield "update", seen(desktop)
    for show in (desktop.opened.find, desktop.opened.show_keys, desktop.opened.show_about):
        show()
        dialog = shell.findChildren(QDialog)[-1]
        yield show.__name__, seen(desktop, dialog)
        dialog.close()


def seen(desktop: Desktop, window: QWidget | None = None) -> list[str]:
    desktop.until(lambda: not any(each.isVisible() for each in desktop.window.shell.findChildren(Busy)))
    for _ in range(3):
        QApplication.processEvents()
    return faults(window or desktop.window.shell)


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
