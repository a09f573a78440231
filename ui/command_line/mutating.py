"""``rules mutate``: what the examples of rule files notice when a word of a condition is changed, and what not."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from core.assurance.probing.boundary import Boundary
from core.assurance.probing.writing import example_lines
from core.catalogue.reading import load_catalogue
from core.exchange.answer import problem_answer
from core.language.languages import ENGLISH, languages
from core.language.phrases import Phrases
from core.source_text.problem import Problem
from core.use_cases.load_rules import rule_paths, shipped_places
from core.use_cases.mutate_files import MutatedFile, mutate_file, patients_for, row_of, survivor_rows, write_patients
from core.use_cases.named_files import named_files
from core.wording.changes import text_with_marks
from ui.command_line.arguments import Parser
from ui.command_line.problems import print_problems

BAD_INPUT = 2
NOT_ENOUGH = 1


def fill(parser: Parser) -> None:
    """Enter the options."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="files or folders; default: shipped")
    parser.add_argument(
        "--examples", action="store_true", help="print a patient that would notice each survivor, as YAML"
    )
    parser.add_argument("--write", action="store_true", help="put these patients behind the examples of each file")
    parser.add_argument("--language", choices=languages(), default=ENGLISH, help="the language of the sentences")
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.set_defaults(run=_mutate)


def _mutate(chosen: argparse.Namespace) -> int:
    catalogue, phrases = load_catalogue(), Phrases(chosen.language)
    named = named_files(chosen.files or rule_paths(shipped_places()))
    problems: list[Problem] = list(named.problems)
    answers: list[dict[str, object]] = []
    is_enough = True
    for path in named.paths:
        file = mutate_file(path, catalogue)
        found = patients_for(file, catalogue) if chosen.examples or chosen.write else ()
        slips = [*file.problems, *(write_patients(file, found, catalogue) if chosen.write and found else ())]
        problems += slips
        is_enough = is_enough and file.is_enough
        if chosen.json:
            answers.append(_answer(file, found, phrases))
        else:
            print_problems(slips)
            is_asked, is_written = chosen.examples or chosen.write, chosen.write and bool(found) and not slips
            for line in _lines(file, found, phrases, is_asked=is_asked, is_written=is_written):
                print(line, flush=True)
    if chosen.json:
        document = {"format": 1, "files": answers, "problems": [problem_answer(each) for each in problems]}
        print(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        print_problems(named.problems)
    return BAD_INPUT if problems else 0 if is_enough else NOT_ENOUGH


def _lines(
    file: MutatedFile, found: Sequence[Boundary], phrases: Phrases, *, is_asked: bool, is_written: bool
) -> Iterator[str]:
    verdicts, say = file.verdicts, phrases.say
    if verdicts is None:
        return
    noticed, percent = len(verdicts.noticed), f"{verdicts.score * 100:.0f}"
    yield f"{file.path}: {say('mutant-score', noticed=noticed, count=verdicts.counted, percent=percent)}"
    for row in survivor_rows(file, phrases) if not is_written else ():
        yield f"  {row.title}: {row.kind}"
        yield f"      {say('change-was')}: {text_with_marks(row.was, '[-', '-]')}"
        yield f"      {say('change-is')}: {text_with_marks(row.now, '{+', '+}')}"
    if verdicts.equivalent:
        yield f"  {say('mutant-equivalent', count=len(verdicts.equivalent))}:"
        for mutant in verdicts.equivalent:
            row = row_of(mutant, phrases)
            yield f"      {row.title}: {text_with_marks(row.now, '{+', '+}')}"
    if is_asked and verdicts.survivors:
        told = {mutant for boundary in found for mutant in boundary.tells}
        yield f"  {say('mutant-found', count=len(found), told=len(told), left=len(verdicts.survivors))}"
        without = [mutant for mutant in verdicts.survivors if mutant not in told]
        if without:
            yield f"  {say('mutant-without', count=len(without))}:"
        for mutant in without:
            row = row_of(mutant, phrases)
            now = text_with_marks(row.now, "{+", "+}")
            yield f"      {row.title}: {row.kind}: {now}"
    if is_written:
        yield f"  {say('mutant-written', count=len(found))}"
    else:
        yield from (line for boundary in found for line in example_lines(boundary))


def _answer(file: MutatedFile, found: Sequence[Boundary], phrases: Phrases) -> dict[str, object]:
    verdicts = file.verdicts
    if verdicts is None:
        return {"file": str(file.path), "usable": False}
    told = {mutant for boundary in found for mutant in boundary.tells}
    survivors: list[dict[str, object]] = []
    for mutant in verdicts.survivors:
        row = row_of(mutant, phrases)
        survivors.append(
            {
                "kind": mutant.kind,
                "place": mutant.place,
                "name": mutant.name,
                "was": text_with_marks(row.was, "", ""),
                "is": text_with_marks(row.now, "", ""),
                "noticed_by": [each.name for each in found if mutant in each.tells],
            }
        )
    return {
        "file": str(file.path),
        "usable": True,
        "noticed": len(verdicts.noticed),
        "count": verdicts.counted,
        "score": round(verdicts.score, 4),
        "equivalent": len(verdicts.equivalent),
        "survivors": survivors,
        "found_for": len(told),
        "without": [
            f"{each.place} {each.name}: {each.kind}" for each in verdicts.survivors if found and each not in told
        ],
        "examples": ["\n".join(example_lines(each)) for each in found],
    }
