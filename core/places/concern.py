"""Whether what is put at a place would leave this computer or be torn there, and by what that is seen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePath, PureWindowsPath

from core.places.clouds import service_folder
from core.places.mounts import mount_of
from core.places.surroundings import DRIVE_REMOTE, Surroundings, surroundings

_SHARES = ("\\\\", "//")
_LONG = "\\\\?\\"
_LONG_SHARE = "\\\\?\\unc\\"
_VOLUMES = "/Volumes"


class Danger(Enum):
    """What a place does to the files in it."""

    SYNCHRONISED = "synchronised"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Concern:
    """What is to be said of a place: the danger, and the folder by which it was seen ("" where there is none)."""

    danger: Danger
    folder: str = ""


def concern_at(path: Path) -> Concern | None:
    """Return what is to be said of a place on this computer; links are followed, what is not there yet counts too."""
    try:
        real = path.expanduser().resolve()
    except (OSError, RuntimeError):  # a home that is not known, links in a ring: whoever writes will say so
        real = path.absolute()
    return concern_of(real, surroundings())


def concern_of(path: PurePath, around: Surroundings) -> Concern | None:
    """Return what is to be said of an absolute path, as the system around it tells."""
    if _is_on_network(path, around):  # first: a folder that does not answer is not looked into
        return Concern(Danger.NETWORK, path.drive or _volume(path))
    folder = service_folder(path, around.home, around.listing)
    return Concern(Danger.SYNCHRONISED, folder) if folder else None


def _is_on_network(path: PurePath, around: Surroundings) -> bool:
    if isinstance(path, PureWindowsPath):
        return _is_on_share(str(path), around)
    mount = mount_of(path, around.mounts)
    if mount is not None:
        return mount.is_network
    return around.is_mac and path.is_relative_to(_VOLUMES)  # the list could not be read: it may be anybody's disk


def _is_on_share(path: str, around: Surroundings) -> bool:
    """Tell by the two strokes of a share, or by what the system says of the letter of a drive."""
    if path.casefold().startswith(_LONG_SHARE):
        return True
    path = path.removeprefix(_LONG)
    if path.startswith(_SHARES):
        return not path.startswith("\\\\.\\")
    return bool(path[1:2] == ":") and around.drive_kind(f"{path[0].upper()}:\\") == DRIVE_REMOTE


def _volume(path: PurePath) -> str:
    return next(iter(path.relative_to(_VOLUMES).parts), "") if path.is_relative_to(_VOLUMES) else ""
