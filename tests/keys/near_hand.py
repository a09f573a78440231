"""The same hand in this process, where there is no X server: keys go through Qt's own window, focus and popups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from tests.keys import eye
from tests.keys.hand import Hand

_MS = 1000
_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


class NearHand(Hand):
    """Presses keys in the window that is active."""

    @override
    def _press(self, keys: str) -> None:
        *held, key = keys.split("+")
        with_held = Qt.KeyboardModifier.NoModifier
        for each in held:
            with_held |= _HELD[each]
        QTest.keyClick(_window(keys), _key(key), with_held)

    @override
    def _type(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(_window(text), ord(letter))

    @override
    def copy_elsewhere(self, text: str) -> None:
        QApplication.clipboard().setText(text)

    @override
    def _focus(self) -> eye.Focus:
        QApplication.processEvents()
        _activate()
        return eye.focus()

    @property
    @override
    def title(self) -> str:
        return eye.title()

    @override
    def said(self) -> Sequence[str]:
        return eye.said()

    @override
    def _wait_a_little(self, seconds: float) -> None:
        QTest.qWait(int(seconds * _MS))


def _key(name: str) -> Qt.Key:
    return Qt.Key(ord(name.upper())) if len(name) == 1 else Qt.Key[f"Key_{name}"]


def _window(keys: str) -> QWindow:
    _activate()
    window = QApplication.focusWindow()
    assert window is not None, f"no window takes {keys!r}"
    return window


def _activate() -> None:
    """Where no window manager is, nobody gives the focus back when a window in front has gone."""
    if cast("QWindow | None", QApplication.focusWindow()) is None:
        for top in QApplication.topLevelWidgets():
            if top.isVisible():
                top.activateWindow()
        QApplication.processEvents()
