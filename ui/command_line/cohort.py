"""``cohort``: many patients by every rule file, on the terminal, as JSON, or as a table without names."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from core import clock
from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Kind
from core.documents.align import Align
from core.documents.wrapping import columns_of, padded
from core.exchange.survey_answer import survey_answer
from core.language.dates import format_date
from core.language.languages import ENGLISH, in_language, languages
from core.language.phrases import Phrases
from core.screening.survey import counted
from core.screening.surveyed import Survey, Wish
from core.source_text.caret import visible
from core.use_cases.load_rules import shipped_places
from core.use_cases.named_files import PATIENT_SUFFIXES, named_files
from core.use_cases.remember import remembered
from core.use_cases.survey_patients import FEWEST, survey, table_without_names
from core.use_cases.weigh_update import patients_of_files
from core.wording.survey import awaited_words, counted_words, step_words
from core.writing import write_atomically
from ui.command_line.arguments import Parser, day
from ui.command_line.problems import print_problems

_BAD_INPUT = 2
_MOST_AWAITED = 12
_NUMBER = 9


def fill(parser: Parser) -> None:
    """Enter the options of ``cohort``."""
    told = "patient files (YAML or JSON), folders of them, a pattern with *"
    parser.add_argument("patients", nargs="+", type=Path, metavar="PATIENT", help=told)
    parser.add_argument("--rules", type=Path, metavar="DIR", help="rule files; default: those that ship")
    parser.add_argument("--file", metavar="ID", help="who drops out where in this rule file")
    parser.add_argument("--disease", default="", metavar="NAME", help="only patients with this diagnosis, such as sle")
    parser.add_argument("--from-age", type=int, metavar="YEARS", help="only patients of at least this age")
    parser.add_argument("--to-age", type=int, metavar="YEARS", help="only patients of at most this age, in whole years")
    parser.add_argument("--one-away", action="store_true", help="only patients whom one answer would settle")
    parser.add_argument("--on", type=day, metavar="DATE", help="the day; default: as each file says, else today")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="save a table without names, numbers and births")
    parser.add_argument("--language", choices=languages(), default=ENGLISH, help="the language of terminal and table")
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Survey, print, save; 2 where a file named is not there or somebody could not be read."""
    known, phrases = remembered(), Phrases(chosen.language)
    catalogue = known.catalogue
    rule_files = named_files((chosen.rules,) if chosen.rules is not None else shipped_places())
    named = named_files(chosen.patients, PATIENT_SUFFIXES)
    rules = known.load_rules(rule_files.paths)
    problems = [*rule_files.problems, *named.problems, *rules.problems]
    files = [each for each in rules.files if chosen.file in (None, each.checked.rule_file.id)]
    if not files:
        ids = ", ".join(each.checked.rule_file.id for each in rules.files)
        print(f"there is no rule file '{chosen.file}'; known: {ids}", file=sys.stderr)
        return _BAD_INPUT
    disease = catalogue.concept(chosen.disease)
    if chosen.disease and (disease is None or disease.kind is not Kind.CONDITION):
        print(f"there is no diagnosis '{chosen.disease}' in the catalogue", file=sys.stderr)
        return _BAD_INPUT
    today = clock.today()
    whole = survey(files, tuple(patients_of_files(named.paths, catalogue, chosen.on, today)))
    wish = Wish(chosen.disease, chosen.from_age, chosen.to_age, one_item_away=chosen.one_away)
    found = whole.only(wish)
    if chosen.json:
        print(json.dumps(survey_answer(found), ensure_ascii=False, indent=2))
    else:
        on = phrases.say("survey-own-days") if chosen.on is None else format_date(chosen.on, chosen.language)
        for line in _lines(found, catalogue, phrases, on, in_full=chosen.file is not None):
            print(visible(line))
    if chosen.csv is not None:
        write_atomically(chosen.csv, table_without_names(found, catalogue, phrases).encode())
        if len(found.rows) < FEWEST:
            print(phrases.say("survey-few", count=FEWEST), file=sys.stderr)
    print_problems(problems)
    return _BAD_INPUT if whole.unread or any(each.is_error for each in problems) else 0


def _lines(found: Survey, catalogue: Catalogue, phrases: Phrases, on: str, *, in_full: bool) -> Iterator[str]:
    yield phrases.say("survey-judged", patients=len(found.rows), files=len(found.files), day=on)
    if found.unread:
        yield phrases.say("survey-unread", names=", ".join(found.unread))
    if not found.rows:
        yield phrases.say("survey-nobody" if found.unread else "cohort-nobody")
        return
    yield ""
    yield from _counts(found, phrases)
    if in_full:
        yield ""
        yield from _attrition(found, phrases)
    yield ""
    yield from _awaited(found, catalogue, phrases)


def _counts(found: Survey, phrases: Phrases) -> Iterator[str]:
    """How many patients each file that takes patients says what of; the others by their titles alone."""
    closed: list[str] = []
    for compiled in found.files:
        title = in_language(compiled.checked.rule_file.short_title, phrases.language)
        founds = found.founds(compiled.checked.rule_file.id)
        words = tuple(counted_words(counted(founds), phrases))
        if words:
            yield f"{title}: {' · '.join(words)}"
        else:
            closed.append(title)
    if closed:
        yield phrases.say("survey-not-counted", titles=", ".join(closed))


def _attrition(found: Survey, phrases: Phrases) -> Iterator[str]:
    (compiled,) = found.files
    rule_file = compiled.checked.rule_file
    lost = found.attrition(rule_file.id)
    yield phrases.say("survey-attrition", title=in_language(rule_file.title, phrases.language))
    heads = [phrases.say(f"survey-{name}") for name in ("fails", "open", "deferred", "left")]
    width = max(_NUMBER, *(columns_of(head) for head in heads)) + 1
    shown = [step for step in lost.steps if step.key is None or step.fails or step.open or step.deferred]
    yield "".join(padded(head, width, Align.RIGHT) for head in heads)
    yield (
        "".join(padded(each, width, Align.RIGHT) for each in ("", "", "", str(lost.everybody)))
        + "  "
        + phrases.say("survey-everybody")
    )
    for step in shown:
        what, place = step_words(step, compiled, phrases)
        numbers = "".join(
            padded(str(each or ""), width, Align.RIGHT) for each in (step.fails, step.open, step.deferred)
        ) + padded(str(step.left), width, Align.RIGHT)
        yield f"{numbers}  {what}{f' ({place})' if place else ''}"
    if left_out := len(lost.steps) - len(shown):
        yield phrases.say("survey-passed-by", count=left_out)
    yield phrases.say("survey-left-over", left=lost.left, clear=lost.pass_all, lack=lost.lack, site=lost.wait_for_site)


def _awaited(found: Survey, catalogue: Catalogue, phrases: Phrases) -> Iterator[str]:
    awaited = found.awaited()
    if not awaited:
        yield phrases.say("survey-awaited-none")
        return
    yield phrases.say("survey-awaited")
    for each in awaited[:_MOST_AWAITED]:
        what, titles = awaited_words(each, found.files, catalogue, phrases)
        yield f"  {phrases.say('survey-awaited-patients', count=len(each.patients))}: {what} ({titles})"
