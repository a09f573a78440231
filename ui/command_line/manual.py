"""``manual``: the manual as text, or as a PDF."""

from __future__ import annotations

import argparse
from pathlib import Path

from core import clock
from core.language.languages import ENGLISH
from core.language.phrases import LANGUAGES
from core.language.shipped_pages import pages
from core.use_cases.read_manual import MANUAL, write_manual
from ui.command_line.arguments import Parser


def fill(parser: Parser) -> None:
    """Enter the options of ``manual``."""
    parser.add_argument("--language", choices=LANGUAGES, default=ENGLISH, help="the language of the manual")
    parser.add_argument("--pdf", type=Path, metavar="FILE", help="write it as PDF instead of printing it")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print or write it."""
    if chosen.pdf is None:
        print("\n".join(pages(MANUAL, chosen.language)))
        return 0
    write_manual(chosen.pdf, chosen.language, clock.now_utc())
    print(f"manual: {chosen.pdf}")
    return 0
