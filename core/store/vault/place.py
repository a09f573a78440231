"""Where a vault may lie: not in a folder that a service copies away, not on a network drive."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path

from core.errors import WorldError

HEADER = "kriterion.vault"
RECORD = "record.db"
MARK = "record.mark"
BACKUPS = "backups"
REPLACED = "replaced"
"""Where what was replaced is kept, each time under its own number."""
MOVING_IN = "moving-in"

_SYNCHRONISED = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "icloud",
    "mobile documents",
    "nextcloud",
    "owncloud",
    "seafile",
    "pcloud",
    "box sync",
)
_NETWORK_TYPES = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "sshfs", "fuse.sshfs", "9p", "afs", "davfs"})
_MOUNTS = Path("/proc/self/mounts")


class UnsuitablePlaceError(WorldError):
    """The folder is synchronised or lies on a network drive."""


def is_vault(folder: Path) -> bool:
    """Tell whether a vault lies in a folder, whole or not.

    A record without any header, its backups' included, is none: nothing opens it, and it can only be what a creation
    left that was broken off. A new vault may be made there; the record is kept beside it.
    """
    return (
        (folder / HEADER).exists()
        or any(folder.glob(f"{MOVING_IN}-*"))
        or ((folder / RECORD).exists() and any(copies_of_header(folder)))
    )


def copies_of_header(folder: Path) -> tuple[Path, ...]:
    """Return the headers that lie with the backups and with what was replaced, the last of each first.

    An older program kept what it replaced under the same name with an ending.
    """
    found = (
        (folder / BACKUPS).glob(f"*{Path(HEADER).suffix}"),
        (folder / REPLACED).glob(f"*/{HEADER}"),
        folder.glob(f"{HEADER}.*"),
    )
    return tuple(path for each in found for path in sorted(each, reverse=True))


def default_folder() -> Path:
    """Return the folder of the vault where nobody chose another."""
    return user_data_path("Kriterion", appauthor=False) / "vault"


def check_place(folder: Path) -> None:
    """Refuse a folder in which the record would be copied away or torn; UnsuitablePlaceError says why."""
    resolved = folder.expanduser().resolve()
    for part in resolved.parts:
        service = next((name for name in _SYNCHRONISED if part.casefold().startswith(name)), None)
        if service is not None:
            raise UnsuitablePlaceError("error-synchronised", folder=part)
    if _is_on_network(resolved):
        raise UnsuitablePlaceError("error-network-drive")


def _is_on_network(folder: Path) -> bool:
    """Tell by the system's list of mounts, or by the two strokes of a share's path on Windows."""
    if str(folder).startswith("\\\\"):
        return True
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    mounts = [(at, kind) for line in lines if (fields := line.split())[3:] for at, kind in [fields[1:3]]]
    over = [(len(at), kind) for at, kind in mounts if _is_below(folder, at)]
    return bool(over) and max(over)[1] in _NETWORK_TYPES


def _is_below(folder: Path, mount: str) -> bool:
    return os.path.commonpath((folder, mount)) == mount if mount.startswith("/") else False
