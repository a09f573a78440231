"""``export``: a pseudonymised data set for a registry: what would leave, or the files. Nothing is sent."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from core import clock
from core.catalogue.reading import load_catalogue
from core.language.languages import ENGLISH, languages
from core.language.phrases import Phrases
from core.registry import Pseudonym, Time
from core.regular_files import read_json, read_named
from core.source_text.caret import visible
from core.use_cases.export_registry import Export, Maker, Person, Wish, write
from core.use_cases.named_files import PATIENT_SUFFIXES, named_files
from core.use_cases.plan_follow_up import load_schedules
from core.use_cases.read_patients import read_to_judge
from core.wording.registry import preview_lines
from core.writing import write_own
from ui.command_line.arguments import Parser, day
from ui.command_line.problems import print_problems, warn_of_places

_BAD_INPUT = 2
_MOST_BYTES = 16 * 1024 * 1024


def fill(parser: Parser) -> None:
    """Enter the options of ``export``."""
    parser.add_argument("patients", type=Path, nargs="+", metavar="PATIENT", help="patient files of treated patients")
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="write the files there; without it: what would leave")
    parser.add_argument(
        "--days",
        choices=tuple(each.value for each in Time),
        default=Time.COUNTED.value,
        help="days after the infusion (counted), or dates shifted by a secret number of days for each patient",
    )
    keys = "a file that keeps pseudonyms and shifts, readable by you alone; without it they are new each time"
    parser.add_argument("--keys", type=Path, metavar="FILE", help=keys)
    parser.add_argument("--synthetic", action="store_true", help="the invented patients instead of the real ones")
    parser.add_argument(
        "--on", type=day, metavar="DATE", help="the day it is told of; default: as the file says, else today"
    )
    parser.add_argument("--language", choices=languages(), default=ENGLISH, help="the language of the dictionary")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Tell what would leave, or write it; 2 where a file cannot be used or nobody was treated."""
    catalogue, phrases = load_catalogue(), Phrases(chosen.language)
    people: list[Person] = []
    named = named_files(chosen.patients, PATIENT_SUFFIXES)
    print_problems(named.problems)
    if named.problems:
        return _BAD_INPUT
    for path in named.paths:
        read = read_to_judge(read_named(path), str(path), catalogue, chosen.on, clock.today())
        print_problems(read.problems)
        if read.chart is None:
            return _BAD_INPUT
        people.append(Person(read.chart.id, read.chart, read.on))
    known = {} if chosen.keys is None else _kept(chosen.keys)
    maker = Maker(catalogue, load_schedules(catalogue), phrases)
    export = maker.make(people, known, Wish(Time(chosen.days), chosen.synthetic))
    for line in preview_lines(export.data, export.small, phrases, len(export.made), keys="keys-file"):
        print(visible(line))
    if chosen.to is not None:
        warn_of_places((chosen.to,), phrases)
        _write(chosen, export, known)
    return 0


def _write(chosen: argparse.Namespace, export: Export, known: Mapping[str, Pseudonym]) -> None:
    """Keep the keys first: nothing leaves under a pseudonym that nobody could trace back."""
    if chosen.keys is not None:
        every = {**known, **export.made}
        body = {name: [key.code, key.shift] for name, key in sorted(every.items())}
        write_own(chosen.keys, json.dumps(body, indent=1, ensure_ascii=False).encode())
    for path in write(export, chosen.to, clock.today()):
        print(f"written: {path}", file=sys.stderr)


def _kept(path: Path) -> dict[str, Pseudonym]:
    """Return the keys of a file; one that is not there or is none holds nobody."""
    kept = read_json(path, _MOST_BYTES)
    body = cast("dict[str, object]", kept) if isinstance(kept, dict) else {}
    found: dict[str, Pseudonym] = {}
    for name, pair in body.items():
        match pair:
            case [str(code), int(shift)]:
                found[name] = Pseudonym(code, shift)
            case _:
                continue
    return found
