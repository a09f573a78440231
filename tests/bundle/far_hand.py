"""A hand at a program in which nothing of the tests runs: keys of the X server, eyes of a screen reader."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from typing_extensions import override

from tests.keys.eye import Focus
from tests.keys.hand import Hand
from tests.keys.reader import GoneError, Reader, Thing
from tests.keys.real_hand import pressed, typed
from tests.keys.screen import Screen, until

_END_SECONDS = 60.0
_TABLES = ("table", "list", "tree", "tree table")
_NOWHERE = "/nonexistent"
_ALONE = """set -e
mount --bind "$1" "$1"
mount -o remount,bind,ro "$1"
! touch "$1/written" 2>/dev/null
exec env PATH="$2" "$1/$3" """
"""The folder of the program is made read-only for it alone, and no program is on its path."""


class FarHand(Hand):
    """Starts a bundle in a network namespace of its own, where no interface is up, and works in it."""

    def __init__(self, screen: Screen, reader: Reader, folder: Path) -> None:
        super().__init__(folder)
        self.screen = screen
        self._reader = reader
        self._program: subprocess.Popen[bytes] | None = None

    def start(self, program: Path) -> None:
        """Start the program and wait for its window."""
        command = ["unshare", "--mount", "--net", "sh", "-c", _ALONE, "sh"]
        command += [str(program.parent), _NOWHERE, program.name]
        environment = {
            "QT_QPA_PLATFORM": "xcb",
            "KRITERION_VAULT": str(self.folder),
            "KRITERION_MEMORY": str(self.folder.parent / "memory"),
        }
        self._program = self.screen.start(command, environment, "bundle.log")
        self.until(lambda: self.at != "", "a window with the focus")

    def quit(self) -> int:
        """Press Ctrl+Q and wait for the end; return the exit code."""
        self.press("Ctrl+Q")
        assert self._program is not None
        return self._program.wait(_END_SECONDS)

    @property
    def process(self) -> int:
        """The number of the process, which ``unshare`` and the shell became."""
        assert self._program is not None
        return self._program.pid

    @property
    def complaints(self) -> str:
        """What the program said on its error stream."""
        return (self.screen.folder / "bundle.log").read_text(encoding="utf-8", errors="replace")

    # --- keys

    @override
    def _press(self, keys: str) -> None:
        pressed(self.screen, keys)

    @override
    def _type(self, text: str) -> None:
        typed(self.screen, text)

    @override
    def copy_elsewhere(self, text: str) -> None:
        raise NotImplementedError

    # --- eyes

    @override
    def _focus(self) -> Focus:
        things = list(_focused(self._reader.tree()))
        if not things:
            return Focus()
        thing = things[-1]  # of a table and its cell the cell
        return Focus(thing.spoken, "", self._text(thing), hash(thing.address))

    @property
    @override
    def title(self) -> str:
        return next((each.name for each in self._shown() if each.role == "frame"), "")

    @override
    def said(self) -> Sequence[str]:
        return [words for each in self._shown() for words in (each.name, self._text(each)) if words]

    @override
    def _wait_a_little(self, seconds: float) -> None:
        time.sleep(seconds)

    def _shown(self) -> Iterator[Thing]:
        return (each for each in self._reader.tree().walk() if "showing" in each.states)

    def _text(self, thing: Thing) -> str:
        if thing.role != "text":
            return ""
        try:
            return self._reader.text(thing)
        except GoneError:
            return ""


def _focused(thing: Thing) -> Iterator[Thing]:
    """Yield what has the focus; Qt says of a current cell that it has, wherever the focus is."""
    if "showing" not in thing.states and thing.role != "application":
        return
    has_focus = "focused" in thing.states
    if has_focus:
        yield thing
    if has_focus or thing.role not in _TABLES:
        for each in thing.parts:
            yield from _focused(each)


def loaded(process: int) -> frozenset[str]:
    """Return every file that a process has in its memory."""
    until(lambda: Path(f"/proc/{process}/maps").exists(), "the process")
    lines = Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines()
    return frozenset(
        parts[5] for line in lines if len(parts := line.split(maxsplit=5)) > 5 and parts[5].startswith("/")
    )
