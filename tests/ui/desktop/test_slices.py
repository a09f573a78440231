"""Work in slices: the window has its turn in between, what is given up delivers nothing, the result comes once."""

from __future__ import annotations

import time
from collections.abc import Generator

from pytestqt.qtbot import QtBot

from ui.desktop.slices import Slices


def counting(steps: int, done: list[int], seconds: float = 0.0) -> Generator[None, None, int]:
    for at in range(steps):
        time.sleep(seconds)
        done.append(at)
        yield
    return steps


def test_the_result_comes_once_and_after_every_step(qtbot: QtBot) -> None:
    results, done = list[int](), list[int]()
    slices = Slices(results.append)
    slices.start(counting(5, done))
    assert slices.is_running
    assert done == [], "the window has its turn first"
    qtbot.waitUntil(lambda: not slices.is_running)
    assert (done, results) == ([0, 1, 2, 3, 4], [5])


def test_long_work_lets_others_have_their_turn(qtbot: QtBot) -> None:
    turns, done = list[int](), list[int]()
    slices: Slices[int] = Slices(turns.append)
    others: Slices[int] = Slices(turns.append)
    slices.start(counting(10, done, 0.02))
    others.start(counting(1, []))
    qtbot.waitUntil(lambda: bool(turns))
    assert turns == [1], "the short one is done while the long one goes on"
    assert slices.is_running
    qtbot.waitUntil(lambda: not slices.is_running)


def test_what_is_given_up_delivers_nothing(qtbot: QtBot) -> None:
    results, first, second = list[int](), list[int](), list[int]()
    slices = Slices(results.append)
    slices.start(counting(1000, first, 0.005))
    qtbot.waitUntil(lambda: bool(first))
    slices.start(counting(2, second))
    qtbot.waitUntil(lambda: not slices.is_running)
    assert results == [2]
    reached = len(first)
    slices.start(counting(1000, second, 0.005))
    slices.stop()
    qtbot.wait(50)
    assert results == [2]
    assert len(first) == reached
