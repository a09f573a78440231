"""``python -m bundling.prove``: builds the bundle, tries it, and prints its size and start beside the source run.

Needs Linux, the right to make a network namespace and a mount (root has it), and what real keys need (``tests/keys``).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bundling.build import FOLDER, build
from bundling.contents import NAME, ROOT
from core.program import VERSION
from tests.keys.screen import Screen, end, until

_STARTS = 5
_MEGABYTE = 1_000_000
_NAME_OF_WINDOW = "^Kriterion"
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def size_of(folder: Path) -> int:
    """Return the bytes of all files of a folder, a link as nothing."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def measured(screen: Screen, command: Sequence[str], vault: Path) -> tuple[float, float]:
    """Return the seconds from the start of a program to its window on the screen, and its memory then in megabytes."""
    settings = {"QT_QPA_PLATFORM": "xcb", "KRITERION_VAULT": str(vault), "KRITERION_MEMORY": str(vault / "memory")}
    begun = time.perf_counter()
    started = screen.start(command, settings, "measured.log")
    try:
        until(lambda: screen.do(["xdotool", "search", "--onlyvisible", "--name", _NAME_OF_WINDOW]), "a window")
        seconds = time.perf_counter() - begun
        time.sleep(1)
        resident = int(Path(f"/proc/{started.pid}/statm").read_text(encoding="utf-8").split()[1]) * _PAGE
    finally:
        end(started)
    return seconds, resident / _MEGABYTE


def compare(folder: Path) -> None:
    """Start bundle and source in turn, and print medians; the first start of each warms the disk and is left out."""
    commands = {"bundle": [str(folder / NAME)], "source": [sys.executable, str(ROOT / "main.py")]}
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as vault, Screen() as screen:
        for _ in range(_STARTS + 1):
            for name, command in commands.items():
                found[name].append(measured(screen, command, Path(vault)))
    sizes = {"bundle": size_of(folder), "source": size_of(Path(sys.prefix))}
    print(f"Kriterion {VERSION}, medians of {_STARTS} starts to the first page on the screen")
    for name, starts in found.items():
        seconds, resident = (statistics.median(each[at] for each in starts[1:]) for at in (0, 1))
        print(f"  {name}: {seconds:.2f} s, {resident:.0f} MB of memory, {sizes[name] / _MEGABYTE:.0f} MB on disk")


def main(arguments: Sequence[str]) -> int:
    """Build (not with ``--built``), test, compare; return the exit code of the tests."""
    begun = time.monotonic()
    folder = FOLDER if "--built" in arguments else build()
    tried = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", "--durations=3", "tests/bundle"]
    code = subprocess.run(tried, check=False, cwd=ROOT, env={**os.environ, "KRITERION_BUNDLE": str(folder)}).returncode
    if code == 0:
        compare(folder)
    print(f"all of it took {time.monotonic() - begun:.0f} s")
    return code


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
