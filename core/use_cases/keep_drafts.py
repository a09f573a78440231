"""Drafts of rule files, kept beside the record and sealed with its vault: a crash takes nothing that was written.

A draft is a text and nothing else. It lies in a folder and in a form that no reader of rule files looks for, so that
nothing is ever judged by it; it becomes a rule file only by the page of the update. What is damaged or sealed by
another vault is not offered.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, cast

from core import clock
from core.regular_files import read_json
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
    """The folder, and the seal of its vault."""

    folder: Path
    seal: Callable[[bytes], str]

    def keep(self, draft: Draft) -> Draft:
        """Keep a draft in the place of the one of its name; returns it with the instant."""
        kept = Draft(draft.name, draft.text, draft.origin, clock.now_utc().isoformat(), draft.line, draft.column)
        make_folder(self.folder)
        body = {**asdict(kept), "mac": self.seal(_sealed(kept))}
        write_own(self._path(draft.name), json.dumps(body, indent=1).encode())
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
        """Seal every draft with another key; one that is not sealed by this vault stays as it is."""
        for draft in self.kept():
            body = {**asdict(draft), "mac": seal(_sealed(draft))}
            write_own(self._path(draft.name), json.dumps(body, indent=1).encode())

    def _path(self, name: str) -> Path:
        return self.folder / f"{hashlib.sha256(name.encode()).hexdigest()[:24]}{_SUFFIX}"

    def _read(self, path: Path) -> Draft | None:
        kept = read_json(path, _MOST_BYTES)
        body = cast("dict[str, object]", kept) if isinstance(kept, dict) else {}
        mac = body.pop("mac", None)
        if not isinstance(mac, str) or body.keys() != {each.name for each in fields(Draft)}:
            return None
        texts = [body[key] for key in ("name", "text", "origin", "at")]
        line, column = body["line"], body["column"]
        if not all(isinstance(each, str) for each in texts) or not isinstance(line, int) or not isinstance(column, int):
            return None
        name, text, origin, at = cast("list[str]", texts)
        draft = Draft(name, text, origin, at, line, column)
        is_ours = hmac.compare_digest(mac.encode("ascii", "replace"), self.seal(_sealed(draft)).encode())
        return draft if is_ours and self._path(draft.name).name == path.name else None


def drafts_of(vault: OpenVault) -> Drafts:
    """Return the drafts of an open vault."""
    return Drafts(vault.folder / FOLDER, vault.seal)


def seal_drafts_anew(folder: Path, old: Callable[[bytes], str], new: Callable[[bytes], str]) -> None:
    """Seal the drafts of a vault that has a new key: they stay its own."""
    Drafts(folder / FOLDER, old).seal_anew(new)


def _sealed(draft: Draft) -> bytes:
    return b"rule draft\n" + json.dumps(asdict(draft), sort_keys=True).encode()
