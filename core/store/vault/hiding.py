"""A file beside the record that nobody reads or changes without its vault: encrypted, and bound to its name."""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE_BYTES = 12


def hidden(content: bytes, key: bytes, name: str) -> bytes:
    """Return content encrypted with a key of 32 bytes for the file of a name."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, name.encode())


def shown(content: bytes, key: bytes, name: str) -> bytes | None:
    """Return what the file of a name holds; None where another key, name or hand made it."""
    try:
        return AESGCM(key).decrypt(content[:_NONCE_BYTES], content[_NONCE_BYTES:], name.encode())
    except (InvalidTag, ValueError):
        return None
