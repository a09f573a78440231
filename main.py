"""Kriterion: the window, or the command line if a command is given."""

from __future__ import annotations

import gc
import os
import sys
from io import TextIOWrapper
from pathlib import Path

from core import unexpected

OPENED = frozenset({".kriterion-rules", ".kriterion-patient", ".yaml", ".yml"})
"""What the window takes in: signed packs, rule files, patient files. The first two endings are the program's own."""
_SELDOM = 200_000
"""How many more objects made than freed let the collector run in a command."""


def main(arguments: list[str]) -> int:
    """Run the program and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # signs and umlauts, whatever the terminal's own code page
    if not arguments:
        return window()
    file = opened_file(arguments)
    return command_line(arguments) if file is None else window(file)


def opened_file(arguments: list[str]) -> Path | None:
    """Return the file to take in, where nothing but one is named: by double click, or dropped on the program."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        return None
    path = Path(arguments[0]).absolute()
    return path if path.suffix in OPENED and path.is_file() else None


def window(file: Path | None = None) -> int:
    """Open the window, with a file to take in or without, or say in one line why there can be none."""
    from ui.desktop.starting import CANNOT_START, why_not

    reason = why_not()
    if reason:
        sys.stderr.write(f"{reason}\n")
        return CANNOT_START
    from core.own_process import keep_private

    keep_private()
    gc.disable()  # nothing that loads becomes garbage; from then on the window collects it
    from ui.desktop.app import run

    return run(file)


def command_line(arguments: list[str]) -> int:
    """Run one command."""
    gc.set_threshold(_SELDOM)  # nothing that loads becomes garbage, and a command is short
    from ui.command_line import app

    try:
        return app.main(arguments)
    except BrokenPipeError:
        # whoever read along (head, less) has seen enough; nothing may be written at the end either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    unexpected.watch()  # a trace would bring along what was read or typed
    raise SystemExit(main(sys.argv[1:]))
