"""The library of rule files: what ships and what the user took in; the newest version of an id is judged."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core import clock
from core.assurance.examples import ExampleRun, run_examples
from core.catalogue.catalogue import Catalogue
from core.errors import WorldError
from core.progress import Report, told, unwatched
from core.regular_files import NotRegularError, TooLargeError, read_named, read_regular
from core.rule_files.checking import Check, check_rule_file, seen_on
from core.rule_files.compiling import CompiledRuleFile, compile_rule_file
from core.rule_files.rule_file import RuleFile
from core.source_text.problem import Problem
from core.use_cases.keep_shelf import Shelf, hash_of
from core.use_cases.load_rules import rule_paths, shipped_places, unreadable

LARGEST = 1024 * 1024
"""A rule file is some ten kilobytes; what is larger than this is none."""


@dataclass(frozen=True)
class LibraryFile:
    """One file of the library. ``compiled`` None: it has errors, or was only found, and is not judged."""

    path: Path
    text: str
    problems: tuple[Problem, ...]
    compiled: CompiledRuleFile | None
    is_yours: bool
    is_taken_in: bool = True

    @property
    def rule_file(self) -> RuleFile | None:
        """What was read, where it could be."""
        return None if self.compiled is None else self.compiled.checked.rule_file


@dataclass(frozen=True)
class TakenIn:
    """A file from disk that was checked: its problems, its examples, what it would replace."""

    file: LibraryFile
    runs: tuple[ExampleRun, ...]
    replaces: LibraryFile | None
    content: bytes

    @property
    def can_be_accepted(self) -> bool:
        """True if it has no error and every example holds."""
        return self.file.compiled is not None and all(run.holds for run in self.runs)

    @property
    def difference(self) -> tuple[str, ...]:
        """The lines that change, as a text difference."""
        old = [] if self.replaces is None else self.replaces.text.splitlines()
        lines = difflib.unified_diff(old, self.file.text.splitlines(), lineterm="", n=1)
        return tuple(line for line in lines if not line.startswith(("---", "+++")))


def load_library(shelf: Shelf, catalogue: Catalogue, report: Report = unwatched) -> tuple[LibraryFile, ...]:
    """Return every file: the ones that ship, then the user's own, and what was found among these."""
    known = shelf.taken_in()
    places = [*((path, None) for path in rule_paths(shipped_places())), *((path, known) for path in shelf.paths)]
    return tuple(_file(path, catalogue, taken_in) for path, taken_in in told(places, report))


def judged_files(library: Iterable[LibraryFile]) -> tuple[CompiledRuleFile, ...]:
    """Return what is judged: of each id the newest version, of the same version the user's own."""
    best: dict[str, LibraryFile] = {}
    for file in library:
        rule_file = file.rule_file
        if rule_file is not None:
            known = best.get(rule_file.id)
            if known is None or _age(file) >= _age(known):
                best[rule_file.id] = file
    return tuple(file.compiled for file in best.values() if file.compiled is not None)


def with_own(shipped: Iterable[CompiledRuleFile], shelf: Shelf, catalogue: Catalogue) -> tuple[CompiledRuleFile, ...]:
    """Return what is judged, of what ships and what the user took in; only the user's own files are read."""
    best = {each.checked.rule_file.id: each for each in shipped}
    taken_in = shelf.taken_in()
    for path in shelf.paths:
        compiled = _file(path, catalogue, taken_in).compiled
        if compiled is not None:
            rule_file = compiled.checked.rule_file
            known = best.get(rule_file.id)
            if known is None or _version(rule_file) >= _version(known.checked.rule_file):
                best[rule_file.id] = compiled
    return tuple(best.values())


def take_in(path: Path, library: Iterable[LibraryFile], catalogue: Catalogue, report: Report = unwatched) -> TakenIn:
    """Check a file from disk; nothing is kept yet. WorldError where it cannot be read or is too large."""
    try:
        content = read_named(path, LARGEST)
    except TooLargeError as error:
        raise WorldError("error-file-too-large", name=path.name) from error
    except NotRegularError as error:
        raise WorldError("error-no-regular-file", name=path.name) from error
    except OSError as error:
        raise WorldError("error-file-unreadable", name=path.name) from error
    file = _checked(path, content, catalogue, is_yours=True)
    runs = examples_of(file, catalogue, report)
    return TakenIn(file, runs, _known(file, library), content)


def accept(taken: TakenIn, shelf: Shelf) -> Path:
    """Keep a checked file on the shelf, under id, version and hash; no other file is written over."""
    rule_file = taken.file.rule_file
    if rule_file is None or not taken.can_be_accepted:
        raise WorldError("error-not-taken-in")
    digest = hash_of(taken.content)[:12]
    path = shelf.folder / f"{_plain(rule_file.id)}-{_plain(rule_file.version)}-{digest}.yaml"
    shelf.keep(path, taken.content)
    return path


def examples_of(file: LibraryFile, catalogue: Catalogue, report: Report = unwatched) -> tuple[ExampleRun, ...]:
    """Run the examples of a file."""
    return () if file.compiled is None else run_examples(file.compiled, catalogue, report)


def _file(path: Path, catalogue: Catalogue, taken_in: frozenset[str] | None) -> LibraryFile:
    """Return one file; ``taken_in`` None: it ships. What was only found is shown as a text and not understood."""
    is_yours = taken_in is not None
    try:
        content = read_regular(path, LARGEST)
    except OSError as error:
        return LibraryFile(path, "", (unreadable(path, error),), None, is_yours, is_taken_in=not is_yours)
    if taken_in is not None and hash_of(content) not in taken_in:
        return LibraryFile(path, content.decode("utf-8", "replace"), (), None, is_yours, is_taken_in=False)
    return _checked(path, content, catalogue, is_yours=is_yours)


def _checked(path: Path, content: bytes, catalogue: Catalogue, *, is_yours: bool) -> LibraryFile:
    check: Check = seen_on(check_rule_file(content, str(path), catalogue), clock.today())
    compiled = None if check.checked is None else compile_rule_file(check.checked)
    return LibraryFile(path, content.decode("utf-8", "replace"), check.problems, compiled, is_yours)


def _known(file: LibraryFile, library: Iterable[LibraryFile]) -> LibraryFile | None:
    if file.rule_file is None:
        return None
    same = [each for each in library if each.rule_file is not None and each.rule_file.id == file.rule_file.id]
    return max(same, key=_age, default=None)


def _age(file: LibraryFile) -> tuple[tuple[int, ...], bool]:
    return () if file.rule_file is None else _version(file.rule_file), file.is_yours


def _version(rule_file: RuleFile) -> tuple[int, ...]:
    return tuple(_numbers(rule_file.version))


def _numbers(version: str) -> Iterator[int]:
    yield from (int(part) for part in re.findall(r"\d+", version))


def _plain(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]", "_", text)
