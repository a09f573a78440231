"""Kriterion: the command line if a command is given; until the window exists, the command line's help."""

from __future__ import annotations

import sys


def main(arguments: list[str]) -> int:
    """Run the program and return its exit code."""
    from ui.command_line import app

    return app.main(arguments or ["--help"])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
