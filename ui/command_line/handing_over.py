"""``hand-over``: patient files for another system, with name: a FHIR R4 bundle or a table. Nothing is sent."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from core import clock
from core.catalogue.reading import load_catalogue
from core.language.languages import ENGLISH, languages
from core.language.phrases import Phrases
from core.regular_files import read_named
from core.source_text.caret import visible
from core.use_cases.hand_over import FORMATS, hand_over, write_handed
from core.use_cases.read_patients import read_to_judge
from ui.command_line.arguments import Parser
from ui.command_line.problems import print_problems, warn_of_places

_BAD_INPUT = 2


def fill(parser: Parser) -> None:
    """Enter the options of ``hand-over``."""
    parser.add_argument("patients", type=Path, nargs="+", metavar="PATIENT", help="patient files")
    parser.add_argument("--as", dest="wanted", choices=tuple(FORMATS), default="fhir", help="the format; default: fhir")
    parser.add_argument(
        "--to", type=Path, metavar="FOLDER", help="write the files there; without it: what the format could not say"
    )
    parser.add_argument("--language", choices=languages(), default=ENGLISH, help="the language of the terminal")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Write each patient, and tell what its format could not say; 2 where a file cannot be used."""
    catalogue, phrases = load_catalogue(), Phrases(chosen.language)
    code = 0
    if chosen.to is not None:
        warn_of_places((chosen.to,), phrases)
    for path in chosen.patients:
        content = read_named(path)
        read = read_to_judge(content, str(path), catalogue, None, clock.today())
        print_problems(read.problems)
        found = None if read.chart is None else hand_over(content, str(path), catalogue, chosen.wanted)
        if found is None:
            code = _BAD_INPUT
            continue
        print(visible(phrases.say("handed-left", file=path.name, count=len(found.left))))
        for each in found.left:
            print(visible(f"  {each.text}"))
        if chosen.to is not None:
            print(f"written: {write_handed(found, chosen.to, path.stem)}", file=sys.stderr)
    return code
