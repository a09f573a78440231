"""Keys of an X server in a program of its own process: what a person does, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Hashable, Sequence
from pathlib import Path

from typing_extensions import override

from tests.keys.hand import Hand
from tests.keys.screen import Screen, end
from tests.keys.tree import Tree

_MAIN = Path(__file__).resolve().parents[2] / "main.py"
_KEY_NAMES = {
    "Esc": "Escape",
    "PgDown": "Next",
    "PgUp": "Prior",
    "Backspace": "BackSpace",
    "Space": "space",
    "/": "slash",
    ",": "comma",
}
_OF_READING = ("Could not find accessible on path", "QSpiApplication::keyEventError")
"""What Qt says where a reader asks for what was just closed, or goes while it is told of a key."""
_BETWEEN_LETTERS_MS = "4"
_END_SECONDS = 30.0


class RealHand(Hand):
    """Starts the program on a screen, with a folder of its own, and presses keys."""

    def __init__(self, screen: Screen, folder: Path, memory: Path) -> None:
        super().__init__(folder)
        self._screen = screen
        self._memory = memory
        self._program: subprocess.Popen[bytes] | None = None
        self._tree = Tree(screen.bus)

    # --- the program

    def start(self) -> None:
        """Start the program and wait for its window."""
        environment = {
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "KRITERION_VAULT": str(self.folder),
            "KRITERION_MEMORY": str(self._memory),
            "PYTHONFAULTHANDLER": "1",
        }
        self._program = self._screen.start([sys.executable, str(_MAIN)], environment, self._log.name)
        self.until(lambda: self._tree.focused() is not None, "a window with the focus")

    def quit(self) -> int:
        """Press Ctrl+Q and wait for the end; return the exit code."""
        self.press("Ctrl+Q")
        return self.wait_for_end()

    def wait_for_end(self) -> int:
        """Wait until the program has ended by itself."""
        assert self._program is not None
        return self._program.wait(_END_SECONDS)

    @property
    def is_running(self) -> bool:
        """True while the program runs."""
        return self._program is not None and self._program.poll() is None

    @property
    def complaints(self) -> str:
        """What the program said on its error stream: a program that is well says nothing."""
        place = self._screen.folder / self._log.name
        lines = place.read_text(encoding="utf-8", errors="replace").splitlines() if place.exists() else []
        return "\n".join(line for line in lines if not any(each in line for each in _OF_READING))

    def close(self) -> None:
        """End what is left of the program."""
        if self._program is not None:
            end(self._program)
        self._tree.close()

    @property
    def _log(self) -> Path:
        return self.folder.parent / f"{self.folder.parent.name}.log"

    # --- keys

    @override
    def _press(self, keys: str) -> None:
        *held, key = keys.split("+")
        key = _KEY_NAMES.get(key, key.lower() if len(key) == 1 else key)
        self._screen.do(["xdotool", "key", "--delay", "0", "+".join([*(each.lower() for each in held), key])])

    @override
    def _type(self, text: str) -> None:
        self._screen.do(["xdotool", "type", "--delay", _BETWEEN_LETTERS_MS, "--", text])

    # --- eyes

    @property
    @override
    def at(self) -> str:
        seen = self._tree.focused()
        return "" if seen is None else seen.name

    @property
    @override
    def text(self) -> str:
        seen = self._tree.focused()
        return "" if seen is None else self._tree.text(seen)

    @property
    @override
    def role(self) -> str:
        seen = self._tree.focused()
        return "" if seen is None else seen.role

    @property
    @override
    def mark(self) -> Hashable:
        seen = self._tree.focused()
        return None if seen is None else (seen.place, seen.name)

    @property
    @override
    def title(self) -> str:
        return next((each.name for each in self._tree.everything() if each.role in ("frame", "dialog")), "")

    @override
    def said(self) -> Sequence[str]:
        return [each.name for each in self._tree.everything()]

    @override
    def _wait_a_little(self, seconds: float) -> None:
        time.sleep(seconds)
