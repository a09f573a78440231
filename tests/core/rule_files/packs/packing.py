"""Small signed packs, and all the ways in which somebody changes one."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from core.discovery import rules_path
from core.rule_files.checking import check_rule_file
from core.rule_files.packs.archive import archived
from core.rule_files.packs.keys import SigningKey
from core.rule_files.packs.limits import MANIFEST, SIGNATURE
from core.rule_files.packs.writing import ToPack, packed
from tests.sample_screenings import catalogue

ON = date(2026, 11, 29)
NAMES = ("example-sle-cart-01", "nct06308978", "nct06222853")


def key_of(name: str = "Example Centre", seed: int = 1) -> SigningKey:
    """The same key each time, so that what fails can be seen again."""
    return SigningKey(name, Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32))


@cache
def file_of(name: str, extra: str = "") -> ToPack:
    content = (rules_path("protocols") / f"{name}.yaml").read_bytes() + extra.encode()
    checked = check_rule_file(content, f"{name}.yaml", catalogue()).checked
    assert checked is not None
    return ToPack(checked.rule_file, content)


@cache
def a_pack(version: str = "1.2.0", seed: int = 1, extra: str = "") -> bytes:
    return packed([file_of(name, extra) for name in NAMES], "example-pack", version, ON, key_of(seed=seed))


def entries_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def signed(manifest: Mapping[str, object], files: Mapping[str, bytes], key: SigningKey) -> bytes:
    """A pack whose signature is right, whatever its manifest says."""
    written = json.dumps(manifest, sort_keys=True, separators=(",", ":")).encode()
    return archived({MANIFEST: written, SIGNATURE: key.sign(written), **files})


def zipped(entries: Mapping[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    """The same entries by another program."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return made.getvalue()


# --- the ways in which a pack is changed, each by a seed


def _flipped(content: bytes, chance: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 8))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _flipped_in_frame(content: bytes, chance: Random) -> bytes:
    """A bit of the directory, where a reader may not look."""
    at = content.index(b"PK\x01\x02")
    changed = bytearray(content)
    changed[chance.randrange(at, len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _swapped(content: bytes, chance: Random) -> bytes:
    entries = entries_of(content)
    one, other = chance.sample([name for name in entries if name.startswith("rules/")], 2)
    entries[one], entries[other] = entries[other], entries[one]
    return archived(entries)


def _in_another_order(content: bytes, chance: Random) -> bytes:
    entries = list(entries_of(content).items())
    at = chance.randrange(1, len(entries))
    return archived(dict(entries[at:] + entries[:at]))


def _truncated(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _appended(content: bytes, chance: Random) -> bytes:
    extra = chance.randbytes(chance.randint(1, 300))
    return chance.choice((content + extra, extra + content, content + content))


def _with_comment(content: bytes, chance: Random) -> bytes:
    extra = chance.randbytes(chance.randint(1, 200))
    return content[:-2] + struct.pack("<H", len(extra)) + extra


def _manifest_edited(content: bytes, chance: Random) -> bytes:
    entries = entries_of(content)
    told = json.loads(entries[MANIFEST])
    edits: tuple[Callable[[], object], ...] = (
        lambda: told.update(version="9.0.0"),
        lambda: told.update(signer="Somebody Else"),
        lambda: told.update(made_on="2026-12-01"),
        lambda: told.update(key=key_of(seed=2).public),
        lambda: told["files"].pop(chance.randrange(len(told["files"]))),
        lambda: told["files"].append(dict(told["files"][0])),
        lambda: told["files"][0].update(sha256="0" * 64),
        lambda: told["files"][1].update(version="7.7.7"),
        lambda: told["files"][1].update(size=1),
        lambda: told.update(more=1),
    )
    chance.choice(edits)()
    spaces = chance.choice(((",", ":"), (", ", ": ")))
    entries[MANIFEST] = json.dumps(told, sort_keys=True, separators=spaces).encode()
    return archived(entries)


def _signed_by_another(content: bytes, chance: Random) -> bytes:
    """The signature of another key, the key of the manifest left as it was."""
    entries = entries_of(content)
    entries[SIGNATURE] = key_of(seed=chance.randint(2, 200)).sign(entries[MANIFEST])
    return archived(entries)


def _mixed(content: bytes, chance: Random) -> bytes:
    """Some entries of this pack, the others of an older one of the same signer."""
    entries, older = entries_of(content), entries_of(a_pack("1.1.0", extra="# older\n"))
    names = chance.sample(list(entries), chance.randint(1, len(entries) - 1))
    return archived({name: (older if name in names else entries)[name] for name in entries})


def _repacked(content: bytes, chance: Random) -> bytes:
    return zipped(entries_of(content), chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))


def _file_added(content: bytes, chance: Random) -> bytes:
    return archived({**entries_of(content), f"rules/added-{chance.randint(1, 9)}.yaml": b"format: 1\n"})


def _file_changed(content: bytes, chance: Random) -> bytes:
    entries = entries_of(content)
    name = chance.choice([name for name in entries if name.startswith("rules/")])
    held = entries[name]
    at = chance.randrange(len(held))
    entries[name] = held[:at] + b"9" + held[at + 1 :] if held[at] != ord("9") else held[:at] + b"8" + held[at + 1 :]
    return archived(entries)


def _file_missing(content: bytes, chance: Random) -> bytes:
    entries = entries_of(content)
    del entries[chance.choice(list(entries))]
    return archived(entries)


WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (
    _flipped,
    _flipped_in_frame,
    _swapped,
    _in_another_order,
    _truncated,
    _appended,
    _with_comment,
    _manifest_edited,
    _signed_by_another,
    _mixed,
    _repacked,
    _file_added,
    _file_changed,
    _file_missing,
)


def tampered(seed: int) -> tuple[str, bytes]:
    """A changed pack, the same for the same seed, and in which way it was changed."""
    chance = Random(seed)
    content = a_pack()
    while True:
        way = WAYS[seed % len(WAYS)]
        changed = way(content, chance)
        if changed != content:
            return way.__name__, changed


def write(folder: Path, content: bytes, name: str = "example.kriterion-rules") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path
