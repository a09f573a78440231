"""The folders of the services that copy files to other computers: by their names, and by the marks they leave.

A name counts whole, or with what the service itself puts behind it ("OneDrive - Clinic"): a folder that only begins
like one ("Boxenstopp") is somebody's own. Names are compared without regard to case where no common word is meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from itertools import chain
from pathlib import PurePath

Listing = Callable[[PurePath], frozenset[str]]
"""Returns the names in a folder, none where it cannot be looked into."""

_OF = r"(?: ?[-–] ?.+| ?\(.+\))?"
"""What a service puts behind its name: whose it is."""
_NAMES = re.compile(
    "|".join(
        (
            f"OneDrive{_OF}",
            r"Dropbox(?: \(.+\))?|.+ Dropbox",
            f"Google ?Drive{_OF}|Google Drive File Stream",
            r"iCloud ?Drive|iCloud Photos|Mobile Documents|com~apple~.+",
            rf"(?:Nextcloud|ownCloud)\d*{_OF}",
            "Seafile|SeaDrive|seadrive_root|Synology ?Drive|CloudStation",
            "pCloud ?(?:Drive|Sync|Backup)|MEGA ?sync(?: (?:Imports|Uploads|Downloads))?",
            f"Box Sync{_OF}|Box-Box|Syncthing|Resilio Sync|BitTorrent Sync",
            f"HiDrive|MagentaCLOUD{_OF}|sciebo|PowerFolders|TeamDrive|heiBOX|luckycloud|bwSync&Share",
            rf"Proton ?Drive{_OF}|kDrive\d*|Tresorit|SpiderOak Hive|Jottacloud|Yandex\.Disk|Nutstore",
            "Amazon Drive|Creative Cloud Files|Egnyte|ShareFile|Citrix Files|Koofr|Internxt(?: Drive)?",
        )
    ),
    re.IGNORECASE,
)
_WRITTEN_SO = re.compile(r"Box|MEGA|pCloud|pCloudDrive")
"""Short names, or words of their own: only as the service writes them."""
_GOOGLE = re.compile(
    r"(?:My Drive|Meine Ablage|Mon Drive|Mi unidad|Il mio Drive|Meu Drive|O meu disco|Mijn Drive|Min enhet|Mit drev"
    r"|Min disk|Mój dysk|Můj disk|Oma Drive|Drive'ım|Saját meghajtó|Мой диск|Мій диск|マイドライブ"
    r"|Shared drives|Geteilte Ablagen|Drive partagés|Disques partagés|Unidades compartidas|Drive condivisi"
    r"|Drives compartilhados|Gedeelde Drives|Delade enheter|Dyski współdzielone)(?: \(.+\))?",
    re.IGNORECASE,
)
_SHAREPOINT = re.compile(r".+ [-–] (?:Documents|Dokumente|Documentos|Documenti|Documenten|Dokumenty|Général|General)")
_MARKS = (
    ".stfolder",
    ".dropbox",
    ".dropbox.cache",
    ".sync_*.db",
    "._sync_*.db",
    ".nextcloudsync.log",
    ".owncloudsync.log",
    ".tmp.drivedownload",
    ".tmp.driveupload",
    ".megaignore",
    ".SynologyWorkingDirectory",
    ".849C9593-D756-4E56-8D6E-42412F2A707B",
)
"""Files and folders that a service keeps in the top folder it copies (the last one is OneDrive's)."""
_ONEDRIVE = "onedrive"
_KEPT_BY_MAC = ("Library", "CloudStorage")
_MAC_FOLDERS = ("Documents", "Desktop")
_ICLOUD = ("Library", "Mobile Documents", "com~apple~CloudDocs")


def service_folder(path: PurePath, home: PurePath | None, listing: Listing) -> str:
    """Return the name of the folder on the way to ``path`` that a service copies away, "" where there is none."""
    return next(chain(_named(path), _marked(path, listing), _of_icloud(path, home, listing)), "")


def _named(path: PurePath) -> Iterator[str]:
    parts = [unicodedata.normalize("NFC", part) for part in path.parts]
    yield from (part for part in parts if any(each.fullmatch(part) for each in (_NAMES, _WRITTEN_SO, _GOOGLE)))
    for above, below, part in zip(parts, parts[1:], parts[2:], strict=False):
        if (above, below) == _KEPT_BY_MAC:
            yield part


def _marked(path: PurePath, listing: Listing) -> Iterator[str]:
    """Yield the folders in which a service left its mark, or beside which OneDrive shows whose they are."""
    for folder in (path, *path.parents):
        if any(fnmatchcase(name, mark) for name in listing(folder) for mark in _MARKS):
            yield folder.name or str(folder)
        if folder.name and _is_of_sharepoint(folder, listing):
            yield folder.name


def _is_of_sharepoint(folder: PurePath, listing: Listing) -> bool:
    """Tell whether a library is meant: ``Clinic`` beside ``OneDrive - Clinic``, ``Team - Documents`` below it."""
    beside = {name.casefold() for name in listing(folder.parent)}
    if any(f"{_ONEDRIVE} {dash} {folder.name.casefold()}" in beside for dash in "-–"):
        return True
    if _SHAREPOINT.fullmatch(folder.name) is None:
        return False
    above = {name.casefold() for name in listing(folder.parent.parent)}
    return any(name.startswith(_ONEDRIVE) for name in beside | above)


def _of_icloud(path: PurePath, home: PurePath | None, listing: Listing) -> Iterator[str]:
    """Yield Documents and Desktop of a Mac whose iCloud keeps them: they stand in its own folder as well."""
    if home is None:
        return
    for name in _MAC_FOLDERS:
        folder = home / name
        if (path == folder or folder in path.parents) and name in listing(home.joinpath(*_ICLOUD)):
            yield f"{name} (iCloud)"
