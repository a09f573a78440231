"""``followup --letter``: the letters after the infusion, on the terminal, as PDF or HTML."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from core import clock
from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.documents.follow_up_letters import every_letter
from core.documents.referral_letter import Letterhead, LetterOptions
from core.language.phrases import Phrases
from core.program import PROGRAM
from core.use_cases.make_paper import make_paper
from core.use_cases.papers import PaperJob, kind_called
from core.use_cases.papers.day0 import PlanWish
from core.writing import write_atomically
from ui.command_line.arguments import Parser
from ui.command_line.problems import warn_of_places
from ui.command_line.terminal import print_text

_BAD_INPUT = 2


def add_letters(parser: Parser) -> None:
    """Enter the options of a letter."""
    names = tuple(each.id for each in every_letter())
    parser.add_argument("--letter", choices=names, default="", help="a letter in the place of the list")
    parser.add_argument(
        "--since", default="", metavar="DATE", help="what came after it is told; default: the visit before the last"
    )
    parser.add_argument(
        "--year", default="", metavar="N", help="the year of the long-term letter; default: the last one"
    )
    parser.add_argument("--clinic", default="", metavar="NAME", help="the clinic in the head of the letter")
    parser.add_argument("--telephone", default="", metavar="NUMBER", help="the centre's 24-hour number")
    parser.add_argument("--pdf", type=Path, metavar="FILE", help="write the letter as PDF")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write the letter as HTML")


def refuse_several(chosen: argparse.Namespace) -> int:
    """Say that a letter is of one patient."""
    print(Phrases(chosen.language).say("after-of-one"), file=sys.stderr)
    return _BAD_INPUT


def write_letter(chosen: argparse.Namespace, chart: Chart, on: date, catalogue: Catalogue) -> int:
    """Write the letter that was chosen, or print it; WorldError says what it lacks."""
    printed_at = f"{clock.now_utc().astimezone():%Y-%m-%dT%H:%M}"
    options = LetterOptions(
        printed_at,
        PROGRAM,
        letterhead=Letterhead(department=chosen.clinic),
        typed={"since-day": chosen.since, "year-n": chosen.year},
    )
    job = PaperJob(
        kind_called(chosen.letter),
        chart.id,
        chart,
        catalogue,
        chosen.language,
        printed_at,
        PROGRAM,
        letter=options,
        plan=PlanWish(on, chosen.language),
        telephone=chosen.telephone,
    )
    paper = make_paper(job)
    written = [(path, content) for path, content in ((chosen.pdf, paper.pdf), (chosen.html, paper.html)) if path]
    warn_of_places(tuple(path for path, _ in written), Phrases(chosen.language))
    for path, content in written:
        write_atomically(path, content)
        print(f"written: {path}", file=sys.stderr)
    if not written:
        print_text(paper.text)
    return 0
