"""Where there can be no window, one line says what to do and the exit code is 3: never an abort."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from ui.desktop.starting import CANNOT_START, why_not

ROOT = Path(__file__).resolve().parents[2]
SCREEN = {"DISPLAY": ":0"}


def reason(
    environment: Mapping[str, str] = SCREEN,
    python: tuple[int, int] = (3, 11),
    pyside: str = "6.11.3",
    missing: str = "",
) -> str:
    return why_not(environment, "linux", python, pyside, lambda name: name != missing)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (reason(), ""),
        (reason({"QT_QPA_PLATFORM": "offscreen"}), ""),
        (reason({}), "no display"),
        (reason({"WAYLAND_DISPLAY": "wayland-0"}), ""),
        (reason(pyside="6.12.0"), "aborts on Python 3.11"),
        (reason(pyside="6.12.0", python=(3, 12)), ""),
        (reason(pyside="6.13.1", python=(3, 10)), "aborts on Python 3.10"),
        (reason(missing="libxcb-cursor.so.0"), "apt install libxcb-cursor0"),
        (reason(pyside=""), "not installed"),
    ],
)
def test_the_reason_says_what_to_do(given: str, words: str) -> None:
    assert (words in given) if words else given == ""
    assert "\n" not in given


def test_without_a_display_one_line_and_exit_3() -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, "main.py"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == CANNOT_START
    assert len(done.stderr.splitlines()) == 1
    assert "main.py screen" in done.stderr


class _Speaker(QObject):
    said = Signal(bool)


def test_this_pyside_keeps_its_references() -> None:
    """PySide6 6.12 on Python below 3.12 loses a reference to True with every signal and aborts after some 600."""
    speaker = _Speaker()
    heard: list[bool] = []
    speaker.said.connect(heard.append)
    before = sys.getrefcount(True)
    for _ in range(2000):
        speaker.said.emit(True)
    assert len(heard) == 2000
    heard.clear()
    assert sys.getrefcount(True) >= before - 100
