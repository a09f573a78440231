"""The focus of a page whose content is still being found out."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget


class AwaitedFocus:
    """Remembers where the focus was when the finding out began: a hand that went on elsewhere is not called back."""

    def __init__(self) -> None:
        self._left: QWidget | None = None
        self._is_awaited = False

    def begin(self) -> None:
        """From now on the focus is awaited."""
        self._left, self._is_awaited = QApplication.focusWidget(), True

    def stop(self) -> None:
        """Nobody waits any more."""
        self._left, self._is_awaited = None, False

    def is_due(self) -> bool:
        """Tell, once, whether the focus may be taken now."""
        is_due = self._is_awaited and QApplication.focusWidget() is self._left
        self.stop()
        return is_due
