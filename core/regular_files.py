"""Reading what is a file and no larger than it can be: a pipe, a device or a socket would keep the program waiting.

The kind is asked for before the file is opened (opening some devices does something) and again when it is open, since
another may have come in its place; nothing waits for whoever would write into a pipe.
"""

from __future__ import annotations

import errno
import json
import os
import stat
import sys
from pathlib import Path

MOST_BYTES = 4 * 1024 * 1024
"""What anybody names to be read is kilobytes; the readers of each kind have limits of their own below this."""
MOST_SMALL_BYTES = 64 * 1024
"""The program's own small files are a few hundred bytes."""
STANDARD_INPUT = "-"
_AT_ONCE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class NotRegularError(OSError):
    """What has this name is no file: a pipe, a device, a socket."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EINVAL, "it is not a regular file", str(path))


class TooLargeError(OSError):
    """The file is larger than any of its kind."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EFBIG, "it is too large", str(path))


def read_named(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return what somebody named: a regular file, or standard input for ``-``. OSError where it is neither."""
    if str(path) == STANDARD_INPUT:
        return _bounded(sys.stdin.buffer.read(most + 1), path, most)
    return read_regular(path, most)


def read_regular(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return the content of a regular file; NotRegularError, TooLargeError or another OSError at once."""
    _refuse_irregular(path, path.stat().st_mode)
    descriptor = os.open(path, _AT_ONCE)
    with os.fdopen(descriptor, "rb") as file:
        _refuse_irregular(path, os.fstat(descriptor).st_mode)
        return _bounded(file.read(most + 1), path, most)


def read_json(path: Path, most: int = MOST_SMALL_BYTES) -> object:
    """Return what a small file of the program's own says, None where it says nothing that can be understood."""
    try:
        return json.loads(read_regular(path, most))
    except (OSError, ValueError, RecursionError):  # brackets in brackets are no value either
        return None


def _refuse_irregular(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise NotRegularError(path)


def _bounded(content: bytes, path: Path, most: int) -> bytes:
    if len(content) > most:
        raise TooLargeError(path)
    return content
