"""Whom to believe: keys by name from the first use on, and the highest version seen of every pack and file.

Both stand in the trail of the record, which is encrypted, chained, and only ever added to: whoever can change the
folder beside the record cannot make the program forget a key or a version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.errors import WorldError
from core.rule_files.packs.fingerprint import fingerprint
from core.rule_files.packs.keys import same_name
from core.rule_files.packs.opening import Pack
from core.rule_files.rule_file import RuleFile
from core.rule_files.versions import is_above, version_of
from core.store.records import Records
from core.use_cases.take_in_update import ACT

KEY_ACT = "key of rule packs trusted"
PACK_ACT = "rule pack taken in"


@dataclass(frozen=True, slots=True)
class _Signer:
    name: str
    key: str


@dataclass(frozen=True, slots=True)
class _Seen:
    """The highest version seen of a pack or a file, with the hashes that it had, and who signed the pack."""

    version: str
    hashes: frozenset[str]
    signer: _Signer | None = None


@dataclass(frozen=True, slots=True)
class Trust:
    """What the record remembers: signers by their folded names, packs by name, rule files by id."""

    signers: Mapping[str, _Signer]
    packs: Mapping[str, _Seen]
    files: Mapping[str, _Seen]

    def is_first_use(self, pack: Pack) -> bool:
        """True if nothing of this signer was taken in before: the fingerprint is to be compared."""
        return same_name(pack.manifest.signer) not in self.signers

    def refuse(self, pack: Pack) -> None:
        """Raise WorldError for a known name with another key, and for an older pack."""
        told = pack.manifest
        known = self.signers.get(same_name(told.signer))
        if known is not None and known.key != told.key:
            words = (" ".join(fingerprint(key)) for key in (known.key, told.key))
            raise WorldError("trust-other-key", signer=told.signer, known=next(words), words=next(words))
        seen = self.packs.get(told.name)
        if seen is None or seen.signer is None:
            return
        if seen.signer.key != told.key:
            raise WorldError("trust-other-signer", name=told.name, known=seen.signer.name, signer=told.signer)
        if is_above(seen.version, told.version):
            raise WorldError(
                "trust-older-pack", name=told.name, version=told.version, highest=seen.version, signer=told.signer
            )
        if version_of(seen.version) == version_of(told.version) and pack.sha256 not in seen.hashes:
            raise WorldError("trust-same-version", name=told.name, version=told.version, signer=told.signer)

    def refuse_file(self, rule_file: RuleFile, signer: str) -> None:
        """Raise WorldError for a file below the highest version that was ever in force, and for another of the same."""
        seen = self.files.get(rule_file.id)
        if seen is None:
            return
        if is_above(seen.version, rule_file.version):
            raise WorldError(
                "trust-older-file", id=rule_file.id, version=rule_file.version, highest=seen.version, signer=signer
            )
        if version_of(seen.version) == version_of(rule_file.version) and rule_file.hash not in seen.hashes:
            raise WorldError("trust-same-file-version", id=rule_file.id, version=rule_file.version, signer=signer)


def trust_of(records: Records) -> Trust:
    """Return what the record remembers."""
    signers: dict[str, _Signer] = {}
    for line in records.noted(KEY_ACT):
        key, _, name = line.partition(" ")
        signers.setdefault(same_name(name), _Signer(name, key))
    packs: dict[str, _Seen] = {}
    for line in records.noted(PACK_ACT):
        name, version, sha256, key, signer = line.split(" ", 4)
        _see(packs, name, _Seen(version, frozenset({sha256}), _Signer(signer, key)))
    files: dict[str, _Seen] = {}
    for line in records.noted(ACT):
        name, version, digest = line.split(" ")
        _see(files, name, _Seen(version, frozenset({digest})))
    return Trust(signers, packs, files)


def remember(pack: Pack, records: Records, by: str) -> None:
    """Note the key and the version of a pack, and wait until that is written."""
    told = pack.manifest
    if trust_of(records).is_first_use(pack):
        records.note(KEY_ACT, f"{told.key} {told.signer}", by).result_soon()
    line = f"{told.name} {told.version} {pack.sha256} {told.key} {told.signer}"
    if not records.has_noted(PACK_ACT, line):
        records.note(PACK_ACT, line, by).result_soon()


def _see(known: dict[str, _Seen], name: str, new: _Seen) -> None:
    """Keep the higher version, of the same version every content."""
    old = known.get(name)
    if old is None or is_above(new.version, old.version):
        known[name] = new
    elif version_of(new.version) == version_of(old.version):
        known[name] = _Seen(old.version, old.hashes | new.hashes, old.signer)
