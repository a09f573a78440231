"""``screen``: patients against rule files, on the terminal, as JSON, as papers."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from core import clock
from core.catalogue.reading import load_catalogue
from core.documents.eligibility_report import ReportOptions
from core.exchange.answer import answer, patient_answer
from core.language.phrases import LANGUAGES, Phrases
from core.program import PROGRAM
from core.source_text.caret import visible
from core.source_text.problem import Problem
from core.use_cases.load_rules import LoadedRules, load_rules, rule_paths, shipped_places
from core.use_cases.make_report import Folders, refused_papers, write_report
from core.use_cases.screen_patients import ScreenedPatient, screen_patients
from ui.command_line.arguments import Commands, day
from ui.command_line.problems import print_problems
from ui.command_line.terminal import Pair, patient_lines, report_lines


def add_to(commands: Commands) -> None:
    """Add ``screen``."""
    parser = commands.add_parser("screen", help="judge patients by rule files, each criterion with its reason")
    parser.add_argument("patients", nargs="+", type=Path, metavar="PATIENT", help="patient files (YAML or JSON)")
    parser.add_argument("--rules", type=Path, metavar="DIR", help="rule files; default: those that ship")
    parser.add_argument("--file", metavar="ID", help="only this rule file, in full")
    parser.add_argument("--all", action="store_true", help="list files of other diseases too")
    parser.add_argument(
        "--on", type=day, metavar="DATE", help="the evaluation date; default: as the file says, else today"
    )
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.add_argument("--pdf", type=Path, metavar="DIR", help="write eligibility reports as PDF")
    parser.add_argument("--html", type=Path, metavar="DIR", help="write eligibility reports as HTML")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="the language of terminal and paper")
    parser.add_argument("--clinic", default="", metavar="NAME", help="the clinic in the head of the papers")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Screen, print, write; 2 if some input could not be used."""
    catalogue = load_catalogue()
    places = (chosen.rules,) if chosen.rules is not None else shipped_places()
    rules = load_rules(rule_paths(places), catalogue)
    files = [each for each in rules.files if chosen.file in (None, each.checked.rule_file.id)]
    if chosen.file is not None and not files:
        known = ", ".join(each.checked.rule_file.id for each in rules.files)
        print(f"there is no rule file '{chosen.file}'; known: {known}", file=sys.stderr)
        return 2
    patients = screen_patients(chosen.patients, files, catalogue, chosen.on)
    phrases = Phrases(chosen.language)
    printed_at = clock.now_utc().astimezone().strftime("%Y-%m-%dT%H:%M")
    options = ReportOptions(printed_at, PROGRAM, chosen.clinic)
    _show(chosen, patients, rules, phrases, options)
    problems = [*rules.problems, *_problems(patients), *_write(chosen, patients, rules, phrases, options)]
    print_problems(problems)
    return 2 if any(problem.is_error for problem in problems) else 0


def _problems(patients: Sequence[ScreenedPatient]) -> list[Problem]:
    return [problem for patient in patients for problem in patient.problems]


def _pairs(chosen: argparse.Namespace, patient: ScreenedPatient, rules: LoadedRules) -> list[Pair]:
    """Return the screenings that are shown with their files: other diseases only on request."""
    is_all = chosen.all or chosen.file is not None
    shown = patient.screenings if is_all else patient.shown
    pairs = ((screening, rules.by_id(screening.rule_file.id)) for screening in shown)
    return [(screening, compiled) for screening, compiled in pairs if compiled is not None]


def _show(
    chosen: argparse.Namespace,
    patients: Sequence[ScreenedPatient],
    rules: LoadedRules,
    phrases: Phrases,
    options: ReportOptions,
) -> None:
    if chosen.json:
        parts = [
            patient_answer(
                patient.file,
                "" if patient.chart is None else patient.chart.id,
                _pairs(chosen, patient, rules),
                patient.problems,
                phrases,
                patient.evaluation_on,
            )
            for patient in patients
        ]
        on: date = chosen.on or clock.today()
        document = answer(parts, program=PROGRAM, evaluation_date=on, problems=rules.problems)
        print(json.dumps(document, ensure_ascii=False, indent=2))
        return
    for patient in patients:
        pairs = _pairs(chosen, patient, rules)
        lines = report_lines(pairs, phrases, options) if chosen.file else patient_lines(patient, pairs, phrases)
        for line in lines:
            print(visible(line))


def _write(
    chosen: argparse.Namespace,
    patients: Sequence[ScreenedPatient],
    rules: LoadedRules,
    phrases: Phrases,
    options: ReportOptions,
) -> tuple[Problem, ...]:
    """Write the papers asked for; return why some patients get none."""
    folders = Folders(chosen.pdf, chosen.html)
    if folders == Folders():
        return ()
    refused = refused_papers(patients)
    for patient in patients:
        if any(problem.file == patient.file for problem in refused):
            continue
        for screening, compiled in _pairs(chosen, patient, rules):
            for path in write_report(screening, compiled, phrases, options, folders):
                print(path, file=sys.stderr)
    return refused
