"""``rules list``: the rule files that ship, and below them the known trials that have none."""

from __future__ import annotations

import argparse
import json

from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue
from core.exchange.answer import problem_answer
from core.language.languages import ENGLISH, in_language, languages
from core.language.phrases import Phrases
from core.rule_files.known_trials import KnownTrial, shipped_known_trials
from core.rule_files.rule_file import RuleFile
from core.source_text.problem import Problem
from core.use_cases.load_rules import load_rules, rule_paths, shipped_places
from core.wording.known_trials import known_trials_text
from ui.command_line.arguments import Parser
from ui.command_line.problems import print_problems

BAD_INPUT = 2


def fill(parser: Parser) -> None:
    """Enter the options."""
    parser.add_argument("--language", choices=languages(), default=ENGLISH, help="the language of the titles")
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.set_defaults(run=_list)


def _list(chosen: argparse.Namespace) -> int:
    catalogue, phrases = load_catalogue(), Phrases(chosen.language)
    loaded, known = load_rules(rule_paths(shipped_places()), catalogue), shipped_known_trials(catalogue)
    files = [each.checked.rule_file for each in loaded.files]
    errors = [each for each in (*loaded.problems, *known.problems) if each.is_error]
    if chosen.json:
        _print_json(files, known.trials, errors, phrases.language)
    else:
        print_problems(errors)
        _print_lines(files, known.trials, catalogue, phrases)
    return BAD_INPUT if errors else 0


def _print_lines(files: list[RuleFile], trials: tuple[KnownTrial, ...], catalogue: Catalogue, phrases: Phrases) -> None:
    for file in files:
        print(f"{file.id} {file.version} · {in_language(file.title, phrases.language)}")
    print(f"\n{phrases.say('rules-known')} ({len(trials)})\n{phrases.say('rules-known-none')}\n")
    print(known_trials_text(trials, catalogue, phrases))


def _print_json(files: list[RuleFile], trials: tuple[KnownTrial, ...], errors: list[Problem], language: str) -> None:
    shown = [{"id": file.id, "version": file.version, "title": in_language(file.title, language)} for file in files]
    known = [
        {
            "id": trial.id,
            "acronym": trial.acronym,
            "title": in_language(trial.title, language),
            "diseases": list(trial.diseases),
            "product": in_language(trial.product, language),
            "sponsor": trial.sponsor,
            "phase": trial.phase,
            "countries": list(trial.countries),
            "age_from": trial.youngest,
            "age_to": trial.oldest,
            "status": trial.status,
            "seen": trial.seen,
            "why_no_file": in_language(trial.why, language),
            "source": in_language(trial.source, language),
        }
        for trial in trials
    ]
    document = {"format": 1, "files": shown, "known_trials": known, "problems": [problem_answer(e) for e in errors]}
    print(json.dumps(document, ensure_ascii=False, indent=2))
