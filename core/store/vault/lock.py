"""Never two writers: the vault is held by a lock that the system lets go of when the program ends, however it ends."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from core.errors import WorldError

NAME = "in-use.lock"


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
        except OSError as error:
            self._file.close()
            raise AlreadyOpenError("error-already-open") from error

    def release(self) -> None:
        """Let go of the vault."""
        with suppress(ValueError):  # closed twice
            self._file.close()


if sys.platform == "win32":
    import msvcrt

    def _hold(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
