"""Open a pack from its bytes: every check before anything is kept, each relying on those before it."""

from __future__ import annotations

import hashlib
import io
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from core.errors import WorldError
from core.rule_files.packs.archive import CENTRAL_MARK, archived
from core.rule_files.packs.keys import SIGNATURE_BYTES, is_signed
from core.rule_files.packs.limits import (
    MANIFEST,
    MOST_ALL_BYTES,
    MOST_FILE_BYTES,
    MOST_FILES,
    MOST_MANIFEST_BYTES,
    MOST_PACK_BYTES,
    SIGNATURE,
)
from core.rule_files.packs.manifest import PATH, Manifest, read_manifest

_OWN = (MANIFEST, SIGNATURE)
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_UPPER = 16  # the system's permissions stand in the upper half of the attributes
_INNER = re.compile(r"\.(zip|kriterion-rules|gz|bz2|xz|7z|rar|tar|jar)$", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:")
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    LookupError,
    ValueError,
    OverflowError,
    OSError,
)
"""What reading an archive that is none ends with."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that is whole and signed with the key it names; whether that key is trusted is another question.

    ``contents`` are the bytes of each file by its path, ``sha256`` is the hash of the manifest.
    """

    manifest: Manifest
    contents: Mapping[str, bytes]
    sha256: str


def open_pack(content: bytes) -> Pack:
    """Return a pack; WorldError says what is wrong with it, where, and what to do."""
    entries = _entries(content)
    manifest_bytes = entries[MANIFEST]
    manifest = read_manifest(manifest_bytes)
    signature = entries[SIGNATURE]
    if len(signature) != SIGNATURE_BYTES or not is_signed(manifest_bytes, signature, manifest.key):
        raise WorldError("pack-signature", signer=manifest.signer)
    if manifest.handed_over is not None and not manifest.handed_over.holds(manifest.signer, manifest.key):
        raise WorldError("pack-handed-over", signer=manifest.signer)
    contents = {path: held for path, held in entries.items() if path not in _OWN}
    _refuse_other_files(manifest, contents)
    in_order = {MANIFEST: manifest_bytes, SIGNATURE: signature}
    in_order |= {each.path: contents[each.path] for each in manifest.files}
    if archived(in_order) != content:
        raise WorldError("pack-not-as-written")
    return Pack(manifest, contents, hashlib.sha256(manifest_bytes).hexdigest())


def _refuse_other_files(manifest: Manifest, contents: Mapping[str, bytes]) -> None:
    listed = {each.path: each for each in manifest.files}
    if len(listed) != len(manifest.files):
        raise WorldError("pack-manifest-damaged", place=MANIFEST)
    for path in contents:
        if path not in listed:
            raise WorldError("pack-entry-unlisted", place=path)
    for path, each in listed.items():
        if path not in contents:
            raise WorldError("pack-entry-missing", place=path)
        held = contents[path]
        if len(held) != each.size or hashlib.sha256(held).hexdigest() != each.sha256:
            raise WorldError("pack-entry-changed", place=path)


# --- the archive


def _entries(content: bytes) -> Mapping[str, bytes]:
    """Return the entries of an archive by their names, each looked at before it is read."""
    if len(content) > MOST_PACK_BYTES:
        raise WorldError("pack-too-large", most=MOST_PACK_BYTES // 1024)
    count = content.count(CENTRAL_MARK)  # before a directory of a hundred thousand is read
    if count > MOST_FILES + len(_OWN):
        raise WorldError("pack-too-many", count=count, most=MOST_FILES)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            known = archive.infolist()
            _refuse_entries(known)
            return {each.filename: archive.read(each) for each in known}
    except WorldError:
        raise
    except _DAMAGED as error:
        raise WorldError("pack-damaged") from error


def _refuse_entries(known: Iterable[zipfile.ZipInfo]) -> None:
    names: dict[str, str] = {}
    whole = 0
    for each in known:
        name = each.orig_filename
        for phrase, is_so in _REFUSED:
            if is_so(each):
                raise WorldError(phrase, place=ascii(name)[1:-1], most=_most_of(name) // 1024)
        twin = unicodedata.normalize("NFKC", name).casefold()
        if twin in names:
            raise WorldError("pack-entry-twin", place=ascii(name)[1:-1], other=ascii(names[twin])[1:-1])
        names[twin] = name
        whole += each.file_size
    if whole > MOST_PACK_BYTES:
        raise WorldError("pack-too-large", most=MOST_ALL_BYTES // 1024)
    for name in names.values():
        if name not in _OWN and PATH.fullmatch(name) is None:
            raise WorldError("pack-entry-name", place=ascii(name)[1:-1])
    for own in _OWN:
        if own not in names.values():
            raise WorldError("pack-unsigned", place=own)


def _most_of(name: str) -> int:
    return MOST_MANIFEST_BYTES if name in _OWN else MOST_FILE_BYTES


_REFUSED: tuple[tuple[str, Callable[[zipfile.ZipInfo], bool]], ...] = (
    ("pack-entry-backslash", lambda each: "\\" in each.orig_filename),
    ("pack-entry-absolute", lambda each: each.orig_filename.startswith("/") or bool(_DRIVE.match(each.orig_filename))),
    ("pack-entry-traversal", lambda each: ".." in each.orig_filename.split("/")),
    ("pack-entry-link", lambda each: _is_link(each.external_attr >> _UPPER)),
    ("pack-entry-encrypted", lambda each: bool(each.flag_bits & _ENCRYPTED)),
    ("pack-entry-nested", lambda each: bool(_INNER.search(each.orig_filename))),
    ("pack-entry-compressed", lambda each: each.compress_type != zipfile.ZIP_STORED),
    ("pack-entry-compressed", lambda each: each.compress_size != each.file_size),
    ("pack-entry-too-large", lambda each: each.file_size > _most_of(each.orig_filename)),
)
"""What an entry may not be, in the order in which it is told."""


def _is_link(mode: int) -> bool:
    """True for whatever is neither a file nor without a kind: links, devices, pipes."""
    kind = stat.S_IFMT(mode)
    return kind not in (0, stat.S_IFREG)
