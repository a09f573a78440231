"""The record goes to another computer in the window: copied to a medium, taken over, and tried by the printed key."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import PASSPHRASE, Desktop
from ui.desktop.pages.settings.page import SettingsPage
from ui.desktop.pages.unlock.new_passphrase import NewPassphrasePage
from ui.desktop.pages.unlock.recovery_sheet import RecoverySheet


def choosing(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    def choose(*asked: object) -> str:
        del asked
        return str(place)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)


def made(desktop: Desktop) -> str:
    """Make a record with a patient; return its recovery key."""
    desktop.first_page.create_wanted.emit(PASSPHRASE)
    desktop.until(lambda: bool(desktop.window.shell.findChildren(RecoverySheet)))
    key = desktop.found(RecoverySheet).key.text()
    desktop.type_recovery_group()
    desktop.until(lambda: desktop.window.opening.opened is not None)
    desktop.patients.begin_new()
    panel = desktop.patients.panel
    for field, text in ((panel.name, "Synthetic One"), (panel.birth, "3.4.1991"), (panel.number, "S-1")):
        QTest.keyClicks(field, text)
    QTest.keyClick(panel.number, Qt.Key.Key_Return)
    desktop.settle()
    return key


def do(desktop: Desktop, action: str) -> None:
    next(each for each in desktop.opened.actions if each.id == action).run()


def begin_taking_over(desktop: Desktop) -> None:
    """Choose the copy; the first page is made anew then."""
    desktop.first_page.take_over.click()
    desktop.until(lambda: bool(desktop.message) or bool(desktop.first_page.not_over.isVisible()))


def copied(desktop: Desktop, monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    place.mkdir(exist_ok=True)
    choosing(monkeypatch, place)
    do(desktop, "settings.copy-record")
    desktop.until(lambda: not desktop.found(SettingsPage).moving.is_doing)


@pytest.fixture
def medium(tmp_path: Path) -> Path:
    return tmp_path / "medium"


def test_copied_here_and_taken_over_there(
    make_desktop: MakeDesktop, monkeypatch: pytest.MonkeyPatch, medium: Path
) -> None:
    first = make_desktop()
    made(first)
    copied(first, monkeypatch, medium)
    assert "kriterion-record-" in first.settings.moving_card.copied.text()
    assert "same disk" in first.settings.moving_card.copied.text()
    first.close()
    there = make_desktop("other", is_as_it_is=True)
    begin_taking_over(there)
    assert not there.first_page.second.isVisible()
    there.unlock("wrong words here")
    assert there.message
    there.unlock()
    there.until(lambda: there.window.opening.opened is not None)
    assert there.patients.model.rowCount() == 1
    assert there.workspace.settings.department == "Test clinic", "the letterhead came along"
    there.lock()
    assert not there.first_page.take_over.isVisible()
    there.unlock()
    there.until(lambda: there.window.opening.opened is not None)


def test_taken_over_by_the_printed_key(
    make_desktop: MakeDesktop, monkeypatch: pytest.MonkeyPatch, medium: Path
) -> None:
    first = make_desktop()
    key = made(first)
    copied(first, monkeypatch, medium)
    first.close()
    there = make_desktop("other")
    begin_taking_over(there)
    there.first_page.other.click()
    QTest.keyClicks(there.first_page.first, key)
    QTest.keyClick(there.first_page.first, Qt.Key.Key_Return)
    there.until(lambda: bool(there.window.shell.findChildren(NewPassphrasePage)))
    there.found(NewPassphrasePage).keep.click()
    there.until(lambda: there.window.opening.opened is not None)
    assert there.patients.model.rowCount() == 1


def test_a_folder_without_a_copy_is_refused_and_a_new_record_can_be_made(
    make_desktop: MakeDesktop, monkeypatch: pytest.MonkeyPatch, medium: Path
) -> None:
    first = make_desktop()
    medium.mkdir()
    choosing(monkeypatch, medium)
    first.first_page.take_over.click()
    first.until(lambda: bool(first.message))
    assert "kriterion-record-" in first.message
    first.create()


def test_a_damaged_copy_says_what_is_damaged_and_leaves_the_first_page(
    make_desktop: MakeDesktop, monkeypatch: pytest.MonkeyPatch, medium: Path
) -> None:
    first = make_desktop()
    made(first)
    copied(first, monkeypatch, medium)
    first.close()
    record = next(medium.glob("*/record.db"))
    record.write_bytes(record.read_bytes()[:-1])
    there = make_desktop("other")
    begin_taking_over(there)
    there.unlock()
    there.until(lambda: "record.db" in there.message)
    there.first_page.not_over.click()
    there.create()


def test_the_drill_is_gone_through_with_the_sheet(
    make_desktop: MakeDesktop, monkeypatch: pytest.MonkeyPatch, medium: Path
) -> None:
    desktop = make_desktop()
    key = made(desktop)
    do(desktop, "settings.drill")
    card = desktop.settings.moving_card
    assert not card.go.isEnabled(), "there is no backup yet"
    copied(desktop, monkeypatch, medium)
    card.choose.click()
    assert "kriterion-record-" in card.which.text()
    QTest.keyClick(card.key, Qt.Key.Key_Return)
    assert card.came.text(), "the key is asked for"
    other = "1" if key[0] != "1" else "2"
    for typed, said in ((other + key[1:], "Group 1"), (key, "✓")):
        QTest.keyClicks(card.key, typed)
        QTest.keyClick(card.key, Qt.Key.Key_Return)
        desktop.until(lambda: not desktop.settings.moving.is_doing)
        assert said in card.came.text()
        assert card.key.text() == "", "nothing of the key is kept"
    assert "1 patient" in card.came.text()
    assert "would be lost" in card.came.text(), "the copy itself is an act that came after"
    assert "kriterion-record-" in card.last.text()
    desktop.show("log")
    desktop.until(lambda: not desktop.log.is_reading)
    desktop.show("settings")
    assert card.came.text() == ""
