"""``rules rewrite``: older rule files in the shorter forms there are now; without ``--write`` the difference alone."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from core.catalogue.reading import load_catalogue
from core.exchange.answer import problem_answer
from core.language.languages import ENGLISH, languages
from core.language.phrases import Phrases
from core.source_text.caret import visible
from core.source_text.problem import Problem
from core.use_cases.named_files import named_files
from core.use_cases.rewrite_files import RewrittenFile, difference_lines, rewrite_file
from ui.command_line.arguments import Parser
from ui.command_line.problems import print_problems

BAD_INPUT = 2


def fill(parser: Parser) -> None:
    """Enter the options."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="rule files or folders of them")
    parser.add_argument("--write", action="store_true", help="write the files; default: print what would differ")
    parser.add_argument("--language", choices=languages(), default=ENGLISH, help="the language of the sentences")
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.set_defaults(run=_rewrite)


def _rewrite(chosen: argparse.Namespace) -> int:
    catalogue, phrases = load_catalogue(), Phrases(chosen.language)
    named = named_files(chosen.files)
    problems: list[Problem] = list(named.problems)
    answers: list[dict[str, object]] = []
    for path in named.paths:
        file = rewrite_file(path, catalogue, is_written=chosen.write)
        problems += file.problems
        if chosen.json:
            answers.append(_answer(file, is_written=chosen.write))
        else:
            for line in _lines(file, phrases, is_written=chosen.write):
                print(visible(line))
    if chosen.json:
        document = {"format": 1, "files": answers, "problems": [problem_answer(each) for each in problems]}
        print(json.dumps(document, ensure_ascii=False, indent=2))
    print_problems(problems)
    return BAD_INPUT if problems else 0


def _lines(file: RewrittenFile, phrases: Phrases, *, is_written: bool) -> Iterator[str]:
    made = file.rewritten
    if made is None or made.problems:
        yield f"{file.path}: {phrases.say('rewrite-left')}"
        return
    if not made.is_changed:
        yield f"{file.path}: {phrases.say('rewrite-nothing')}"
        return
    if not is_written:
        yield from difference_lines(file)
    yield f"{file.path}: {phrases.say('rewrite-written' if is_written else 'rewrite-would')}"
    for form, count in made.forms.items():
        yield f"    {phrases.say(f'rewrite-{form.value}', count=count)}"
    yield f"    {phrases.say('rewrite-same', hash=made.said[:16])}"


def _answer(file: RewrittenFile, *, is_written: bool) -> dict[str, object]:
    made = file.rewritten
    if made is None or made.problems:
        return {"file": str(file.path), "usable": False}
    return {
        "file": str(file.path),
        "usable": True,
        "changed": made.is_changed,
        "written": is_written and made.is_changed,
        "forms": {form.value: count for form, count in made.forms.items()},
        "says": made.said,
        "difference": list(difference_lines(file)),
    }
