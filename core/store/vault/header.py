"""The header of a vault: magic, version, slots, a sum that tells damage, a MAC that tells tampering.

The sum needs no key: a header whose sum is right and whose slot does not open says "wrong passphrase", one whose
sum is wrong says "damaged".
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from core.errors import WorldError
from core.store.vault.bounded import bounded_object, is_whole_number
from core.store.vault.slots import NONCE_BYTES, SALT_BYTES, WRAPPED_BYTES, Slot, bounded_cost

MAGIC = "kriterion-vault"
VERSION = 1
NAMES = frozenset({"passphrase", "recovery"})
"""The slots there can be."""
LIMIT_BYTES = 16 * 1024
"""A header is about 700 bytes; a file that is longer than this is none."""
_DEEPEST = 4
_LAST_VERSION = 10_000
_PARTS = frozenset({"magic", "version", "slots", "mac"})


class DamagedError(WorldError):
    """The vault's header or record is not what was written; nothing in it was changed."""


class NewerVaultError(WorldError):
    """A newer program made the vault."""


@dataclass(frozen=True, slots=True)
class Header:
    """The slots by their names (``passphrase``, ``recovery``) and the MAC over them."""

    slots: Mapping[str, Slot] = field(default_factory=dict[str, Slot])
    mac: str = ""

    def sealed(self, key: bytes) -> Header:
        """Return the header with its MAC."""
        return Header(self.slots, self._mac(key))

    def is_sealed_by(self, key: bytes) -> bool:
        """True if nobody without the key changed a slot."""
        return hmac.compare_digest(self.mac, self._mac(key))

    def written(self) -> bytes:
        """Return the header as a file."""
        body = {"magic": MAGIC, "version": VERSION, "slots": self._plain_slots(), "mac": self.mac}
        return json.dumps({**body, "sum": _sum_of(body)}, indent=1).encode()

    def _mac(self, key: bytes) -> str:
        return hmac.new(key, json.dumps(self._plain_slots(), sort_keys=True).encode(), hashlib.sha256).hexdigest()

    def _plain_slots(self) -> dict[str, object]:
        return {name: _plain(slot) for name, slot in self.slots.items()}


def read_header(content: bytes) -> Header:
    """Return the header a file holds; DamagedError or NewerVaultError where it holds none.

    Everything is bounded before it is used: anybody can write a header with a right sum, and what it asks for is
    done before its key is known.
    """
    try:
        body = bounded_object(content, LIMIT_BYTES, _DEEPEST)
        if body.get("magic") != MAGIC or not is_whole_number(version := body.get("version"), 1, _LAST_VERSION):
            raise _damaged()
        if version != VERSION:
            raise NewerVaultError("error-newer-vault")
        told = body.pop("sum")
        if told != _sum_of(body) or body.keys() != _PARTS:
            raise _damaged()
        slots = {name: _slot(_object(slot)) for name, slot in _object(body["slots"]).items()}
        if not slots.keys() <= NAMES:
            raise _damaged()
        return Header(slots, _hexadecimal(body["mac"], hashlib.sha256().digest_size).hex())
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged() from error


def _damaged() -> DamagedError:
    return DamagedError("error-header-damaged")


def _sum_of(body: Mapping[str, object]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _object(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError(type(value).__name__)
    return cast("dict[str, object]", value)


def _plain(slot: Slot) -> dict[str, object]:
    plain: dict[str, object] = {
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "wrapped": slot.wrapped.hex(),
    }
    if slot.cost is not None:
        plain["argon2id"] = [slot.cost.passes, slot.cost.memory_kib, slot.cost.lanes]
    return plain


def _slot(plain: Mapping[str, object]) -> Slot:
    salt = _hexadecimal(plain["salt"], SALT_BYTES)
    nonce = _hexadecimal(plain["nonce"], NONCE_BYTES)
    wrapped = _hexadecimal(plain["wrapped"], WRAPPED_BYTES)
    if "argon2id" not in plain:
        return Slot(salt, nonce, wrapped, None)
    told = plain["argon2id"]
    if not isinstance(told, list):
        raise TypeError(type(told).__name__)
    passes, memory, lanes = cast("list[object]", told)
    return Slot(salt, nonce, wrapped, bounded_cost(passes, memory, lanes))


def _hexadecimal(value: object, length: int) -> bytes:
    """Return exactly so many bytes, told without spaces."""
    if not isinstance(value, str) or len(value) != 2 * length:
        raise ValueError("length")
    return bytes.fromhex(value)
