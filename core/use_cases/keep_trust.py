"""Whom to believe: keys by name from the first use on, and the highest version seen of every pack and file.

Both stand in the trail of the record, which is encrypted, chained, and only ever added to: whoever can change the
folder beside the record cannot make the program forget a key or a version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from core.errors import WorldError
from core.rule_files.packs.fingerprint import LENGTH, fingerprint, fingerprint_words
from core.rule_files.packs.keys import same_name
from core.rule_files.packs.opening import Pack
from core.rule_files.rule_file import RuleFile
from core.rule_files.versions import is_above, version_of
from core.store.records import Records
from core.use_cases.take_in_update import ACT

KEY_ACT = "key of rule packs trusted"
ANEW_ACT = "key of rule packs confirmed anew"
HANDED_ACT = "key of rule packs handed over"
PACK_ACT = "rule pack taken in"


@dataclass(frozen=True, slots=True)
class _Signer:
    name: str
    key: str


class How(Enum):
    """How the key of a signer came to be trusted."""

    FIRST_USE = "first-use"
    HANDED_OVER = "handed-over"
    ANEW = "anew"


@dataclass(frozen=True, slots=True)
class KnownSigner:
    """A signer: the name, the words of the key, how it came to be trusted, and how many keys were before it.

    ``awaited`` are the words of a key that was confirmed and of which no pack has come yet, "" for none.
    """

    name: str
    words: str
    how: How
    before: int
    awaited: str = ""


@dataclass(frozen=True, slots=True)
class _Seen:
    """The highest version seen of a pack or a file, with the hashes that it had, and who signed the pack."""

    version: str
    hashes: frozenset[str]
    signer: _Signer | None = None


@dataclass(frozen=True, slots=True)
class Trust:
    """What the record remembers: signers by their folded names, packs by name, rule files by id.

    ``retired`` are the keys that signers had before, by the same names; ``awaited`` the words of keys that somebody
    confirmed anew; ``handed_over`` the keys that another handed over to.
    """

    signers: Mapping[str, _Signer]
    packs: Mapping[str, _Seen]
    files: Mapping[str, _Seen]
    retired: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    awaited: Mapping[str, str] = field(default_factory=dict[str, str])
    handed_over: frozenset[str] = frozenset()

    def is_first_use(self, pack: Pack) -> bool:
        """True if nothing of this signer was taken in before: the fingerprint is to be compared."""
        return same_name(pack.manifest.signer) not in self.signers

    def succession(self, pack: Pack) -> How | None:
        """Return how the key of a pack follows the known one of its signer, None where it does not have to."""
        told = pack.manifest
        known = self.signers.get(same_name(told.signer))
        if known is None or known.key == told.key or told.key in self.retired.get(same_name(told.signer), ()):
            return None
        if told.handed_over is not None and told.handed_over.old == known.key:
            return How.HANDED_OVER
        is_awaited = self.awaited.get(same_name(told.signer)) == " ".join(fingerprint(told.key))
        return How.ANEW if is_awaited else None

    def known_signers(self) -> tuple[KnownSigner, ...]:
        """Return every signer, by name."""
        return tuple(self._known(name) for name in sorted(self.signers))

    def _known(self, name: str) -> KnownSigner:
        signer, before = self.signers[name], self.retired.get(name, ())
        words = " ".join(fingerprint(signer.key))
        how = How.HANDED_OVER if signer.key in self.handed_over else How.ANEW if before else How.FIRST_USE
        awaited = self.awaited.get(name, "")
        return KnownSigner(signer.name, words, how, len(before), awaited)

    def refuse(self, pack: Pack) -> None:
        """Raise WorldError for a known name with a key that does not follow the known one, and for an older pack."""
        told = pack.manifest
        known = self.signers.get(same_name(told.signer))
        if known is not None and known.key != told.key and self.succession(pack) is None:
            words = (" ".join(fingerprint(key)) for key in (known.key, told.key))
            is_retired = told.key in self.retired.get(same_name(told.signer), ())
            phrase = "trust-retired-key" if is_retired else "trust-other-key"
            raise WorldError(phrase, signer=told.signer, known=next(words), words=next(words))
        seen = self.packs.get(told.name)
        if seen is None or seen.signer is None:
            return
        if same_name(seen.signer.name) != same_name(told.signer):  # its key is the known one, or follows it
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
    retired: dict[str, tuple[str, ...]] = {}
    for line in records.noted(KEY_ACT):  # the last of a name is its key, those before are no longer
        key, _, name = line.partition(" ")
        folded = same_name(name)
        if folded in signers:
            retired[folded] = (*retired.get(folded, ()), signers[folded].key)
        signers[folded] = _Signer(name, key)
    awaited: dict[str, str] = {}
    for line in records.noted(ANEW_ACT):
        *words, known, name = line.split(" ", LENGTH + 1)
        if (now := signers.get(same_name(name))) is not None and now.key == known:
            awaited[same_name(name)] = " ".join(words)
    handed_over = frozenset(line.partition(" ")[0] for line in records.noted(HANDED_ACT))
    packs: dict[str, _Seen] = {}
    for line in records.noted(PACK_ACT):
        name, version, sha256, key, signer = line.split(" ", 4)
        _see(packs, name, _Seen(version, frozenset({sha256}), _Signer(signer, key)))
    files: dict[str, _Seen] = {}
    for line in records.noted(ACT):
        name, version, digest = line.split(" ")
        _see(files, name, _Seen(version, frozenset({digest})))
    return Trust(signers, packs, files, retired, awaited, handed_over)


def confirm_anew(name: str, words: str, records: Records, by: str) -> None:
    """Note that a signer's new key is the one of these words; WorldError for an unknown signer or words of no key.

    The words are those that the signer read out, by a way that does not depend on a pack: whoever lost the old key
    cannot sign with it that the new one follows. The next pack with that key is taken in as the signer's. It is
    confirmed in the place of the key that is known now, and of no later one.
    """
    trust, written = trust_of(records), " ".join(words.lower().split())
    signer = trust.signers.get(same_name(name))
    if signer is None:
        raise WorldError("trust-no-signer", signer=name)
    parts = written.split()
    unknown = [each for each in parts if each not in fingerprint_words()]
    if unknown:
        raise WorldError("trust-words-unknown", words=" ".join(unknown))
    if len(parts) != LENGTH:
        raise WorldError("trust-words", most=LENGTH, count=len(parts))
    keys = (signer.key, *trust.retired.get(same_name(name), ()))
    if any(written == " ".join(fingerprint(key)) for key in keys):
        raise WorldError("trust-words-known", signer=signer.name)
    records.note(ANEW_ACT, f"{written} {signer.key} {signer.name}", by).result_soon()


def remember(pack: Pack, records: Records, by: str) -> None:
    """Note the key and the version of a pack, and wait until that is written."""
    told = pack.manifest
    trust = trust_of(records)
    succession = trust.succession(pack)
    if succession is How.HANDED_OVER:
        records.note(HANDED_ACT, f"{told.key} {told.signer}", by).result_soon()
    if trust.is_first_use(pack) or succession is not None:
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
