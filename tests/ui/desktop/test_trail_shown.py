"""The settings show whether the trail is whole once that is known; the window does not wait, nobody is told late."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from core.language.phrases import LANGUAGES
from core.progress import Report
from core.store.records import AuditCheck, Records
from core.use_cases.keep_settings import Settings
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from ui.desktop.pages.settings.page import SettingsPage
from ui.desktop.pages.unlock.recovery_sheet import RecoverySheet


class Check:
    """A check of the trail that takes until it is let go on, and may be given up there."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, desktop: Desktop, found: AuditCheck) -> None:
        desktop.settle()  # that of the opening is over
        self.go_on = threading.Event()
        self.began = 0
        self.threads: set[int] = set()
        self._found = found

        def check_all(records: Records, report: Report) -> AuditCheck:
            del records
            return self._check(report)

        monkeypatch.setattr(Records, "check_all", check_all)

    def _check(self, report: Report) -> AuditCheck:
        self.began += 1
        self.threads.add(threading.get_ident())
        self.go_on.wait()
        report(0, 1)
        return self._found


WHOLE, CHANGED, STRANGE = AuditCheck(7, None), AuditCheck(7, 3), AuditCheck(7, 0)


def trail(desktop: Desktop) -> str:
    return desktop.settings.trail.text()


@pytest.mark.parametrize(
    ("found", "words"), [(WHOLE, "7 entries, whole. Head "), (CHANGED, "Entry 3 of the trail"), (STRANGE, "no entry")]
)
def test_it_is_shown_when_it_is_known(
    found: AuditCheck, words: str, make_desktop: MakeDesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = make_desktop().create()
    check = Check(monkeypatch, desktop, found)
    desktop.show("settings")
    assert trail(desktop) == "The trail of acts is being checked …"
    check.go_on.set()
    desktop.until(lambda: words in trail(desktop))
    assert threading.get_ident() not in check.threads


def go_elsewhere_and_back(desktop: Desktop) -> None:
    desktop.show("patients")
    desktop.show("settings")


def in_another_language(desktop: Desktop) -> None:
    desktop.opened.change_settings(Settings(language=next(each for each in LANGUAGES if each != "en")))


def lock(desktop: Desktop) -> None:
    desktop.window.shell.lock_wanted.emit()


def for_a_new_key(desktop: Desktop) -> None:
    desktop.settings.keys.new_key_wanted.emit()
    assert desktop.window.shell.findChildren(RecoverySheet)


@pytest.mark.parametrize(
    ("going", "shown"), [(go_elsewhere_and_back, 1), (in_another_language, 1), (lock, 0), (for_a_new_key, 0)]
)
def test_a_page_that_has_gone_is_never_told(
    going: Callable[[Desktop], None], shown: int, make_desktop: MakeDesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = make_desktop().create()
    check = Check(monkeypatch, desktop, WHOLE)
    told: list[SettingsPage] = []

    def tell(page: SettingsPage, what: object) -> None:
        del what
        told.append(page)

    for name in ("_show_checked", "_not_checked"):
        monkeypatch.setattr(SettingsPage, name, tell)
    desktop.show("settings")
    desktop.until(lambda: check.began == 1)
    going(desktop)
    check.go_on.set()
    desktop.settle()
    assert len(told) == shown, "who came back is told anew, once"
    assert all(page is desktop.settings for page in told)


def test_the_look_over_the_record_outlives_the_pages(
    make_desktop: MakeDesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is begun with the vault; pages that are made anew meanwhile do not end it."""
    desktop = make_desktop().create()
    check = Check(monkeypatch, desktop, CHANGED)
    said: list[str] = []
    desktop.window.notices.said.connect(said.append)
    lock(desktop)
    desktop.until(lambda: desktop.window.opening.opened is None)
    desktop.settle()
    desktop.unlock()
    desktop.until(lambda: check.began == 1)
    in_another_language(desktop)
    check.go_on.set()
    desktop.settle()
    assert any("3" in words and "Protokoll" in words for words in said)
