"""Kriterion: the command line if a command is given; until the window exists, the command line's help."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper


def main(arguments: list[str]) -> int:
    """Run the program and return its exit code."""
    from ui.command_line import app

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # signs and umlauts, whatever the terminal's own code page
    try:
        return app.main(arguments or ["--help"])
    except BrokenPipeError:
        # whoever read along (head, less) has seen enough; nothing may be written at the end either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
