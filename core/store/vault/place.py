"""Where a vault may lie: not in a folder that a service copies away, not on a network drive."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path

from core.errors import WorldError
from core.places.concern import Concern, Danger, concern_at

FOLDER = "KRITERION_VAULT"
"""The variable of the environment that names another folder for the vault."""
HEADER = "kriterion.vault"
RECORD = "record.db"
MARK = "record.mark"
ERASED = "record.erased"
RESTORED = "record.restored"
BACKUPS = "backups"
REPLACED = "replaced"
"""Where what was replaced is kept, each time under its own number."""
MOVING_IN = "moving-in"
TRIAL = "trial.part"
"""Where a copy is opened to see whether it opens."""


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


def chosen_folder() -> Path:
    """Return the folder of the vault: the one the environment names, else the usual one."""
    named = os.environ.get(FOLDER)
    return Path(named) if named else default_folder()


def check_place(folder: Path) -> None:
    """Refuse a folder in which the record would be copied away or torn; UnsuitablePlaceError says why."""
    concern = concern_at(folder)
    if concern is not None:
        raise _unsuitable(concern)


def _unsuitable(concern: Concern) -> UnsuitablePlaceError:
    if concern.danger is Danger.SYNCHRONISED:
        return UnsuitablePlaceError("error-synchronised", folder=concern.folder)
    return UnsuitablePlaceError("error-network-drive")
