"""Every page and panel at every size, in both languages and themes: no text cut without a way to read it, nothing
covered, no word too faint, and a ring that is seen whole around whatever Tab comes to.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from core.entry.desk.fields import Field
from core.entry.form.form import PAGES
from core.use_cases.keep_settings import Settings
from tests.core.trials.states import LATER, SITES, TRIALS
from tests.drawn import IS_WHOLE
from tests.ui.desktop.amended import written
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from tests.ui.desktop.pixels import faint, ringless
from tests.ui.desktop.walking import faults
from ui.desktop.widgets.busy import Busy

_BETWEEN = ((1920, 1080, 100),) if IS_WHOLE else ()
"""What is cut there is cut in a smaller window, or with larger letters."""
SIZES = ((1100, 700, 100), (1280, 800, 100), *_BETWEEN, (1920, 1080, 150), (2560, 1440, 200))
WAYS = tuple(
    (language, "light" if (at + number) % 2 == 0 else "dark", *size)
    for at, size in enumerate(SIZES)
    for number, language in enumerate(("en", "de"))
)
"""Each two of language, theme and size meet: what is cut depends on language and size, what is faint on the theme."""
RINGS = () if "QT_SCALE_FACTOR" in os.environ else ((1280, 100), (2560, 200))
"""Where the walk goes Tab by Tab besides, in either theme: the usual size, and the largest one."""
FACTORS = ("1.5", "2") if IS_WHOLE else ("2",)
_SCALED = ("[en-dark-1280-800-100]", "[de-light-1280-800-100]")
_TIGHTENED = ("sledai_2k >= 8 within", "sledai_2k >= 40 within")
_SCORES = ("sledai_2k", "eular_acr_2019_sle", "acr_eular_2013_ssc", "printo_cid_jdm", "bilag_2004", "cmas")
_PASTED = "Kreatinin;0,9;mg/dl\nHb;12,1;g/dl\nUnbekannt XY;12;U/l"


@pytest.mark.parametrize(("language", "theme", "width", "height", "percent"), WAYS)
def test_nothing_is_cut_covered_outside_faint_or_without_a_ring(
    make_desktop: MakeDesktop, language: str, theme: str, width: int, height: int, percent: int
) -> None:
    settings = Settings(language, theme, percent, author="Dr Example", department="Example department")
    desktop = make_desktop(settings=settings)
    desktop.window.shell.resize(width, height)
    found = {place: lines for place, lines in walked(desktop, has_rings=(width, percent) in RINGS) if lines}
    assert found == {}


@pytest.mark.parametrize("factor", FACTORS)
def test_nothing_is_cut_on_a_finer_screen(factor: str) -> None:
    """The same walk where the system magnifies: Qt takes the factor only as it starts."""
    walk = test_nothing_is_cut_covered_outside_faint_or_without_a_ring.__name__
    names = [f"{__file__}::{walk}{each}" for each in _SCALED]
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", *names]
    ran = subprocess.run(
        command, env={**os.environ, "QT_SCALE_FACTOR": factor}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout
    assert f"{len(_SCALED)} passed" in ran.stdout


def walked(desktop: Desktop, *, has_rings: bool = False) -> Iterator[tuple[str, list[str]]]:
    """Go to every page and panel and yield what is wrong there."""
    shell = desktop.window.shell
    seen = Looking(desktop, has_rings=has_rings)
    yield "start", seen()
    desktop.create(has_samples=True)
    shell.hide_notice()
    desktop.until(lambda: not desktop.patients.is_looking)
    yield "patients", seen()
    desktop.patients.begin_new()
    yield "new patient", seen()
    desktop.patients.begin_erasing()
    yield "erasing", seen()
    for place in panes_of_the_registry(desktop):
        yield place, seen()
    for place in panes_of_the_screening(desktop):
        yield place, seen()
    for place in panes_of_the_follow_up(desktop):
        yield place, seen()
    desktop.show("documents")
    for at in range(desktop.documents.options.kind.count()):
        desktop.documents.options.kind.setCurrentIndex(at)
        desktop.until(lambda: desktop.documents.paper is not None or bool(desktop.documents.about.text()))
        yield f"documents {at}", seen()
    desktop.show("settings")
    yield "settings", seen()
    desktop.screening.keep_screening()
    desktop.show("log")
    desktop.until(lambda: not desktop.log.is_reading)
    shell.hide_notice()
    yield "log", seen()
    desktop.show("cohort")
    desktop.until(lambda: not desktop.cohort.is_judging)
    desktop.settle()
    yield "cohort", seen()
    for place in panes_of_the_trials(desktop):
        yield place, seen()
    desktop.show("rules")
    desktop.until(lambda: desktop.rules.model.rowCount() > 0)
    desktop.settle()
    yield "rules", seen()
    desktop.rules.check_file(written(desktop.folder.parent, "9.0.0", _TIGHTENED))
    desktop.until(lambda: desktop.rules.taken is not None)
    desktop.settle()
    shell.hide_notice()
    assert desktop.rules.update_view.patients.count()
    yield "update", seen()
    desktop.rules.keep.click()
    for place in panes_of_the_editor(desktop):
        yield place, seen()
    for show in (desktop.opened.find, desktop.opened.show_keys, desktop.opened.show_about):
        show()
        dialog = shell.findChildren(QDialog)[-1]
        yield show.__name__, seen(dialog)
        dialog.close()


def panes_of_the_registry(desktop: Desktop) -> Iterator[str]:
    """Show what would leave: nobody who is real, then the invented patients."""
    panel = desktop.patients.registry
    desktop.patients.begin_export()
    desktop.until(lambda: not panel.is_making)
    yield "nobody for a registry"
    panel.synthetic.tick()
    desktop.until(lambda: not panel.is_making)
    yield "registry"


def panes_of_the_screening(desktop: Desktop) -> Iterator[str]:
    """Open a sample patient and show each section and panel of the form."""
    desktop.open_patient("00-0318")
    desktop.until(lambda: not desktop.workspace.is_judging)
    entry = desktop.screening.entry
    for page in PAGES:
        entry.open_page(page)
        yield f"screening {page}"
    desktop.screening.suppose()
    desktop.until(lambda: not desktop.workspace.is_judging)
    yield "supposing"
    desktop.workspace.discard_supposed()
    desktop.until(lambda: not desktop.workspace.is_judging)
    entry.open_page("organ_function")
    entry.show_history(Field("creatinine"))
    yield "history"
    for name in _SCORES:
        desktop.screening.ask_score(name)
        desktop.settle()
        yield f"score {name}"
    desktop.screening.scoring.leave()
    QApplication.clipboard().setText(_PASTED)
    desktop.screening.paste_results()
    desktop.settle()
    yield "paste"


def panes_of_the_follow_up(desktop: Desktop) -> Iterator[str]:
    """Follow a sample patient: each list, the panel of a visit, that of an infusion, and somebody not treated yet."""
    desktop.show("follow_up")
    desktop.until(lambda: not desktop.follow_up.is_finding_out)
    desktop.settle()
    yield "follow-up before the infusion"
    desktop.open_patient("S-0007")
    desktop.show("follow_up")
    page = desktop.follow_up
    desktop.until(lambda: page.rows is not None)
    for name in page.chips:
        page.show_list(name)
        desktop.settle()
        yield f"follow-up {name}"
    page.show_list("due")
    page.record_chosen()
    desktop.until(lambda: not page.panel.is_building)
    desktop.settle()
    yield "recording a visit"
    page.begin_infusion()
    desktop.settle()
    yield "recording an infusion"
    page.close_panels()
    page.trends.as_table.setChecked(True)
    desktop.settle()
    yield "trends as a table"
    page.trends.as_table.setChecked(False)
    page.outcome.how.setChecked(True)
    desktop.settle()
    yield "how the outcome is judged"
    page.outcome.how.setChecked(False)
    page.open_day(6)
    desktop.settle()
    yield "counts of a day"
    page.day_view.record()
    desktop.settle()
    yield "grading a day"
    page.day_view.leave()


def panes_of_the_trials(desktop: Desktop) -> Iterator[str]:
    """Show the page without a state, with two of an invented registry, and what changed between them."""
    desktop.show("trials")
    page = desktop.trials
    desktop.until(lambda: not page.is_reading)
    yield "no trials"
    for at, state in enumerate((TRIALS, LATER)):
        for name, text in (("trials", state), ("sites", SITES)):
            (desktop.folder.parent / f"{name}-{at}.csv").write_text(text, encoding="utf-8")
        page.import_files([desktop.folder.parent / f"{name}-{at}.csv" for name in ("trials", "sites")])
        desktop.until(lambda: not page.is_reading)
    desktop.window.shell.hide_notice()
    desktop.settle()
    yield "trials"
    page.what_changed.click()
    desktop.settle()
    yield "what changed of trials"
    page.what_changed.click()


def panes_of_the_editor(desktop: Desktop) -> Iterator[str]:
    """Begin a draft and show each of the panes beside its text."""
    desktop.rules.writing.write_copy()
    editor = desktop.rules.editor
    desktop.until(lambda: not editor.is_checking and editor.trying.patients.count() > 0)
    editor.text.setTextCursor(editor.text.document().find("require: sledai_2k"))
    for pane in (editor.read, editor.form, editor.trying):
        editor.pane.setCurrentWidget(pane)
        desktop.settle()
        yield f"editor {editor.pane.currentIndex()}"
    editor.leave.click()


class Looking:
    """Looks at what is shown, at each ring once."""

    def __init__(self, desktop: Desktop, *, has_rings: bool = True) -> None:
        self._desktop = desktop
        self._has_rings = has_rings
        self._looked_at: set[QWidget] = set()

    def __call__(self, window: QWidget | None = None) -> list[str]:
        """Return what is wrong with the window, or with another one before it."""
        shell = self._desktop.window.shell
        self._desktop.until(lambda: not any(each.isVisible() for each in shell.findChildren(Busy)))
        for _ in range(3):
            QApplication.processEvents()
        whole, inside = window or shell, window or cast("QWidget", shell.centralWidget())
        rings = ringless(whole, inside, self._looked_at) if self._has_rings else ()
        return [*faults(whole), *faint(whole), *rings]


def test_the_walk_sees_what_is_wrong(desktop: Desktop) -> None:
    """A walk that finds nothing anywhere would prove nothing."""
    desktop.show("patients")
    page, seen = desktop.patients, Looking(desktop)
    assert seen() == []
    page.new.setFixedWidth(10)
    assert any("cut" in line for line in seen())
    page.new.setFixedWidth(200)
    page.samples.setParent(page)
    page.samples.setGeometry(page.search.geometry())
    page.samples.show()
    assert any("covered" in line for line in seen())
    page.samples.setGeometry(-50, 0, 100, 20)
    assert any("outside" in line for line in seen())
    page.samples.hide()
    seen = Looking(desktop)
    page.new.setStyleSheet("color: #9AB; background: #FFF; border: 1px solid #9AB")
    lines = seen()
    assert any("faint" in line for line in lines)
    assert any("no ring" in line for line in lines)


def test_every_pair_is_walked() -> None:
    pairs = {(one, other) for way in WAYS for one in (*way[:2], way[2:]) for other in (*way[:2], way[2:])}
    for one, other in ((("en", "de"), ("light", "dark")), (("en", "de"), SIZES), (("light", "dark"), SIZES)):
        assert {(each, also) for each in one for also in other} <= pairs
