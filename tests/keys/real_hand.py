"""Keys of an X server in a program of its own process: what a person does, and nothing else."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import cast

from typing_extensions import override

from tests.keys.eye import Focus
from tests.keys.hand import Hand, LostError
from tests.keys.laboratory import HOLDS
from tests.keys.screen import Screen, end, until

_ROOT = Path(__file__).resolve().parents[2]
_KEY_NAMES = {
    "Esc": "Escape",
    "PgDown": "Next",
    "PgUp": "Prior",
    "Backspace": "BackSpace",
    "Space": "space",
    "/": "slash",
    ",": "comma",
}
_BETWEEN_LETTERS_MS = "4"
_END_SECONDS = 30.0
_ANSWER_SECONDS = 20.0
_OF_THE_BUS = "QSpiApplication::keyEventError"
"""Where a screen reader is, Qt asks its registry about every key; one that answers late is none of the program's."""


def pressed(screen: Screen, keys: str) -> None:
    """Press a key of the X server, with others held down."""
    *held, key = keys.split("+")
    key = _KEY_NAMES.get(key, key.lower() if len(key) == 1 else key)
    screen.do(["xdotool", "key", "--delay", "0", "+".join([*(each.lower() for each in held), key])])


def typed(screen: Screen, text: str) -> None:
    """Type a text letter by letter."""
    screen.do(["xdotool", "type", "--delay", _BETWEEN_LETTERS_MS, "--", text])


class RealHand(Hand):
    """Starts the program on a screen, with a folder of its own, and presses keys."""

    def __init__(self, screen: Screen, folder: Path, memory: Path) -> None:
        super().__init__(folder)
        self.screen = screen
        self._memory = memory
        self._program: subprocess.Popen[bytes] | None = None
        self._eye = socket.socket(socket.AF_UNIX)
        self._eye.settimeout(_ANSWER_SECONDS)

    # --- the program

    def start(self) -> None:
        """Start the program and wait for its window."""
        place = self.screen.folder / f"{self.folder.parent.name}.eye"
        environment = {
            "QT_QPA_PLATFORM": "xcb",
            "KRITERION_VAULT": str(self.folder),
            "KRITERION_MEMORY": str(self._memory),
            "PYTHONFAULTHANDLER": "1",
            "PYTHONPATH": str(_ROOT),
        }
        command = [sys.executable, "-m", "tests.keys.watched", str(place)]
        self._program = self.screen.start(command, environment, self._log.name)
        try:
            until(lambda: self._reached(place), "the window of the program")
        except TimeoutError as error:
            raise LostError(self.complaints) from error
        self.until(lambda: self.at != "", "a window with the focus")

    def quit(self) -> int:
        """Press Ctrl+Q and wait for the end; return the exit code."""
        self.press("Ctrl+Q")
        assert self._program is not None
        return self._program.wait(_END_SECONDS)

    @property
    def complaints(self) -> str:
        """What the program said on its error stream: one that is well says nothing."""
        said = self._log.read_text(encoding="utf-8", errors="replace") if self._log.exists() else ""
        return "".join(line for line in said.splitlines(keepends=True) if not line.startswith(_OF_THE_BUS))

    def close(self) -> None:
        """End what is left of the program."""
        self._eye.close()
        if self._program is not None:
            end(self._program)

    @property
    def _log(self) -> Path:
        return self.screen.folder / f"{self.folder.parent.name}.log"

    # --- keys

    @override
    def _press(self, keys: str) -> None:
        pressed(self.screen, keys)

    @override
    def _type(self, text: str) -> None:
        typed(self.screen, text)

    @override
    def copy_elsewhere(self, text: str) -> None:
        copied, log = self.screen.folder / "print.txt", "laboratory.log"
        copied.write_text(text, encoding="utf-8")
        environment = {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(_ROOT)}
        self.screen.start([sys.executable, "-m", "tests.keys.laboratory", str(copied)], environment, log)
        until(lambda: HOLDS in (self.screen.folder / log).read_text(encoding="utf-8"), "the print in the clipboard")

    # --- eyes

    @override
    def _focus(self) -> Focus:
        return Focus(*cast("tuple[str, str, str, int]", self._asked("focus")))

    @property
    @override
    def title(self) -> str:
        return str(self._asked("title"))

    @override
    def said(self) -> Sequence[str]:
        return cast("list[str]", self._asked("said"))

    @override
    def _wait_a_little(self, seconds: float) -> None:
        time.sleep(seconds)

    def _reached(self, place: Path) -> bool:
        """True once the eye listens."""
        with suppress(OSError):
            self._eye.connect(str(place))
            return True
        return False

    def _asked(self, word: str) -> object:
        """Return what the eye answers; a program that has gone answers nothing more."""
        answer = b""
        with suppress(OSError):
            self._eye.sendall(f"{word}\n".encode())
            while not answer.endswith(b"\n") and (part := self._eye.recv(1 << 16)):
                answer += part
        if not answer:
            raise LostError(f"the program does not answer any more\n{self.complaints}")
        said: object = json.loads(answer)
        return said
