"""A small file beside the record, sealed with a key of its own: readable, and nobody without the key can change it."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping

from core.store.vault.bounded import bounded_object


def sealed(told: Mapping[str, object], key: bytes) -> bytes:
    """Return an object as a file with its MAC."""
    return json.dumps({**told, "mac": _mac(told, key)}, indent=1).encode()


def unsealed(content: bytes, key: bytes, most_bytes: int, deepest: int) -> dict[str, object] | None:
    """Return the object a file holds, None where it holds none or somebody else wrote it."""
    try:
        told = bounded_object(content, most_bytes, deepest)
        mac = told.pop("mac")
    except (ValueError, TypeError, KeyError):
        return None
    if not isinstance(mac, str) or not mac.isascii():
        return None
    return told if hmac.compare_digest(mac, _mac(told, key)) else None


def _mac(told: Mapping[str, object], key: bytes) -> str:
    return hmac.new(key, json.dumps(told, sort_keys=True).encode(), hashlib.sha256).hexdigest()
