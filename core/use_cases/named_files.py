"""Files named one by one, as a folder, or with stars that no shell has filled in; what names nothing is a problem."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from core.discovery import YAML_SUFFIXES, yaml_files
from core.language.said import said
from core.source_text.problem import NOWHERE, Problem

PATIENT_SUFFIXES = YAML_SUFFIXES | {".json"}
_STARS = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class NamedFiles:
    """The files that were named, each once, and a problem for every folder or pattern that holds none."""

    paths: tuple[Path, ...]
    problems: tuple[Problem, ...]


def named_files(written: Iterable[Path], suffixes: frozenset[str] = YAML_SUFFIXES) -> NamedFiles:
    """Return the files named; one that is not there is named all the same: its reader says so."""
    found: dict[Path, None] = {}
    problems: list[Problem] = []
    for path in written:
        paths, problem = _named(path, suffixes)
        found |= dict.fromkeys(paths)
        problems += () if problem is None else (problem,)
    return NamedFiles(tuple(found), tuple(problems))


def _named(path: Path, suffixes: frozenset[str]) -> tuple[tuple[Path, ...], Problem | None]:
    if path.is_dir():
        files = yaml_files(path, suffixes)
        endings = ", ".join(sorted(suffixes))
        message = said("the folder holds no file that ends in {endings}", endings=endings)
        return files, None if files else Problem(str(path), NOWHERE, "no-files", message, "check the path")
    if not _STARS & set(str(path)) or path.exists():
        return (path,), None
    found: list[Path] = []
    for match in sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor)))):
        found += yaml_files(match, suffixes) if match.is_dir() else (match,)
    problem = Problem(str(path), NOWHERE, "no-files", said("no file matches"), "check the path")
    return tuple(found), None if found else problem
