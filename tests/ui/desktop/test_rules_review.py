"""A review signed in the window: asked for, seen as an update, and named on screen and paper from then on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from core.use_cases.keep_settings import Settings
from core.use_cases.keep_shelf import shelf_of
from core.use_cases.sign_review import REVIEW_ACT
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from tests.ui.desktop.test_pages import version_judged
from tests.ui.desktop.walking import faults
from ui.desktop.pages.rules.review_sheet import ReviewSheet


def asked(desktop: Desktop) -> ReviewSheet:
    desktop.show("rules")
    desktop.until(lambda: desktop.rules.model.rowCount() > 0)
    page = desktop.rules
    files = [page.model.file(at) for at in range(page.model.rowCount())]
    at = next(at for at, file in enumerate(files) if file.path.name == "example-sle-cart-01.yaml")
    page.list.setCurrentIndex(page.model.index(at, 0))
    assert page.sign.isVisible()
    page.sign.click()
    desktop.settle()
    (sheet,) = page.findChildren(ReviewSheet)
    return sheet


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_review_is_signed_with_name_and_day(make_desktop: MakeDesktop, language: str) -> None:
    theme = "dark" if language == "de" else "light"
    desktop = make_desktop(settings=Settings(language, theme, author="Dr Example")).create(has_samples=True)
    sheet = asked(desktop)
    assert sheet.by.text() == "Dr Example"
    assert faults(sheet) == []
    (buttons,) = sheet.findChildren(QDialogButtonBox)
    ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
    sheet.on.setText("31.2.2026")
    ok.click()
    assert sheet.wrong.isVisible()
    sheet.on.setText("2026-01-15")
    QTest.keyClick(sheet.on, Qt.Key.Key_Return)
    page = desktop.rules
    desktop.until(lambda: page.taken is not None)
    desktop.settle()
    assert page.views.currentWidget() is page.update_view
    assert page.update_view.changes.count() == 1, "the head alone differs"
    assert "Dr Example" in page.update_view.line.text()
    assert shelf_of(desktop.workspace.vault).paths == ()
    page.accept.click()
    desktop.until(lambda: version_judged(desktop) == "2.3.2.1")
    desktop.settle()
    assert len(desktop.workspace.records.noted(REVIEW_ACT)) == 1
    origins = shelf_of(desktop.workspace.vault).origins().values()
    assert [each.review.by for each in origins if each.review is not None] == ["Dr Example"]
