"""The window starts and opens whatever stands beside the record: all small files at once, each form of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from core.discovery import rules_path
from core.use_cases.keep_logo import read_logo
from tests.faults.hostile_desk import FORMS, clear
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Chosen, Desktop

SMALL = ("attempts.json", "settings.json", "letterhead.png", "rules")


def torn(path: Path) -> None:
    """Half of what was written."""
    path.write_bytes(b'{"failed": 9, "language": "de", "auth')


@pytest.mark.parametrize("form", [*FORMS, "torn"])
def test_the_window_starts_and_opens(make_desktop: MakeDesktop, form: str) -> None:
    desktop = make_desktop().create()
    desktop.close()
    for name in SMALL:
        clear(desktop.folder / name)
        FORMS.get(form, torn)(desktop.folder / name)
    window = make_desktop(is_as_it_is=True)
    window.unlock()
    assert window.window.opening.opened is not None
    window.show("settings")
    window.show("rules")


def test_a_file_found_on_the_shelf_is_listed_and_not_judged_by(desktop: Desktop) -> None:
    shelf = desktop.folder / "rules"
    shelf.mkdir()
    text = (rules_path("protocols") / "example-sle-cart-01.yaml").read_text(encoding="utf-8")
    (shelf / "put-there.yaml").write_text(text.replace("version: 2.3.2", "version: 9.9.9"), encoding="utf-8")
    desktop.lock()
    desktop.unlock()
    assert desktop.workspace.knowledge.by_id["example-sle-cart-01"].checked.rule_file.version == "2.3.2"
    desktop.show("rules")
    desktop.until(lambda: desktop.rules.model.rowCount() > 0)
    desktop.rules.filter.setText("put-there")
    assert desktop.rules.model.rowCount() == 1
    assert "found, not taken in" in str(desktop.rules.model.index(0, 0).data())
    desktop.rules.show_file(desktop.rules.model.file(0))
    assert "was not taken in through the program" in desktop.rules.file.read.toPlainText()
    desktop.rules.check_file(shelf / "put-there.yaml")
    desktop.until(lambda: desktop.rules.taken is not None)
    desktop.rules.accept_taken()
    desktop.until(lambda: desktop.workspace.knowledge.by_id["example-sle-cart-01"].checked.rule_file.version == "9.9.9")
    desktop.until(lambda: not desktop.workspace.is_judging)


SVG = b"""<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
width="20" height="20"><image width="20" height="20" xlink:href="secret.png"/></svg>"""


@pytest.mark.parametrize("name", ["logo.svg", "logo.png"])
def test_a_drawing_is_no_logo_and_reads_no_other_file(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    secret = QImage(20, 20, QImage.Format.Format_RGB32)
    secret.fill(0xFF0000)
    assert secret.save(str(tmp_path / "secret.png"))
    (tmp_path / name).write_bytes(SVG)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", Chosen(tmp_path / name))
    desktop.show("settings")
    desktop.settings.general.logo.choose.click()
    assert read_logo(desktop.folder) == b""


@pytest.mark.parametrize("form", FORMS)
def test_a_logo_that_is_no_file_is_refused_at_once(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    FORMS[form](tmp_path / "chosen.png")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", Chosen(tmp_path / "chosen.png"))
    desktop.show("settings")
    desktop.settings.general.logo.choose.click()
    assert read_logo(desktop.folder) == b""
