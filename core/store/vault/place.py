"""Where a vault may lie: not in a folder that a service copies away, not on a network drive."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path

from core.errors import WorldError
from core.places.concern import Concern, Danger, concern_at

HEADER = "kriterion.vault"
RECORD = "record.db"


class UnsuitablePlaceError(WorldError):
    """The folder is synchronised or lies on a network drive."""


def is_vault(folder: Path) -> bool:
    """Tell whether a vault lies in a folder, whole or not."""
    return (folder / HEADER).exists() or (folder / RECORD).exists()


def default_folder() -> Path:
    """Return the folder of the vault where nobody chose another."""
    return user_data_path("Kriterion", appauthor=False) / "vault"


def check_place(folder: Path) -> None:
    """Refuse a folder in which the record would be copied away or torn; UnsuitablePlaceError says why."""
    concern = concern_at(folder)
    if concern is not None:
        raise _unsuitable(concern)


def _unsuitable(concern: Concern) -> UnsuitablePlaceError:
    if concern.danger is Danger.SYNCHRONISED:
        return UnsuitablePlaceError("error-synchronised", folder=concern.folder)
    return UnsuitablePlaceError("error-network-drive")
