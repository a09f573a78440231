"""``licences``: the parts the program stands on, and every licence word by word."""

from __future__ import annotations

import argparse

from core.use_cases.parts import every_licence
from ui.command_line.arguments import Parser


def fill(parser: Parser) -> None:
    """Enter the options of ``licences``: there are none."""
    parser.set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Print them."""
    for line in every_licence():
        print(line)
    return 0
