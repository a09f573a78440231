"""What goes into the bundle: the parts that are locked for running, and of Qt what the window uses."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import metadata
from pathlib import Path, PurePath

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
NAME = "kriterion"
LOADED_BY_NAME = ("pyspiro",)
"""What no import statement names (``core/scores/lung``)."""
_REQUIREMENTS = ROOT / "requirements.txt"
_UNUSED_PLUGINS = re.compile(
    r"/plugins/(egldeviceintegrations|generic|networkinformation|tls|sqldrivers|qmltooling|virtualkeyboard)/"
    r"|/plugins/platforminputcontexts/[^/]*virtualkeyboard|/plugins/platformthemes/[^/]*gtk"
    r"|/plugins/platforms/[^/]*(eglfs|linuxfb|vkkhr|vnc|minimalegl|webgl)"
)
"""No network, no Qt Quick, no screen without a window system; GTK's own look would bring forty libraries along."""
_UNUSED_LIBRARIES = re.compile(r"Qt6?(Qml|Quick|VirtualKeyboard|EglFS|WebSockets|WebChannel)")
Entry = tuple[str, str, str]
"""As PyInstaller has it: the place in the bundle, the file it comes from, its kind."""


def runtime_parts() -> tuple[str, ...]:
    """Return the distributions that run on this machine, as the lock pins them."""
    asked = (Requirement(line) for line in _REQUIREMENTS.read_text(encoding="utf-8").splitlines() if line.strip())
    return tuple(plain(each.name) for each in asked if each.marker is None or each.marker.evaluate())


def foreign_modules() -> tuple[str, ...]:
    """Return what is installed here for building and testing alone and must not come along."""
    ours = frozenset(runtime_parts())
    owners = metadata.packages_distributions()
    return tuple(sorted(name for name, found in owners.items() if not ours & {plain(each) for each in found}))


def plain(name: str) -> str:
    """Return the name of a distribution as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted(entries: Iterable[Entry], needs: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Return the libraries the window uses; ``needs`` tells the names of all that a library loads.

    What the building machine brought for the left out alone is left out with it.
    """
    used = [each for each in entries if _is_used(each[0])]
    if not sys.platform.startswith("linux"):
        return used
    own = [each for each in used if _is_own(each)]
    loaded = {name for _, file, kind in own if kind != "SYMLINK" for name in needs(file)}
    return [each for each in used if _is_own(each) or PurePath(each[0]).name in loaded]


def _is_used(place: str) -> bool:
    path = PurePath(place).as_posix()
    return not (_UNUSED_PLUGINS.search(f"/{path}") or _UNUSED_LIBRARIES.search(PurePath(path).name))


def _is_own(entry: Entry) -> bool:
    """True for what comes with Python or with one of the parts, not from the system of the building machine."""
    _, file, kind = entry
    homes = {Path(sys.prefix).resolve(), Path(sys.base_prefix).resolve()}
    return kind == "SYMLINK" or any(
        Path(file).resolve().is_relative_to(home) and home != Path("/usr") for home in homes
    )


def shipped() -> Iterator[tuple[str, str]]:
    """Yield the folders of data with their places in the bundle."""
    for name in ("rules", "resources"):
        yield str(ROOT / name), name
