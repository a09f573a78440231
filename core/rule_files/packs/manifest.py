"""What a pack says of itself, as JSON in the one form that is signed: keys in order, no space, ASCII."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Final, cast

from core.errors import WorldError
from core.rule_files.packs.keys import HandedOver, is_name
from core.rule_files.packs.limits import FOLDER, MANIFEST, MOST_FILE_BYTES

FORMAT: Final = "kriterion-rules 1"
PATH = re.compile(r"rules/[a-z0-9][a-z0-9._-]{0,80}\.yaml")
_HANDED_OVER: Final = "handed_over"
_SIGNATURE = re.compile(r"[0-9a-f]{128}")
_HEX = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_VERSION = re.compile(r"\d{1,9}(?:\.\d{1,9}){0,7}", re.ASCII)


@dataclass(frozen=True, slots=True)
class PackedFile:
    """One rule file of a pack: where it stands, its size in bytes, its version, and the one before ("": none)."""

    path: str
    sha256: str
    size: int
    id: str
    version: str
    previous: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A pack by its name, version and day (as 2026-11-29); who signs, with the public key in hexadecimal; its files.

    ``handed_over`` is the word of the signer's key before, where this one followed another.
    """

    name: str
    version: str
    made_on: str
    signer: str
    key: str
    files: tuple[PackedFile, ...]
    handed_over: HandedOver | None = None

    def written(self) -> bytes:
        """Return the bytes that are signed."""
        told = {"format": FORMAT, **asdict(self)}
        if self.handed_over is None:
            del told[_HANDED_OVER]
        return json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def read_manifest(content: bytes) -> Manifest:
    """Return what a manifest says; WorldError where it is none in the one form."""
    try:
        told: object = json.loads(content)
        manifest = _manifest(told)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise WorldError("pack-manifest-damaged", place=MANIFEST) from error
    if manifest.written() != content:  # a key twice, a key too many, another order: nobody knows what was signed
        raise WorldError("pack-manifest-damaged", place=MANIFEST)
    return manifest


def _manifest(told: object) -> Manifest:
    body = _object(told, {"format", *(each.name for each in fields(Manifest))}, _HANDED_OVER)
    if body["format"] != FORMAT:
        raise ValueError("format")
    listed = body["files"]
    if not isinstance(listed, list):
        raise TypeError("files")
    files = tuple(_file(each) for each in cast("list[object]", listed))
    signer, name, made_on = (_text(body[key]) for key in ("signer", "name", "made_on"))
    if not is_name(signer) or not files or len({each.id for each in files}) != len(files):
        raise ValueError("signer or files")
    date.fromisoformat(_like(_DAY, made_on))
    return Manifest(
        _like(_ID, name),
        _like(_VERSION, body["version"]),
        made_on,
        signer,
        _like(_HEX, body["key"]),
        files,
        _handed_over(body),
    )


def _handed_over(body: Mapping[str, object]) -> HandedOver | None:
    if _HANDED_OVER not in body:
        return None
    told = _object(body[_HANDED_OVER], {each.name for each in fields(HandedOver)})
    return HandedOver(_like(_HEX, told["old"]), _like(_SIGNATURE, told["signature"]))


def _file(told: object) -> PackedFile:
    body = _object(told, {each.name for each in fields(PackedFile)})
    size, previous = body["size"], _text(body["previous"])
    if not isinstance(size, int) or isinstance(size, bool) or not 0 < size <= MOST_FILE_BYTES:
        raise ValueError("size")
    if previous:
        _like(_VERSION, previous)
    path, digest = _like(PATH, body["path"]), _like(_HEX, body["sha256"])
    return PackedFile(path, digest, size, _like(_ID, body["id"]), _like(_VERSION, body["version"]), previous)


def _object(told: object, keys: set[str], may_lack: str = "") -> Mapping[str, object]:
    if not isinstance(told, dict):
        raise TypeError("object")
    body = cast("dict[str, object]", told)
    if body.keys() != keys and body.keys() != keys - {may_lack}:
        raise KeyError("keys")
    return body


def _text(told: object) -> str:
    if not isinstance(told, str):
        raise TypeError("text")
    return told


def _like(pattern: re.Pattern[str], told: object) -> str:
    text = _text(told)
    if pattern.fullmatch(text) is None:
        raise ValueError(text)
    return text


def is_version(text: str) -> bool:
    """True for a version that a manifest can hold."""
    return _VERSION.fullmatch(text) is not None


def is_pack_name(text: str) -> bool:
    """True for what a pack can be called: lower-case letters, digits and hyphens."""
    return _ID.fullmatch(text) is not None


def path_of(rule_id: str) -> str:
    """Return where the rule file of an id stands in a pack."""
    return f"{FOLDER}{rule_id}.yaml"


def twins_of(files: Sequence[str]) -> tuple[str, ...]:
    """Return the ids that stand more than once."""
    return tuple(dict.fromkeys(each for each in files if files.count(each) > 1))
