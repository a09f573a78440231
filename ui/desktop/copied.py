"""What was copied from here: taken out of the clipboard when the record is locked, if it is still in it."""

from __future__ import annotations

import hashlib
import secrets

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication

_SALT_BYTES = 16
_WITHOUT_SYSTEM = ("offscreen", "minimal")
"""Platforms whose clipboard is this program's alone: what is in it came from here."""
_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection, QClipboard.Mode.FindBuffer)


class Copied(QObject):
    """Remembers a digest of the last text copied from here, never the text.

    What belongs to this program is known by the system. The digest is for what somebody else took over word for word,
    as programs that keep a history of the clipboard do; their history is out of reach.
    """

    def __init__(self, clipboard: QClipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._salt = secrets.token_bytes(_SALT_BYTES)
        self._copied = b""
        clipboard.dataChanged.connect(self._look)

    def forget(self) -> None:
        """Empty what holds something from here; what came from elsewhere stays."""
        is_same = bool(self._copied) and self._copied == self._digest()
        for mode in _MODES:
            is_ours = _is_ours(self._clipboard, mode)
            if is_ours or (is_same and mode is QClipboard.Mode.Clipboard):
                self._clipboard.clear(mode)
        self._copied = b""

    def _look(self) -> None:
        if _is_ours(self._clipboard, QClipboard.Mode.Clipboard):
            self._copied = self._digest()

    def _digest(self) -> bytes:
        text = self._clipboard.text()
        return hashlib.sha256(self._salt + text.encode("utf-8", "replace")).digest() if text else b""


def _is_ours(clipboard: QClipboard, mode: QClipboard.Mode) -> bool:
    if mode is QClipboard.Mode.Selection:
        return clipboard.supportsSelection() and clipboard.ownsSelection()
    if mode is QClipboard.Mode.FindBuffer:
        return clipboard.supportsFindBuffer() and clipboard.ownsFindBuffer()
    return clipboard.ownsClipboard() or QGuiApplication.platformName() in _WITHOUT_SYSTEM
