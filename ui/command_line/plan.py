"""``plan``: the monitoring plan of a patient, on the terminal, as JSON, as a paper."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from core import clock
from core.catalogue.reading import load_catalogue
from core.documents.family import family_sheet, wallet_card
from core.documents.monitoring_plan import PaperOptions
from core.documents.pdf import render_pdf
from core.documents.text import render_text
from core.exchange.plan_answer import plan_answer
from core.follow_up.schedule import PRODUCTS, REGIONS, VECTORS
from core.language.dates import format_date
from core.language.languages import ENGLISH, languages
from core.language.phrases import Phrases
from core.regular_files import read_named
from core.use_cases.named_files import named_files
from core.use_cases.plan_follow_up import PlanRequest, load_schedules, plan_follow_up, plan_paper
from core.use_cases.read_patients import read_to_judge
from core.writing import write_atomically
from ui.command_line.arguments import Parser, day
from ui.command_line.problems import print_problems, warn_of_places

_BAD_INPUT = 2
_PAPERS = {"plan": plan_paper, "sheet": family_sheet, "card": wallet_card}


def fill(parser: Parser) -> None:
    """Enter the options of ``plan``."""
    parser.add_argument("patient", type=Path, metavar="PATIENT", help="a patient file, or - for standard input")
    parser.add_argument("--day0", type=day, metavar="DATE", help="day of the infusion; default: as recorded")
    parser.add_argument(
        "--on", type=day, metavar="DATE", help="the day it is told from; default: as the file says, else today"
    )
    parser.add_argument(
        "--leukapheresis", type=day, metavar="DATE", help="day of the leukapheresis; default: as planned in the file"
    )
    parser.add_argument("--product", choices=PRODUCTS, default="", help="default: as recorded, else not known")
    parser.add_argument("--vector", choices=(*VECTORS, "other"), default="", help="default: as recorded")
    parser.add_argument("--region", choices=(*REGIONS, "other"), default="", help="default: as recorded")
    parser.add_argument("--schedule", action="append", default=[], metavar="ID", help="default: by the diagnoses")
    told = "schedule files of your own beside those that ship; the paper marks them as local"
    parser.add_argument("--own-schedules", nargs="+", type=Path, default=[], metavar="FILE", help=told)
    parser.add_argument(
        "--with",
        action="append",
        default=[],
        metavar="ACTIVITY",
        dest="switched_on",
        help="an activity that is off unless asked for",
    )
    parser.add_argument(
        "--paper", choices=tuple(_PAPERS), default="plan", help="the plan, the sheet for the family, the card"
    )
    parser.add_argument("--family-copy", action="store_true", help="leave out what is confidential")
    parser.add_argument("--language", choices=languages(), default=ENGLISH, help="the language of the paper")
    parser.add_argument("--clinic", default="", metavar="NAME", help="the clinic in the head of the paper")
    parser.add_argument("--telephone", default="", metavar="NUMBER", help="the centre's 24-hour number")
    parser.add_argument("--pdf", type=Path, metavar="FILE", help="write the paper as PDF")
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Plan, and print or write what was asked for; 2 where the patient file cannot be used."""
    catalogue = load_catalogue()
    read = read_to_judge(read_named(chosen.patient), str(chosen.patient), catalogue, chosen.on, clock.today())
    print_problems(read.problems)
    chart, on = read.chart, read.on
    if chart is None:
        return _BAD_INPUT
    day0 = chosen.day0 or (chart.infusion.on if chart.infusion else None)
    if day0 is None:
        print("The file records no infusion. Write --day0 DATE.", file=sys.stderr)
        return _BAD_INPUT
    phrases = Phrases(chosen.language)
    if chosen.on is None and read.is_on_its_own_day:
        print(phrases.say("plan-own-day", date=format_date(on, chosen.language)), file=sys.stderr)
    request = PlanRequest(
        day0=day0,
        on=on,
        product=chosen.product,
        vector=chosen.vector,
        region=chosen.region,
        leukapheresis=chosen.leukapheresis,
        schedules=tuple(chosen.schedule),
        switched_on=frozenset(chosen.switched_on),
        is_family_copy=chosen.family_copy,
    )
    named = named_files(chosen.own_schedules)
    if named.problems:
        print_problems(named.problems)
        return _BAD_INPUT
    plan = plan_follow_up(chart, load_schedules(catalogue, named.paths), catalogue, request)
    if chosen.json:
        print(json.dumps(plan_answer(plan, on), ensure_ascii=False, indent=2))
    if chosen.pdf is None and chosen.json:
        return 0
    printed_at = clock.now_utc().astimezone().strftime("%Y-%m-%dT%H:%M")
    options = PaperOptions(on, printed_at, chosen.clinic, chosen.telephone)
    paper = _PAPERS[chosen.paper](plan, phrases, options)
    if chosen.pdf is not None:
        warn_of_places((chosen.pdf,), phrases)
        write_atomically(chosen.pdf, render_pdf(paper))
        print(f"written: {chosen.pdf}", file=sys.stderr)
    elif not chosen.json:
        print(render_text(paper), end="")
    return 0
