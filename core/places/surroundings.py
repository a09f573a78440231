"""What the system says of its folders and drives; handed in, so that every system can be tried on any."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path, PurePath

from core.places.clouds import Listing
from core.places.mounts import Mount, mounts_of_linux, mounts_of_mac

DRIVE_REMOTE = 4
"""What Windows calls the drive of another computer."""
_UNKNOWN_DRIVE = 0
_MOST_NAMES = 20_000
"""So many names of a folder are looked at for a mark: no home has more at its top."""
_LINUX_MOUNTS = Path("/proc/self/mounts")
_SECONDS = 2


def _no_names(folder: PurePath) -> frozenset[str]:
    del folder
    return frozenset()


def _no_drive(root: str) -> int:
    del root
    return _UNKNOWN_DRIVE


@dataclass(frozen=True)
class Surroundings:
    """The home, the mounts, the names in a folder, the kind of a drive; left out, nothing is known of it."""

    home: PurePath | None = None
    mounts: tuple[Mount, ...] = ()
    listing: Listing = field(default=_no_names)
    drive_kind: Callable[[str], int] = field(default=_no_drive)
    is_mac: bool = False


def surroundings() -> Surroundings:
    """Return what is so here and now."""
    try:
        home: Path | None = Path.home()
    except RuntimeError:
        home = None
    return Surroundings(home, _mounts(), _names_in, _drive_kind, sys.platform == "darwin")


def _names_in(folder: PurePath) -> frozenset[str]:
    try:
        with os.scandir(folder) as entries:
            return frozenset(entry.name for entry in islice(entries, _MOST_NAMES))
    except OSError:
        return frozenset()


if sys.platform == "win32":
    import ctypes

    def _drive_kind(root: str) -> int:
        return int(ctypes.windll.kernel32.GetDriveTypeW(root))

else:
    _drive_kind = _no_drive

if sys.platform == "darwin":
    import subprocess  # there alone: it would make the first page wait

    def _mounts() -> tuple[Mount, ...]:
        try:
            told = subprocess.run(["/sbin/mount"], capture_output=True, check=False, timeout=_SECONDS)
        except (OSError, subprocess.SubprocessError):
            return ()
        return mounts_of_mac(told.stdout)

else:

    def _mounts() -> tuple[Mount, ...]:
        try:
            return mounts_of_linux(_LINUX_MOUNTS.read_bytes())
        except OSError:
            return ()
