"""``rules check``, ``examples``, ``show``, ``compare``, ``impact``, ``pack``, ``sql``: files tested, read, packed, …"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from core.assurance.examples import ExampleRun, run_examples
from core.catalogue.reading import load_catalogue
from core.exchange.answer import problem_answer
from core.language.lacking import lacking
from core.language.languages import ENGLISH, languages
from core.language.phrases import Phrases
from core.rule_files.compiling import compile_rule_file
from core.source_text.problem import Problem
from core.use_cases.check_files import check_files, places_to_check
from core.use_cases.explain_examples import WhyRow, why_rows
from core.use_cases.load_rules import check_paths, load_rules, rule_paths, shipped_places
from core.use_cases.named_files import named_files
from core.use_cases.read_aloud import read_rule_file_aloud
from ui.command_line import columns, listing, mutating, names, new, packs, rewriting, updates
from ui.command_line.arguments import Parser
from ui.command_line.problems import print_problems

_HELPS = {
    "list": "the rule files that ship, and the known trials whose criteria are not public",
    "check": "all problems of rule files, at their lines",
    "examples": "run the worked examples of rule files",
    "show": "a rule file read aloud",
    "compare": "what differs between two versions of a rule file, criterion by criterion, and for patients",
    "new": "the skeleton of a rule file, from the record of a registry where one is named",
    "names": "what names of the catalogue stand for: how else they are written, units, freshness, members",
    "mutate": "what the examples of rule files notice when one word of a condition is changed, and what they miss",
    "impact": "the patients whose conclusion new versions of rule files move, and by which criterion",
    "rewrite": "older rule files in the shorter forms there are now, saying the same",
    **packs.HELPS,
    **columns.HELPS,
}


def fill(parser: Parser) -> None:
    """Enter the subcommands of ``rules`` and their options."""
    kinds = parser.add_commands("WHAT", _HELPS)
    for kind, run in ((kinds["check"], _check), (kinds["examples"], _examples)):
        kind.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders; default: shipped")
        kind.add_argument("--json", action="store_true", help="one JSON document on standard output")
        kind.set_defaults(run=run)
    show = kinds["show"]
    show.add_argument("id", help="the id of a shipped rule file, or the path of a file")
    show.add_argument("--language", choices=languages(), default=ENGLISH, help="the language of the sentences")
    show.set_defaults(run=_show)
    kinds["examples"].add_argument(
        "--why", action="store_true", help="which value, window or missing fact made the difference, by criterion"
    )
    kinds["examples"].add_argument("--language", choices=languages(), default=ENGLISH, help="the language of --why")
    listing.fill(kinds["list"])
    new.fill(kinds["new"])
    names.fill(kinds["names"])
    mutating.fill(kinds["mutate"])
    rewriting.fill(kinds["rewrite"])
    updates.fill(kinds["compare"], kinds["impact"])
    packs.fill(kinds)
    columns.fill(kinds)


def _check(chosen: argparse.Namespace) -> int:
    catalogue = load_catalogue()
    named = named_files(chosen.paths or places_to_check())
    checks = check_files(named.paths, catalogue)
    problems = [*named.problems, *(problem for check in checks for problem in check.problems)]
    if chosen.json:
        files = [
            {"file": str(check.path), "usable": check.is_usable, "found_only": check.is_found_only} for check in checks
        ]
        _print_json({"format": 1, "files": files, "problems": [problem_answer(each) for each in problems]})
    else:
        print_problems(problems)
        for check in checks:
            if check.is_found_only:
                print(f"{check.path}: found, not taken in: the window does not judge by it", file=sys.stderr)
        for each in lacking((catalogue,)):
            told = f"{each.phrases} phrases and {each.labels} labels of the catalogue are missing, said in English"
            print(f"hint: {each.language}: {told}", file=sys.stderr)
        good = sum(check.is_usable for check in checks)
        print(f"{good} rule files without errors, {len(checks) - good} with errors")
    return 2 if named.problems or not all(check.is_usable for check in checks) else 0


def _examples(chosen: argparse.Namespace) -> int:
    catalogue = load_catalogue()
    named = named_files(chosen.paths or shipped_places())
    problems: list[Problem] = list(named.problems)
    runs: list[tuple[str, ExampleRun]] = []
    whys: list[tuple[WhyRow, ...]] = []
    phrases = Phrases(chosen.language)
    for path, check in check_paths(named.paths, catalogue):
        problems += [problem for problem in check.problems if problem.is_error]
        if check.checked is not None:
            compiled = compile_rule_file(check.checked)
            found = run_examples(compiled, catalogue)
            runs += [(str(path), run) for run in found]
            whys += [tuple(why_rows(run, compiled, phrases)) for run in found] if chosen.why else [()] * len(found)
    failing = [problem for _, run in runs for problem in run.problems]
    if chosen.json:
        shown = [
            {"file": file, "name": run.example.name, "holds": run.holds, **_why_answer(rows)}
            for (file, run), rows in zip(runs, whys, strict=True)
        ]
        all_problems = [problem_answer(each) for each in (*problems, *failing)]
        _print_json({"format": 1, "examples": shown, "problems": all_problems})
    else:
        print_problems((*problems, *failing))
        for (file, run), rows in zip(runs, whys, strict=True) if chosen.why else ():
            print(f"{file}: {run.example.name}")
            for row in rows:
                print(f"    {f'{row.cohort}/' if row.cohort else ''}{row.id} ({row.number}, {row.point}): {row.words}")
                print(f"        {row.needed}")
                for text in row.because:
                    print(f"        – {text}")
        held = sum(run.holds for _, run in runs)
        print(f"{held} of {len(runs)} examples hold")
    if problems:
        return 2
    return 1 if failing else 0


def _why_answer(rows: tuple[WhyRow, ...]) -> dict[str, object]:
    """Return what made the difference in an example; nothing where it was not asked for."""
    if not rows:
        return {}
    criteria = [
        {
            "cohort": row.cohort,
            "id": row.id,
            "point": row.point,
            "verdict": row.verdict.value,
            "needed": row.needed,
            "because": list(row.because),
        }
        for row in rows
    ]
    return {"criteria": criteria}


def _print_json(document: dict[str, object]) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=2))


def _show(chosen: argparse.Namespace) -> int:
    catalogue = load_catalogue()
    written = Path(chosen.id)
    loaded = load_rules(rule_paths((written,) if written.is_file() else shipped_places()), catalogue)
    found = loaded.files[0] if written.is_file() and loaded.files else loaded.by_id(chosen.id)
    if found is None:
        print_problems(problem for problem in loaded.problems if problem.is_error)
        if not written.is_file():
            known = ", ".join(each.checked.rule_file.id for each in loaded.files)
            print(f"there is no rule file '{chosen.id}'; known: {known}", file=sys.stderr)
        return 2
    for line in read_rule_file_aloud(found.checked, Phrases(chosen.language)):
        print(line)
    return 0
