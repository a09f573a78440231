"""The only way off the window's thread, and back: a result is delivered only if it is still wanted."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from typing_extensions import override

from core.errors import KriterionError
from core.progress import GivenUpError, Report
from core.unexpected import settled

Result = TypeVar("Result")
Current = Callable[[], bool]
_LAST_WAIT_SECONDS = 60.0
"""How long the end of the program waits for a disk that does not answer; what was acknowledged is safe by then."""


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

    def drop(self) -> None:
        """Stop it at its next step and deliver nothing: whoever it was for is going away."""
        self.cancel()
        self.give_up()


class Last:
    """The last thing of a vault, on a thread of its own."""

    def __init__(self, do: Callable[[], None]) -> None:
        self._thread = threading.Thread(target=do, name="kriterion-last", daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait for its end; False where that takes longer."""
        self._thread.join(seconds)
        return not self._thread.is_alive()


class Tasks(QObject):
    """Runs work on threads; what it brings back arrives on the thread that made this object."""

    changed = Signal(object)
    """A task with words began, came a step further or ended."""
    _back = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: list[Task] = []
        self._last: list[Last] = []
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
            _end_if_given_up(task)
            task.done, task.total = steps, total
            self.deliver(lambda: self.changed.emit(task))

        self.changed.emit(task)
        return self._run(task, lambda: work(report), done, failed)

    def run_in_steps(
        self, work: Callable[[Report], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> Task:
        """Do what nobody waits for, and what ends at its next step once it is given up."""
        task = Task()

        def report(steps: int, total: int) -> None:
            del steps, total
            _end_if_given_up(task)

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

        def ended(call: Callable[[], None]) -> None:
            task.is_done = True
            self._running.remove(task)
            if task.words:
                self.changed.emit(task)
            if not task.is_cancelled and is_current():
                call()

        self._pool.start(_Work(self._delivering(work, done, failed, ended)))
        return task

    def run_last(
        self, work: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> Last:
        """Give up everything that runs; when it has ended, do one thing more, and let nobody else wait for it.

        A thread of its own: what is asked meanwhile does not stand behind a disk that does not answer.
        """
        self.drop()
        given_up, self._pool = self._pool, QThreadPool(self)

        def after_the_others() -> Result:
            given_up.waitForDone()
            return work()

        def ended(call: Callable[[], None]) -> None:
            given_up.deleteLater()
            self._last.remove(last)
            call()

        last = Last(self._delivering(after_the_others, done, failed, ended))
        self._last.append(last)
        return last

    def _delivering(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        ended: Callable[[Callable[[], None]], None],
    ) -> Callable[[], None]:
        """Return what does the work on any thread and brings its end back, whatever that is: nobody waits for ever."""

        def do() -> None:
            result = work()
            self.deliver(lambda: ended(lambda: done(result)))

        def not_done(error: BaseException) -> None:
            told = error if isinstance(error, Exception) else KriterionError(type(error).__name__)
            self.deliver(lambda: ended(lambda: failed(told)))

        return lambda: settled(do, not_done)

    def deliver(self, call: Callable[[], None]) -> None:
        """Run ``call`` on the window's thread, from any thread."""
        self._back.emit(call)

    def drop(self) -> None:
        """Give up everything that runs and deliver nothing of it: those it was for are going away."""
        for task in self._running:
            task.drop()

    def finish(self) -> None:
        """Wait for everything that runs: before the program ends. Of the last things no longer than a minute."""
        self._pool.waitForDone()
        for last in self._last:
            last.wait(_LAST_WAIT_SECONDS)

    @Slot(object)
    def _run_here(self, call: Callable[[], None]) -> None:
        call()


def _end_if_given_up(task: Task) -> None:
    if task.is_given_up:
        raise GivenUpError


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
