"""From bytes to a checked rule file: read, names and types checked, lints run; all problems at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.criteria.scope import Scope
from core.progress import Report, unwatched
from core.rule_files.dated import remarks_on
from core.rule_files.places import NO_PLACES
from core.rule_files.rule_file import RuleFile
from core.source_text.problem import Problem
from core.source_text.tree import Tree


@dataclass(frozen=True)
class CheckedRuleFile:
    """A rule file without errors; ``warnings`` are what the lints found."""

    rule_file: RuleFile
    scope: Scope
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """What came of checking a file: the file if it has no error, and every problem."""

    checked: CheckedRuleFile | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Writing:
    """A file that is being written: its check, and what could be read of it, errors or not; nothing is judged by it."""

    check: Check
    written: RuleFile | None
    tree: Tree | None


def check_rule_file(content: bytes, file: str, catalogue: Catalogue) -> Check:
    """Check a rule file from its bytes."""
    return check_writing(content, file, catalogue).check


def check_writing(content: bytes, file: str, catalogue: Catalogue, report: Report = unwatched) -> Writing:
    """Check a rule file that is being written, in steps that are reported: the same check, and what an editor shows."""
    # what reads and lints is loaded for the first file that was not checked before
    from core.rule_files.linting import lint_all
    from core.rule_files.reading.whole import read_rule_file

    reading = read_rule_file(content, file, catalogue, report)
    rule_file = reading.rule_file
    if rule_file is None or rule_file.scope is None:
        return Writing(Check(None, reading.problems), reading.written, reading.tree)
    problems = (*reading.problems, *lint_all(rule_file, report))
    if any(problem.is_error for problem in problems):
        return Writing(Check(None, problems), rule_file, reading.tree)
    kept = replace(rule_file, places=NO_PLACES)
    check = Check(CheckedRuleFile(kept, rule_file.scope, problems), problems)
    return Writing(check, rule_file, reading.tree)


def seen_on(check: Check, today: date) -> Check:
    """Return a check with what is to be said of the file's dates today; that is not remembered with it."""
    if check.checked is None:
        return check
    remarks = remarks_on(check.checked.rule_file, today)
    return replace(check, problems=(*check.problems, *remarks)) if remarks else check
