"""Take in a signed pack: everything in it is checked and weighed as any update, then all of it is kept, or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from core.catalogue.catalogue import Catalogue
from core.errors import WorldError
from core.progress import Report, told, unwatched
from core.rule_files.packs.opening import Pack
from core.rule_files.rule_file import Origin, OriginKind
from core.store.vault.vault import OpenVault
from core.use_cases.keep_library import LibraryFile, TakenIn, accept_all, take_in_content
from core.use_cases.keep_shelf import InForce, Proof, hash_of, shelf_of
from core.use_cases.keep_trust import How, Trust, remember, trust_of
from core.use_cases.open_packs import files_of_pack, pack_at
from core.use_cases.take_in_update import note_in_force


@dataclass(frozen=True)
class PackTaken:
    """A pack that is whole, signed by a key that is known or seen for the first time, and its files as checked."""

    pack: Pack
    is_first_use: bool
    files: tuple[TakenIn, ...]
    succession: How | None = None
    """How its key follows the known one of its signer, where it is another."""

    @property
    def new(self) -> tuple[TakenIn, ...]:
        """The files that are not held yet. What is held stays as it is, in force or not: that was somebody's act."""
        return tuple(each for each in self.files if each.succession.same is None)

    @property
    def can_be_accepted(self) -> bool:
        """True if every file can be taken in and at least one is not held yet."""
        return bool(self.new) and all(each.can_be_accepted for each in self.files)


@dataclass(frozen=True, slots=True)
class Library:
    """What a pack is held against: the files that are held, the acts that put some in force, what is trusted."""

    files: tuple[LibraryFile, ...]
    acts: tuple[InForce, ...]
    trust: Trust


def take_in_pack(path: Path, library: Library, catalogue: Catalogue, report: Report = unwatched) -> PackTaken:
    """Check a pack from disk; nothing is kept. WorldError where it is not whole, not trusted, or too old."""
    pack = pack_at(path)
    library.trust.refuse(pack)
    files = tuple(_files(pack, library, catalogue, report))
    return PackTaken(pack, library.trust.is_first_use(pack), files, library.trust.succession(pack))


def accept_pack(taken: PackTaken, vault: OpenVault, by: str) -> tuple[Path, ...]:
    """Keep every new file of a pack and put it in force, all or none; the trail knows the key and the version first."""
    if not taken.can_be_accepted:
        raise WorldError("error-not-taken-in")
    trust, pack = trust_of(vault.records), taken.pack
    trust.refuse(pack)  # what was taken in since the pack was checked counts too
    for each in taken.new:
        if each.file.rule_file is not None:
            trust.refuse_file(each.file.rule_file, pack.manifest.signer)
    remember(pack, vault.records, by)
    paths = accept_all(((each, _proof(each, pack)) for each in taken.new), shelf_of(vault), by)
    for each in taken.new:
        note_in_force(each, vault, by)
    return paths


def _files(pack: Pack, library: Library, catalogue: Catalogue, report: Report) -> Iterable[TakenIn]:
    origin = Origin(OriginKind.SIGNED, pack.manifest.signer)
    for file, content in told(files_of_pack(pack, catalogue), report):
        taken = take_in_content(file.path, content, library.files, catalogue, unwatched, library.acts, origin)
        if taken.file.rule_file is not None and taken.succession.same is None:
            library.trust.refuse_file(taken.file.rule_file, pack.manifest.signer)
        yield taken


def _proof(taken: TakenIn, pack: Pack) -> Proof:
    told_of = pack.manifest
    return Proof(hash_of(taken.content), told_of.signer, told_of.key, f"{told_of.name} {told_of.version}")
