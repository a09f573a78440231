"""What every test of the window stands on: knowledge loaded once, cheap passphrases, nothing left behind."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.store.vault.slots import Cost
from core.use_cases.keep_settings import Settings
from tests.ui.desktop.desktop import Desktop, loaded
from ui.desktop import loaded as loading

MakeDesktop = Callable[..., Desktop]


@pytest.fixture(autouse=True)
def cheap_and_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trying a passphrase costs nothing here, and catalogue and rules are read once."""
    monkeypatch.setattr(loading, "load", loaded)
    monkeypatch.setattr(loading, "COST", Cost(1, 32, 4))


@pytest.fixture
def make_desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeDesktop]:
    """Make windows, each on a folder of the test; every one is closed at the end."""
    made: list[Desktop] = []

    def make(folder: str = "vault", settings: Settings | None = None, *, is_as_it_is: bool = False) -> Desktop:
        desktop = Desktop(qtbot, tmp_path / folder, settings, is_as_it_is=is_as_it_is)
        made.append(desktop)
        return desktop

    yield make
    for desktop in made:
        desktop.close()


@pytest.fixture
def desktop(make_desktop: MakeDesktop) -> Desktop:
    """A window with an open vault and the sample patients."""
    return make_desktop().create(has_samples=True)


@pytest.fixture(autouse=True)
def own_hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window takes the errors nobody caught; after the test they are pytest's again."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


@pytest.fixture(autouse=True)
def nothing_is_left(qtbot: QtBot) -> Iterator[None]:
    """Fail a test that leaves a thread of the record, or a window that is shown."""
    del qtbot
    before = _left()
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert _left() - before == frozenset()  # of what a test that failed left, the next ones know nothing


def _left() -> frozenset[str]:
    threads = (f"{each.name} {each.ident}" for each in threading.enumerate() if each.name.startswith("kriterion"))
    windows = (f"{type(each).__name__} {id(each)}" for each in QApplication.topLevelWidgets() if each.isVisible())
    return frozenset((*threads, *windows))
