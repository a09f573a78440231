"""What nobody foresaw: it is told by its kind and its place alone, and it leaves nobody waiting.

The message of an error can hold what was typed, and a trace holds the message. So neither is ever printed or logged.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from core.errors import WorldError

_log = logging.getLogger("kriterion")

Tell = Callable[[BaseException], object]
"""Says an error to a person."""


class _Settling:
    """Stands around a piece of work: whatever ends it is handed on, so that whoever waits is answered."""

    def __init__(self, failed: Tell) -> None:
        self._failed = failed

    def __enter__(self) -> None:
        return

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        del kind, trace
        if error is not None:
            self._failed(error)
        return error is not None


def settled(work: Callable[[], object], failed: Tell) -> None:
    """Do a piece of work; every failure without exception goes to ``failed`` and no further.

    For the ends of threads and for the telling of errors, where there is nobody above to catch anything.
    """
    with _Settling(failed):
        work()


def place_of(trace: TracebackType | None) -> str:
    """Return the file and line an error came from."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "?" if trace is None else f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}"


def note(error: BaseException) -> None:
    """Log the kind and the place of an error, and nothing of what it says."""
    _log.error("unexpected %s at %s", type(error).__name__, place_of(error.__traceback__))


def _forget() -> None:
    """Let go of what Python keeps of the last error for a debugger: its frames hold the patient it met."""
    for name in ("last_type", "last_value", "last_traceback", "last_exc"):
        if hasattr(sys, name):
            delattr(sys, name)


class _Telling(threading.local):
    is_on = False


_telling = _Telling()


def watch(tell: Tell = id) -> None:
    """Take every error nobody caught, on this thread, on any other and where an object is let go.

    An error of the world is told in its words; any other is noted too. Telling that fails is noted and tells
    nothing again: it cannot run in a circle.
    """

    def take(error: BaseException) -> None:
        if _telling.is_on:
            settled(lambda: note(error), id)
            return
        _telling.is_on = True
        if not isinstance(error, WorldError):
            settled(lambda: note(error), id)
        settled(lambda: tell(error), lambda second: settled(lambda: note(second), id))
        _telling.is_on = False

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            take(error.with_traceback(trace))
            _forget()

    def caught_on_thread(told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            take(told.exc_value)

    def caught_in_passing(told: sys.UnraisableHookArgs) -> None:
        if told.exc_value is not None:
            take(told.exc_value)

    sys.excepthook = caught
    threading.excepthook = caught_on_thread
    sys.unraisablehook = caught_in_passing
