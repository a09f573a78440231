"""Whole files or none: a paper is written beside its place, made durable, and moved there in one step.

A full disk or a power cut in the middle leaves the old file as it was. What a kill can leave behind is the
unfinished neighbour, ``.kriterion-….part``.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from core.errors import WorldError

_PREFIX = ".kriterion-"
_SUFFIX = ".part"
_PERMISSIONS = 0o777
_PIECE = 1024 * 1024
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})
_NO_FOLDER = frozenset({errno.ENOENT, errno.ENOTDIR})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def write_atomically(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path`` so that there is always the old file or the new one, never a part of either.

    The file is readable by its owner only, unless an earlier file at the path allowed more. A symbolic link
    keeps pointing where it did. Raises ``WorldError`` that names the folder or the missing space.
    """
    if not _can_be_a_name(path):
        raise WorldError("error-file-name", name=ascii(str(path)))
    place = Path(os.path.realpath(path))
    try:
        _write(place, content)
    except OSError as error:
        raise explained(error, place) from error


def _can_be_a_name(path: Path) -> bool:
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False


def _write(place: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=place.parent)
    part = Path(name)
    try:
        _fill(descriptor, content)
        if place.exists():
            part.chmod(place.stat().st_mode & _PERMISSIONS)
        part.replace(place)
    finally:
        # After the move there is nothing left to remove.
        with suppress(OSError):
            part.unlink(missing_ok=True)
    make_names_durable(place.parent)


def unfinished(name: str) -> str:
    """Return the name of a file that ``sweep`` removes unless it got its own."""
    return f"{_PREFIX}{name}{_SUFFIX}"


def copy_durably(source: Path, to: Path) -> None:
    """Copy a file, however large, and make its content survive a power cut; an OSError may leave a part at ``to``."""
    with source.open("rb") as read, to.open("xb") as written:
        shutil.copyfileobj(read, written, _PIECE)
        written.flush()
        os.fsync(written.fileno())


def sweep(folder: Path) -> None:
    """Remove what a killed run left unfinished in a folder; what cannot be removed stays, it is never read.

    An unfinished database may have a journal beside it.
    """
    for part in folder.glob(f"{_PREFIX}*{_SUFFIX}*"):
        with suppress(OSError):
            part.unlink()


def make_folder(folder: Path) -> None:
    """Make a folder and those above it; WorldError where that is not allowed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explained(error, folder) from error


def _fill(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    try:
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_names_durable(folder: Path) -> None:
    """Make moves in a folder survive a power cut; Windows cannot open folders and does this on its own."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def explained(error: OSError, place: Path) -> WorldError:
    """Return what stopped the writing of a file, in words that name the folder or the missing space."""
    folder = place.parent
    if error.errno in _NO_SPACE:
        return WorldError("error-no-space", folder=str(folder), name=place.name)
    if error.errno in _NOT_ALLOWED:
        return WorldError("error-not-allowed", folder=str(folder))
    if error.errno in _NO_FOLDER:
        return WorldError("error-no-folder", folder=str(folder))
    if error.errno == errno.EISDIR:
        return WorldError("error-is-folder", place=str(place))
    return WorldError("error-file-not-written", name=place.name, folder=str(folder), why=str(error.strerror))
