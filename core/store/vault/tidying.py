"""The folder of a vault as it should be found: closed to others, and nothing half written in it.

Called while the vault is held, so that whatever is half written was left by a run that ended. Only what is the
program's own is touched: somebody may have named a folder that holds other things too.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from core.store.vault.place import BACKUPS, HEADER, RECORD
from core.writing import PARTS

_FILES = (f"{HEADER}*", f"{RECORD}*", "attempts*", "settings.json", "letterhead.png", "in-use.lock", "*.mark")
_FOLDERS = (BACKUPS, "rules")
_PARTS = (PARTS, ".unfinished.part*")
_FILE, _FOLDER, _OTHERS = 0o600, 0o700, 0o077


def tidy(folder: Path) -> None:
    """Close the vault to others and take away what a killed run left; what cannot be is left as it is."""
    for each in (folder, *(folder / name for name in _FOLDERS)):
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
    for name in _FOLDERS:
        if (folder / name).is_dir() and not (folder / name).is_symlink():
            _set(folder / name, _FOLDER)
            for path in _plain_files(folder / name, "*"):
                _set(path, _FILE)


def _plain_files(folder: Path, pattern: str) -> Iterator[Path]:
    with suppress(OSError):
        yield from (path for path in list(folder.glob(pattern)) if stat.S_ISREG(path.lstat().st_mode))


def _set(path: Path, mode: int) -> None:
    """Take the others' rights away, unless the folder is everybody's (as the one for temporary files is)."""
    with suppress(OSError):
        has = path.lstat().st_mode
        if has & _OTHERS and not has & stat.S_ISVTX:
            path.chmod(mode)
