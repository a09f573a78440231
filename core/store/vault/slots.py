"""Key slots: the one master key, wrapped under the passphrase and under the recovery key."""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from core.store.vault.bounded import is_whole_number

KEY_BYTES = 32
NONCE_BYTES = 12
SALT_BYTES = 16
_TAG_BYTES = 16
WRAPPED_BYTES = KEY_BYTES + _TAG_BYTES
_KIB_A_LANE = 8  # Argon2 knows no less
_MOST_PASSES, _MOST_MEMORY_KIB, _MOST_LANES = 8, 256 * 1024, 8


@dataclass(frozen=True, slots=True)
class Cost:
    """What trying one passphrase costs: passes, memory in KiB, lanes. The defaults are the floor of a real vault."""

    passes: int = 3
    memory_kib: int = 64 * 1024
    lanes: int = 4


@dataclass(frozen=True, slots=True)
class Slot:
    """The master key wrapped. ``cost`` None: the secret is random enough to need no slow derivation."""

    salt: bytes
    nonce: bytes
    wrapped: bytes
    cost: Cost | None


def bounded_cost(passes: object, memory_kib: object, lanes: object) -> Cost:
    """Return a cost that a header tells; ValueError where it asks for more than a vault of ours ever does.

    At most 256 MiB and 2 seconds: a file from elsewhere must not be able to take the computer's memory.
    """
    if not isinstance(passes, int) or not isinstance(memory_kib, int) or not isinstance(lanes, int):
        raise TypeError("cost")
    is_within = (
        is_whole_number(lanes, 1, _MOST_LANES)
        and is_whole_number(passes, 1, _MOST_PASSES)
        and is_whole_number(memory_kib, _KIB_A_LANE * lanes, _MOST_MEMORY_KIB)
    )
    if not is_within:
        raise ValueError("cost")
    return Cost(passes, memory_kib, lanes)


def wrap(master: bytes, secret: bytes, cost: Cost | None) -> Slot:
    """Return a slot that ``secret`` opens."""
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    wrapped = AESGCM(_derived(secret, salt, cost)).encrypt(nonce, master, None)
    return Slot(salt, nonce, wrapped, cost)


def unwrap(slot: Slot, secret: bytes) -> bytes | None:
    """Return the master key, None if this secret does not open the slot."""
    try:
        return AESGCM(_derived(secret, slot.salt, slot.cost)).decrypt(slot.nonce, slot.wrapped, None)
    except InvalidTag:
        return None


def passphrase_secret(passphrase: str) -> bytes:
    """Return a passphrase as bytes: the same signs typed on another keyboard are the same passphrase."""
    return unicodedata.normalize("NFKC", passphrase).encode()


def subkey(master: bytes, use: str) -> bytes:
    """Return the key for one use, so that no key serves two."""
    return HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=None, info=use.encode()).derive(master)


def _derived(secret: bytes, salt: bytes, cost: Cost | None) -> bytes:
    if cost is None:
        return HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=salt, info=b"slot").derive(secret)
    kdf = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
    return kdf.derive(secret)
