"""Load rule files: read, check and compile every file of a folder; a bad one stops nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from core.catalogue.catalogue import Catalogue
from core.discovery import rules_path, yaml_files
from core.rule_files.checking import Check, check_rule_file
from core.rule_files.compiling import CompiledRuleFile, compile_rule_file
from core.source_text.problem import Problem

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
    """Check each file; what cannot be opened raises ``WorldError`` from the reading."""
    return tuple((path, check_rule_file(path.read_bytes(), str(path), catalogue)) for path in paths)


def load_rules(paths: Iterable[Path], catalogue: Catalogue) -> LoadedRules:
    """Return the files that can be judged and the problems of all."""
    files: list[CompiledRuleFile] = []
    problems: list[Problem] = []
    for _, check in check_paths(paths, catalogue):
        problems += check.problems
        if check.checked is not None:
            files.append(compile_rule_file(check.checked))
    return LoadedRules(tuple(files), tuple(problems))
