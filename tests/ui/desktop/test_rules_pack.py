"""A signed pack in the window: who signed it, the words of a new key, each file's changes, all taken in or none."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.rule_files.checking import check_rule_file
from core.rule_files.packs.fingerprint import fingerprint
from core.rule_files.packs.writing import ToPack, packed
from core.use_cases.keep_settings import Settings
from core.use_cases.keep_shelf import shelf_of
from tests.core.rule_files.packs.packing import ON, file_of, key_of, tampered, write
from tests.sample_screenings import catalogue
from tests.ui.desktop.amended import written
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from tests.ui.desktop.test_pages import version_judged
from tests.ui.desktop.test_rules_update import KIDNEY
from tests.ui.desktop.walking import faults
from ui.desktop.pages.rules.keys_sheet import KeysSheet


def pack_of(folder: Path, version: str, seed: int = 1) -> Path:
    """The example in a later version, and a file as it ships."""
    path = written(folder, version, KIDNEY)
    checked = check_rule_file(path.read_bytes(), path.name, catalogue()).checked
    assert checked is not None
    files = [ToPack(checked.rule_file, path.read_bytes()), file_of("nct06308978")]
    content = packed(files, "centres", version, ON, key_of(seed=seed))
    return write(folder, content, f"c-{version}-{seed}.kriterion-rules")


def shown(desktop: Desktop, path: Path) -> None:
    desktop.show("rules")
    desktop.until(lambda: desktop.rules.model.rowCount() > 0)
    desktop.rules.check_pack(path)
    desktop.until(lambda: desktop.rules.taken is not None)
    desktop.settle()


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_pack_is_seen_compared_and_taken_in(make_desktop: MakeDesktop, language: str, tmp_path: Path) -> None:
    theme = "dark" if language == "de" else "light"
    desktop = make_desktop(settings=Settings(language, theme, author="Dr Example")).create(has_samples=True)
    shown(desktop, pack_of(tmp_path, "2.4.0"))
    page, strip = desktop.rules, desktop.rules.pack_strip
    assert strip.isVisible()
    assert "Example Centre" in strip.signer.text()
    assert strip.words.text().split() == list(fingerprint(key_of().public))
    assert strip.words.isVisible()
    assert page.views.currentWidget() is page.update_view
    assert "45 mL/min" in page.update_view.words.toPlainText()
    assert "Example Centre" in page.update_view.line.text()
    assert strip.files.count() == 2
    desktop.window.shell.hide_notice()
    desktop.settle()
    assert faults(desktop.window.shell) == []
    assert not page.accept.isEnabled(), "the words were not compared"
    QTest.keyClick(strip.compared, Qt.Key.Key_Space)
    assert page.accept.isEnabled()
    strip.files.setCurrentIndex(1)
    desktop.settle()
    assert page.views.currentIndex() == 0, "what ships already changes nothing"
    assert page.accept.isEnabled()
    assert shelf_of(desktop.workspace.vault).paths == ()
    page.accept.click()
    desktop.until(lambda: version_judged(desktop) == "2.4.0")
    desktop.settle()
    assert not strip.isVisible()
    assert len(shelf_of(desktop.workspace.vault).paths) == 1
    # the second pack of the signer needs no comparing, one by another key is refused
    shown(desktop, pack_of(tmp_path, "2.5.0"))
    assert not strip.compared.isVisible()
    assert page.accept.isEnabled()
    page.keep.click()
    page.check_pack(pack_of(tmp_path, "2.6.0", seed=2))
    desktop.settle()
    assert page.taken is None
    assert not strip.isVisible()
    assert version_judged(desktop) == "2.4.0"


def test_a_changed_pack_shows_nothing_but_the_reason(desktop: Desktop, tmp_path: Path) -> None:
    desktop.show("rules")
    desktop.until(lambda: desktop.rules.model.rowCount() > 0)
    for seed in (7, 8, 12):
        desktop.rules.check_pack(write(tmp_path, tampered(seed)[1]))
        desktop.settle()
        assert desktop.rules.taken is None
        assert not desktop.rules.pack_strip.isVisible()
        assert not desktop.rules.accept.isVisible()
    assert shelf_of(desktop.workspace.vault).paths == ()


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_lost_key_is_confirmed_by_its_words_in_the_window(
    make_desktop: MakeDesktop, language: str, tmp_path: Path
) -> None:
    desktop = make_desktop(settings=Settings(language, author="Dr Example")).create(has_samples=True)
    desktop.show("rules")
    page = desktop.rules
    page.show_keys()
    sheet = desktop.found(KeysSheet)
    assert not sheet.confirm.isEnabled()
    sheet.close()
    shown(desktop, pack_of(tmp_path, "2.4.0"))
    page.pack_strip.compared.setChecked(True)
    page.accept.click()
    desktop.until(lambda: version_judged(desktop) == "2.4.0")
    desktop.settle()
    page.show_keys()
    sheet = desktop.found(KeysSheet)
    words = " ".join(fingerprint(key_of(seed=2).public))
    assert " ".join(fingerprint(key_of().public)) in sheet.signers.toPlainText()
    QTest.keyClicks(sheet.words, "one two")
    QTest.keyClick(sheet.words, Qt.Key.Key_Return)
    assert sheet.said.text()
    assert words not in sheet.signers.toPlainText()
    sheet.words.clear()
    QTest.keyClicks(sheet.words, words)
    QTest.keyClick(sheet.words, Qt.Key.Key_Return)
    assert words in sheet.signers.toPlainText()
    assert faults(sheet) == []
    sheet.close()
    shown(desktop, pack_of(tmp_path, "2.5.0", seed=2))
    assert not page.pack_strip.compared.isVisible()
    assert words in page.pack_strip.signer.text()
    assert page.accept.isEnabled()
