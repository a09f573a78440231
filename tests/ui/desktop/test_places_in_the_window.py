"""The window says where the record lies and where a paper goes, if it would leave this computer there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from core import clock
from core.store.vault.slots import Cost
from core.store.vault.vault import Circumstances, create_vault
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import PASSPHRASE, Chosen, loaded
from ui.desktop.pages.unlock.recovery_sheet import RecoverySheet

CLOUD = "OneDrive - Klinikum"


def test_no_record_is_made_in_a_synchronised_folder(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop(f"{CLOUD}/vault")
    page = desktop.first_page
    for field in (page.first, page.second):
        QTest.keyClicks(field, PASSPHRASE)
    page.go.click()
    desktop.until(lambda: CLOUD in page.message.text())
    assert not (desktop.folder / "kriterion.vault").exists()


def test_one_that_lies_there_opens_and_says_so(make_desktop: MakeDesktop, tmp_path: Path) -> None:
    folder = tmp_path / CLOUD / "vault"
    create_vault(folder, PASSPHRASE, Circumstances(loaded().knowledge.catalogue, clock.now_utc, Cost(1, 32, 4)))[
        0
    ].close()  # as an earlier version could
    desktop = make_desktop(f"{CLOUD}/vault")
    said: list[str] = []
    desktop.window.notices.said.connect(said.append)
    assert CLOUD in desktop.message
    desktop.first_page.show_message("")
    desktop.unlock()
    assert desktop.window.opening.opened is not None
    assert CLOUD in said[-1]


def test_the_recovery_key_and_a_paper_saved_there(
    make_desktop: MakeDesktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = make_desktop()
    (tmp_path / "Dropbox").mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", Chosen(tmp_path / "Dropbox" / "key.pdf"))
    page = desktop.first_page
    for field in (page.first, page.second):
        QTest.keyClicks(field, PASSPHRASE)
    page.go.click()
    desktop.until(lambda: bool(desktop.window.shell.findChildren(RecoverySheet)))
    sheet = desktop.found(RecoverySheet)
    sheet.printing.click()
    assert "“Dropbox”" in sheet.message.text()
    assert (tmp_path / "Dropbox" / "key.pdf").exists()
    desktop.type_recovery_group()
    desktop.until(lambda: desktop.window.opening.opened is not None)
    desktop.patients.add_samples()
    desktop.until(lambda: desktop.patients.model.rowCount() > 0)
    desktop.open_patient("Sample patient 03")
    desktop.show("documents")
    desktop.until(lambda: desktop.documents.paper is not None)
    said: list[str] = []
    desktop.window.notices.said.connect(said.append)
    desktop.documents.save_to(tmp_path / "Dropbox" / "report.pdf", b"x")
    desktop.documents.save_to(tmp_path / "report.pdf", b"x")
    assert ["Mind: the folder “Dropbox”" in words for words in said] == [True, False]
