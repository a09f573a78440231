"""``safety``: draft a safety report from a patient file: on the terminal, as a paper, as E2B(R3). Nothing is sent."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from core import clock
from core.catalogue.reading import load_catalogue
from core.criteria.scope import Scope
from core.documents.referral_letter import Letterhead, LetterOptions
from core.documents.safety import every_safety_paper
from core.language.languages import ENGLISH, languages
from core.language.phrases import Phrases
from core.program import PROGRAM
from core.regular_files import read_named
from core.safety import reportables
from core.source_text.caret import visible
from core.use_cases.make_paper import make_paper
from core.use_cases.papers import PaperJob, kind_called
from core.use_cases.read_patients import read_to_judge
from core.use_cases.report_safety import case_of
from core.wording.safety import CaseWords
from core.writing import write_atomically
from ui.command_line.arguments import Parser, day
from ui.command_line.problems import print_problems, warn_of_places
from ui.command_line.terminal import print_text

_BAD_INPUT = 2


def fill(parser: Parser) -> None:
    """Enter the options of ``safety``."""
    parser.add_argument("patient", type=Path, metavar="PATIENT", help="a patient file, or - for standard input")
    kinds = tuple(each.id for each in every_safety_paper())
    parser.add_argument("--paper", choices=kinds, default="european-case", help="which report; default: %(default)s")
    parser.add_argument("--list", action="store_true", help="list what of the record can be reported, and end")
    parser.add_argument("--event", default="", metavar="ID", help="what is reported, by its id; default: the newest")
    parser.add_argument("--reporter", default="", metavar="NAME", help="who reports")
    parser.add_argument("--clinic", default="", metavar="NAME", help="the institution of the reporter")
    parser.add_argument("--country", default="", metavar="CODE", help="the country of the reporter, two letters")
    parser.add_argument("--qualification", default="", metavar="1..5", help="of the reporter, as E2B counts them")
    parser.add_argument("--number", default="", metavar="TEXT", help="the reporter's own number of the report")
    parser.add_argument("--on", type=day, metavar="DATE", help="the day of the draft; default: today")
    parser.add_argument("--language", choices=languages(), default=ENGLISH, help="the language of the paper")
    parser.add_argument("--pdf", type=Path, metavar="FILE", help="write the paper as PDF")
    parser.add_argument("--e2b", type=Path, metavar="FILE", help="write the case as E2B(R3) XML")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Draft, and print or write what was asked for; 2 where the patient file cannot be used."""
    catalogue, phrases = load_catalogue(), Phrases(chosen.language)
    read = read_to_judge(read_named(chosen.patient), str(chosen.patient), catalogue, chosen.on, clock.today())
    print_problems(read.problems)
    if read.chart is None:
        return _BAD_INPUT
    kind = kind_called(chosen.paper)
    printed_at = f"{read.on.isoformat()}T{clock.now_utc().astimezone():%H:%M}"
    typed = {
        "reporter-country": chosen.country,
        "reporter-qualification": chosen.qualification,
        "own-case-number": chosen.number,
    }
    letter = LetterOptions(
        printed_at, PROGRAM, letterhead=Letterhead(department=chosen.clinic), signer=chosen.reporter, typed=typed
    )
    job = PaperJob(
        kind,
        read.chart.id,
        read.chart,
        catalogue,
        chosen.language,
        printed_at,
        PROGRAM,
        chosen.clinic,
        letter=letter,
        event=chosen.event,
    )
    matter = kind.about
    if matter is None:
        return _BAD_INPUT
    if chosen.list:
        case = case_of(job, matter)
        for each in reportables(read.chart, catalogue, read.on, matter):
            words = CaseWords(replace(case, reported=each), Scope(catalogue), phrases)
            print(visible(f"{each.id} · {words.title()}"))
        return 0
    warn_of_places([path for path in (chosen.pdf, chosen.e2b) if path is not None], phrases)
    paper = make_paper(job)
    if chosen.pdf is not None:
        write_atomically(chosen.pdf, paper.pdf)
    if chosen.e2b is not None:
        as_file = kind_called("european-case").file
        if as_file is not None:
            write_atomically(chosen.e2b, as_file(job, phrases))
    for path in filter(None, (chosen.pdf, chosen.e2b)):
        print(f"written: {path}", file=sys.stderr)
    if chosen.pdf is None and chosen.e2b is None:
        print_text(paper.text)
    return 0
