"""The only way off the window's thread, and back: a result is delivered only if it is still wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from typing_extensions import override

from core.errors import KriterionError

Result = TypeVar("Result")
Current = Callable[[], bool]


@dataclass(eq=False)
class Task:
    """Something being done. ``cancel`` lets it run out and delivers nothing."""

    is_cancelled: bool = False
    is_done: bool = field(default=False)

    def cancel(self) -> None:
        """Deliver nothing any more."""
        self.is_cancelled = True


class Tasks(QObject):
    """Runs work on threads; what it brings back arrives on the thread that made this object."""

    _back = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._back.connect(self._run_here, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        is_current: Current = lambda: True,
    ) -> Task:
        """Do ``work`` on another thread; deliver its result, or its error, while ``is_current`` says it is wanted.

        ``is_current`` is asked on the window's thread: it compares patient and revision.
        """
        task = Task()

        def deliver(call: Callable[[], None]) -> None:
            task.is_done = True
            if not task.is_cancelled and is_current():
                call()

        def do() -> None:
            try:
                result = work()
            except (KriterionError, OSError, ValueError, TypeError, LookupError, ArithmeticError) as error:
                caught = error
                self.deliver(lambda: deliver(lambda: failed(caught)))
            else:
                self.deliver(lambda: deliver(lambda: done(result)))

        self._pool.start(_Work(do))
        return task

    def deliver(self, call: Callable[[], None]) -> None:
        """Run ``call`` on the window's thread, from any thread."""
        self._back.emit(call)

    def finish(self) -> None:
        """Wait for everything that runs: before the program ends and before the vault is locked."""
        self._pool.waitForDone()

    @Slot(object)
    def _run_here(self, call: Callable[[], None]) -> None:
        call()


class _Work(QRunnable):
    def __init__(self, do: Callable[[], None]) -> None:
        super().__init__()
        self._do = do

    @override
    def run(self) -> None:
        self._do()
