"""What was asked of another thread: done by now, or not, or never."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

from core.errors import WorldError
from core.unexpected import note, settled

Result = TypeVar("Result")
PATIENCE_SECONDS = 2.0
"""How long somebody may be held up by a disk that does not answer."""


class Pending(Generic[Result]):
    """Something asked of the record, done or not yet."""

    def __init__(self) -> None:
        self._future: Future[Result] = Future()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until it was done or could not be; False where that took longer than ``seconds``."""
        try:
            self._future.exception(seconds)
        except TimeoutError:
            return False
        return True

    def result(self) -> Result:
        """Return what came of it, waiting if need be; raise what stopped it."""
        return self._future.result()

    def result_soon(self) -> Result:
        """Return what came of it; WorldError where the disk does not answer: it may still be done later."""
        if not self.wait(PATIENCE_SECONDS):
            raise WorldError("error-still-writing")
        return self._future.result()

    @property
    def is_done(self) -> bool:
        """True once it was done or could not be."""
        return self._future.done()

    @property
    def error(self) -> BaseException | None:
        """What is known by now to have stopped it; None where it was done or may still be."""
        return self._future.exception() if self.is_done else None

    def on_done(self, callback: Callable[[], object]) -> None:
        """Call back when it was done or could not be: on the writer's thread, or at once if it is done."""
        self._future.add_done_callback(lambda _: settled(callback, note))

    def succeed(self, result: Result) -> None:
        """Say that it was done."""
        self._future.set_result(result)

    def fail(self, error: Exception) -> None:
        """Say that it could not be done."""
        self._future.set_exception(error)
