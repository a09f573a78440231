"""The shelf beside the record: which of the rule files in it were taken in through the program.

Whoever may write into the folder can put a file there; judged is only what stands in a list that is sealed with the
key of the vault. A list that is missing, damaged or sealed by another vault names nothing: its files are found again
and can be taken in again.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from core.discovery import yaml_files
from core.regular_files import read_json
from core.store.vault.place import is_vault
from core.writing import make_folder, write_own

if TYPE_CHECKING:
    from core.store.vault.vault import OpenVault  # not loaded by the command line, which opens no vault

SHELF = "rules"
"""The folder beside the vault that holds what was taken in."""
LIST = "taken-in.json"
_MOST_BYTES = 1024 * 1024
"""Some fourteen thousand files."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder, and the seal of its vault: what returns a MAC for a content."""

    folder: Path
    seal: Callable[[bytes], str]

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every rule file that lies there, taken in or not."""
        return yaml_files(self.folder) if self.folder.is_dir() else ()

    def taken_in(self) -> frozenset[str]:
        """Return the hashes of what was taken in."""
        hashes, mac = _listed(self.folder)
        return hashes if hmac.compare_digest(mac.encode(), self.seal(_sealed(hashes)).encode()) else frozenset()

    def keep(self, path: Path, content: bytes) -> None:
        """Put a file on the shelf, then into its list, which names nothing that is not there."""
        make_folder(self.folder)
        write_own(path, content)
        self.keep_list(self.taken_in() | {hash_of(content)})

    def keep_list(self, hashes: Iterable[str]) -> None:
        """Write the list anew, with the seal of the vault."""
        body = {"files": sorted(hashes), "mac": self.seal(_sealed(hashes))}
        write_own(self.folder / LIST, json.dumps(body, indent=1).encode())


def seal_anew(folder: Path, old: Callable[[bytes], str], new: Callable[[bytes], str]) -> None:
    """Seal the list of the shelf of a vault that has a new key: what was taken in stays so."""
    taken_in = Shelf(folder / SHELF, old).taken_in()
    if taken_in:
        Shelf(folder / SHELF, new).keep_list(taken_in)


def shelf_of(vault: OpenVault) -> Shelf:
    """Return the shelf of an open vault."""
    return Shelf(vault.folder / SHELF, vault.seal)


def hash_of(content: bytes) -> str:
    """Return what the list knows a file by."""
    return hashlib.sha256(content).hexdigest()


def is_found_only(path: Path, content: bytes) -> bool:
    """True if a file on the shelf of a vault is not named by its list; the seal is not asked for."""
    folder = path.absolute().parent
    is_on_shelf = folder.name == SHELF and is_vault(folder.parent)
    return is_on_shelf and hash_of(content) not in _listed(folder)[0]


def _listed(folder: Path) -> tuple[frozenset[str], str]:
    kept = read_json(folder / LIST, _MOST_BYTES)
    if not isinstance(kept, dict):
        return frozenset(), ""
    body = cast("dict[str, object]", kept)
    files, mac = body.get("files"), body.get("mac")
    if not isinstance(files, list) or not isinstance(mac, str):
        return frozenset(), ""
    hashes = cast("list[object]", files)
    return frozenset(each for each in hashes if isinstance(each, str)), mac.encode("ascii", "replace").decode()


def _sealed(hashes: Iterable[str]) -> bytes:
    return json.dumps(sorted(hashes)).encode()
