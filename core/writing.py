"""Whole files or none: a paper is written beside its place, made durable, and moved there in one step.

A full disk or a power cut in the middle leaves the old file as it was. What a kill can leave behind is the
unfinished neighbour, ``.kriterion-….part``: whoever opens the vault takes away those in it, and whoever writes into a
folder those that have lain there for an hour. A file that another program holds (a viewer, a virus scanner) is tried
again for two seconds.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from core import clock
from core.errors import WorldError

_PREFIX = ".kriterion-"
_SUFFIX = ".part"
PARTS = f"{_PREFIX}*{_SUFFIX}"
"""What unfinished neighbours are called."""
_LEFT_AFTER_SECONDS = 3600.0
_HELD_SECONDS, _PAUSE_SECONDS = 2.0, 0.05
_PERMISSIONS = 0o777
_MOST_NAME_BYTES, _HASH_DIGITS = 100, 8
"""File systems take 255 bytes, with what stands before and behind it; whole paths of Windows 260 signs."""
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"))
)
_PIECE = 1024 * 1024
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})
_NO_FOLDER = frozenset({errno.ENOENT, errno.ENOTDIR})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def write_atomically(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path`` so that there is always the old file or the new one, never a part of either.

    The file is readable by its owner only, unless an earlier file at the path allowed more. A symbolic link
    keeps pointing where it did. A device, pipe or socket is never replaced. Raises ``WorldError`` that names the
    folder or the missing space.
    """
    if not _can_be_a_name(path):
        raise WorldError("error-file-name", name=ascii(str(path)))
    _put(Path(os.path.realpath(path)), content)


def plain_name(text: str) -> str:
    """Return a name, or a part of one, that every file system takes and tells from every other: not its ending.

    Signs that some system forbids become "_". What is too long is cut, with the beginning of its hash behind it. A name
    that Windows keeps for a device ("con", "lpt1") gets a sign more. Empty is "patient".
    """
    plain = "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in text) or "patient"
    if plain.casefold() in _DEVICES:
        return f"{plain}_"
    if len(plain.encode()) <= _MOST_NAME_BYTES:
        return plain
    told = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_DIGITS]
    cut = plain.encode()[: _MOST_NAME_BYTES - _HASH_DIGITS - 1].decode("utf-8", "ignore")
    return f"{cut}_{told}"


def write_own(path: Path, content: bytes) -> None:
    """Put ``content`` at a place of the program's own: what is no file there goes, and what a link leads to stays."""
    if _is_no_file(path):
        with suppress(OSError):
            path.unlink()
    _put(path.parent.resolve() / path.name, content)


def _put(place: Path, content: bytes) -> None:
    if _is_no_file(place):
        raise WorldError("error-no-regular-file", name=place.name)
    try:
        _write(place, content)
    except OSError as error:
        raise explained(error, place) from error


def _is_no_file(place: Path) -> bool:
    """True for what is there and neither a file nor a folder, which says so itself: root could put a file there."""
    try:
        mode = place.lstat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _can_be_a_name(path: Path) -> bool:
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False


def _write(place: Path, content: bytes) -> None:
    _take_away_left(place.parent)
    descriptor, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=place.parent)
    part = Path(name)
    try:
        _fill(descriptor, content)
        if place.exists():
            part.chmod(place.stat().st_mode & _PERMISSIONS)
        _replace(part, place)
    finally:
        # After the move there is nothing left to remove.
        with suppress(OSError):
            part.unlink(missing_ok=True)
    make_names_durable(place.parent)


def copy_durably(source: Path, to: Path) -> None:
    """Copy a file, however large, and make its content survive a power cut; an OSError may leave a part at ``to``."""
    with source.open("rb") as read, to.open("xb") as written:
        shutil.copyfileobj(read, written, _PIECE)
        written.flush()
        os.fsync(written.fileno())


def _replace(part: Path, place: Path) -> None:
    """Move the finished neighbour into its place; WorldError names a file that stays held."""
    until = time.monotonic() + _HELD_SECONDS
    while True:
        try:
            part.replace(place)
        except PermissionError as error:
            if not place.is_file():
                raise
            if time.monotonic() >= until:
                raise WorldError("error-file-held", name=place.name, folder=str(place.parent)) from error
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def _take_away_left(folder: Path) -> None:
    """Take away what a killed run left: nothing is written for an hour."""
    before = clock.now_utc().timestamp() - _LEFT_AFTER_SECONDS
    with suppress(OSError):
        for part in folder.glob(PARTS):
            if part.lstat().st_mtime < before:
                part.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it; WorldError where that is not allowed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:  # a file is called so
        raise WorldError("error-no-folder", folder=str(folder)) from error
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
