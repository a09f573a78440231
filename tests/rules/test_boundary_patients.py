"""Every number in every shipped file, one below, at and one above, on every engine."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from core.assurance.boundaries import ON, BoundaryPatient, boundary_patients
from core.catalogue.reading import load_catalogue
from core.criteria.nodes import Condition
from core.criteria.scope import Scope
from core.engine.deciding.asking import decided
from core.engine.explaining.judging import judge
from core.engine.judgement.situation import Situation
from core.rule_files.checking import check_rule_file
from core.use_cases.load_rules import rule_paths, shipped_places
from core.values.truth import Truth

FILES = rule_paths(shipped_places())
Tell = Callable[[Situation], Truth]


def explained(condition: Condition, scope: Scope) -> Tell:
    del scope
    return lambda situation: judge(condition, situation).truth


ENGINES: dict[str, Callable[[Condition, Scope], Tell]] = {"explaining": explained, "deciding": decided}


@cache
def edges_of(path: Path) -> list[tuple[Scope, BoundaryPatient]]:
    checked = check_rule_file(path.read_bytes(), path.name, load_catalogue()).checked
    assert checked is not None
    rule_file = checked.rule_file
    pairs = [(checked.scope, criterion) for criterion in rule_file.criteria]
    pairs += [(cohort.scope or checked.scope, each) for cohort in rule_file.cohorts for each in cohort.criteria]
    return [
        (scope, patient)
        for scope, criterion in pairs
        for condition in (criterion.condition, criterion.applies_when, criterion.unless)
        if condition is not None
        for patient in boundary_patients(condition, scope)
    ]


@pytest.mark.parametrize("engine", sorted(ENGINES))
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_edges_of_every_number(path: Path, engine: str) -> None:
    wrong: list[str] = []
    for scope, patient in edges_of(path):
        truth = ENGINES[engine](patient.condition, scope)(Situation.on(patient.chart, scope, ON))
        if truth is not patient.expected:
            wrong.append(f"{patient.what}: expected {patient.expected.value}, found {truth.value}")
    assert not wrong


def test_the_files_have_edges() -> None:
    assert sum(len(edges_of(path)) for path in FILES) > 400
