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
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from core.discovery import yaml_files
from core.errors import WorldError
from core.regular_files import read_json
from core.rule_files.rule_file import Origin, OriginKind, Review
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
class Proof:
    """What is known of a file on the shelf by its hash: who signed its pack, or its review that was signed here."""

    file: str
    signer: str = ""
    key: str = ""
    pack: str = ""
    reviewed_by: str = ""
    reviewed_on: str = ""
    next_due: str = ""

    @property
    def origin(self) -> Origin:
        """Where the file comes from."""
        if self.signer:
            return Origin(OriginKind.SIGNED, self.signer)
        return Origin(review=Review(self.reviewed_by, self.reviewed_on, self.next_due))


@dataclass(frozen=True, slots=True)
class HoldsFrom:
    """A note beside a file, by its hash: from which day on it holds, who said so, and when (an instant, UTC)."""

    file: str
    day: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A file to be kept: its place, its bytes, what is known of where it comes from, and from when on it holds."""

    path: Path
    content: bytes
    proof: Proof | None = None
    holds_from: HoldsFrom | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """What the list says: the hashes of what was taken in, every act that put a version in force, proofs, notes."""

    files: frozenset[str] = frozenset()
    acts: tuple[InForce, ...] = ()
    proofs: tuple[Proof, ...] = ()
    notes: tuple[HoldsFrom, ...] = ()

    @property
    def sealed(self) -> bytes:
        """What is sealed. A list without acts, proofs or notes is sealed as it was before there were any."""
        hashes, acts = sorted(self.files), [asdict(each) for each in self.acts]
        if self.notes:
            return json.dumps(
                [hashes, acts, *([asdict(each) for each in some] for some in (self.proofs, self.notes))]
            ).encode()
        if self.proofs:
            return json.dumps([hashes, acts, [asdict(each) for each in self.proofs]]).encode()
        return json.dumps([hashes, acts] if acts else hashes).encode()


Line = TypeVar("Line", InForce, Proof, HoldsFrom)


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

    def origins(self) -> Mapping[str, Origin]:
        """Return where files come from, by their hashes; of those without a proof nothing is known."""
        known = self._list()
        found = {each.file: each.origin for each in known.proofs}
        for note in known.notes:
            found[note.file] = replace(found.get(note.file, Origin()), holds_from=note.day)
        return found

    def keep(self, path: Path, content: bytes) -> None:
        """Put a file on the shelf, then into its list, which names nothing that is not there."""
        self.keep_all((Kept(path, content),), ())

    def put_in_force(self, act: InForce) -> None:
        """Enter that a version is in force from now on."""
        self.keep_all((), (act,))

    def keep_all(self, files: Sequence[Kept], acts: Sequence[InForce]) -> None:
        """Put files on the shelf and versions in force: all of them or none.

        What counts is the list, and that is written once, when everything it names is there. A file that it does not
        name counts as found, and goes again where the list could not be written.
        """
        make_folder(self.folder)
        known = self._list()
        new = [each for each in files if not each.path.exists()]
        try:
            for each in files:
                write_own(each.path, each.content)
            proofs = {each.file: each for each in (*known.proofs, *(each.proof for each in files)) if each is not None}
            hashes = known.files | {hash_of(each.content) for each in files}
            told = {
                each.file: each for each in (*known.notes, *(each.holds_from for each in files)) if each is not None
            }
            whole = _List(hashes, (*known.acts, *acts), tuple(proofs.values()), tuple(told.values()))
            _write(self.folder, self.seal, whole)
        except WorldError:
            for each in new:
                with suppress(OSError):
                    each.path.unlink(missing_ok=True)
            raise

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
    proofs, notes = ([asdict(each) for each in some] for some in (known.proofs, known.notes))
    body = {
        "files": sorted(known.files),
        **({"in_force": acts} if acts else {}),
        **({"proofs": proofs} if proofs else {}),
        **({"holds_from": notes} if notes else {}),
        "mac": seal(known.sealed),
    }
    write_own(folder / LIST, json.dumps(body, indent=1).encode())


def _listed(folder: Path) -> tuple[_List, str]:
    kept = read_json(folder / LIST, _MOST_BYTES)
    if not isinstance(kept, dict):
        return _List(), ""
    body = cast("dict[str, object]", kept)
    files, mac = body.get("files"), body.get("mac")
    acts, proofs, notes = (body.get(key, []) for key in ("in_force", "proofs", "holds_from"))
    if not isinstance(mac, str) or not all(isinstance(each, list) for each in (files, acts, proofs, notes)):
        return _List(), ""
    hashes = frozenset(each for each in cast("list[object]", files) if isinstance(each, str))
    known = _List(hashes, tuple(_each(InForce, acts)), tuple(_each(Proof, proofs)), tuple(_each(HoldsFrom, notes)))
    return known, mac.encode("ascii", "replace").decode()


def _each(kind: type[Line], told: object) -> Iterator[Line]:
    """Yield the lines that are whole; of a list with another one among them the seal does not fit."""
    names = {each.name for each in fields(kind)}
    for each in cast("list[object]", told):
        if isinstance(each, dict):
            line = cast("dict[str, object]", each)
            words = {name: word for name, word in line.items() if isinstance(word, str)}
            if words.keys() == names == line.keys():
                yield kind(**words)
