"""What a hand does and an eye sees, in words both drivers share: keys on a real screen, keys in this process."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

from tests.keys.eye import Focus

WAIT_SECONDS = 30.0
_LONGEST_LOOK_SECONDS = 3.0
_MOST_TABS = 150
_LOOKS = 3
"""Each look is a turn of the program's own loop: what was on its way has come."""
_LOOK_EVERY_SECONDS = 0.005


class LostError(AssertionError):
    """What was waited for did not come: says what, where the hand was, and what was to be seen."""


class Hand(ABC):
    """Presses keys and counts them: a letter, or a key with what is held down with it, is one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.presses = 0

    # --- what the hand does

    def press(self, keys: str, times: int = 1) -> None:
        """Press a key, ``Tab``, or one with others held down, ``Ctrl+N``."""
        for _ in range(times):
            self.presses += 1
            self._press(keys)

    def type(self, text: str) -> None:
        """Type a text letter by letter."""
        self.presses += len(text)
        self._type(text)

    @abstractmethod
    def copy_elsewhere(self, text: str) -> None:
        """Copy a text in another program: no key of this one is pressed."""

    def move(self, keys: str) -> None:
        """Press a key that moves the focus, and see it move."""
        before = self.mark
        self.press(keys)
        self.until(lambda: self.mark != before and self._rests(), f"{keys} moves the focus")

    def go_to(self, name: str, by: str = "Tab") -> None:
        """Press Tab until what has the focus bears this name, or is the title of its column."""
        passed: list[str] = []
        marks: list[Hashable] = []
        while (at := self.at) != name and not at.startswith((f"{name}: ", f"{name} · ")):
            before = self.mark
            if before in marks or len(marks) == _MOST_TABS:
                raise LostError(f"{by} never came to {name!r}; it passed {passed}")
            passed.append(at)
            marks.append(before)
            self.move(by)

    # --- what the eye sees

    @property
    def at(self) -> str:
        """The name of what has the focus, "" where nothing has."""
        return self._focus().name

    @property
    def role(self) -> str:
        """What the thing with the focus is: "cell", "list item", "" for what need not be told apart."""
        return self._focus().role

    @property
    def text(self) -> str:
        """The text of what has the focus."""
        return self._focus().text

    @property
    def mark(self) -> Hashable:
        """What tells the thing that has the focus from every other."""
        focus = self._focus()
        return focus.mark, focus.name

    def until(self, is_so: Callable[[], bool], what: str, seconds: float = WAIT_SECONDS) -> None:
        """Wait until something is so; a while that is too long is a fault.

        A machine that was held meanwhile held the program as well: no look counts for more than it can take.
        """
        looked, waited = time.monotonic(), 0.0
        while not is_so():
            now = time.monotonic()
            looked, waited = now, waited + min(now - looked, _LONGEST_LOOK_SECONDS)
            if waited > seconds:
                said = "\n  ".join(filter(None, self.said()))
                raise LostError(f"waited for: {what}\nat {self.at!r} ({self.text!r}) of {self.title!r}\n  {said}")
            self._wait_a_little(_LOOK_EVERY_SECONDS)

    def until_at(self, name: str) -> None:
        """Wait until what has the focus bears this name."""
        self.until(lambda: self.at == name, f"the focus at {name!r}")

    def until_sees(self, words: str) -> None:
        """Wait until these words stand somewhere on the screen."""
        self.until(lambda: self.sees(words), f"the words {words!r}")

    def sees(self, words: str) -> bool:
        """True if these words stand somewhere on the screen."""
        return any(words in each for each in self.said())

    def _rests(self) -> bool:
        """True if the focus stays where it is: it may pass through a table on its way to a cell."""
        return len({self.mark for _ in range(_LOOKS)}) == 1

    def until_draft_is_kept(self) -> None:
        """Wait until what was just typed is on disk: it is kept a second after the last key."""
        before = self._on_disk()
        self.until(lambda: self._on_disk() != before, "the draft on disk")

    def _on_disk(self) -> dict[str, tuple[int, int]]:
        told = ((each.name, each.stat()) for each in self.folder.glob("record*") if each.is_file())
        return {name: (each.st_mtime_ns, each.st_size) for name, each in told}

    # --- what a driver brings

    @abstractmethod
    def _focus(self) -> Focus:
        """Return what has the focus; each look is a turn of the program's own loop."""

    @property
    @abstractmethod
    def title(self) -> str:
        """The title of the window."""

    @abstractmethod
    def said(self) -> Sequence[str]:
        """Return every text that is shown, in the order of reading."""

    @abstractmethod
    def _press(self, keys: str) -> None: ...

    @abstractmethod
    def _type(self, text: str) -> None: ...

    @abstractmethod
    def _wait_a_little(self, seconds: float) -> None: ...
