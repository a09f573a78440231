"""The folder of a vault as it should be found: closed to others, and nothing half written in it.

Called while the vault is held, so that whatever is half written was left by a run that ended. Only what is the
program's own is touched: somebody may have named a folder that holds other things too.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from core.store.vault.place import BACKUPS, ERASED, HEADER, MARK, RECORD, REPLACED, RESTORED, TRIAL
from core.writing import PARTS

_FILES = (
    *(f"{name}*" for name in (HEADER, RECORD, MARK, ERASED, RESTORED, "attempts")),
    *("settings.json", "letterhead.png", "in-use.lock", "*.mark"),
)
_PARTS = (PARTS, ".unfinished*.part*")  # a record may have a journal beside it
_FILE, _FOLDER, _OTHERS = 0o600, 0o700, 0o077


def unfinished(what: str) -> str:
    """Return what a record is called until it has its own name. No date decides that it was left: only ``tidy``."""
    return f".unfinished-{what}.part"


def tidy(folder: Path) -> None:
    """Close the vault to others and take away what a killed run left; what cannot be is left as it is."""
    shutil.rmtree(folder / TRIAL, ignore_errors=True)
    for each in (folder, *_folders(folder)):
        for pattern in _PARTS:
            for part in _plain_files(each, pattern):
                with suppress(OSError):
                    part.unlink(missing_ok=True)
    if os.name != "nt":  # there the user's profile is closed as a whole
        _close(folder)


def _close(folder: Path) -> None:
    _set(folder, _FOLDER)
    for pattern in _FILES:
        for path in _plain_files(folder, pattern):
            _set(path, _FILE)
    for each in _folders(folder):
        _set(each, _FOLDER)
        for path in _plain_files(each, "*"):
            _set(path, _FILE)


def _folders(folder: Path) -> Iterator[Path]:
    """Yield the folders in it that are the program's own, whoever made what lies in them."""
    kept = folder / REPLACED
    own = (folder / each for each in (BACKUPS, "rules", "registry", REPLACED))
    for each in (*own, *(kept.glob("*") if kept.is_dir() else ())):
        with suppress(OSError):
            if stat.S_ISDIR(each.lstat().st_mode):
                yield each


def _plain_files(folder: Path, pattern: str) -> Iterator[Path]:
    with suppress(OSError):
        yield from (path for path in list(folder.glob(pattern)) if stat.S_ISREG(path.lstat().st_mode))


def _set(path: Path, mode: int) -> None:
    """Take the others' rights away, unless the folder is everybody's (as the one for temporary files is)."""
    with suppress(OSError):
        has = path.lstat().st_mode
        if has & _OTHERS and not has & stat.S_ISVTX:
            path.chmod(mode)
