"""One window for each folder: the second one raises the first, hands over the file it was started with, and ends.

The socket is local, for this user alone. What comes over it is the name of a file, and does nothing but what a person
does who chooses that file by the menu.

Where no folder is the user's own there is none; the lock of the vault stands behind it.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from ui.desktop.socket_place import socket_place

_WAIT_MS = 500
_END = b"\0"
"""No path holds it."""
_LONGEST = 32_768
"""Bytes of the longest path of any system (Windows, with its prefix)."""


class OneWindow(QObject):
    """Stands for the window of a folder while it lives."""

    raise_wanted = Signal()
    file_wanted = Signal(object)
    """Tells of the file that a second start named, as a path."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = socket_place(_name_of(folder))
        self._others: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._asked)

    def raise_other(self, file: Path | None = None) -> bool:
        """Ask a window of this folder to come to the front, with a file to open; False where there is none."""
        if not self._name:
            return False
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        is_there = socket.waitForConnected(_WAIT_MS)
        if is_there and file is not None:
            socket.write(os.fsencode(file) + _END)
            socket.waitForBytesWritten(_WAIT_MS)
            socket.disconnectFromServer()
        else:
            socket.abort()
        return is_there

    def listen(self) -> None:
        """Be the window of this folder; what one that crashed left behind is taken over."""
        if self._name and not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)

    def close(self) -> None:
        """Be it no longer."""
        self._server.close()

    def _asked(self) -> None:
        while self._server.hasPendingConnections():
            other = self._server.nextPendingConnection()
            self._others.append(other)
            other.readyRead.connect(self._look)
            other.disconnected.connect(self._look)
        self.raise_wanted.emit()
        self._look()

    def _look(self) -> None:
        """Take in the names of files that are whole, and let go of who has said all."""
        for other in tuple(self._others):
            told = bytes(other.peek(_LONGEST).data())
            is_over = other.state() is QLocalSocket.LocalSocketState.UnconnectedState
            if told.endswith(_END) or is_over or len(told) == _LONGEST:
                self._others.remove(other)
                other.deleteLater()
            if told.endswith(_END):
                self.file_wanted.emit(Path(os.fsdecode(told.removesuffix(_END))))


def _name_of(folder: Path) -> str:
    """Return a name that tells nothing of the folder."""
    return f"kriterion-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]}"
