"""The fingerprint of a key in words that are read out on the telephone: the same in German and in English."""

from __future__ import annotations

import hashlib
from functools import cache

from core.discovery import resource_path

WORDS = 256
"""One word for each byte."""
LENGTH = 12
"""Words of a fingerprint: 96 bits, which nobody finds a second key for."""
_PURPOSE = b"kriterion fingerprint\0"


def fingerprint(public: str) -> tuple[str, ...]:
    """Return the words of a public key, which is given in hexadecimal."""
    digest = hashlib.sha256(_PURPOSE + bytes.fromhex(public)).digest()
    return tuple(fingerprint_words()[byte] for byte in digest[:LENGTH])


@cache
def fingerprint_words() -> tuple[str, ...]:
    """Return the list of words; it never changes, else fingerprints written down would."""
    return tuple(resource_path("fingerprint_words.txt").read_text(encoding="ascii").split())
