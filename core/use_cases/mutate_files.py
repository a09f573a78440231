"""Mutate rule files: what their examples notice, what survives in words, patients that would notice it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.assurance.examples import run_examples
from core.assurance.mutation.judging import Verdicts, judge_mutants
from core.assurance.mutation.mutants import Changed, Mutant
from core.assurance.probing.boundary import Boundary
from core.assurance.probing.searching import boundaries
from core.assurance.probing.writing import with_examples
from core.catalogue.catalogue import Catalogue
from core.criteria.printing.aloud import read_aloud
from core.criteria.printing.lengths import length_words
from core.criteria.printing.told import told
from core.criteria.printing.voice import Voice
from core.language.phrases import Phrases, spoken
from core.language.said import said
from core.regular_files import read_named
from core.rule_files.checking import check_rule_file
from core.rule_files.compiling import compile_rule_file
from core.source_text.problem import NOWHERE, Problem
from core.use_cases.load_rules import unreadable
from core.values.duration import Duration
from core.wording.changes import Pieces, marked
from core.wording.names import names_of
from core.writing import write_atomically

ENOUGH = 0.9
"""The share of the changes of a file that its examples are to notice."""


@dataclass(frozen=True)
class MutatedFile:
    """One file with what its examples say of its mutants; ``verdicts`` None: it has errors."""

    path: Path
    content: bytes
    verdicts: Verdicts | None
    problems: tuple[Problem, ...]

    @property
    def is_enough(self) -> bool:
        """True if enough is noticed."""
        return self.verdicts is not None and self.verdicts.score >= ENOUGH


@dataclass(frozen=True, slots=True)
class SurvivorRow:
    """A change that nobody notices: of what, what kind of change, what it was and is, what differs marked."""

    id: str
    title: str
    kind: str
    was: Pieces
    now: Pieces


def mutate_file(path: Path, catalogue: Catalogue) -> MutatedFile:
    """Judge the mutants of a file on its examples."""
    try:
        content = read_named(path)
    except OSError as error:
        return MutatedFile(path, b"", None, (unreadable(path, error),))
    check = check_rule_file(content, str(path), catalogue)
    if check.checked is None:
        return MutatedFile(path, content, None, tuple(problem for problem in check.problems if problem.is_error))
    compiled = compile_rule_file(check.checked)
    failing = tuple(problem for run in run_examples(compiled, catalogue) for problem in run.problems)
    return MutatedFile(path, content, judge_mutants(compiled, catalogue), failing)


def patients_for(file: MutatedFile, catalogue: Catalogue) -> tuple[Boundary, ...]:
    """Return patients that notice what survives, named in the file's own language."""
    if file.verdicts is None:
        return ()
    language = file.verdicts.file.checked.rule_file.language
    return boundaries(file.verdicts, catalogue, spoken(language))


def write_patients(file: MutatedFile, found: tuple[Boundary, ...], catalogue: Catalogue) -> tuple[Problem, ...]:
    """Put patients behind the examples of a file; nothing is written where it would then have a problem."""
    content = with_examples(file.content, found)
    if content is None:
        hint = "write one example a line, each behind a dash"
        return (Problem(str(file.path), NOWHERE, "examples", said("the examples are no list of lines"), hint),)
    check = check_rule_file(content, str(file.path), catalogue)
    if check.checked is None:
        return check.problems
    runs = run_examples(compile_rule_file(check.checked), catalogue)
    failing = tuple(problem for run in runs for problem in run.problems)
    if not failing and content != file.content:
        write_atomically(file.path, content)
    return failing


# --- in words


def survivor_rows(file: MutatedFile, phrases: Phrases) -> Iterator[SurvivorRow]:
    """Yield what survives in words."""
    for mutant in () if file.verdicts is None else file.verdicts.survivors:
        yield row_of(mutant, phrases)


def row_of(mutant: Mutant, phrases: Phrases) -> SurvivorRow:
    """Return one change in words."""
    was, now = marked(_words(mutant.was, mutant, phrases), _words(mutant.now, mutant, phrases))
    kind = phrases.say(f"mutant-{mutant.kind}")
    return SurvivorRow(mutant.name, _title(mutant, phrases), kind, was, now)


def _title(mutant: Mutant, phrases: Phrases) -> str:
    name = mutant.name
    if mutant.place in ("condition", "applies_when", "unless"):
        name = told(mutant.file.criteria[mutant.keys[0]].criterion.text, mutant.scope, phrases)
    return phrases.say(f"mutant-in-{mutant.place.replace('_', '-')}", name=name)


def _words(part: Changed, mutant: Mutant, phrases: Phrases) -> str:
    if isinstance(part, Duration):
        return length_words(Voice(mutant.scope, phrases), part)
    if isinstance(part, tuple):
        return names_of(part, mutant.scope, phrases)
    return read_aloud(part, mutant.scope, phrases)
