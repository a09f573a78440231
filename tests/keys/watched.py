"""The program itself in a process of its own, with an eye beside it: ``python -m tests.keys.watched SOCKET``.

Keys are real and come from the X server; the eye answers what is asked of it and can do nothing. It is not the tree of
screen readers: while that is read, Qt sends every key over the bus and back before a widget has it, late and in another
order when the machine is busy, and that is no hand.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import astuple
from unittest.mock import patch

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from typing_extensions import override

import main
from core import unexpected
from tests.keys import eye
from ui.desktop import app

ANSWERS: Mapping[str, Callable[[], object]] = {
    "focus": lambda: astuple(eye.focus()),
    "title": eye.title,
    "said": eye.said,
}


class Eye(QObject):
    """Answers one word with one line."""

    def __init__(self, place: str, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._asked)
        self._server.listen(place)

    def _asked(self) -> None:
        asking = self._server.nextPendingConnection()
        asking.readyRead.connect(lambda: self._answer(asking))

    @staticmethod
    def _answer(asking: QLocalSocket) -> None:
        while asking.canReadLine():
            word = bytes(asking.readLine().data()).decode().strip()
            asking.write(f"{json.dumps(ANSWERS[word]())}\n".encode())


class WatchedWindow(app.Window):
    """The window with an eye beside it."""

    @override
    def start(self) -> None:
        super().start()
        Eye(sys.argv[1], self.shell)


if __name__ == "__main__":
    unexpected.watch()
    with patch.object(app, "Window", WatchedWindow):
        raise SystemExit(main.main([]))
