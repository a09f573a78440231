"""Drafts of rule files, kept beside the record and encrypted with its vault: a crash takes nothing that was written.

A draft is a text and nothing else; since its examples may tell of patients, nobody reads it without the passphrase.
It lies in a folder and in a form that no reader of rule files looks for, so that nothing is ever judged by it; it
becomes a rule file only by the page of the update. What is damaged or of another vault is not offered.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, cast

from core import clock
from core.regular_files import read_regular
from core.store.vault.hiding import hidden, shown
from core.writing import make_folder, write_own

if TYPE_CHECKING:
    from core.store.vault.vault import OpenVault

FOLDER = "rule-drafts"
_SUFFIX = ".draft"
_MOST_BYTES = 4 * 1024 * 1024
"""A rule file has at most one megabyte; escaped in JSON it may have four."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is being written. ``name`` says which draft, ``origin`` from what it began, ``at`` when it was kept (UTC).

    ``line`` and ``column`` are where the cursor stood, from 1.
    """

    name: str
    text: str
    origin: str = ""
    at: str = ""
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Drafts:
    """The folder, and the seal of its vault, of which the key of the drafts is made."""

    folder: Path
    seal: Callable[[bytes], str]

    def keep(self, draft: Draft) -> Draft:
        """Keep a draft in the place of the one of its name; returns it with the instant."""
        kept = Draft(draft.name, draft.text, draft.origin, clock.now_utc().isoformat(), draft.line, draft.column)
        self._write(kept, self.seal)
        return kept

    def kept(self) -> tuple[Draft, ...]:
        """Return every draft, the latest first."""
        paths = self.folder.glob(f"*{_SUFFIX}") if self.folder.is_dir() else ()
        found = (self._read(path) for path in sorted(paths))
        return tuple(sorted((each for each in found if each is not None), key=lambda draft: draft.at, reverse=True))

    def of(self, name: str) -> Draft | None:
        """Return the draft of a name."""
        return self._read(self._path(name))

    def drop(self, name: str) -> None:
        """Take a draft away: it was taken in, or somebody gave it up."""
        with suppress(OSError):
            self._path(name).unlink(missing_ok=True)

    def seal_anew(self, seal: Callable[[bytes], str]) -> None:
        """Encrypt every draft with another key; one that is not of this vault stays as it is."""
        for draft in self.kept():
            self._write(draft, seal)

    def _write(self, draft: Draft, seal: Callable[[bytes], str]) -> None:
        make_folder(self.folder)
        path = self._path(draft.name)
        write_own(path, hidden(json.dumps(asdict(draft)).encode(), _key(seal), path.name))

    def _path(self, name: str) -> Path:
        return self.folder / f"{hashlib.sha256(name.encode()).hexdigest()[:24]}{_SUFFIX}"

    def _read(self, path: Path) -> Draft | None:
        try:
            content = shown(read_regular(path, _MOST_BYTES), _key(self.seal), path.name)
        except OSError:
            return None
        return None if content is None else _draft(content)


def _draft(content: bytes) -> Draft | None:
    """Return what this program once wrote; None where it was a version of it that wrote otherwise."""
    body = cast("dict[str, object]", json.loads(content))
    if body.keys() != {each.name for each in fields(Draft)}:
        return None
    name, text, origin, at = (str(body[key]) for key in ("name", "text", "origin", "at"))
    return Draft(name, text, origin, at, int(str(body["line"])), int(str(body["column"])))


def _key(seal: Callable[[bytes], str]) -> bytes:
    return bytes.fromhex(seal(b"key of rule drafts"))


def drafts_of(vault: OpenVault) -> Drafts:
    """Return the drafts of an open vault."""
    return Drafts(vault.folder / FOLDER, vault.seal)


def seal_drafts_anew(folder: Path, old: Callable[[bytes], str], new: Callable[[bytes], str]) -> None:
    """Seal the drafts of a vault that has a new key: they stay its own."""
    Drafts(folder / FOLDER, old).seal_anew(new)
