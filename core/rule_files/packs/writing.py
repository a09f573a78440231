"""Write a pack: the manifest of checked rule files, its signature, and the files as they are."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.errors import WorldError
from core.rule_files.packs.archive import archived
from core.rule_files.packs.keys import SigningKey
from core.rule_files.packs.limits import MANIFEST, MOST_ALL_BYTES, MOST_FILE_BYTES, MOST_FILES, SIGNATURE
from core.rule_files.packs.manifest import Manifest, PackedFile, is_pack_name, is_version, path_of, twins_of
from core.rule_files.rule_file import RuleFile
from core.rule_files.versions import version_of


@dataclass(frozen=True, slots=True)
class ToPack:
    """A rule file without errors, and its bytes."""

    rule_file: RuleFile
    content: bytes


def packed(files: Sequence[ToPack], name: str, version: str, made_on: date, key: SigningKey) -> bytes:
    """Return a signed pack; WorldError where there is nothing to pack, too much, or two files of one id."""
    if not is_pack_name(name):
        raise WorldError("pack-name", name=ascii(name))
    if not is_version(version):
        raise WorldError("pack-version", version=ascii(version))
    for twin in twins_of([each.rule_file.id for each in files]):
        raise WorldError("pack-two-of-one-id", id=twin)
    if not files:
        raise WorldError("pack-empty")
    _refuse_too_much(files)
    by_path = {path_of(each.rule_file.id): each for each in files}
    ordered = {path: by_path[path] for path in sorted(by_path)}
    listed = tuple(_listed(path, each) for path, each in ordered.items())
    manifest = Manifest(name, version, made_on.isoformat(), key.name, key.public, listed, key.handed_over).written()
    contents = {path: each.content for path, each in ordered.items()}
    return archived({MANIFEST: manifest, SIGNATURE: key.sign(manifest), **contents})


def _refuse_too_much(files: Sequence[ToPack]) -> None:
    if len(files) > MOST_FILES:
        raise WorldError("pack-too-many", count=len(files), most=MOST_FILES)
    for each in files:
        if len(each.content) > MOST_FILE_BYTES:
            raise WorldError("pack-entry-too-large", place=path_of(each.rule_file.id), most=MOST_FILE_BYTES // 1024)
    if sum(len(each.content) for each in files) > MOST_ALL_BYTES:
        raise WorldError("pack-too-large", most=MOST_ALL_BYTES // 1024)


def _listed(path: str, file: ToPack) -> PackedFile:
    rule_file, content = file.rule_file, file.content
    digest = hashlib.sha256(content).hexdigest()
    return PackedFile(path, digest, len(content), rule_file.id, rule_file.version, previous_of(rule_file))


def previous_of(rule_file: RuleFile) -> str:
    """Return the highest version that the changelog tells of below the file's own, "" for none."""
    told = (line.get("version", "") for line in rule_file.changelog)
    known = [each for each in told if is_version(each) and version_of(each) < version_of(rule_file.version)]
    return max(known, key=version_of, default="")
