"""``self-check``: what the program found of itself, as JSON. Two builds of one version say the same."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from core.use_cases.self_check import self_check
from ui.command_line.arguments import Parser


def fill(parser: Parser) -> None:
    """Enter the options of ``self-check``: there are none."""
    parser.set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Print what was found."""
    print(json.dumps(asdict(self_check()), ensure_ascii=False, indent=1))
    return 0
