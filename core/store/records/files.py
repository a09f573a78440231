"""The files of an open record as they lie on the disk: still the ones that were opened, or others by now.

The database keeps writing into a file that was deleted or replaced under it, and says that all is well; what it was
given is gone when it closes. So the files are looked at before and after each write.
"""

from __future__ import annotations

import sys
from pathlib import Path

from core.store.records.failures import FailedError

_Mark = tuple[int, ...]


class RecordFiles:
    """Record and log. ``know`` after each write of ours; ``check`` before the next."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._logs = tuple(path.with_name(f"{path.name}{ending}") for ending in ("-wal", "-shm"))
        self._known: dict[Path, _Mark] = {}
        self._content: _Mark = ()

    def know(self) -> None:
        """Take the files as they are now for ours."""
        self._known = {path: mark for path in (self._path, *self._logs) if (mark := _identity(path))}
        self._content = _content(self._path)

    def check(self) -> None:
        """Raise ``FailedError`` where a file is gone, is another, or was written by somebody else."""
        self.check_identity()
        if self._content != _content(self._path):
            raise FailedError("error-record-replaced")

    def check_identity(self) -> None:
        """Raise ``FailedError`` where a file is gone or another: what was just written went nowhere."""
        for path, mark in self._known.items():
            found = _identity(path)
            if not found:
                raise FailedError("error-record-gone")
            if found != mark:
                raise FailedError("error-record-replaced")


def _identity(path: Path) -> _Mark:
    """Return what tells a file from every other, () where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return ()
    return (found.st_dev, found.st_ino)


def _content(path: Path) -> _Mark:
    """Return what changes with every write: size and instant. Only this program's one writer writes the file.

    Windows brings the instant up to date when it likes, so there the size alone counts.
    """
    found = path.stat()
    return (found.st_size,) if sys.platform == "win32" else (found.st_size, found.st_mtime_ns)
