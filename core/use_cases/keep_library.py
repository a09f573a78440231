"""The library of rule files: what ships and what the user took in; of each id one version is in force and judged.

That is the version which an act put in force (taking a file in, going back), until the program brings a higher one;
without an act the newest, of the same version the user's own.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from core import clock
from core.assurance.examples import ExampleRun, run_examples
from core.catalogue.catalogue import Catalogue
from core.errors import WorldError
from core.progress import Report, told, unwatched
from core.regular_files import NotRegularError, TooLargeError, read_named, read_regular
from core.rule_files.checking import Check, check_rule_file, seen_on
from core.rule_files.compiling import CompiledRuleFile, compile_rule_file
from core.rule_files.origin import FROM_ANYWHERE, FROM_PROGRAM, with_origin
from core.rule_files.rule_file import Origin, RuleFile
from core.rule_files.succession import NOTHING_HELD, Succession, highest, succession_of
from core.rule_files.versions import is_above, version_of
from core.source_text.problem import Problem
from core.use_cases.keep_shelf import HoldsFrom, InForce, Kept, Proof, Shelf, hash_of
from core.use_cases.load_rules import rule_paths, shipped_places, unreadable

Held = TypeVar("Held")

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
    """A file from disk that was checked: its problems, its examples, the version in force that it would replace.

    ``succession`` says how it stands to every version that is held, ``held`` are these.
    """

    file: LibraryFile
    runs: tuple[ExampleRun, ...]
    replaces: LibraryFile | None
    content: bytes
    succession: Succession = NOTHING_HELD
    held: tuple[RuleFile, ...] = ()

    @property
    def can_be_accepted(self) -> bool:
        """True if it has no error, every example holds, and its version may follow those that are held."""
        return self.file.compiled is not None and not self.succession.is_refused and all(run.holds for run in self.runs)

    @property
    def is_in_force(self) -> bool:
        """True if the version in force says the same already: there is nothing to accept."""
        same, now = self.succession.same, self.replaces
        return same is not None and now is not None and now.rule_file is not None and now.rule_file.hash == same.hash

    @property
    def difference(self) -> tuple[str, ...]:
        """The lines that change, as a text difference."""
        old = [] if self.replaces is None else self.replaces.text.splitlines()
        lines = difflib.unified_diff(old, self.file.text.splitlines(), lineterm="", n=1)
        return tuple(line for line in lines if not line.startswith(("---", "+++")))


def load_library(shelf: Shelf, catalogue: Catalogue, report: Report = unwatched) -> tuple[LibraryFile, ...]:
    """Return every file: the ones that ship, then the user's own, and what was found among these."""
    known = _known_on(shelf)
    places = [*((path, None) for path in rule_paths(shipped_places())), *((path, known) for path in shelf.paths)]
    return tuple(_file(path, catalogue, taken_in) for path, taken_in in told(places, report))


def _known_on(shelf: Shelf) -> Mapping[str, Origin]:
    """Return where each file that was taken in comes from, by its hash."""
    origins = shelf.origins()
    return {each: origins.get(each, FROM_ANYWHERE) for each in shelf.taken_in()}


def judged_files(library: Iterable[LibraryFile], acts: Iterable[InForce] = ()) -> tuple[CompiledRuleFile, ...]:
    """Return what is judged: of each id the version in force."""
    return tuple(each.compiled for each in in_force(library, acts).values() if each.compiled is not None)


def in_force(library: Iterable[LibraryFile], acts: Iterable[InForce] = ()) -> Mapping[str, LibraryFile]:
    """Return the file in force of each id."""
    known = [(file, rule_file, file.is_yours) for file in library if (rule_file := file.rule_file) is not None]
    return _in_force(known, acts)


def with_own(shipped: Iterable[CompiledRuleFile], shelf: Shelf, catalogue: Catalogue) -> tuple[CompiledRuleFile, ...]:
    """Return what is judged, of what ships and what the user took in; only the user's own files are read."""
    taken_in = _known_on(shelf)
    own = (_file(path, catalogue, taken_in).compiled for path in shelf.paths)
    known = [(each, each.checked.rule_file, False) for each in shipped]
    known += [(each, each.checked.rule_file, True) for each in own if each is not None]
    return tuple(_in_force(known, shelf.acts()).values())


def take_in(
    path: Path,
    library: Iterable[LibraryFile],
    catalogue: Catalogue,
    report: Report = unwatched,
    acts: Iterable[InForce] = (),
) -> TakenIn:
    """Check a file from disk; nothing is kept yet. WorldError where it cannot be read or is too large."""
    try:
        content = read_named(path, LARGEST)
    except TooLargeError as error:
        raise WorldError("error-file-too-large", name=path.name) from error
    except NotRegularError as error:
        raise WorldError("error-no-regular-file", name=path.name) from error
    except OSError as error:
        raise WorldError("error-file-unreadable", name=path.name) from error
    return take_in_content(path, content, library, catalogue, report, acts)


def take_in_content(
    path: Path,
    content: bytes,
    library: Iterable[LibraryFile],
    catalogue: Catalogue,
    report: Report = unwatched,
    acts: Iterable[InForce] = (),
    origin: Origin = FROM_ANYWHERE,
) -> TakenIn:
    """Check what a file would hold that need not lie anywhere yet, such as a draft; nothing is kept.

    ``path`` is where its problems are said to stand.
    """
    file = _checked(path, content, catalogue, clock.today(), origin=origin)
    runs = examples_of(file, catalogue, report)
    rule_file = file.rule_file
    if rule_file is None:
        return TakenIn(file, runs, None, content)
    same_id = [each for each in library if each.rule_file is not None and each.rule_file.id == rule_file.id]
    held = tuple(each.rule_file for each in same_id if each.rule_file is not None)
    succession = succession_of(rule_file, content, held)
    return TakenIn(file, runs, in_force(same_id, acts).get(rule_file.id), content, succession, held)


def checked_content(path: Path, content: bytes, catalogue: Catalogue) -> LibraryFile:
    """Return a file from its bytes, checked; ``path`` is where its problems are said to stand."""
    return _checked(path, content, catalogue, clock.today())


def file_at(path: Path, catalogue: Catalogue) -> LibraryFile:
    """Return a file that somebody names, checked; one that cannot be opened is a problem like any other."""
    try:
        content = read_named(path, LARGEST)
    except OSError as error:
        return LibraryFile(path, "", (unreadable(path, error),), None, is_yours=True, is_taken_in=False)
    return _checked(path, content, catalogue, clock.today())


def accept(taken: TakenIn, shelf: Shelf, by: str = "", proof: Proof | None = None, holds_from: str = "") -> Path:
    """Keep a checked file on the shelf, under id, version and hash, and put it in force; WorldError where it may not.

    No other file is written over. What came onto the shelf since the file was checked counts too. ``holds_from`` is
    noted beside a file that does not say itself from which day on it holds; no byte of the file is changed.
    """
    return accept_all(((taken, proof),), shelf, by, holds_from)[0]


def accept_all(
    files: Iterable[tuple[TakenIn, Proof | None]], shelf: Shelf, by: str = "", holds_from: str = ""
) -> tuple[Path, ...]:
    """Keep checked files and put them in force, all of them or none, and return their places."""
    paths: list[Path] = []
    kept: list[Kept] = []
    acts: list[InForce] = []
    for taken, proof in files:
        rule_file = taken.file.rule_file
        if rule_file is None or not taken.can_be_accepted:
            raise WorldError("error-not-taken-in")
        held = (*taken.held, *_own_of(rule_file.id, shelf, taken.file))
        if succession_of(rule_file, taken.content, held).is_refused:
            raise WorldError("error-version-held")
        digest = hash_of(taken.content)[:12]
        paths.append(shelf.folder / f"{_plain(rule_file.id)}-{_plain(rule_file.version)}-{digest}.yaml")
        same = taken.succession.same
        if same is None:
            is_asked = bool(holds_from) and not taken.succession.effective_from
            note = _note(taken.content, holds_from, by) if is_asked else None
            kept.append(Kept(paths[-1], taken.content, proof, note))
        acts.append(_act(same or rule_file, (*held, rule_file), by))
    shelf.keep_all(kept, acts)
    return tuple(paths)


def go_back(to: RuleFile, library: Iterable[LibraryFile], shelf: Shelf, by: str = "") -> None:
    """Put a version that is held in force again; the others stay where they are."""
    held = [each.rule_file for each in library if each.rule_file is not None and each.rule_file.id == to.id]
    if all(each.hash != to.hash for each in held):
        raise WorldError("error-version-not-held")
    shelf.put_in_force(_act(to, held, by))


def examples_of(file: LibraryFile, catalogue: Catalogue, report: Report = unwatched) -> tuple[ExampleRun, ...]:
    """Run the examples of a file."""
    return () if file.compiled is None else run_examples(file.compiled, catalogue, report)


def _file(path: Path, catalogue: Catalogue, taken_in: Mapping[str, Origin] | None) -> LibraryFile:
    """Return one file; ``taken_in`` None: it ships. What was only found is shown as a text and not understood."""
    is_yours = taken_in is not None
    try:
        content = read_regular(path, LARGEST)
    except OSError as error:
        return LibraryFile(path, "", (unreadable(path, error),), None, is_yours, is_taken_in=not is_yours)
    if taken_in is not None and hash_of(content) not in taken_in:
        return LibraryFile(path, content.decode("utf-8", "replace"), (), None, is_yours, is_taken_in=False)
    if taken_in is None:
        return _shipped(path, content, catalogue, clock.today())
    return _checked(path, content, catalogue, clock.today(), origin=taken_in[hash_of(content)])


_SHIPPED: dict[Path, tuple[bytes, Catalogue, date, LibraryFile]] = {}
"""Files that ship as they were last read, with what they were read by."""


def _shipped(path: Path, content: bytes, catalogue: Catalogue, on: date) -> LibraryFile:
    """Return a file that ships, read and checked once: whoever looks at the library again waits for nothing."""
    known = _SHIPPED.get(path)
    if known is not None and known[1] is catalogue and known[0] == content and known[2] == on:
        return known[3]
    file = _checked(path, content, catalogue, on, is_yours=False, origin=FROM_PROGRAM)
    _SHIPPED[path] = (content, catalogue, on, file)
    return file


def _own_of(rule_id: str, shelf: Shelf, like: LibraryFile) -> tuple[RuleFile, ...]:
    """Return the versions of an id that lie on the shelf by now."""
    if like.compiled is None:
        return ()
    catalogue, taken_in = like.compiled.checked.scope.catalogue, _known_on(shelf)
    own = (_file(path, catalogue, taken_in).rule_file for path in shelf.paths)
    return tuple(each for each in own if each is not None and each.id == rule_id)


def _checked(
    path: Path, content: bytes, catalogue: Catalogue, on: date, *, is_yours: bool = True, origin: Origin = FROM_ANYWHERE
) -> LibraryFile:
    check: Check = with_origin(seen_on(check_rule_file(content, str(path), catalogue), on), origin)
    compiled = None if check.checked is None else compile_rule_file(check.checked)
    return LibraryFile(path, content.decode("utf-8", "replace"), check.problems, compiled, is_yours)


def _in_force(known: Iterable[tuple[Held, RuleFile, bool]], acts: Iterable[InForce]) -> dict[str, Held]:
    """Return by id what is in force, of what is held, its rule file and whether it is the user's own."""
    chosen = {act.id: act for act in acts}  # the last of each id
    by_id: dict[str, list[tuple[Held, RuleFile, bool]]] = {}
    for each in known:
        by_id.setdefault(each[1].id, []).append(each)
    return {name: _one_in_force(held, chosen.get(name)) for name, held in by_id.items()}


def _one_in_force(held: Iterable[tuple[Held, RuleFile, bool]], act: InForce | None) -> Held:
    by_age = sorted(held, key=lambda each: (version_of(each[1].version), each[2]))
    newest = by_age[-1]
    if act is None or is_above(newest[1].version, act.highest):
        return newest[0]
    return next((each for each, rule_file, _ in reversed(by_age) if rule_file.hash == act.hash), newest[0])


def _act(rule_file: RuleFile, held: Iterable[RuleFile], by: str) -> InForce:
    top = highest(held) or rule_file
    at = clock.now_utc().isoformat()
    return InForce(rule_file.id, rule_file.version, rule_file.hash, top.version, by, at)


def _note(content: bytes, holds_from: str, by: str) -> HoldsFrom:
    return HoldsFrom(hash_of(content), holds_from, by, clock.now_utc().isoformat())


def _plain(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]", "_", text)
