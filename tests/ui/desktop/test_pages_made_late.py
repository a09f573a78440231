"""Pages nobody looked at are not there, and nothing that needs them fails for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.use_cases.keep_settings import Settings
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import PASSPHRASE, Desktop
from ui.desktop.pages.documents.page import DocumentsPage
from ui.desktop.pages.page import Page
from ui.desktop.pages.patients.page import PatientsPage
from ui.desktop.pages.screening.page import ScreeningPage

ROOT = Path(__file__).resolve().parents[3]
KEYS = {
    "screening": (Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier),
    "documents": (Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier),
    "rules": (Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier),
    "settings": (Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier),
}


def made(desktop: Desktop) -> set[str]:
    return {page.id for page in desktop.window.shell.findChildren(Page)}


def test_only_the_list_is_made_at_first(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop().create()
    assert made(desktop) == {"patients"}


@pytest.mark.parametrize("page", KEYS)
def test_the_key_of_a_page_makes_it_once(make_desktop: MakeDesktop, page: str) -> None:
    desktop = make_desktop().create()
    desktop.activate()
    for _ in range(2):
        QTest.keyClick(desktop.window.shell, *KEYS[page])
        assert desktop.window.shell.shown_page == page
        desktop.settle()
        desktop.show("patients")
    assert made(desktop) == {"patients", page}
    assert len(desktop.window.shell.findChildren(Page)) == 2


def test_every_place_is_in_menus_palette_and_keys_before_it_is_made(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop().create()
    actions = {each.id: each for each in desktop.opened.actions}
    assert {"edit.undo", "edit.next", "view.explain", "documents.save", "documents.report", "rules.update"} <= set(
        actions
    )
    assert not actions["documents.save"].is_enabled()
    assert not actions["edit.undo"].is_enabled()
    assert {entry.words for entry in desktop.opened.entries()} >= {"Screening", "Rules", "Settings"}
    assert made(desktop) == {"patients"}, "asking makes nothing"


def test_what_is_done_at_a_place_nobody_saw_makes_it(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop().create(has_samples=True)
    desktop.activate()
    desktop.workspace.open_patient(desktop.workspace.records.patients()[0].id)
    QTest.keyClick(desktop.window.shell, Qt.Key.Key_F1)
    assert made(desktop) == {"patients", "screening"}
    assert desktop.window.shell.shown_page == "patients", "it is explained wherever one is"
    QTest.keyClick(desktop.window.shell, Qt.Key.Key_F6)
    assert desktop.window.shell.shown_page == "screening", "the next field is gone to from anywhere"
    QTest.keyClick(desktop.window.shell, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert made(desktop) == {"patients", "screening", "documents"}
    desktop.settle()


def test_keys_of_what_cannot_be_done_do_nothing(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop().create()
    desktop.activate()
    for key in (Qt.Key.Key_F6, Qt.Key.Key_F1):
        QTest.keyClick(desktop.window.shell, key)
    for key in (Qt.Key.Key_S, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_P):
        QTest.keyClick(desktop.window.shell, key, Qt.KeyboardModifier.ControlModifier)
    assert made(desktop) == {"patients"}
    assert desktop.window.shell.shown_page == "patients"


def test_a_page_made_while_a_patient_is_open_shows_that_patient(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop().create(has_samples=True)
    desktop.open_patient("00-0318")
    desktop.opened.change_settings(Settings(language="de", author="Dr Example"))
    desktop.show("settings")
    desktop.settle()
    desktop.show("patients")
    assert desktop.workspace.is_open
    desktop.show("screening")
    desktop.settle()
    assert desktop.found(ScreeningPage).name.text() == desktop.workspace.title
    assert desktop.found(ScreeningPage).entry.sections.currentRow() >= 0
    desktop.show("documents")
    desktop.until(lambda: desktop.found(DocumentsPage).paper is not None)


def test_nothing_is_made_again_after_a_lock(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop().create(has_samples=True)
    desktop.open_patient("00-0318")
    desktop.show("documents")
    desktop.lock()
    assert made(desktop) == set()
    desktop.unlock()
    assert made(desktop) == {PatientsPage.id}


FRESH = """
import os, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.desktop.app import Window
app = QApplication(sys.argv[:1])
window = Window(app, Path(sys.argv[1]))
window.start()
window.tasks.finish()
from ui.desktop.loaded import load
window.opening.enter(load().open(Path(sys.argv[1]), sys.argv[2]))
app.processEvents()
window.tasks.finish()
print(sorted({"sqlmodel", "sqlalchemy", "pydantic", "reportlab", "PIL", "PySide6.QtPdf"} & set(sys.modules)))
sys.stdout.flush()
os._exit(0)
"""


def test_a_window_with_the_list_imports_neither_papers_nor_sqlmodel(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop().create(has_samples=True)
    folder = desktop.folder
    desktop.lock()
    command = [sys.executable, "-c", FRESH, str(folder), PASSPHRASE]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
