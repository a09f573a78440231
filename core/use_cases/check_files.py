"""Check rule files of every kind, each by the reader of its kind; a bad file stops nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from core import clock
from core.catalogue.catalogue import Catalogue
from core.discovery import rules_path
from core.follow_up.reading import read_schedule
from core.regular_files import read_named
from core.rule_files.checking import check_rule_file, seen_on
from core.rule_files.rule_file import RuleKind
from core.source_text.problem import Problem
from core.source_text.reading import read_text
from core.source_text.tree import Mapping, Scalar
from core.use_cases.keep_shelf import is_found_only
from core.use_cases.load_rules import shipped_places, unreadable
from core.use_cases.plan_follow_up import SHIPPED as SCHEDULES


@dataclass(frozen=True, slots=True)
class FileCheck:
    """What came of checking one file; it is usable where no problem is an error.

    ``is_found_only``: it lies on the shelf of a record and was not taken in there, so that nothing is judged by it.
    """

    path: Path
    problems: tuple[Problem, ...]
    is_found_only: bool = False

    @property
    def is_usable(self) -> bool:
        """True if the file can be used as it is."""
        return not any(problem.is_error for problem in self.problems)


def places_to_check() -> tuple[Path, ...]:
    """Return the folders that ship: what is judged, and the schedules."""
    return (*shipped_places(), rules_path(SCHEDULES))


def check_files(paths: Iterable[Path], catalogue: Catalogue) -> tuple[FileCheck, ...]:
    """Check each file; one that cannot be opened is a problem like any other."""
    return tuple(_checked(path, catalogue) for path in paths)


def _checked(path: Path, catalogue: Catalogue) -> FileCheck:
    try:
        content = read_named(path)
    except OSError as error:
        return FileCheck(path, (unreadable(path, error),))
    return FileCheck(path, _problems(path, content, catalogue), is_found_only(path, content))


def _problems(path: Path, content: bytes, catalogue: Catalogue) -> tuple[Problem, ...]:
    if is_schedule(content, str(path)):
        return read_schedule(content, str(path), catalogue).problems
    return seen_on(check_rule_file(content, str(path), catalogue), clock.today()).problems


def is_schedule(content: bytes, file: str) -> bool:
    """True if the file says of itself that it is a schedule; of what is no file at all both readers say the same."""
    kind = RuleKind.SCHEDULE.value
    if kind.encode() not in content:  # most files need not be read twice
        return False
    tree, _ = read_text(content, file)
    written = tree.get("kind") if isinstance(tree, Mapping) else None
    return isinstance(written, Scalar) and written.text == kind
