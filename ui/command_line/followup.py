"""``followup``: what became of a patient's plan by a day, as text, JSON or a letter; of several, a line each."""

from __future__ import annotations

import argparse
import json
import sys
import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from core import clock
from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue
from core.chart.chart import Chart
from core.errors import WorldError
from core.exchange.follow_up_answer import follow_up_answer
from core.exchange.outcome_answer import outcome_answer
from core.exchange.toxicity_answer import toxicity_answer
from core.follow_up.following import Following, State
from core.follow_up.outcome.outcome import outcome_of
from core.follow_up.toxicity import strip_of
from core.language.dates import format_date
from core.language.languages import ENGLISH, languages
from core.language.phrases import Phrases
from core.regular_files import read_named
from core.source_text.caret import visible
from core.use_cases.follow_patient import follow_patient
from core.use_cases.plan_follow_up import load_schedules
from core.use_cases.read_patients import read_to_judge
from core.wording.errors import error_words
from core.wording.followed import SIGNS, FollowedWords
from core.wording.outcome import OutcomeWords
from core.wording.toxicity import ToxicityWords
from core.writing import write_atomically
from ui.command_line.arguments import Parser, day
from ui.command_line.glance import glance
from ui.command_line.letters import add_letters, refuse_several, write_letter
from ui.command_line.problems import print_problems

_BAD_INPUT = 2
_OUTSIDE = (State.OVERDUE, State.DUE, State.MISSED, State.NOT_DONE, State.HOLDS, State.WAITING)


def fill(parser: Parser) -> None:
    """Enter the options of ``followup``."""
    parser.add_argument(
        "patient",
        type=Path,
        nargs="+",
        metavar="PATIENT",
        help="a patient file, or - for standard input; of several a line each tells who needs what",
    )
    parser.add_argument(
        "--on", type=day, metavar="DATE", help="the day it is told of; default: as the file says, else today"
    )
    parser.add_argument(
        "--all", action="store_true", help="every visit with every thing of it, every response with its parts"
    )
    parser.add_argument(
        "--calendar", type=Path, metavar="FILE", help="save what is due and to come as a calendar file; it names nobody"
    )
    add_letters(parser)
    parser.add_argument("--language", choices=languages(), default=ENGLISH, help="the language of the terminal")
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Tell where everything stands; 2 where the file cannot be used or nobody was treated yet."""
    catalogue = load_catalogue()
    if len(chosen.patient) > 1:
        return refuse_several(chosen) if chosen.letter else glance(chosen, catalogue)
    (path,) = chosen.patient
    read = read_to_judge(read_named(path), str(path), catalogue, chosen.on, clock.today())
    print_problems(read.problems)
    if read.chart is None:
        return _BAD_INPUT
    if chosen.letter:
        return write_letter(chosen, read.chart, read.on, catalogue)
    return _tell(chosen, read.chart, read.on, catalogue)


def _tell(chosen: argparse.Namespace, chart: Chart, on: date, catalogue: Catalogue) -> int:
    phrases = Phrases(chosen.language)
    following = follow_patient(chart, load_schedules(catalogue), catalogue, on)
    if following is None:
        print(phrases.say("followed-nobody", day=format_date(on, chosen.language)), file=sys.stderr)
        return _BAD_INPUT
    outcome = outcome_of(chart, catalogue, following)
    strip = strip_of(chart, catalogue, following.plan.day0, on)
    if chosen.calendar is not None and not _saved(chosen.calendar, FollowedWords(following, phrases, catalogue)):
        return _BAD_INPUT
    if chosen.json:
        told = {"outcome": outcome_answer(outcome), "toxicity": toxicity_answer(strip)}
        answer = {**follow_up_answer(following), **told}
        print(json.dumps(answer, ensure_ascii=False, indent=2))
        return 0
    words = FollowedWords(following, phrases, catalogue)
    for line in _lines(words, following, is_whole=chosen.all):
        print(visible(line))
    print()
    for line in OutcomeWords(outcome, following.plan.chart, catalogue, phrases).lines(is_whole=chosen.all):
        print(visible(line))
    if strip.has_entries or strip.marks:
        print()
        for line in ToxicityWords(strip, chart, catalogue, phrases).lines():
            print(visible(line))
    return 0


def _saved(path: Path, words: FollowedWords) -> bool:
    """Save the calendar; without a record there is no key, so the marks of its visits are new each time."""
    from core.use_cases.make_calendar import make_calendar

    try:
        write_atomically(path, make_calendar(words, "", lambda _visit: uuid.uuid4().hex, clock.now_utc()))
    except WorldError as error:
        print(error_words(error, words.phrases), file=sys.stderr)
        return False
    return True


def _lines(words: FollowedWords, following: Following, *, is_whole: bool) -> Iterator[str]:
    yield f"{following.plan.chart.name or following.plan.chart.id} · {words.head}"
    yield words.basis
    yield words.counted
    yield ""
    shown = following.visits if is_whole else (*following.overdue, *following.this_week, *following.next)
    if not following.overdue and not following.this_week:
        yield words.say("nothing-due")
    for visit in shown:
        yield f"{SIGNS[visit.state]} {words.visit(visit).text}"
        if is_whole:
            yield from (f"    {SIGNS[each.state]} {words.item(each).text}" for each in visit.items)
    outside = following.standing(*(State if is_whole else _OUTSIDE))
    if outside and is_whole:
        yield ""
        yield words.say("outside")
        yield from (f"  {SIGNS[each.state]} {words.item(each).text}" for each in outside)
    yield ""
    yield words.say("changes") if following.changes else words.say("no-changes")
    yield from (f"  {words.change(each)}" for each in following.changes)
    yield from (words.say("apart", activity=each.place[0], at=each.place[1]) for each in following.apart)
