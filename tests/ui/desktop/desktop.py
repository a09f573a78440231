"""The real window in a test: everything a person would do, by keyboard where a person would."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.use_cases.keep_settings import Settings, keep_settings
from ui.desktop.app import Window
from ui.desktop.loaded import Loaded, load
from ui.desktop.opened import Opened
from ui.desktop.pages.cohort.page import CohortPage
from ui.desktop.pages.documents.page import DocumentsPage
from ui.desktop.pages.follow_up.page import FollowUpPage
from ui.desktop.pages.log.page import LogPage
from ui.desktop.pages.page import Page
from ui.desktop.pages.patients.page import PatientsPage
from ui.desktop.pages.rules.page import RulesPage
from ui.desktop.pages.screening.entry.form_page import FormPageView
from ui.desktop.pages.screening.page import ScreeningPage
from ui.desktop.pages.settings.page import SettingsPage
from ui.desktop.pages.trials.page import TrialsPage
from ui.desktop.pages.unlock.recovery_sheet import RecoverySheet
from ui.desktop.pages.unlock.view import UnlockPage
from ui.desktop.widgets.value_field import ValueField
from ui.desktop.workspace import Workspace

Kind = TypeVar("Kind", bound=QWidget)
PASSPHRASE = "four words and more"
WAIT_MS = 20_000


@cache
def loaded(language: str = "en") -> Loaded:
    """Catalogue and rules, loaded once for all tests."""
    return load(language)


class Chosen:
    """Stands for the system's dialog for files, in which somebody chose this one."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, *asked: object) -> tuple[str, str]:
        del asked
        return str(self.path), ""


EVERY_PAGE = tuple(sorted(each.id for each in Page.__subclasses__()))
"""The names of all pages of an open record."""


class Desktop:
    """A window on a vault of its own."""

    def __init__(
        self, qtbot: QtBot, folder: Path, settings: Settings | None = None, *, is_as_it_is: bool = False
    ) -> None:
        self.qtbot = qtbot
        self.folder = folder
        if not is_as_it_is:
            keep_settings(folder, settings or Settings(author="Dr Example", department="Test clinic"))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.window = Window(app, folder)
        qtbot.addWidget(self.window.shell)
        with qtbot.waitActive(self.window.shell, timeout=WAIT_MS):  # offscreen, only an active window has a focus
            self.window.start()
            self.window.shell.activateWindow()

    # --- in and out

    @property
    def first_page(self) -> UnlockPage:
        return self.found(UnlockPage)

    def create(self, *, has_samples: bool = False) -> Desktop:
        """Make the vault, keep the key, see the patients."""
        page = self.first_page
        for field in (page.first, page.second):
            QTest.keyClicks(field, PASSPHRASE)
        QTest.keyClick(page.second, Qt.Key.Key_Return)
        self.until(lambda: bool(self.window.shell.findChildren(RecoverySheet)))
        self.type_recovery_group()
        self.until(lambda: self.window.opening.opened is not None)
        if has_samples:
            self.patients.add_samples()
            self.until(lambda: self.patients.model.rowCount() > 0)
        return self

    def type_recovery_group(self) -> None:
        sheet = self.found(RecoverySheet)
        group = sheet.key.text().replace("\n", "-").split("-")[2]
        QTest.keyClicks(sheet.typed, group)
        QTest.keyClick(sheet.typed, Qt.Key.Key_Return)

    def unlock(self, passphrase: str = PASSPHRASE) -> Desktop:
        page = self.first_page
        QTest.keyClicks(page.first, passphrase)
        QTest.keyClick(page.first, Qt.Key.Key_Return)
        self.until(lambda: self.window.opening.opened is not None or bool(self.message))
        return self

    @property
    def message(self) -> str:
        """What the first page says, but for that it is opening."""
        words = self.first_page.message.text()
        return "" if words == self.window.phrases.say("start-opening") else words

    def close(self) -> None:
        if isValid(self.window.shell):
            self.window.shell.close()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def lock(self) -> None:
        self.window.shell.lock_wanted.emit()
        self.settle()

    # --- where things are

    @property
    def opened(self) -> Opened:
        found = self.window.opening.opened
        assert found is not None
        return found

    @property
    def workspace(self) -> Workspace:
        return self.opened.workspace

    @property
    def patients(self) -> PatientsPage:
        return self.found(PatientsPage)

    @property
    def screening(self) -> ScreeningPage:
        return self.found(ScreeningPage)

    @property
    def documents(self) -> DocumentsPage:
        return self.found(DocumentsPage)

    @property
    def follow_up(self) -> FollowUpPage:
        return self.found(FollowUpPage)

    @property
    def cohort(self) -> CohortPage:
        return self.found(CohortPage)

    @property
    def trials(self) -> TrialsPage:
        return self.found(TrialsPage)

    @property
    def log(self) -> LogPage:
        return self.found(LogPage)

    @property
    def rules(self) -> RulesPage:
        return self.found(RulesPage)

    @property
    def settings(self) -> SettingsPage:
        return self.found(SettingsPage)

    def found(self, kind: type[Kind]) -> Kind:
        return self.window.shell.findChildren(kind)[-1]

    # --- doing

    def show(self, page: str) -> None:
        self.window.shell.show_page(page)

    def open_patient(self, words: str) -> None:
        """Find a patient by search and open with Return."""
        self.show("patients")
        self.patients.search.clear()
        QTest.keyClicks(self.patients.search, words)
        QTest.keyClick(self.patients.search, Qt.Key.Key_Return)
        assert self.workspace.is_open
        self.until(lambda: not self.workspace.is_judging)
        self.activate()

    def field(self, page: str, name: str) -> QLineEdit:
        """Open a section of the form and return the text field of a concept."""
        self.activate()
        entry = self.screening.entry
        entry.open_page(page)
        view = entry.stack.currentWidget()
        assert isinstance(view, FormPageView)
        field = view.field_for(name)
        assert isinstance(field, ValueField)
        return field.edit

    def enter(self, page: str, name: str, text: str) -> None:
        """Type a value and leave the field."""
        self.enter_and_go_on(page, name, text)
        self.settle()

    def enter_and_go_on(self, page: str, name: str, text: str) -> None:
        """Type a value and leave the field; wait for nothing."""
        edit = self.field(page, name)
        edit.setFocus()
        edit.clear()
        QTest.keyClicks(edit, text)
        QTest.keyClick(edit, Qt.Key.Key_Return)

    def activate(self) -> None:
        """Give the window the focus: offscreen nobody else does."""
        self.window.shell.activateWindow()
        self.until(self.window.shell.isActiveWindow)

    def settle(self) -> None:
        """Let everything that waits happen: judging, writing, deleting."""
        self.window.tasks.finish()
        if self.window.opening.opened is not None:
            self.workspace.records.finish()
            self.until(lambda: not self.workspace.is_judging)
            self.until(lambda: not any(each.is_building for each in self.window.shell.findChildren(FormPageView)))
        for _ in range(5):
            QApplication.sendPostedEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()
        if self.window.shell.isVisible():
            self.activate()

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    def all_words(self) -> str:
        """Every word that any widget of the window holds."""
        texts: list[str] = [self.window.shell.windowTitle()]
        for widget in self.window.shell.findChildren(QWidget):
            for name in ("text", "toPlainText", "accessibleName", "accessibleDescription", "toolTip"):
                method = getattr(widget, name, None)
                if callable(method):
                    texts.append(str(method()))
        return "\n".join(texts)
