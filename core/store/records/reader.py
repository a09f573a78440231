"""The one thread that reads. Whoever asks waits for it; the window no longer than two seconds.

A read that hangs can be broken off by nobody, so it is left to its thread; until it ends the window is answered at once
that the disk does not answer. What takes long by itself (checks of the whole trail, copies) reads on the thread that
asks for it, which is never the window's.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from core.errors import KriterionError, WorldError
from core.store.records.pending import PATIENCE_SECONDS, Pending
from core.unexpected import settled

Result = TypeVar("Result")


class Reader:
    """Does what is asked in its order. ``close`` ends the thread."""

    def __init__(self) -> None:
        self._asked: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._door = threading.Lock()
        self._is_closed = False
        self._has_answered: Callable[[], bool] = _yes
        self._hurried = 0
        self._thread = threading.Thread(target=self._run, name="kriterion-reading", daemon=True)
        self._thread.start()

    def hurry_here(self) -> None:
        """On this thread nobody can be kept waiting: it is the window's."""
        self._hurried = threading.get_ident()

    def ask(self, work: Callable[[], Result]) -> Result:
        """Return what a reading tells, or raise what stopped it; WorldError where the disk keeps the window waiting."""
        is_hurried = threading.get_ident() == self._hurried
        pending: Pending[Result] = Pending()
        with self._door:
            if self._is_closed:
                raise WorldError("error-closed")
            if is_hurried and not self._has_answered():
                raise WorldError("error-still-reading")
            self._asked.put(partial(settled, lambda: pending.succeed(work()), partial(_not_read, pending)))
        if is_hurried:
            has_answered = pending.wait(PATIENCE_SECONDS)
            self._has_answered = _yes if has_answered else lambda: pending.is_done
            if not has_answered:
                raise WorldError("error-still-reading")
        return pending.result()

    def close(self) -> None:
        """Read nothing more; a read that hangs is waited for no longer than anywhere else."""
        with self._door:
            if not self._is_closed:
                self._is_closed = True
                self._asked.put(None)
        self._thread.join(PATIENCE_SECONDS)

    def _run(self) -> None:
        while self._turn():
            pass

    def _turn(self) -> bool:
        """Do one reading; nothing of it is held on to while the next is waited for."""
        do = self._asked.get()
        if do is not None:
            do()
        return do is not None


def _not_read(pending: Pending[Result], error: BaseException) -> None:
    pending.fail(error if isinstance(error, Exception) else KriterionError(type(error).__name__))


def _yes() -> bool:
    return True
