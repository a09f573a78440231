"""What opens the record, what erases from it, the logo, and the second window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from core.entry.desk.fields import Field
from core.store.vault.header import read_header
from core.store.vault.slots import passphrase_secret, subkey, unwrap
from core.use_cases.keep_logo import read_logo
from tests.faults.plain_pages import found_in
from tests.ui.desktop.amended import written
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import PASSPHRASE, Chosen, Desktop
from ui.desktop.one_window import OneWindow
from ui.desktop.pages.patients.page import PatientsPage
from ui.desktop.pages.unlock.new_passphrase import NewPassphrasePage
from ui.desktop.pages.unlock.recovery_sheet import RecoverySheet

NEW = "other words than before"


def key_on(desktop: Desktop) -> str:
    return desktop.found(RecoverySheet).key.text().replace("\n", "-")


def shown_key(desktop: Desktop) -> str:
    """Make a vault and return the key its sheet shows."""
    page = desktop.first_page
    page.create_wanted.emit("four words and more")
    desktop.until(lambda: bool(desktop.window.shell.findChildren(RecoverySheet)))
    key = key_on(desktop)
    desktop.type_recovery_group()
    desktop.until(lambda: desktop.window.opening.opened is not None)
    return key


def open_by_key(desktop: Desktop, key: str) -> None:
    page = desktop.first_page
    page.other.click()
    QTest.keyClicks(page.first, key)
    QTest.keyClick(page.first, Qt.Key.Key_Return)
    desktop.until(lambda: bool(desktop.window.shell.findChildren(NewPassphrasePage)) or bool(desktop.message))


def test_the_recovery_key_opens_and_asks_for_a_new_passphrase(make_desktop: MakeDesktop) -> None:
    first = make_desktop()
    key = shown_key(first)
    first.close()
    second = make_desktop()
    open_by_key(second, key)
    page = second.found(NewPassphrasePage)
    assert second.window.opening.opened is None, "nothing is shown before there is a passphrase"
    QTest.keyClicks(page.first, NEW)
    QTest.keyClicks(page.second, "something else")
    QTest.keyClick(page.second, Qt.Key.Key_Return)
    assert page.message.text()
    page.second.clear()
    QTest.keyClicks(page.second, NEW)
    QTest.keyClick(page.second, Qt.Key.Key_Return)
    second.until(lambda: second.window.opening.opened is not None)
    second.close()
    third = make_desktop()
    assert third.unlock().message, "the lost one opens nothing any more"
    third.unlock(NEW)
    third.until(lambda: third.window.opening.opened is not None)


def test_a_slip_in_the_recovery_key_names_its_group(make_desktop: MakeDesktop) -> None:
    first = make_desktop()
    key = shown_key(first)
    first.close()
    second = make_desktop()
    other = "A" if key[7] != "A" else "B"
    open_by_key(second, key[:7] + other + key[8:])
    assert "Group 2" in second.message


def test_a_new_recovery_key_counts_when_it_was_confirmed(make_desktop: MakeDesktop) -> None:
    first = make_desktop()
    old = shown_key(first)
    first.show("settings")
    first.settings.keys.new_key.click()
    first.found(RecoverySheet).give_up.click()
    first.settle()
    assert first.window.shell.shown_page == "settings"
    first.settings.keys.new_key.click()
    new = key_on(first)
    first.type_recovery_group()
    first.settle()
    assert new != old
    assert first.window.shell.shown_page == "settings"
    first.close()
    second = make_desktop()
    open_by_key(second, old)
    assert second.message
    second.close()
    third = make_desktop()
    open_by_key(third, new)
    third.found(NewPassphrasePage).keep.click()
    third.until(lambda: third.window.opening.opened is not None)


def test_the_passphrase_is_changed_in_the_settings(make_desktop: MakeDesktop) -> None:
    first = make_desktop().create()
    first.show("settings")
    keys = first.settings.keys
    for field, text in ((keys.old, "four words and more"), (keys.new, NEW), (keys.again, NEW)):
        QTest.keyClicks(field, text)
    keys.change.click()
    assert [field.text() for field in (keys.old, keys.new, keys.again)] == ["", "", ""]
    first.close()
    second = make_desktop().unlock(NEW)
    second.until(lambda: second.window.opening.opened is not None)


def test_erasing_wants_a_reason_and_the_name(desktop: Desktop) -> None:
    patients: PatientsPage = desktop.patients
    desktop.open_patient("00-0318")
    erased = desktop.workspace.desk.patient_id
    desktop.show("patients")
    patients.search.clear()
    QTest.keyClicks(patients.search, "00-0318")
    patients.begin_erasing()
    panel = patients.erasing
    panel.erase.click()
    assert "why" in panel.message.text()
    QTest.keyClicks(panel.reason, "withdrew consent")
    QTest.keyClicks(panel.name, "Sample patient 3")
    panel.erase.click()
    assert desktop.workspace.records.patient(erased) is not None
    panel.name.clear()
    QTest.keyClicks(panel.name, "Sample patient 03")
    panel.erase.click()
    desktop.settle()
    assert desktop.workspace.records.patient(erased) is None
    assert not desktop.workspace.is_open
    assert desktop.workspace.records.check_all().is_whole
    assert "Sample patient 03" not in desktop.all_words()


def erase(desktop: Desktop, number: str, name: str, reason: str = "withdrew consent") -> None:
    desktop.show("patients")
    patients = desktop.patients
    patients.search.clear()
    QTest.keyClicks(patients.search, number)
    patients.begin_erasing()
    QTest.keyClicks(patients.erasing.reason, reason)
    QTest.keyClicks(patients.erasing.name, name)
    patients.erasing.erase.click()


def seen(desktop: Desktop, name: str) -> dict[str, int]:
    header = read_header((desktop.folder / "kriterion.vault").read_bytes())
    master = unwrap(header.slots["passphrase"], passphrase_secret(PASSPHRASE))
    assert master is not None
    return found_in(desktop.folder, subkey(master, "record"), (name,))


def test_an_erasure_reaches_the_backups_and_says_so_only_then(desktop: Desktop) -> None:
    desktop.opened.back_up()
    desktop.settle()
    name = "Sample patient 03"
    assert len(seen(desktop, name)) == 2
    erase(desktop, "00-0318", name)
    assert "(will be rewritten)" in desktop.patients.still.text()
    desktop.until(lambda: not desktop.opened.reaching.still)
    desktop.settle()
    assert seen(desktop, name) == {}
    assert desktop.patients.still.isHidden()
    assert desktop.workspace.phrases.say("patients-erased-everywhere") in desktop.all_words()


def test_what_an_erasure_did_not_reach_stays_named_across_a_lock(desktop: Desktop) -> None:
    desktop.opened.back_up()
    desktop.settle()
    backup = next((desktop.folder / "backups").glob("*.db"))
    whole = backup.read_bytes()
    backup.write_bytes(whole[:6000])
    erase(desktop, "00-0318", "Sample patient 03")
    desktop.settle()
    named = f"backups/{backup.name} (cannot be read)"
    assert named in desktop.patients.still.text()
    desktop.lock()
    desktop.unlock()
    desktop.settle()
    desktop.show("settings")
    card = desktop.settings.erased
    assert named in card.words.text()
    assert card.gone.isHidden(), "it is there"
    backup.unlink()
    desktop.opened.reaching.begin()
    desktop.settle()
    assert f"backups/{backup.name} (is not there)" in card.words.text()
    card.gone.click()
    desktop.settle()
    assert card.isHidden()
    assert desktop.workspace.records.has_noted("copies destroyed", f"backups/{backup.name}")


def test_an_erasure_that_a_lock_breaks_off_goes_on_at_the_next_opening(desktop: Desktop) -> None:
    for number in range(3):
        desktop.workspace.records.note("noticed", f"{number}").result()
        desktop.opened.back_up()
        desktop.settle()
    name = "Sample patient 03"
    erase(desktop, "00-0318", name)
    desktop.window.shell.lock_wanted.emit()
    desktop.settle()
    desktop.unlock()
    desktop.until(lambda: not desktop.opened.reaching.still)
    desktop.settle()
    assert seen(desktop, name) == {}


def test_an_erasure_goes_on_when_the_pages_are_made_again(desktop: Desktop) -> None:
    desktop.opened.back_up()
    desktop.settle()
    erase(desktop, "00-0318", "Sample patient 03")
    desktop.opened.show_pages("settings")
    desktop.until(lambda: not desktop.opened.reaching.still)
    desktop.settle()
    assert seen(desktop, "Sample patient 03") == {}


def test_a_reason_that_names_the_patient_is_refused(desktop: Desktop) -> None:
    erase(desktop, "00-0318", "Sample patient 03", "number 00-0318 asked")
    assert "stays in the trail for good" in desktop.all_words()
    assert any(line.name == "Sample patient 03" for line in desktop.workspace.records.patients())


def test_samples_come_in_after_a_backup(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop().create()
    desktop.workspace.records.note("noticed", "something").result()
    assert not desktop.workspace.vault.backups()
    desktop.opened.add_samples()
    desktop.settle()
    assert len(desktop.workspace.vault.backups()) == 1
    assert desktop.patients.model.rowCount() > 0


def test_without_a_backup_no_samples_come_in(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop().create()
    (desktop.folder / "backups").write_bytes(b"in the way")
    desktop.opened.add_samples()
    desktop.settle()
    assert "backup could not be made" in desktop.all_words()
    assert desktop.patients.model.rowCount() == 0


def check_a_newer_file(desktop: Desktop, tmp_path: Path) -> None:
    newer = written(tmp_path, "9.0.0", ("en: Age 18 to 65 years at", "en: Age from 18 to 65 years at"))
    desktop.show("rules")
    desktop.until(lambda: desktop.rules.model.rowCount() > 0)
    desktop.rules.check_file(newer)
    desktop.until(lambda: desktop.rules.taken is not None)
    desktop.settle()


def taken_in(desktop: Desktop) -> list[Path]:
    return list((desktop.folder / "rules").glob("*.yaml"))


def test_a_rule_file_is_taken_in_after_a_backup(desktop: Desktop, tmp_path: Path) -> None:
    check_a_newer_file(desktop, tmp_path)
    desktop.workspace.records.note("noticed", "something").result()
    before = desktop.workspace.vault.backups()
    desktop.rules.accept_taken()
    desktop.until(lambda: bool(taken_in(desktop)))
    desktop.settle()
    assert len(desktop.workspace.vault.backups()) == len(before) + 1


def test_without_a_backup_no_rule_file_is_taken_in(desktop: Desktop, tmp_path: Path) -> None:
    check_a_newer_file(desktop, tmp_path)
    desktop.workspace.records.note("noticed", "something").result()
    for path in (desktop.folder / "backups").glob("*"):
        path.unlink()
    (desktop.folder / "backups").rmdir()
    (desktop.folder / "backups").write_bytes(b"in the way")
    desktop.rules.accept_taken()
    desktop.settle()
    assert "backup could not be made" in desktop.all_words()
    assert taken_in(desktop) == []
    assert desktop.rules.accept.isEnabled(), "it can be tried again"


def test_a_logo_is_made_small_and_kept(desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = QImage(3000, 900, QImage.Format.Format_RGB32)
    picture.fill(QColor("#0F6E84"))
    picture.save(str(tmp_path / "logo.jpg"))
    (tmp_path / "broken.png").write_bytes(b"no picture")
    desktop.show("settings")
    logo = desktop.settings.general.logo
    monkeypatch.setattr(QFileDialog, "getOpenFileName", Chosen(tmp_path / "logo.jpg"))
    logo.choose.click()
    kept = QImage.fromData(read_logo(desktop.folder))
    assert (kept.width(), kept.height()) == (1200, 360)
    logo.take(tmp_path / "broken.png")
    assert read_logo(desktop.folder), "the one before stays"
    logo.remove.click()
    assert read_logo(desktop.folder) == b""


def test_a_second_window_raises_the_first(desktop: Desktop) -> None:
    first, second = OneWindow(desktop.folder), OneWindow(desktop.folder)
    asked: list[bool] = []
    first.raise_wanted.connect(lambda: asked.append(True))
    first.raise_wanted.connect(desktop.window.come_to_front)
    assert not second.raise_other(), "there is none yet"
    first.listen()
    desktop.window.shell.showMinimized()
    assert second.raise_other()
    desktop.until(lambda: bool(asked))
    assert not desktop.window.shell.isMinimized()
    assert not OneWindow(desktop.folder / "other").raise_other(), "another folder has its own"
    first.close()
    assert not second.raise_other()


def test_the_name_in_the_settings_signs_from_the_moment_it_changes(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    where = Field("creatinine")
    work = desktop.workspace.work
    for number, name in enumerate(("Dr Example", "Dr Other", "Dr Third")):
        desktop.show("settings")
        desktop.settings.general.author.setText(name)
        desktop.settings.general.keep.click()
        desktop.show("screening")
        desktop.enter("organ_function", "creatinine", f"{80 + number} µmol/L")
        assert desktop.workspace.work is work, "the patient stayed open"
        assert work.history(where)[0].by == name
    work.undo()
    desktop.settle()
    taken_back = [each.retraction.by for each in work.history(where) if each.retraction is not None]
    assert taken_back[0] == "Dr Third"
