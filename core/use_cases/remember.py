"""Load catalogue and rule files with what earlier starts remembered of them: only what changed is read again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from core.catalogue.catalogue import Catalogue
from core.catalogue.shipped import shipped_files
from core.discovery import program_path
from core.program import PROGRAM
from core.remembering.memory import Memory
from core.use_cases.load_rules import LoadedRules, load_rules

FOLDER = "KRITERION_MEMORY"
"""Names another folder for what is remembered; empty, nothing is."""
_CATALOGUE = "catalogue"


@dataclass(frozen=True, slots=True)
class Remembered:
    """The catalogue that ships, and where the rule files that were checked against it are remembered."""

    catalogue: Catalogue
    memory: Memory | None

    def load_rules(self, paths: Iterable[Path]) -> LoadedRules:
        """Return the files that can be judged and the problems of all."""
        return load_rules(paths, self.catalogue, self.memory)


def remembered() -> Remembered:
    """Return the catalogue that ships, as remembered where neither it nor the program changed since.

    Raises AuthorError and WorldError as ``load_catalogue`` does.
    """
    folder = _folder()
    if folder is None:
        return Remembered(_read(), None)
    content = b"\0".join(part for name, text in shipped_files().items() for part in (name.encode(), text))
    memory = Memory(folder, hashlib.sha256(_program() + content).digest())
    found = memory.recall(_CATALOGUE, content, Catalogue)
    if found is None:
        found = _read()
        memory.keep(_CATALOGUE, content, found)
    return Remembered(found, memory)


def _read() -> Catalogue:
    from core.catalogue.reading import load_catalogue  # what reads it is loaded where it is not remembered

    return load_catalogue()


def _folder() -> Path | None:
    named = os.environ.get(FOLDER)
    if named is not None:
        return Path(named) if named else None
    return user_cache_path("Kriterion", appauthor=False)


def _program() -> bytes:
    """Return what stands for the program: its version, and in a checkout the state of its files."""
    parts = (f"{path}\0{size}\0{changed}" for path, size, changed in _sources(program_path() / "core"))
    return "\0\0".join((PROGRAM, *parts)).encode(errors="surrogatepass")


def _sources(folder: Path) -> Iterator[tuple[str, int, int]]:
    if not folder.is_dir():  # a frozen bundle holds no files of its own program, and its version says all
        return
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            if entry.is_dir():
                yield from _sources(Path(entry.path))
            elif entry.name.endswith(".py"):
                known = entry.stat()
                yield entry.path, known.st_size, known.st_mtime_ns
