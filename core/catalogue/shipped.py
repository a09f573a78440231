"""The files of the catalogue that ship."""

from __future__ import annotations

from collections.abc import Mapping

from core.discovery import program_path, rules_path, yaml_files

FOLDERS = ("catalogue", "drugs", "scores")
"""Where in the shipped rules the catalogue lies."""
INSTRUMENTS = "instruments"
"""Below the scores: how each is computed. It is read by ``core/scores``; the catalogue knows their concepts alone."""
MAPS = "maps"
"""Below the scores: where their items lie on a body. Read by ``core/scores`` too."""


def shipped_files() -> Mapping[str, bytes]:
    """Return the files of the catalogue that ship, by their paths from the program's folder.

    Raises WorldError where a folder is not there.
    """
    found = (path for folder in FOLDERS for path in yaml_files(rules_path(folder)))
    paths = tuple(path for path in found if path.parent.name not in (INSTRUMENTS, MAPS))
    return {path.relative_to(program_path()).as_posix(): path.read_bytes() for path in paths}
