"""Where the socket of the window lies: in a folder that is the user's own and closed, where nobody can put another."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from platformdirs import user_cache_path

_LONGEST = 100
"""Signs of a path a socket can have on every system (108 on Linux, 104 on macOS)."""
_CLOSED = 0o700
_OTHERS = 0o077


def socket_place(name: str, environment: Mapping[str, str] = os.environ) -> str:
    """Return the path of a socket, "" where no folder is the user's own; on Windows the name says all."""
    if os.name == "nt":
        return name
    places = (str(folder / name) for folder in _candidates(environment) if _is_own(folder))
    return next((place for place in places if len(os.fsencode(place)) <= _LONGEST), "")


def _candidates(environment: Mapping[str, str]) -> Iterator[Path]:
    """Yield the session's own folder, the user's cache, and one among the temporary files."""
    of_session = environment.get("XDG_RUNTIME_DIR", "")
    if of_session.startswith("/"):
        yield Path(of_session) / "kriterion"
    yield user_cache_path("Kriterion", appauthor=False) / "window"
    yield Path(tempfile.gettempdir()) / f"kriterion-{os.getuid()}"


def _is_own(folder: Path) -> bool:
    """Make the folder if it is not there; True if it is no link, this user's, and closed to all others."""
    try:
        folder.mkdir(_CLOSED, parents=True, exist_ok=True)
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
            return False
        if found.st_mode & _OTHERS:
            folder.chmod(_CLOSED)
    except OSError:
        return False
    return True
