"""Idle time is wall clock: sleep and suspend count, and on waking the window is covered before it paints."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from ui.desktop.idle import Idle, SinceStirred

ROOT = Path(__file__).resolve().parents[3]
MINUTE = 60
LIMIT_MINUTES = 5
STOPS = int(os.environ.get("KRITERION_SUSPENDS", "2"))
"""20 behind the variable: each takes some seconds."""


class Clocks:
    """The clock on the wall and the steady one, which stands still while the computer sleeps."""

    def __init__(self) -> None:
        self.wall = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)
        self.steady = 0.0

    def since(self) -> SinceStirred:
        return SinceStirred(lambda: self.wall, lambda: self.steady)

    def work(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.steady += seconds

    def sleep(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)

    def set_back(self, seconds: float) -> None:
        self.wall -= timedelta(seconds=seconds)


class Lock:
    """Counts how often it locked."""

    def __init__(self, clocks: Clocks) -> None:
        self.idle = Idle(LIMIT_MINUTES, since=clocks.since())
        self.count = 0
        self.left: list[int] = []
        self.idle.ran_out.connect(self._locked)
        self.idle.seconds_left.connect(self.left.append)
        self.idle.start(LIMIT_MINUTES)
        self.window = QObject()
        self.window.installEventFilter(self.idle)

    def _locked(self) -> None:
        self.count += 1

    def send(self, event: QEvent) -> bool:
        return QCoreApplication.sendEvent(self.window, event)


def key() -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def clocks(qtbot: QtBot) -> Clocks:
    del qtbot
    return Clocks()


def test_keys_put_it_off_and_nothing_else_does(clocks: Clocks) -> None:
    lock = Lock(clocks)
    for _ in range(10):
        clocks.work(LIMIT_MINUTES * MINUTE - 1)
        lock.send(key())
        lock.idle.tick()
    assert lock.count == 0
    clocks.work(LIMIT_MINUTES * MINUTE - 10)
    lock.send(QEvent(QEvent.Type.FocusIn))
    lock.idle.tick()
    assert (lock.count, lock.left[-1]) == (0, 10)
    clocks.work(10)
    lock.idle.tick()
    assert lock.count == 1
    lock.idle.tick()
    assert lock.count == 1, "locked once"


@pytest.mark.parametrize(
    "waking",
    [QEvent.Type.Expose, QEvent.Type.UpdateRequest, QEvent.Type.WindowActivate, QEvent.Type.KeyPress],
    ids=lambda kind: kind.name,
)
def test_after_sleep_the_first_event_locks_before_it_goes_on(clocks: Clocks, waking: QEvent.Type) -> None:
    lock = Lock(clocks)
    clocks.work(30)
    clocks.sleep(3600)
    was_taken = lock.send(key() if waking is QEvent.Type.KeyPress else QEvent(waking))
    assert lock.count == 1
    if waking is QEvent.Type.KeyPress:
        assert was_taken, "the key that woke it types nothing and puts nothing off"


def test_a_short_sleep_locks_nothing(clocks: Clocks) -> None:
    lock = Lock(clocks)
    clocks.sleep(LIMIT_MINUTES * MINUTE - 1)
    lock.send(QEvent(QEvent.Type.Expose))
    assert lock.count == 0


def test_a_clock_that_is_set_back_wins_nothing(clocks: Clocks) -> None:
    lock = Lock(clocks)
    clocks.work(100)
    clocks.set_back(7200)
    lock.idle.tick()
    assert lock.count == 0
    clocks.work(LIMIT_MINUTES * MINUTE - 100)
    lock.idle.tick()
    assert lock.count == 1


def test_a_clock_that_is_set_ahead_locks(clocks: Clocks) -> None:
    lock = Lock(clocks)
    clocks.sleep(4 * 365 * 24 * 3600)
    lock.idle.tick()
    assert lock.count == 1


def test_nothing_is_counted_while_nothing_is_open(clocks: Clocks) -> None:
    lock = Lock(clocks)
    lock.idle.stop()
    clocks.sleep(3600)
    lock.send(QEvent(QEvent.Type.Expose))
    assert lock.count == 0
    lock.idle.start(LIMIT_MINUTES)
    lock.idle.tick()
    assert lock.count == 0, "opened again, it begins anew"


def test_a_process_that_was_stopped_paints_nothing_of_the_patient_when_it_goes_on(tmp_path: Path) -> None:
    """The wall of this process runs sixty times as fast, so that a minute of its limit is a second of ours."""
    shown = 0
    for number in range(STOPS):
        command = [sys.executable, "-m", "tests.faults.window.suspended", str(tmp_path / str(number))]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline().split() == ["open"]
            process.send_signal(signal.SIGSTOP)
            time.sleep(1.5)
            process.send_signal(signal.SIGCONT)
            painted, locked = process.stdout.readline().split()
        assert locked == "locked"
        shown += int(painted)
    assert shown == 0
    print(f"stopped past the limit {STOPS} times: locked each time, {shown} paints of a patient after waking")
