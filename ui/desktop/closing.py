"""What follows a lock: last writes, a backup, the keys dropped. The locked page says how far it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import WorldError
from core.language.phrases import Phrases
from ui.desktop.notices import words_of
from ui.desktop.tasks import Last, Tasks

if TYPE_CHECKING:
    from core.use_cases.close_vault import Closed

_PATIENCE_SECONDS = 30.0
"""How long somebody who unlocks again waits for what was locked before."""


class Closing(QObject):
    """Runs beside the window: the window has let go of everything by then."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, phrases: Callable[[], Phrases], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._phrases = phrases
        self._last: Last | None = None
        self.words = ""
        """What is said of it now, "" before anything was closed."""

    def begin(self, close: Callable[[], Closed]) -> None:
        """Close a vault; nobody waits for it but who opens one again, or ends the program."""
        self._say(self._phrases().say("start-saving"))
        self._last = self._tasks.run_last(close, self._closed, self._failed)

    def wait(self) -> None:
        """Wait, on any thread but the window's, until what was closed lets go of its files."""
        if self._last is not None and not self._last.wait(_PATIENCE_SECONDS):
            raise WorldError("start-still-saving")

    def _closed(self, closed: Closed) -> None:
        phrases = self._phrases()
        lines: list[str] = []
        if closed.error is not None:
            lines.append(phrases.say("start-not-backed-up", reason=words_of(closed.error, phrases)))
        else:
            lines.append(phrases.say("start-saved-backed-up" if closed.is_backed_up else "start-saved"))
        if closed.drafts_lost:
            lines.append(phrases.say("start-drafts-lost", count=closed.drafts_lost))
        self._say(" ".join(lines))

    def _failed(self, error: Exception) -> None:
        self._say(words_of(error, self._phrases()))

    def _say(self, words: str) -> None:
        self.words = words
        self.said.emit(words)
