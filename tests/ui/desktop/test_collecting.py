"""Garbage may hold widgets: it is collected on the window's thread, whatever thread makes it."""

from __future__ import annotations

import gc
import threading

from tests.ui.desktop.desktop import Desktop
from ui.desktop.palette import Palette

OBJECTS = 50_000


class Cyclic:
    """Refers to itself and tells on which thread it goes."""

    gone_on: list[int]

    def __init__(self, gone_on: list[int]) -> None:
        self.me = self
        self.gone_on = gone_on

    def __del__(self) -> None:
        self.gone_on.append(threading.get_ident())


def make_garbage(gone_on: list[int]) -> None:
    """Make what only the collector can take away, and enough of it that Python would collect at once."""
    for _ in range(OBJECTS // 10):
        Cyclic(gone_on)
    kept = [[number] for number in range(OBJECTS)]
    del kept


def test_what_another_thread_leaves_is_collected_on_the_window_s(desktop: Desktop) -> None:
    assert not gc.isenabled()
    gone_on: list[int] = []
    thread = threading.Thread(target=make_garbage, args=(gone_on,))
    thread.start()
    thread.join()
    assert gone_on == []
    desktop.until(lambda: len(gone_on) == OBJECTS // 10)
    assert set(gone_on) == {threading.get_ident()}


def test_a_closed_window_gives_the_collector_back(desktop: Desktop) -> None:
    desktop.close()
    assert gc.isenabled()


def test_a_palette_that_was_closed_is_gone_with_its_names(desktop: Desktop) -> None:
    desktop.opened.find()
    palette = desktop.window.shell.findChildren(Palette)[-1]
    desktop.until(lambda: not palette.is_gathering)
    palette.reject()
    desktop.settle()
    assert desktop.window.shell.findChildren(Palette) == []
