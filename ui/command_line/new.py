"""``rules new``: the skeleton of a rule file on standard output, from the record of a registry where one is named."""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

from core import clock
from core.catalogue.concept import Kind
from core.catalogue.reading import load_catalogue
from core.errors import WorldError
from core.exchange.answer import problem_answer
from core.language.languages import ENGLISH, languages
from core.language.phrases import Phrases
from core.regular_files import read_named
from core.rule_files.checking import check_rule_file
from core.source_text.problem import Problem
from core.use_cases.load_rules import unreadable
from core.use_cases.new_file import RegistryRecord, diseases_of, read_record, skeleton
from core.wording.errors import error_words
from ui.command_line.arguments import Parser
from ui.command_line.problems import print_problems

BAD_INPUT = 2
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def fill(parser: Parser) -> None:
    """Enter the options."""
    parser.add_argument("id", metavar="ID", help="the id of the file, such as nct01234567")
    parser.add_argument(
        "--from-registry",
        type=Path,
        default=None,
        metavar="FILE",
        help="a ClinicalTrials.gov v2 JSON record or a CSV table",
    )
    parser.add_argument("--disease", nargs="+", default=(), metavar="NAME", help="the diseases; default: the record's")
    parser.add_argument("--language", choices=languages(), default=ENGLISH, help="the language of the program's words")
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.set_defaults(run=_new)


def _new(chosen: argparse.Namespace) -> int:
    catalogue, phrases = load_catalogue(), Phrases(chosen.language)
    if _ID.fullmatch(chosen.id) is None:
        return _refused(phrases.say("new-no-id", id=chosen.id))
    record = RegistryRecord()
    if chosen.from_registry is not None:
        try:
            record = read_record(read_named(chosen.from_registry), chosen.id)
        except OSError as error:
            print_problems((unreadable(chosen.from_registry, error),))
            return BAD_INPUT
        except WorldError as error:
            return _refused(error_words(error, phrases))
    diseases = tuple(catalogue.id_called(word) or word for word in chosen.disease) or diseases_of(record, catalogue)
    unknown = [
        name for name in diseases if (each := catalogue.concept(name)) is None or each.kind is not Kind.CONDITION
    ]
    if unknown or not diseases:
        names = ", ".join(unknown)
        return _refused(phrases.say("new-unknown-disease", names=names) if unknown else phrases.say("new-no-disease"))
    text = skeleton(chosen.id, record, diseases, clock.today(), phrases)
    check = check_rule_file(text.encode(), f"{chosen.id}.yaml", catalogue)
    problems: tuple[Problem, ...] = check.problems
    if chosen.json:
        document = {"format": 1, "id": chosen.id, "text": text, "problems": [problem_answer(each) for each in problems]}
        print(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        print(text, end="")
        print_problems(problems)
    return 0 if check.checked is not None else BAD_INPUT


def _refused(words: str) -> int:
    print(words, file=sys.stderr)
    return BAD_INPUT
