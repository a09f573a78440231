"""Where the files that ship with the program lie, in a checkout and in a frozen bundle."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from core.errors import WorldError

YAML_SUFFIXES = frozenset({".yaml", ".yml"})


def program_path() -> Path:
    """Return the folder that holds ``rules`` and ``resources``: the bundle's own, else the checkout's."""
    bundle: object = getattr(sys, "_MEIPASS", None)
    if isinstance(bundle, str):
        return Path(bundle)
    return Path(__file__).resolve().parent.parent


def is_bundle() -> bool:
    """True in a frozen bundle, which has no Python and no checkout beside it."""
    return hasattr(sys, "_MEIPASS")


def program_name() -> str:
    """Return what is typed to run the program: ``main.py``, in a bundle the name of its own file."""
    return Path(sys.executable).name if is_bundle() else "main.py"


def resource_path(*parts: str) -> Path:
    """Return the place of a shipped resource, as in ``resource_path("fonts", "body.ttf")``."""
    return program_path().joinpath("resources", *parts)


def rules_path(*parts: str) -> Path:
    """Return the place of the shipped rule files, or of something among them."""
    return program_path().joinpath("rules", *parts)


def yaml_files(folder: Path, suffixes: frozenset[str] = YAML_SUFFIXES) -> tuple[Path, ...]:
    """Return the YAML files in a folder and below it, in the order of their paths; hidden ones are left out.

    ``suffixes``: other endings that count as well (a patient file may be JSON).

    The order is by path parts, the same on every system. Raises ``WorldError`` if the folder is not there.
    """
    if not folder.is_dir():
        raise WorldError("error-no-folder", folder=str(folder))
    return tuple(sorted(_visible_files(folder, suffixes), key=lambda path: path.parts))


def _visible_files(folder: Path, suffixes: frozenset[str]) -> Iterator[Path]:
    for path in folder.rglob("*"):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix in suffixes and path.is_file() and not is_hidden:
            yield path
