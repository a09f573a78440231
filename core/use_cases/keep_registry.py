"""Imported states of a registry of trials, kept beside the record: public data, of nobody, which anybody may read.

Each state is one file: what was downloaded, byte for byte, packed. So the draft of a rule file finds the criteria that
no list needs, a later version of the program reads what this one does not, and what is kept is read within the same
limits as a download. A state is written whole or not at all, and never written over. It is not sealed: nothing is
judged by it, and the command line, which opens no vault, keeps and reads the same states.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import cast

from core import clock
from core.errors import WorldError
from core.regular_files import read_regular
from core.trials.reading import MOST_BYTES, Read, read_registry
from core.trials.skipped import Skipped
from core.writing import make_folder, write_own

FOLDER = "registry"
"""The folder beside the record that holds the states."""
MOST_KEPT = 12
"""A year of monthly downloads; the oldest goes when one more comes."""
_FORMAT = 1
_SUFFIX = ".state"
_NAMED = re.compile(r"[0-9a-f]{64}")
_MOST_HEAD = 1024 * 1024
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
Contents = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True)
class KeptState:
    """A state that was found whole. ``at`` is the instant of its import (UTC), ``day`` the day it is of.

    Its files are unpacked, and it is read, when somebody asks: WorldError where it has gone meanwhile.
    """

    path: Path
    at: str
    day: str

    @property
    def imported_on(self) -> str:
        """The day of the import."""
        return self.at[:10]

    @property
    def contents(self) -> Contents:
        """The files as they were downloaded."""
        found = _unpacked(self.path)
        if found is None:
            raise WorldError("error-file-unreadable", name=self.path.name)
        return found[1]

    @cached_property
    def read(self) -> Read:
        """What is read of it; kept in memory once it was."""
        return read_registry(self.contents)


@dataclass(frozen=True)
class Kept:
    """All states that can be read, the oldest first, and how many files cannot be."""

    states: tuple[KeptState, ...] = ()
    unreadable: int = 0

    @property
    def newest(self) -> KeptState | None:
        """The state that is looked at."""
        return self.states[-1] if self.states else None

    @property
    def before(self) -> KeptState | None:
        """The state that the newest is compared with."""
        return self.states[-2] if len(self.states) > 1 else None


@dataclass(frozen=True)
class Taken:
    """What came of an import: the state and what of it was not taken.

    ``is_known``: it was kept already; ``is_older``: a newer one stays the one that is looked at.
    """

    state: KeptState
    skipped: tuple[Skipped, ...]
    is_known: bool
    is_older: bool


@dataclass
class KeptRegistry:
    """The folder. What was read of it is remembered: a state never changes."""

    folder: Path
    _known: dict[str, KeptState] = field(default_factory=dict[str, KeptState])

    def kept(self) -> Kept:
        """Return every state; a file that is damaged, or of a newer version of the program, is counted and stays."""
        found: dict[str, KeptState] = {}
        unreadable = 0
        for path in self._paths():
            state = self._known.get(path.stem) or _found(path)
            if state is None:
                unreadable += 1
            else:
                found[path.stem] = state
        self._known = found  # two threads at once only look twice
        return Kept(tuple(sorted(found.values(), key=lambda each: (each.day, each.at))), unreadable)

    def keep(self, contents: Sequence[tuple[str, bytes]]) -> Taken:
        """Keep a state, after it was read; WorldError where it holds no trial, or none of the kinds, or no space.

        What is kept already is not kept twice. The oldest are let go when there are more than ``MOST_KEPT``.
        """
        read = read_registry(contents)
        if not read.state.trials:
            raise WorldError("trials-no-trial", names=", ".join(name for name, _ in contents))
        path = self.folder / f"{_name(contents)}{_SUFFIX}"
        before = self.kept()
        state = next((each for each in before.states if each.path == path), None)
        is_known = state is not None
        if state is None:
            at = clock.now_utc().isoformat()
            state = KeptState(path, at, read.state.as_of if _DAY.fullmatch(read.state.as_of) else at[:10])
            make_folder(self.folder)
            write_own(path, _packed(state, contents))
            self._let_go(state)
        newest = before.newest
        return Taken(state, read.skipped, is_known, is_older=newest is not None and state.day < newest.day)

    def _let_go(self, new: KeptState) -> None:
        for old in self.kept().states[:-MOST_KEPT]:
            if old.path != new.path:
                with suppress(OSError):  # it stays one import longer
                    old.path.unlink(missing_ok=True)

    def _paths(self) -> Iterator[Path]:
        if self.folder.is_dir():
            yield from sorted(path for path in self.folder.glob(f"*{_SUFFIX}") if _NAMED.fullmatch(path.stem))


def registry_in(vault_folder: Path) -> KeptRegistry:
    """Return the states kept beside the record of a folder."""
    return KeptRegistry(vault_folder / FOLDER)


def _name(contents: Sequence[tuple[str, bytes]]) -> str:
    """Return what a state is called by: its files by what they hold, in whatever order and under whatever names."""
    hashes = sorted(hashlib.sha256(content).hexdigest() for _, content in contents)
    return hashlib.sha256("\n".join(hashes).encode()).hexdigest()


def _packed(state: KeptState, contents: Sequence[tuple[str, bytes]]) -> bytes:
    files = [[name, len(content)] for name, content in contents]
    head = json.dumps({"format": _FORMAT, "at": state.at, "day": state.day, "files": files}).encode()
    return zlib.compress(b"\n".join((head, b"".join(content for _, content in contents))))


def _found(path: Path) -> KeptState | None:
    """Return a state that this program once kept under this name; None for anything else."""
    unpacked = _unpacked(path)
    return None if unpacked is None else unpacked[0]


def _unpacked(path: Path) -> tuple[KeptState, Contents] | None:
    try:
        packed = read_regular(path, MOST_BYTES + _MOST_HEAD)
        unpacking = zlib.decompressobj()
        whole = unpacking.decompress(packed, MOST_BYTES + _MOST_HEAD)
        if not unpacking.eof:
            return None
        head, _, body = whole.partition(b"\n")
        state, contents = _of(path, json.loads(head), body)
    except (OSError, zlib.error, ValueError, RecursionError):
        return None
    return (state, contents) if _name(contents) == path.stem else None


def _of(path: Path, told: object, body: bytes) -> tuple[KeptState, Contents]:
    """Return a state and its files; ValueError for what this version did not write."""
    head = cast("Mapping[str, object]", told if isinstance(told, dict) else {})
    at, day, files = str(head.get("at")), str(head.get("day")), head.get("files")
    if head.get("format") != _FORMAT or not _DAY.match(at) or not _DAY.fullmatch(day) or not isinstance(files, list):
        raise ValueError
    contents: list[tuple[str, bytes]] = []
    start = 0
    for each in cast("list[object]", files):
        match each:
            case [str() as name, int() as size] if size >= 0:
                contents.append((name, body[start : start + size]))
                start += size
            case _:
                raise ValueError
    return KeptState(path, at, day), tuple(contents)
