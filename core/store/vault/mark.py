"""The mark beside the record: how far the trail goes, said outside the record and sealed with a key of its own.

A database cannot tell that its newest pages are missing: without its journal, or put back from an old copy, it is
whole. The mark is written after every act before that act is acknowledged, so it is never ahead of what was written;
a record that is behind it has lost something.

Two places in the file are written in turn: a write that is torn leaves the other one.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from contextlib import suppress
from enum import Enum
from pathlib import Path

from core.errors import WorldError
from core.store.records.trail import Head
from core.store.vault.bounded import bounded_object, is_whole_number
from core.writing import write_atomically

_PLACE_BYTES = 512
_PLACES = 2
_DEEPEST = 1
_MOST_ACTS = 2**60


class Reading(Enum):
    """What a file told: nothing of ours lies there, or how far the trail went."""

    MISSING = "missing"
    DAMAGED = "damaged"
    FOUND = "found"


class Mark:
    """The mark of one record. ``put`` is asked by the one thread that writes."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._last: Head | None = None
        self._turn = 0

    def read(self) -> tuple[Reading, Head]:
        """Return what the file tells; the head counts only where one was found."""
        nothing = Head(0, "")
        try:
            if not self._path.is_file():
                return Reading.MISSING, nothing
            with self._path.open("rb") as file:
                content = file.read(_PLACES * _PLACE_BYTES)
        except OSError:
            return Reading.DAMAGED, nothing
        told = [self._opened(content[at : at + _PLACE_BYTES]) for at in range(0, len(content), _PLACE_BYTES)]
        found = [(head.sequence, place, head) for place, head in enumerate(told) if head is not None]
        if not found:
            return Reading.DAMAGED, nothing
        _, place, head = max(found, key=lambda each: each[:2])
        self._turn, self._last = (place + 1) % _PLACES, head
        return Reading.FOUND, head

    def begin(self, head: Head) -> None:
        """Write the file anew, whole; WorldError where that cannot be."""
        write_atomically(self._path, self._sealed(head) * _PLACES)
        self._last = head

    def put(self, head: Head) -> None:
        """Write how far the trail goes now. A mark that cannot be written stays behind, which is no false alarm."""
        if head == self._last:
            return
        with suppress(OSError, WorldError):
            if self._path.exists():
                self._write(self._sealed(head))
                self._last = head
            else:
                self.begin(head)

    def _write(self, place: bytes) -> None:
        with self._path.open("r+b") as file:
            file.seek(self._turn * _PLACE_BYTES)
            file.write(place)
            file.flush()
            os.fsync(file.fileno())
        self._turn = (self._turn + 1) % _PLACES

    def _sealed(self, head: Head) -> bytes:
        told = {"sequence": head.sequence, "head": head.hash, "mac": self._mac(head)}
        return json.dumps(told).encode().ljust(_PLACE_BYTES - 1) + b"\n"

    def _opened(self, place: bytes) -> Head | None:
        try:
            told = bounded_object(place, _PLACE_BYTES, _DEEPEST)
            sequence, head, mac = told["sequence"], told["head"], told["mac"]
        except (ValueError, TypeError, KeyError):
            return None
        if not isinstance(sequence, int) or not is_whole_number(sequence, 0, _MOST_ACTS):
            return None
        if not isinstance(head, str) or not isinstance(mac, str) or not mac.isascii():
            return None
        found = Head(sequence, head)
        return found if hmac.compare_digest(mac, self._mac(found)) else None

    def _mac(self, head: Head) -> str:
        told = json.dumps([head.sequence, head.hash]).encode()
        return hmac.new(self._key, told, hashlib.sha256).hexdigest()
