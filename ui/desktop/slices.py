"""Work on the window's own thread in slices: between two of them the window paints and takes keys."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

Result = TypeVar("Result")
_SLICE_SECONDS = 0.012


class Slices(QObject, Generic[Result]):
    """Runs one generator at a time; a new one takes the place of the one before, which is given up."""

    def __init__(self, done: Callable[[Result], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done = done
        self._steps: Generator[None, None, Result] | None = None
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._run)

    @property
    def is_running(self) -> bool:
        """True until the result was delivered."""
        return self._steps is not None

    def start(self, steps: Generator[None, None, Result]) -> None:
        """Run the slices, each when the window has had its turn."""
        self._steps = steps
        self._turn.start()

    def stop(self) -> None:
        """Give up what runs; nothing is delivered."""
        self._turn.stop()
        self._steps = None

    def _run(self) -> None:
        steps = self._steps
        if steps is None:
            return
        end = time.perf_counter() + _SLICE_SECONDS
        try:
            while time.perf_counter() < end:
                next(steps)
        except StopIteration as finished:
            self.stop()
            result: Result = finished.value
            self._done(result)
        else:
            self._turn.start()
