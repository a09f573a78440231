"""The one thread that writes: everything asked is done in its order, each in a transaction of its own.

It never dies before it is told to and leaves nobody waiting: whatever a piece of work raises settles that piece. After
a failure (``failures``) it answers everything that is asked with it and writes nothing more.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from sqlcipher3 import dbapi2 as sqlcipher

from core.errors import KriterionError, WorldError
from core.store.records.examining import number_of
from core.store.records.failures import FailedError, failure_in, refusal_in
from core.store.records.files import RecordFiles
from core.store.records.kept_records import Recorded
from core.store.records.pending import Pending
from core.store.records.sql import Transaction
from core.unexpected import note, settled

Result = TypeVar("Result")
Work = Callable[[Transaction], Result]
QUIET_SECONDS = 10.0
"""After so long without a write the log is put into the file: what was dropped then is in neither."""


Written = Pending[Recorded]
"""A statement or a retraction on its way into the record."""


class Writer:
    """Owns the writing connection. ``close`` ends the thread after everything asked before."""

    def __init__(self, make: Callable[[], sqlcipher.Connection], files: RecordFiles) -> None:
        """``make`` returns the connection, on the thread that writes: only there it may be used."""
        self._asked: queue.SimpleQueue[Callable[[sqlcipher.Connection], None] | None] = queue.SimpleQueue()
        self._door = threading.Lock()
        self._is_closed = False
        self._has_ended = False
        self._is_log_empty = False  # a process that was killed may have left it full
        self._failure: FailedError | None = None
        self._listener: Callable[[FailedError], object] = id
        self._files = files
        ready: Pending[None] = Pending()
        self._thread = threading.Thread(target=self._run, args=(make, ready), name="kriterion-record", daemon=True)
        self._thread.start()
        ready.result()

    @property
    def failure(self) -> FailedError | None:
        """What closed the record for writing, None while it can be written."""
        return self._failure

    def when_failed(self, listener: Callable[[FailedError], object]) -> None:
        """Tell a failure, once, on the thread where it is found; at once if there was one."""
        with self._door:
            self._listener, failure = listener, self._failure
        if failure is not None:
            listener(failure)

    def ask(self, work: Work[Result]) -> Pending[Result]:
        """Have something done in a transaction; WorldError at once if the record is closed."""
        return self._queued(partial(self._written, work))

    def rewrite(self) -> Pending[None]:
        """Have every page of the file written anew and the log emptied, in the order of what is asked."""
        return self._queued(self._rewrite)

    def _queued(self, do: Callable[[sqlcipher.Connection], Result]) -> Pending[Result]:
        pending: Pending[Result] = Pending()
        with self._door:  # nothing comes in behind the end, where nobody would answer it
            if self._is_closed:
                raise WorldError("error-closed")
            self._asked.put(partial(self._settle, pending, do))
        return pending

    def stop(self, failure: FailedError) -> None:
        """Write nothing more: the record is not what it was. Only the first failure is told."""
        with self._door:
            is_first, listener = self._failure is None, self._listener
            if is_first:
                self._failure = failure
        if is_first:
            settled(partial(listener, failure), note)

    def close(self) -> None:
        """Do what was asked, put the journal into the file, end the thread."""
        with self._door:
            if not self._is_closed:
                self._is_closed = True
                self._asked.put(None)
        self._thread.join()

    # --- on the thread

    def _run(self, make: Callable[[], sqlcipher.Connection], ready: Pending[None]) -> None:
        made: list[sqlcipher.Connection] = []

        def begin() -> None:
            made.append(make())
            self._files.know()

        settled(begin, lambda error: ready.fail(_begun_badly(error)))
        if ready.error is None:
            ready.succeed(None)
            while not self._has_ended:
                settled(partial(self._turn, made[0]), lambda error: self.stop(failure_in(error)))
            if self._failure is None:
                settled(partial(self._empty_log, made[0]), note)
        for opened in made:
            settled(opened.close, note)

    def _turn(self, opened: sqlcipher.Connection) -> None:
        do = self._next(opened)
        if do is None:
            self._has_ended = True
        else:
            do(opened)

    def _next(self, opened: sqlcipher.Connection) -> Callable[[sqlcipher.Connection], None] | None:
        """Wait for what is asked next, and use a quiet while."""
        while True:
            is_busy = self._is_log_empty or self._failure is not None
            try:
                return self._asked.get(timeout=None if is_busy else QUIET_SECONDS)
            except queue.Empty:
                settled(partial(self._empty_log, opened), lambda error: self.stop(failure_in(error)))

    def _settle(
        self, pending: Pending[Result], do: Callable[[sqlcipher.Connection], Result], opened: sqlcipher.Connection
    ) -> None:
        if self._failure is not None:
            pending.fail(FailedError("error-closed-for-writing"))
            return
        settled(lambda: pending.succeed(do(opened)), partial(self._not_written, pending))

    def _written(self, work: Work[Result], opened: sqlcipher.Connection) -> Result:
        self._files.check()
        self._is_log_empty = False
        transaction = Transaction(opened)
        try:
            result = work(transaction)
            transaction.commit()
        except BaseException:
            transaction.roll_back()
            raise
        self._files.check_identity()
        self._files.know()
        return result

    def _not_written(self, pending: Pending[Result], error: BaseException) -> None:
        refusal = refusal_in(error)
        if refusal is not None:
            pending.fail(refusal)
            return
        failure = failure_in(error)
        self.stop(failure)
        pending.fail(failure)

    def _rewrite(self, opened: sqlcipher.Connection) -> None:
        self._files.check()
        self._is_log_empty = False
        try:
            opened.execute("VACUUM").close()
        except sqlcipher.OperationalError as error:
            if "full" not in str(error):
                raise
            # it takes as much space again; without it the record is as it was, and stays open
            raise WorldError("error-not-rewritten") from error
        finally:
            self._files.know()
        if not self._empty_log(opened):
            raise WorldError("error-not-rewritten")

    def _empty_log(self, opened: sqlcipher.Connection) -> bool:
        """Put the log into the file; False where somebody who reads kept it from being emptied."""
        self._files.check()
        self._is_log_empty = True
        is_held = number_of(opened, "PRAGMA wal_checkpoint(TRUNCATE)")
        self._files.know()
        return not is_held


def _begun_badly(error: BaseException) -> KriterionError:
    return error if isinstance(error, KriterionError) else failure_in(error)
