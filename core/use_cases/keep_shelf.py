"""The shelf beside the record: which of the rule files in it were taken in through the program, and which is in force.

Whoever may write into the folder can put a file there; judged is only what stands in a list that is sealed with the
key of the vault. A list that is missing, damaged or sealed by another vault names nothing: its files are found again
and can be taken in again. Nothing is taken off the shelf: which version is in force is an entry of the same list, and
going back to an earlier one is an entry more.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, fields, replace
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
class InForce:
    """An act that put one version of a file in force, by the hash of its content; ``at`` is an instant (UTC).

    ``highest`` is the highest version that was known then: when a higher one comes with the program, that one counts.
    """

    id: str
    version: str
    hash: str
    highest: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class _List:
    """What the list says: the hashes of what was taken in, and every act that put a version in force, in order."""

    files: frozenset[str] = frozenset()
    acts: tuple[InForce, ...] = ()

    @property
    def sealed(self) -> bytes:
        """What is sealed. A list without acts is sealed as it was before there were any."""
        hashes = sorted(self.files)
        return json.dumps([hashes, [asdict(each) for each in self.acts]] if self.acts else hashes).encode()


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
        return self._list().files

    def acts(self) -> tuple[InForce, ...]:
        """Return every act that put a version in force, the oldest first."""
        return self._list().acts

    def keep(self, path: Path, content: bytes) -> None:
        """Put a file on the shelf, then into its list, which names nothing that is not there."""
        make_folder(self.folder)
        write_own(path, content)
        known = self._list()
        _write(self.folder, self.seal, replace(known, files=known.files | {hash_of(content)}))

    def put_in_force(self, act: InForce) -> None:
        """Enter that a version is in force from now on."""
        make_folder(self.folder)
        known = self._list()
        _write(self.folder, self.seal, replace(known, acts=(*known.acts, act)))

    def seal_anew(self, seal: Callable[[bytes], str]) -> None:
        """Seal the list with another key; one that is not sealed by this vault stays as it is."""
        known = self._list()
        if known != _List():
            _write(self.folder, seal, known)

    def _list(self) -> _List:
        known, mac = _listed(self.folder)
        return known if hmac.compare_digest(mac.encode(), self.seal(known.sealed).encode()) else _List()


def seal_anew(folder: Path, old: Callable[[bytes], str], new: Callable[[bytes], str]) -> None:
    """Seal the list of the shelf of a vault that has a new key: what was taken in stays so."""
    Shelf(folder / SHELF, old).seal_anew(new)


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
    return is_on_shelf and hash_of(content) not in _listed(folder)[0].files


def _write(folder: Path, seal: Callable[[bytes], str], known: _List) -> None:
    """Write the list anew, with the seal of a vault."""
    acts = [asdict(each) for each in known.acts]
    body = {"files": sorted(known.files), **({"in_force": acts} if acts else {}), "mac": seal(known.sealed)}
    write_own(folder / LIST, json.dumps(body, indent=1).encode())


def _listed(folder: Path) -> tuple[_List, str]:
    kept = read_json(folder / LIST, _MOST_BYTES)
    if not isinstance(kept, dict):
        return _List(), ""
    body = cast("dict[str, object]", kept)
    files, mac, acts = body.get("files"), body.get("mac"), body.get("in_force", [])
    if not isinstance(files, list) or not isinstance(mac, str) or not isinstance(acts, list):
        return _List(), ""
    hashes, told = cast("list[object]", files), cast("list[object]", acts)
    known = _List(frozenset(each for each in hashes if isinstance(each, str)), tuple(_acts(told)))
    return known, mac.encode("ascii", "replace").decode()


def _acts(told: Iterable[object]) -> Iterator[InForce]:
    """Yield the acts that are whole; of a list with another one among them the seal does not fit."""
    names = {each.name for each in fields(InForce)}
    for each in told:
        if isinstance(each, dict):
            act = cast("dict[str, object]", each)
            words = {name: word for name, word in act.items() if isinstance(word, str)}
            if words.keys() == names == act.keys():
                yield InForce(**words)
