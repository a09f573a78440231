"""``import``: what results that another system hands over would be read as; nothing is recorded here."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from core import clock
from core.catalogue.reading import load_catalogue
from core.chart.birth import BIRTH_DATE
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Kept
from core.entry.paste.pasting import Pasting
from core.entry.paste.showing import line_words
from core.entry.statement import Statement
from core.language.languages import ENGLISH, languages
from core.language.phrases import Phrases
from core.source_text.caret import visible
from core.use_cases.open_results import opened
from ui.command_line.arguments import Parser, day

_BAD_INPUT = 2


def fill(parser: Parser) -> None:
    """Enter the options of ``import``."""
    parser.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="FHIR R4, LDT, a table (CSV, XLSX), a REDCap export and its data dictionary",
    )
    whose = "of a table of several patients, read the rows of the one with this {}"
    parser.add_argument("--number", default="", metavar="NUMBER", help=whose.format("number"))
    parser.add_argument("--name", default="", metavar="NAME", help=whose.format("name (and birth date)"))
    parser.add_argument("--born", default="", metavar="DATE", help=whose.format("birth date (and name)"))
    parser.add_argument("--on", type=day, metavar="DATE", help="the day it is read on; default: today")
    parser.add_argument("--language", choices=languages(), default=ENGLISH, help="the language of the terminal")
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Tell every line of every file and how it stands; 2 where a file holds no result at all."""
    phrases, catalogue = Phrases(chosen.language), load_catalogue()
    on = chosen.on or clock.today()
    desk = Desk("", catalogue, chosen.language, on, on.isoformat(), tuple(_patient(chosen)))
    prints = [(str(each.path), Pasting(each.text, desk, source=each.source)) for each in opened(chosen.files)]
    if chosen.json:
        print(json.dumps([_answer(file, each, phrases) for file, each in prints], ensure_ascii=False, indent=2))
    else:
        for file, each in prints:
            _print(file, each, phrases)
    empty = [file for file, each in prints if not any(line.is_recordable for line in each.lines)]
    for file in empty:
        print(phrases.say("import-none", file=file), file=sys.stderr)
    return _BAD_INPUT if empty else 0


def _patient(chosen: argparse.Namespace) -> Iterator[Kept]:
    """Yield who is meant in a table of several patients."""
    told = {"number": chosen.number, "name": chosen.name, BIRTH_DATE: chosen.born}
    for at, (section, text) in enumerate(told.items(), start=1):
        if text:
            yield Kept(at, Statement.of(section, text), "", datetime.min.replace(tzinfo=UTC))


def _print(file: str, pasting: Pasting, phrases: Phrases) -> None:
    print(file)
    counted: Counter[str] = Counter()
    for line in pasting.lines:
        words = line_words(line, phrases)
        counted[words.state] += 1
        told = " · ".join(filter(None, (words.understood_as, f"{words.value} {words.unit}".strip(), words.day)))
        print(visible(f"  {words.sign} {words.state}: {told or line.raw.strip()}"))
        if words.reason:
            print(visible(f"      {words.reason}"))
    print("  " + ", ".join(f"{count} {state}" for state, count in counted.items()))


def _answer(file: str, pasting: Pasting, phrases: Phrases) -> dict[str, object]:
    lines = [
        {
            "line": line.place[0],
            "raw": line.raw,
            "state": line.state.value,
            "concept": (line.thing or None) if line.concept is None else line.concept.id,
            "section": line.section or None,
            "value": line.content,
            "reason": line_words(line, phrases).reason,
        }
        for line in pasting.lines
    ]
    return {"file": file, "born": pasting.sheet.head.born, "lines": lines}
