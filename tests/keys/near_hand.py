"""The same hand in this process, where there is no X server: keys go through Qt's own window, focus and popups."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from typing_extensions import override

from tests.keys.hand import Hand

_MS = 1000
_ROLES = {QAccessible.Role.ListItem: "list item", QAccessible.Role.Cell: "cell", QAccessible.Role.List: "list"}


class NearHand(Hand):
    """Presses keys in the window that is active; reads what Qt would tell a screen reader."""

    # --- keys

    @override
    def _press(self, keys: str) -> None:
        combination = QKeySequence(keys)[0]
        window = QApplication.focusWindow()
        assert window is not None, f"no window takes {keys}"
        QTest.keyClick(window, combination.key(), combination.keyboardModifiers())

    @override
    def _type(self, text: str) -> None:
        for letter in text:
            window = QApplication.focusWindow()
            assert window is not None, f"no window takes {letter!r}"
            QTest.keyClick(window, letter)

    # --- eyes

    @property
    @override
    def at(self) -> str:
        heard = self._heard()
        return "" if heard is None else heard.text(QAccessible.Text.Name)

    @property
    @override
    def text(self) -> str:
        heard = self._heard()
        return "" if heard is None else heard.text(QAccessible.Text.Value)

    @property
    @override
    def role(self) -> str:
        heard = self._heard()
        return "" if heard is None else _ROLES.get(heard.role(), "")

    @property
    @override
    def mark(self) -> Hashable:
        heard = self._heard()
        return None if heard is None else (QAccessible.uniqueId(heard), heard.text(QAccessible.Text.Name))

    @property
    @override
    def title(self) -> str:
        window = QApplication.activeWindow()
        return "" if window is None else window.windowTitle()

    @override
    def said(self) -> Sequence[str]:
        shown = [each for top in QApplication.topLevelWidgets() if top.isVisible() for each in _below(top)]
        return [words for each in shown for words in (each.accessibleName(), _written(each)) if words]

    @override
    def _wait_a_little(self, seconds: float) -> None:
        QTest.qWait(int(seconds * _MS))

    @staticmethod
    def _heard() -> QAccessibleInterface | None:
        QApplication.processEvents()
        widget = QApplication.focusWidget()
        if widget is None:
            return None
        heard = QAccessible.queryAccessibleInterface(widget)
        inner = heard.focusChild()
        return heard if inner is None else inner


def _below(widget: QWidget) -> list[QWidget]:
    return [each for each in (widget, *widget.findChildren(QWidget)) if each.isVisible()]


def _written(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel) else ""
