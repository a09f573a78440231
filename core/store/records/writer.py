"""The one thread that writes: everything asked is done in its order, each in a transaction of its own."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from core.errors import KriterionError, WorldError
from core.store.records.connecting import WrongKeyError
from core.store.records.kept_records import Recorded

Result = TypeVar("Result")
Work = Callable[[Session], Result]


class Pending(Generic[Result]):
    """Something asked of the record, done or not yet."""

    def __init__(self) -> None:
        self._future: Future[Result] = Future()

    def wait(self) -> None:
        """Wait until it was done or could not be."""
        self._future.exception()

    def result(self) -> Result:
        """Return what came of it, waiting if need be; raise what stopped it."""
        return self._future.result()

    def on_done(self, callback: Callable[[], None]) -> None:
        """Call back when it was done or could not be: on the writer's thread, or at once if it is done."""
        self._future.add_done_callback(lambda _: callback())

    def succeed(self, result: Result) -> None:
        """Say that it was done."""
        self._future.set_result(result)

    def fail(self, error: Exception) -> None:
        """Say that it could not be done."""
        self._future.set_exception(error)


Written = Pending[Recorded]
"""A statement or a retraction on its way into the record."""


class Writer:
    """Owns the writing connection. ``close`` ends the thread after everything asked before."""

    def __init__(self, make_engine: Callable[[], Engine], prepare: Callable[[Engine], object]) -> None:
        self._asked: queue.SimpleQueue[Callable[[Engine], None] | None] = queue.SimpleQueue()
        self._is_closed = False
        ready: Pending[None] = Pending()
        self._thread = threading.Thread(
            target=self._run, args=(make_engine, prepare, ready), name="kriterion-record", daemon=True
        )
        self._thread.start()
        ready.result()

    def ask(self, work: Work[Result]) -> Pending[Result]:
        """Have something done in a transaction; WorldError at once if the record is closed."""
        if self._is_closed:
            raise WorldError("error-closed")
        pending: Pending[Result] = Pending()

        def do(engine: Engine) -> None:
            _settle(pending, engine, work)

        self._asked.put(do)
        return pending

    def close(self) -> None:
        """Do what was asked, put the journal into the file, end the thread."""
        if not self._is_closed:
            self._is_closed = True
            self._asked.put(None)
        self._thread.join()

    def _run(
        self, make_engine: Callable[[], Engine], prepare: Callable[[Engine], object], ready: Pending[None]
    ) -> None:
        try:
            engine = make_engine()
            prepare(engine)
        except (KriterionError, OperationalError, OSError) as error:
            ready.fail(error if isinstance(error, KriterionError) else _of_the_world(error))
            return
        ready.succeed(None)
        while (do := self._asked.get()) is not None:
            do(engine)
        raw = engine.raw_connection()
        cursor = raw.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.close()
        raw.close()
        engine.dispose()


def _settle(pending: Pending[Result], engine: Engine, work: Work[Result]) -> None:
    try:
        with Session(engine, expire_on_commit=False) as opened, opened.begin():
            result = work(opened)
    except (WrongKeyError, KriterionError) as error:
        pending.fail(error)
    except (OperationalError, OSError) as error:
        pending.fail(_of_the_world(error))
    else:
        pending.succeed(result)


def _of_the_world(error: Exception) -> WorldError:
    """Say in words what the disk did; nothing of what was being written is repeated."""
    told = str(getattr(error, "orig", error)).lower()
    if "full" in told or "no space" in told:
        return WorldError("error-disk-full")
    if "readonly" in told or "read-only" in told or "permission" in told:
        return WorldError("error-read-only")
    return WorldError("error-not-written", kind=type(error).__name__)
