"""One window for each folder: the second one raises the first and ends. The socket is local, for this user alone.

Where no folder is the user's own there is none; the lock of the vault stands behind it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from ui.desktop.socket_place import socket_place

_WAIT_MS = 500


class OneWindow(QObject):
    """Stands for the window of a folder while it lives."""

    raise_wanted = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = socket_place(_name_of(folder))
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._asked)

    def raise_other(self) -> bool:
        """Ask a window of this folder to come to the front; False where there is none."""
        if not self._name:
            return False
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        is_there = socket.waitForConnected(_WAIT_MS)
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
            self._server.nextPendingConnection().deleteLater()
        self.raise_wanted.emit()


def _name_of(folder: Path) -> str:
    """Return a name that tells nothing of the folder."""
    return f"kriterion-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]}"
