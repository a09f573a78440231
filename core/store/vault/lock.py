"""Never two writers: the vault is held by a lock that the system lets go of when the program ends, however it ends."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import IO

from core.errors import WorldError

NAME = "in-use.lock"
_HELD = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES})


class AlreadyOpenError(WorldError):
    """Another window or program has the vault open."""


class Lock:
    """Held from making to ``release``."""

    def __init__(self, folder: Path) -> None:
        try:
            self._file: IO[bytes] = (folder / NAME).open("ab")
        except OSError as error:
            raise WorldError("error-read-only") from error
        try:
            _hold(self._file)
            self._folder = _hold_folder(folder)
        except OSError as error:
            self._file.close()
            raise AlreadyOpenError("error-already-open") from error

    def release(self) -> None:
        """Let go of the vault."""
        self._file.close()
        folder, self._folder = self._folder, None
        if folder is not None:
            os.close(folder)


if sys.platform == "win32":
    import msvcrt

    def _hold(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _hold_folder(folder: Path) -> int | None:
        """Hold nothing more: a file that is open cannot be deleted there."""
        del folder
        return None

else:
    import fcntl

    def _hold(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _hold_folder(folder: Path) -> int | None:
        """Hold the folder itself, None where its file system cannot; BlockingIOError where another holds it.

        Somebody may delete the file of the lock while it is held, and a new one is another file. The folder stays the
        same one for as long as the record is in it.
        """
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(descriptor)
            if error.errno in _HELD:
                raise
            return None
        return descriptor
