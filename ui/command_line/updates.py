"""``rules compare`` and ``rules impact``: what a new version of a rule file changes, and the patients it moves.

The records of a vault are not opened here: patients are files, and without any the samples that ship.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from core import clock
from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue
from core.discovery import resource_path
from core.exchange.answer import problem_answer
from core.exchange.update_answer import comparison_answer, patients_answer, version_answer
from core.language.languages import ENGLISH, languages
from core.language.phrases import Phrases
from core.rule_files.comparison.comparing import Comparison
from core.rule_files.succession import succession_of
from core.source_text.problem import Problem
from core.use_cases.keep_library import LibraryFile, file_at
from core.use_cases.load_rules import rule_paths, shipped_places
from core.use_cases.named_files import PATIENT_SUFFIXES, named_files
from core.use_cases.weigh_update import Weighed, comparison_of, patients_of_files, weigh
from core.wording.changes import PartRow, change_rows, changelog_words, example_words, head_rows, text_with_marks
from core.wording.impacts import asked_words, impact_row
from ui.command_line.arguments import Parser, day
from ui.command_line.problems import print_problems

BAD_INPUT = 2
DIFFERS = 1


def fill(comparing: Parser, weighing: Parser) -> None:
    """Enter the options of both commands."""
    comparing.add_argument("old", metavar="OLD", help="the id of a shipped rule file, or the path of a file")
    comparing.add_argument("new", metavar="NEW", help="the same of the newer version")
    comparing.add_argument("patients", nargs="*", type=Path, metavar="PATIENT", help="patient files or folders")
    comparing.set_defaults(run=_compare)
    weighing.add_argument("files", nargs="+", type=Path, metavar="FILE", help="new versions: files or folders")
    weighing.add_argument("--old", type=Path, default=None, metavar="FILE", help="the version before; default: shipped")
    weighing.add_argument(
        "--patients", nargs="+", type=Path, default=(), metavar="PATIENT", help="patient files; default: the samples"
    )
    weighing.set_defaults(run=_impact)
    for parser in (comparing, weighing):
        parser.add_argument("--on", type=day, default=None, metavar="DAY", help="the evaluation date; default: today")
        parser.add_argument("--language", choices=languages(), default=ENGLISH, help="the language of the sentences")
        parser.add_argument("--json", action="store_true", help="one JSON document on standard output")


# --- compare


def _compare(chosen: argparse.Namespace) -> int:
    catalogue, phrases = load_catalogue(), Phrases(chosen.language)
    old, new = _file(chosen.old, catalogue), _file(chosen.new, catalogue)
    named = named_files(chosen.patients, PATIENT_SUFFIXES)
    problems = [*_errors((old, new)), *named.problems]
    comparison = None if old is None or new is None else comparison_of(old, new)
    if old is None or new is None or comparison is None:
        print_problems(problems)
        return BAD_INPUT
    weighed = _weighed(old, new, comparison, named.paths, catalogue, chosen) if named.paths else None
    if chosen.json:
        document = {"format": 1, **comparison_answer(comparison, phrases)}
        if weighed is not None:
            document["impact"] = _weighed_answer(weighed, phrases)
        _print_json({**document, "problems": [problem_answer(each) for each in problems]})
    else:
        print_problems(problems)
        for line in _comparison_lines(comparison, new, phrases):
            print(line)
        for line in () if weighed is None else _weighed_lines(weighed, phrases):
            print(line)
    if problems or (weighed is not None and weighed.unread):
        return BAD_INPUT
    return 0 if comparison.is_empty else DIFFERS


def _comparison_lines(comparison: Comparison, new: LibraryFile, phrases: Phrases) -> Iterator[str]:
    say = phrases.say
    versions = say("change-of", old=comparison.old.version, new=comparison.new.version)
    yield f"{comparison.new.id}: {versions}"
    if comparison.is_empty:
        yield say("change-nothing")
        return
    if comparison.old.version != comparison.new.version:
        succession = succession_of(comparison.new, new.text.encode(), ())
        yield changelog_words(succession.line, succession.effective_from, phrases)
    yield f"{say('change-differ', count=len(comparison.criteria))}, {say('change-same', count=len(comparison.same))}"
    for row in change_rows(comparison, phrases):
        yield ""
        yield f"{row.sign} {row.word}: {row.title} [{row.id}] · {row.below}"
        for part in row.parts:
            yield from _part_lines(part, phrases)
        yield f"    {row.source}"
    heads = head_rows(comparison, phrases)
    if heads:
        yield ""
        yield say("change-head")
        for part in heads:
            yield from _part_lines(part, phrases)
    yield ""
    yield f"{say('change-examples')}: {example_words(comparison, phrases)}"
    yield say("change-same-proof", count=len(comparison.same))


def _part_lines(part: PartRow, phrases: Phrases) -> Iterator[str]:
    yield f"    {part.name}"
    if part.was:
        yield f"      {phrases.say('change-was')}: {text_with_marks(part.was, '[-', '-]')}"
    if part.now:
        yield f"      {phrases.say('change-is')}: {text_with_marks(part.now, '{+', '+}')}"


# --- impact


def _impact(chosen: argparse.Namespace) -> int:
    catalogue, phrases = load_catalogue(), Phrases(chosen.language)
    named = named_files(chosen.files)
    people = named_files(chosen.patients or (resource_path("samples"),), PATIENT_SUFFIXES)
    if not chosen.patients:
        print("patients: the samples that ship; name others with --patients", file=sys.stderr)
    problems: list[Problem] = [*named.problems, *people.problems]
    weighed: list[Weighed] = []
    before = None if chosen.old is None else _file(str(chosen.old), catalogue)
    problems += _errors((before,))
    for path in named.paths:
        new = file_at(path, catalogue)
        problems += _errors((new,))
        if new.compiled is not None:
            old = before or _shipped(new.compiled.checked.rule_file.id, catalogue)
            comparison = None if old is None else comparison_of(old, new)
            weighed.append(_weighed(old, new, comparison, people.paths, catalogue, chosen))
    if chosen.json:
        answers = [_weighed_answer(each, phrases) for each in weighed]
        _print_json({"format": 1, "files": answers, "problems": [problem_answer(each) for each in problems]})
    else:
        print_problems(problems)
        for each in weighed:
            for line in _weighed_lines(each, phrases):
                print(line)
    is_bad = bool(problems) or any(each.unread for each in weighed)
    return BAD_INPUT if is_bad else DIFFERS if any(each.moved for each in weighed) else 0


def _weighed(
    old: LibraryFile | None,
    new: LibraryFile,
    comparison: Comparison | None,
    people: Sequence[Path],
    catalogue: Catalogue,
    chosen: argparse.Namespace,
) -> Weighed:
    if new.compiled is None:
        raise ValueError(new.path)
    patients = tuple(patients_of_files(people, catalogue, chosen.on, clock.today()))
    return weigh(None if old is None else old.compiled, new.compiled, comparison, patients)


def _weighed_lines(weighed: Weighed, phrases: Phrases) -> Iterator[str]:
    say, new = phrases.say, weighed.new.checked.rule_file
    old = "–" if weighed.old is None else weighed.old.checked.rule_file.version
    yield ""
    yield f"{new.id}: {say('change-of', old=old, new=new.version)}"
    if weighed.old is None:
        yield say("impact-new", count=weighed.with_disease)
        return
    if weighed.is_needless:
        yield say("impact-needless")
        return
    yield say("impact-title", moved=len(weighed.moved), count=weighed.count)
    for found in weighed.moved:
        row = impact_row(found.impact, weighed.old, weighed.new, phrases)
        yield f"  {found.patient.name}: {row.was.sign} {row.was.line} → {row.now.sign} {row.now.line}"
        yield f"      {'; '.join(row.criteria)}{f' · {row.reason}' if row.reason else ''}"
    if weighed.asked:
        names = "; ".join(
            f"{found.patient.name}: {asked_words(found.impact, weighed.new, phrases)}" for found in weighed.asked
        )
        yield say("impact-asked", count=len(weighed.asked), names=names)
    if weighed.unread:
        yield say("impact-unread", count=len(weighed.unread), names=", ".join(weighed.unread))
    yield say("impact-stay", stay=weighed.stay, judged=weighed.staying, other=weighed.others)


def _weighed_answer(weighed: Weighed, phrases: Phrases) -> dict[str, object]:
    found = {each.patient.id: each.impact for each in (*weighed.moved, *weighed.asked)}
    old = weighed.old
    return {
        "old": version_answer(None if old is None else old.checked.rule_file),
        "new": version_answer(weighed.new.checked.rule_file),
        "count": weighed.count,
        "moved": len(weighed.moved),
        "stay": weighed.stay,
        "with_disease": weighed.with_disease,
        "other_disease": weighed.others,
        "unread": list(weighed.unread),
        "patients": patients_answer(found.items(), old, weighed.new, phrases),
    }


# --- files


def _file(written: str, catalogue: Catalogue) -> LibraryFile | None:
    """Return a file by its path, or the shipped one of an id; None where there is neither."""
    path = Path(written)
    if path.is_file():
        return file_at(path, catalogue)
    found = _shipped(written, catalogue)
    if found is None:
        print(f"there is no rule file '{written}'", file=sys.stderr)
    return found


def _shipped(rule_id: str, catalogue: Catalogue) -> LibraryFile | None:
    """Return the file that ships of an id; most are called like it, so that the others need not be read."""
    paths = sorted(rule_paths(shipped_places()), key=lambda path: path.stem != rule_id)
    files = (file_at(path, catalogue) for path in paths)
    return next((file for file in files if file.rule_file is not None and file.rule_file.id == rule_id), None)


def _errors(files: Iterable[LibraryFile | None]) -> list[Problem]:
    """Return why files cannot be compared."""
    return [each for file in files if file is not None for each in file.problems if each.is_error]


def _print_json(document: dict[str, object]) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=2))
