"""Load rule files: read, check and compile every file of a folder; a bad one stops nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from core import clock
from core.catalogue.catalogue import Catalogue
from core.discovery import rules_path, yaml_files
from core.language.said import said
from core.regular_files import NotRegularError, TooLargeError, read_named
from core.remembering.memory import Memory
from core.rule_files.checking import Check, check_rule_file, seen_on
from core.rule_files.compiling import CompiledRuleFile, compile_rule_file
from core.rule_files.origin import FROM_ANYWHERE, FROM_PROGRAM, with_origin
from core.source_text.problem import NOWHERE, Problem

SHIPPED = ("protocols", "programmes")
"""The folders of rule files that ship and are judged."""


@dataclass(frozen=True, slots=True)
class LoadedRules:
    """The files that can be judged, by id, and every problem of the others."""

    files: tuple[CompiledRuleFile, ...]
    problems: tuple[Problem, ...]

    def by_id(self, rule_id: str) -> CompiledRuleFile | None:
        """Return the file with this id."""
        return next((each for each in self.files if each.checked.rule_file.id == rule_id), None)


def rule_paths(places: Iterable[Path]) -> tuple[Path, ...]:
    """Return the rule files at the places named: files themselves and the YAML files of folders."""
    found: list[Path] = []
    for place in places:
        found += yaml_files(place) if place.is_dir() else (place,)
    return tuple(found)


def shipped_places() -> tuple[Path, ...]:
    """Return the folders of the rule files that ship."""
    return tuple(rules_path(name) for name in SHIPPED)


def check_paths(paths: Iterable[Path], catalogue: Catalogue) -> tuple[tuple[Path, Check], ...]:
    """Check each file; one that cannot be opened is a problem like any other."""
    return tuple((path, _check(path, catalogue)) for path in paths)


def _check(path: Path, catalogue: Catalogue) -> Check:
    try:
        content = read_named(path)
    except OSError as error:
        return Check(None, (unreadable(path, error),))
    return seen_on(check_rule_file(content, str(path), catalogue), clock.today())


def _to_judge(path: Path, catalogue: Catalogue, memory: Memory | None) -> Check:
    """Return the check of a file without its worked examples: they are put to the test, not judged by."""
    try:
        content = read_named(path)
    except OSError as error:
        return Check(None, (unreadable(path, error),))
    given = {"catalogue": catalogue}
    found = None if memory is None else memory.recall(str(path), content, Check, given)
    if found is not None:
        return found
    check = check_rule_file(content, str(path), catalogue)
    if check.checked is None:
        return check
    rule_file = replace(check.checked.rule_file, examples=())
    check = Check(replace(check.checked, rule_file=rule_file), check.problems)
    if memory is not None:
        memory.keep(str(path), content, check, given)
    return check


def unreadable(path: Path, error: OSError) -> Problem:
    """Return the problem of a file that cannot be opened."""
    reason = error.strerror or type(error).__name__
    hint = "check the path"
    if isinstance(error, NotRegularError):
        reason, hint = said("it is a pipe or a device"), "write - to read from standard input"
    elif isinstance(error, TooLargeError):
        reason, hint = said("it is larger than such a file can be"), "name another file"
    return Problem(str(path), NOWHERE, "unreadable", said("the file cannot be opened: {reason}", reason=reason), hint)


def load_rules(paths: Iterable[Path], catalogue: Catalogue, memory: Memory | None = None) -> LoadedRules:
    """Return the files that can be judged and the problems of all; of two files with one id the first is judged.

    With a ``memory`` (of this very catalogue) what was checked before and did not change is not checked again.
    """
    files: dict[str, CompiledRuleFile] = {}
    problems: list[Problem] = []
    shipped = tuple(place.resolve() for place in shipped_places())
    for path in paths:
        ships = path.absolute().parent.resolve() in shipped  # a file elsewhere that says the same was shipped by nobody
        check = with_origin(_to_judge(path, catalogue, memory), FROM_PROGRAM if ships else FROM_ANYWHERE)
        problems += check.problems
        if check.checked is None:
            continue
        rule_file = check.checked.rule_file
        if rule_file.id in files:
            message = said(
                "the id '{id}' is taken by {file}", id=rule_file.id, file=files[rule_file.id].checked.rule_file.file
            )
            problems.append(Problem(str(path), NOWHERE, "same-id", message, "keep one of the two files"))
        else:
            files[rule_file.id] = compile_rule_file(check.checked)
    return LoadedRules(tuple(files.values()), tuple(problems))
