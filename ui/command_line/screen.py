"""``screen``: patients against rule files, on the terminal, as JSON, as papers."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core import clock
from core.catalogue.catalogue import Catalogue
from core.language.languages import ENGLISH, languages
from core.language.phrases import Phrases
from core.program import PROGRAM
from core.rule_files.compiling import CompiledRuleFile
from core.source_text.caret import visible
from core.source_text.problem import Problem
from core.use_cases.load_rules import LoadedRules, shipped_places
from core.use_cases.named_files import PATIENT_SUFFIXES, named_files
from core.use_cases.remember import remembered
from core.use_cases.screen_patients import ScreenedPatient, screen_patients
from ui.command_line.arguments import Parser, day
from ui.command_line.overview import overview_lines
from ui.command_line.problems import print_problems, warn_of_places
from ui.command_line.terminal import Pair, Terminal, terminal_width

if TYPE_CHECKING:
    from core.documents.eligibility_report import ReportOptions
    from core.screening.screening import Screening
    from core.use_cases.suppose_typed import Supposition


def fill(parser: Parser) -> None:
    """Enter the options of ``screen``."""
    told = "patient files (YAML or JSON), folders of them, a pattern with *, or - for standard input"
    parser.add_argument("patients", nargs="+", type=Path, metavar="PATIENT", help=told)
    parser.add_argument("--rules", type=Path, metavar="DIR", help="rule files; default: those that ship")
    parser.add_argument("--file", metavar="ID", help="only this rule file, in full")
    parser.add_argument("--details", action="store_true", help="every file with its criteria and their evidence")
    parser.add_argument("--all", action="store_true", help="list files of other diseases too")
    parser.add_argument(
        "--on", type=day, metavar="DATE", help="the evaluation date; default: as the file says, else today"
    )
    parser.add_argument(
        "--suppose",
        action="append",
        default=[],
        metavar="NAME=TEXT",
        help="what if: 'haemoglobin = 9 g/dL' as typed in the form, of a drug the day it ended; nothing is written",
    )
    parser.add_argument("--beside", nargs=2, default=(), metavar="ID", help="two rule files side by side for a patient")
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.add_argument("--pdf", type=Path, metavar="DIR", help="write eligibility reports as PDF")
    parser.add_argument("--html", type=Path, metavar="DIR", help="write eligibility reports as HTML")
    known = "end reports with the trials of the kept state of a registry that fit coarsely and have no rule file"
    parser.add_argument("--known-trials", action="store_true", help=known)
    parser.add_argument("--language", choices=languages(), default=ENGLISH, help="the language of terminal and paper")
    parser.add_argument("--clinic", default="", metavar="NAME", help="the clinic in the head of the papers")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Screen, print, write; 2 if some input could not be used."""
    known = remembered()
    catalogue = known.catalogue
    places = (chosen.rules,) if chosen.rules is not None else shipped_places()
    rule_files, named = named_files(places), named_files(chosen.patients, PATIENT_SUFFIXES)
    loaded = known.load_rules(rule_files.paths)
    rules = replace(loaded, problems=(*rule_files.problems, *named.problems, *loaded.problems))
    wanted = (chosen.file,) if chosen.file is not None else tuple(chosen.beside)
    unknown = next((name for name in wanted if rules.by_id(name) is None), None)
    if unknown is not None:
        ids = ", ".join(each.checked.rule_file.id for each in rules.files)
        print(f"there is no rule file '{unknown}'; known: {ids}", file=sys.stderr)
        return 2
    files = [each for each in rules.files if not wanted or each.checked.rule_file.id in wanted]
    patients = screen_patients(named.paths, files, catalogue, chosen.on)
    phrases = Phrases(chosen.language)
    if chosen.suppose and (chosen.pdf is not None or chosen.html is not None):
        print(phrases.say("error-supposed-on-paper"), file=sys.stderr)
        return 2
    supposed = _supposed(chosen, patients, files, catalogue, phrases)
    if supposed is None:
        return 2
    _show(chosen, patients, rules, phrases, supposed)
    written = _write(chosen, patients, rules, phrases)
    problems = [*rules.problems, *_problems(patients), *written]
    print_problems(problems)
    return 2 if any(problem.is_error for problem in problems) else 0


def _supposed(
    chosen: argparse.Namespace,
    patients: Sequence[ScreenedPatient],
    files: Sequence[CompiledRuleFile],
    catalogue: Catalogue,
    phrases: Phrases,
) -> dict[str, Supposition] | None:
    """Return what is supposed of each patient that could be read, by its file; None where a text is not understood."""
    if not chosen.suppose:
        return {}
    from core.use_cases.suppose_typed import suppose_typed
    from ui.command_line.supposing import print_refusals

    found = [suppose_typed(each, chosen.suppose, files, catalogue, phrases) for each in patients]
    supposed = {each.file: each for each in found if each is not None}
    return None if print_refusals(list(supposed.values()), phrases) else supposed


def _problems(patients: Sequence[ScreenedPatient]) -> list[Problem]:
    return [problem for patient in patients for problem in patient.problems]


def _pairs(chosen: argparse.Namespace, patient: ScreenedPatient, rules: LoadedRules) -> list[Pair]:
    """Return the screenings that are shown with their files: other diseases only on request."""
    is_all = chosen.all or chosen.file is not None or bool(chosen.beside)
    shown = patient.screenings if is_all else patient.shown
    pairs = ((screening, rules.by_id(screening.rule_file.id)) for screening in shown)
    return [(screening, compiled) for screening, compiled in pairs if compiled is not None]


def _show(
    chosen: argparse.Namespace,
    patients: Sequence[ScreenedPatient],
    rules: LoadedRules,
    phrases: Phrases,
    supposed: Mapping[str, Supposition],
) -> None:
    if chosen.json:
        _print_json(chosen, patients, rules, phrases, supposed)
        return
    if chosen.suppose:
        from ui.command_line.supposing import supposition_lines

        for found in supposed.values():
            for line in supposition_lines(found, phrases):
                print(visible(line))
        return
    if chosen.beside:
        from ui.command_line.beside import beside_lines, sides_of

        for patient in patients:
            sides = sides_of(patient, rules, chosen.beside)
            for line in () if sides is None else beside_lines(patient.file, sides, phrases, terminal_width()):
                print(visible(line))
        return
    for line in _lines(chosen, patients, rules, phrases):
        print(visible(line))


def _print_json(
    chosen: argparse.Namespace,
    patients: Sequence[ScreenedPatient],
    rules: LoadedRules,
    phrases: Phrases,
    supposed: Mapping[str, Supposition],
) -> None:
    from core.exchange.answer import answer, patient_answer

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
    for part, patient in zip(parts, patients, strict=True):
        found = supposed.get(patient.file)
        if found is not None:
            from ui.command_line.supposing import supposition_answer

            part["supposed"] = supposition_answer(found, phrases)
        if chosen.beside:
            from ui.command_line.beside import beside_answer, sides_of

            sides = sides_of(patient, rules, chosen.beside)
            if sides is not None:
                part["beside"] = beside_answer(sides)
    document = answer(parts, program=PROGRAM, evaluation_date=chosen.on or clock.today(), problems=rules.problems)
    print(json.dumps(document, ensure_ascii=False, indent=2))


def _lines(
    chosen: argparse.Namespace, patients: Sequence[ScreenedPatient], rules: LoadedRules, phrases: Phrases
) -> Iterator[str]:
    """Yield the answer first: of several patients the table, then each with a line a file, or what was asked for."""
    readable = [patient for patient in patients if patient.chart is not None]
    if chosen.file:
        for patient in readable:
            yield from _report_lines(_pairs(chosen, patient, rules), phrases, _options_of(chosen, rules))
        return
    terminal = Terminal(phrases, terminal_width(), is_detailed=chosen.details, is_day_told=chosen.on is None)
    if len(readable) > 1:
        yield from overview_lines(readable, phrases, terminal.width)
    for patient in readable:
        yield from terminal.patient_lines(patient, _pairs(chosen, patient, rules))


def _report_lines(
    pairs: Sequence[Pair], phrases: Phrases, options: Callable[[Screening], ReportOptions]
) -> Iterator[str]:
    """Yield the whole report of each screening as text: the same blocks as on paper."""
    from core.documents.eligibility_report import report_document
    from core.documents.text import render_text

    for screening, compiled in pairs:
        yield from render_text(report_document(screening, compiled, phrases, options(screening))).splitlines()
        yield ""


def _options_of(chosen: argparse.Namespace, rules: LoadedRules) -> Callable[[Screening], ReportOptions]:
    """Return what makes the options of a report: those of a patient hold the known trials, where they are asked for."""
    from core.documents.eligibility_report import ReportOptions

    printed_at = clock.now_utc().astimezone().strftime("%Y-%m-%dT%H:%M")
    plain = ReportOptions(printed_at, PROGRAM, chosen.clinic)
    if not chosen.known_trials:
        return lambda _: plain
    from core.store.vault.place import chosen_folder
    from core.trials.places import read_place
    from core.use_cases.compare_registry import known_trials
    from core.use_cases.keep_registry import registry_in
    from core.use_cases.keep_settings import read_settings

    kept, home = registry_in(chosen_folder()).kept(), read_place(read_settings(chosen_folder()).place)
    catalogue = remembered().catalogue

    def of_patient(screening: Screening) -> ReportOptions:
        known = known_trials(kept, rules.files, screening.chart, screening.evaluation_on, catalogue, home)
        return replace(plain, known=known)

    return of_patient


def _write(
    chosen: argparse.Namespace,
    patients: Sequence[ScreenedPatient],
    rules: LoadedRules,
    phrases: Phrases,
) -> tuple[Problem, ...]:
    """Write the papers asked for; return why some patients get none."""
    if chosen.pdf is None and chosen.html is None:
        return ()
    from core.use_cases.make_report import Folders, refused_papers, write_report

    warn_of_places((chosen.pdf, chosen.html), phrases)
    folders, options = Folders(chosen.pdf, chosen.html), _options_of(chosen, rules)
    refused = refused_papers(patients)
    for patient in patients:
        if any(problem.file == patient.file for problem in refused):
            continue
        for screening, compiled in _pairs(chosen, patient, rules):
            for path in write_report(screening, compiled, phrases, options(screening), folders):
                print(path, file=sys.stderr)
    return refused
