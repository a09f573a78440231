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
from core.store.vault.slots import Cost, Slot

MAGIC = "kriterion-vault"
VERSION = 1
LIMIT_BYTES = 16 * 1024
"""A header is about 700 bytes; a file that is longer than this is none."""


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
    """Return the header a file holds; DamagedError or NewerVaultError where it holds none."""
    try:
        body = _object(json.loads(content.decode()))
        if body.get("magic") == MAGIC and isinstance(version := body.get("version"), int) and version > VERSION:
            raise NewerVaultError("error-newer-vault")
        told = body.pop("sum")
        if body.get("magic") != MAGIC or told != _sum_of(body):
            raise _damaged()
        slots = {name: _slot(_object(slot)) for name, slot in _object(body["slots"]).items()}
        return Header(slots, str(body["mac"]))
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
    cost = plain.get("argon2id")
    salt, nonce, wrapped = (bytes.fromhex(str(plain[name])) for name in ("salt", "nonce", "wrapped"))
    if not isinstance(cost, list):
        return Slot(salt, nonce, wrapped, None)
    passes, memory, lanes = (int(str(each)) for each in cast("list[object]", cost))
    return Slot(salt, nonce, wrapped, Cost(passes, memory, lanes))
