"""Whole rule files as rows of the specification: each example is one, its note names the cases it settles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from core.assurance.examples import ExampleRun, run_examples
from core.catalogue.reading import load_catalogue
from core.rule_files.checking import CheckedRuleFile, check_rule_file
from core.rule_files.compiling import compile_rule_file
from core.source_text.reading import read_text
from core.source_text.tree import Mapping, Scalar, Sequence
from tests.spec.engines import ENGINES
from tests.spec.tables import raise_for

FOLDER = Path(__file__).parent / "files"
_CASE = re.compile(r"\bG\d+\b|\bpattern \d+\b|\brule (?:decision )?\d+(?:\.\d+)?\b")


@dataclass(frozen=True, slots=True)
class WrittenExample:
    """What an example of a whole file says in words, and its patient as written (not merged with another)."""

    name: str
    note: str
    patient: Mapping

    @property
    def cases(self) -> tuple[str, ...]:
        """The cases its note names."""
        return tuple(_CASE.findall(self.note))


def paths() -> tuple[Path, ...]:
    """Return the whole files in order."""
    return tuple(sorted(FOLDER.glob("*.yaml")))


@cache
def checked(path: Path) -> CheckedRuleFile:
    """Return a whole file; any problem of it is an error at once."""
    check = check_rule_file(path.read_bytes(), path.name, load_catalogue())
    raise_for([problem for problem in check.problems if problem.is_error], path.name)
    assert check.checked is not None
    return check.checked


@cache
def runs(path: Path, engine: str) -> tuple[ExampleRun, ...]:
    """Return every example of a file, run on one engine."""
    return run_examples(compile_rule_file(checked(path), ENGINES[engine]), load_catalogue())


def run_of(path: Path, engine: str, name: str) -> ExampleRun:
    """Return one example of a file."""
    return next(run for run in runs(path, engine) if run.example.name == name)


@cache
def written_examples(path: Path) -> tuple[WrittenExample, ...]:
    """Return the names and notes of a file's examples."""
    tree, _ = read_text(path.read_bytes(), path.name)
    examples = tree.get("examples") if isinstance(tree, Mapping) else None
    assert isinstance(examples, Sequence)
    return tuple(
        WrittenExample(_text(example, "name"), _text(example, "note"), patient)
        for example in examples
        if isinstance(example, Mapping) and isinstance(patient := example.get("patient"), Mapping)
    )


def _text(mapping: Mapping, key: str) -> str:
    found = mapping.get(key)
    return found.text if isinstance(found, Scalar) else ""
