"""The only way off the window's thread, and back: a result is delivered only if it is still wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from typing_extensions import override

from core.errors import KriterionError
from core.progress import GivenUpError, Report

Result = TypeVar("Result")
Current = Callable[[], bool]


@dataclass(eq=False)
class Task:
    """Something being done: ``words`` say what, "" for what nobody waits for."""

    words: str = ""
    done: int = 0
    total: int = 0
    is_cancelled: bool = False
    is_given_up: bool = False
    is_done: bool = False

    def cancel(self) -> None:
        """Let it run out and deliver nothing: what it brings is not wanted any more."""
        self.is_cancelled = True

    def give_up(self) -> None:
        """Stop it at its next step; it fails with ``GivenUpError``."""
        self.is_given_up = True


class Tasks(QObject):
    """Runs work on threads; what it brings back arrives on the thread that made this object."""

    changed = Signal(object)
    """A task with words began, came a step further or ended."""
    _back = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: list[Task] = []
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
        return self._run(Task(), work, done, failed, is_current)

    def run_shown(
        self,
        words: str,
        work: Callable[[Report], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
    ) -> Task:
        """Do what somebody waits for: ``changed`` tells how far it is, and it can be given up."""
        task = Task(words)

        def report(steps: int, total: int) -> None:
            if task.is_given_up:
                raise GivenUpError
            task.done, task.total = steps, total
            self.deliver(lambda: self.changed.emit(task))

        self.changed.emit(task)
        return self._run(task, lambda: work(report), done, failed)

    def _run(
        self,
        task: Task,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        is_current: Current = lambda: True,
    ) -> Task:
        self._running.append(task)

        def deliver(call: Callable[[], None]) -> None:
            task.is_done = True
            self._running.remove(task)
            if task.words:
                self.changed.emit(task)
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

    def drop(self) -> None:
        """Give up everything that runs and deliver nothing of it: those it was for are going away."""
        for task in self._running:
            task.cancel()
            task.give_up()

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
        do, self._do = self._do, _nothing  # Qt keeps the runnable for a while; what it was for may go at once
        do()


def _nothing() -> None:
    """What a runnable does that has run."""
