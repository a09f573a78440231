"""A folder of things that were made once with effort, each under what it was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from core.errors import KriterionError
from core.regular_files import read_regular
from core.remembering.notation import read, write
from core.writing import make_folder, write_atomically

_SUFFIX = ".kept"
_MOST = 400
"""So many things are kept; then the older half goes."""
_MOST_BYTES = 64 * 1024 * 1024
_NOTHING: Mapping[str, object] = {}

Thing = TypeVar("Thing")


class Memory:
    """Keeps things by what they were made from.

    ``stamp`` stands for everything else that they depend on (the program, the catalogue): with another one nothing is
    found. A kept thing is found by the whole content it was made from, never by a name or a date alone; what is
    damaged, foreign or of another kind counts as not there, and so does a folder that cannot be used.
    """

    def __init__(self, folder: Path, stamp: bytes) -> None:
        self._folder = folder
        self._stamp = stamp

    def recall(
        self, name: str, content: bytes, kind: type[Thing], given: Mapping[str, object] = _NOTHING
    ) -> Thing | None:
        """Return what was kept for ``content`` under ``name``; ``given`` as when it was kept."""
        try:
            digest, _, text = read_regular(self._path(name, content), _MOST_BYTES).partition(b"\n")
            if hashlib.sha256(text).hexdigest().encode() != digest:
                return None
            found = read(text.decode(), given)
        except (OSError, ValueError, KriterionError):
            return None
        return found if isinstance(found, kind) else None

    def keep(self, name: str, content: bytes, thing: object, given: Mapping[str, object] = _NOTHING) -> None:
        """Keep a thing, if it comes back as it was."""
        with suppress(OSError, KriterionError):
            text = write(thing, given)
            if read(text, given) != thing:
                return
            make_folder(self._folder)
            self._make_room()
            digest = hashlib.sha256(text.encode()).hexdigest()
            write_atomically(self._path(name, content), f"{digest}\n{text}".encode())

    def _path(self, name: str, content: bytes) -> Path:
        parts = (self._stamp, name.encode(errors="surrogatepass"), content)
        made_from = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts))
        return self._folder / f"{made_from.hexdigest()}{_SUFFIX}"

    def _make_room(self) -> None:
        kept = list(self._folder.glob(f"*{_SUFFIX}"))
        if len(kept) >= _MOST:
            for path in sorted(kept, key=lambda each: each.stat().st_mtime)[: _MOST // 2]:
                path.unlink(missing_ok=True)
