"""An update in the window: what differs, whom it moves, taken in, and back again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.use_cases.keep_settings import Settings
from core.use_cases.keep_shelf import shelf_of
from core.use_cases.take_in_update import ACT
from core.wording.origins import care_marks
from tests.ui.desktop.amended import written
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from tests.ui.desktop.test_pages import version_judged
from tests.ui.desktop.walking import faults

KIDNEY = ("egfr >= 30 mL/min/1.73m2", "egfr >= 45 mL/min/1.73m2")


def checked(desktop: Desktop, path: Path) -> None:
    desktop.show("rules")
    desktop.until(lambda: desktop.rules.model.rowCount() > 0)
    desktop.rules.check_file(path)
    desktop.until(lambda: desktop.rules.taken is not None)
    desktop.settle()


@pytest.mark.parametrize("language", ["en", "de"])
def test_an_update_is_seen_before_it_is_stored(make_desktop: MakeDesktop, language: str, tmp_path: Path) -> None:
    theme = "dark" if language == "de" else "light"
    desktop = make_desktop(settings=Settings(language, theme, author="Dr Example")).create(has_samples=True)
    checked(desktop, written(tmp_path, "2.4.0", KIDNEY))
    page = desktop.rules
    view = page.update_view
    assert page.views.currentWidget() is view
    words = view.words.toPlainText()
    assert "30 mL/min" in words
    assert "45 mL/min" in words
    assert view.changes.count() == 1
    assert "23" in view.proof.text()
    assert view.examples.text()
    assert view.moved.text()
    assert "14" in view.stay.text()
    assert "A. Example" in view.line.text()
    assert not list((desktop.folder / "rules").glob("*.yaml"))
    desktop.window.shell.hide_notice()
    desktop.settle()
    assert faults(desktop.window.shell) == []


def test_accepting_by_the_keyboard_and_going_back(desktop: Desktop, tmp_path: Path) -> None:
    checked(desktop, written(tmp_path, "2.4.0", ("sledai_2k >= 8 within", "sledai_2k >= 6 within")))
    page = desktop.rules
    assert page.update_view.changes.hasFocus()
    for _ in range(20):
        if page.accept.hasFocus():
            break
        QTest.keyClick(desktop.window.shell.focusWidget(), Qt.Key.Key_Tab)
    assert page.accept.hasFocus(), "Tab reaches what accepts"
    QTest.keyClick(page.accept, Qt.Key.Key_Space)
    desktop.until(lambda: version_judged(desktop) == "2.4.0")
    desktop.settle()
    assert page.views.currentIndex() == 0
    files = [page.model.file(at) for at in range(page.model.rowCount())]
    shipped = next(at for at, file in enumerate(files) if file.path.name == "example-sle-cart-01.yaml")
    page.list.setCurrentIndex(page.model.index(shipped, 0))
    assert page.put_in_force.isVisible()
    page.put_in_force.click()
    desktop.until(lambda: page.taken is not None)
    desktop.settle()
    assert page.accept.isEnabled()
    page.accept.click()
    desktop.until(lambda: version_judged(desktop) != "2.4.0")
    desktop.settle()
    assert [each.version for each in shelf_of(desktop.workspace.vault).acts()] == ["2.4.0", version_judged(desktop)]
    assert len(list((desktop.folder / "rules").glob("*.yaml"))) == 1, "nothing is taken off the shelf"
    for act in shelf_of(desktop.workspace.vault).acts():
        assert desktop.workspace.records.has_noted(ACT, f"{act.id} {act.version} {act.hash}")


def test_who_moves_is_named_with_the_criterion(desktop: Desktop, tmp_path: Path) -> None:
    checked(desktop, written(tmp_path, "2.4.0", ("sledai_2k >= 8 within", "sledai_2k >= 40 within")))
    view = desktop.rules.update_view
    assert view.patients.count() > 0
    assert "SLEDAI-2K" in view.patients.item(0).text()
    assert "→" in view.patients.item(0).text()


def test_a_lower_version_is_refused_with_what_is_needed(desktop: Desktop, tmp_path: Path) -> None:
    checked(desktop, written(tmp_path, "1.0.0", KIDNEY))
    page = desktop.rules
    assert not page.accept.isEnabled()
    assert page.views.currentIndex() == 0
    assert "2.3.3" in page.file.problems.item(0).text()


def test_a_folder_is_gone_through_file_by_file(desktop: Desktop, tmp_path: Path) -> None:
    first, second = written(tmp_path, "2.4.0", KIDNEY), written(tmp_path, "2.5.0", KIDNEY)
    desktop.show("rules")
    desktop.until(lambda: desktop.rules.model.rowCount() > 0)
    desktop.rules.check_files((first, second))
    desktop.until(lambda: desktop.rules.taken is not None)
    desktop.settle()
    desktop.rules.keep.click()
    desktop.until(lambda: desktop.rules.taken is not None and desktop.rules.taken.file.path == second)
    desktop.settle()
    assert desktop.rules.accept.isEnabled()
    desktop.rules.keep.click()
    assert desktop.rules.views.currentIndex() == 0


def test_giving_up_the_judging_leaves_the_page(desktop: Desktop, tmp_path: Path) -> None:
    path = written(tmp_path, "2.4.0", KIDNEY)
    desktop.show("rules")
    desktop.until(lambda: desktop.rules.model.rowCount() > 0)
    desktop.rules.check_file(path)
    desktop.until(lambda: desktop.rules.taken is not None)
    desktop.window.tasks.drop()
    desktop.settle()
    assert desktop.rules.accept.isEnabled()
    desktop.rules.keep.click()
    assert version_judged(desktop) == "2.3.2"


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_day_from_which_it_holds_is_asked_for_and_kept_beside_the_file(
    make_desktop: MakeDesktop, language: str, tmp_path: Path
) -> None:
    desktop = make_desktop(settings=Settings(language, author="Dr Example")).create(has_samples=True)
    path = written(tmp_path, "2.4.0", KIDNEY, ("effective: {from: 2026-04-01}\n", ""))
    before = path.read_bytes()
    checked(desktop, path)
    page, view = desktop.rules, desktop.rules.update_view
    assert not view.asked.isHidden()
    QTest.keyClicks(view.holds_from, "soon")
    page.accept.click()
    assert version_judged(desktop) != "2.4.0", "what is no day is not taken for none"
    assert view.holds_from.hasFocus()
    view.holds_from.clear()
    QTest.keyClicks(view.holds_from, "1.9.2026" if language == "de" else "1 Sep 2026")
    page.accept.click()
    desktop.until(lambda: version_judged(desktop) == "2.4.0")
    desktop.settle()
    (kept,) = (desktop.folder / "rules").glob("*.yaml")
    assert kept.read_bytes() == before
    (origin,) = shelf_of(desktop.workspace.vault).origins().values()
    assert origin.holds_from == "2026-09-01"
    (mine,) = [file for at in range(page.model.rowCount()) if (file := page.model.file(at)).is_yours]
    rule_file = mine.rule_file
    assert rule_file is not None
    marks = list(care_marks(rule_file, desktop.workspace.phrases, date(2026, 11, 1)))
    assert any("2026" in mark and ("vermerkt" in mark or "noted" in mark) for mark in marks)


def test_a_file_that_says_the_day_is_not_asked(desktop: Desktop, tmp_path: Path) -> None:
    checked(desktop, written(tmp_path, "2.4.0", KIDNEY))
    assert desktop.rules.update_view.asked.isHidden()
    assert desktop.rules.update_view.day_asked() == ""
