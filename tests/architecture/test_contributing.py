"""CONTRIBUTING.md sends nobody to a file or a test that is not there, and says of everything what to touch."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.program_sources import ROOT

PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
QUOTED = re.compile(r"`([^`\n]+)`")
PLACE = re.compile(r"(?:core|ui|tests|rules|resources|docs|benchmarks|\.ci)(?:/[\w.-]*)+|[A-Z]+\.md|pyproject\.toml")
TOLD = (
    *(
        "a drug",
        "a concept",
        "a score",
        "a protocol",
        "a lint",
        "a page",
        "a paper",
        "a block",
        "a section of the record",
    ),
    *("a migration", "a language", "an operator of the language"),
)
"""What somebody will want to add."""


def rows(page: str) -> list[list[str]]:
    """The rows of the table, each as its three cells."""
    lines = [line for line in page.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if not line.startswith("| to add")]


def named(page: str) -> list[tuple[str, str]]:
    """Every file or folder that is named, with the test behind it, "" where none is."""
    found = (quoted.partition("::") for quoted in QUOTED.findall(page))
    return [(place, test) for place, _, test in found if PLACE.fullmatch(place)]


def lacking(page: str) -> list[str]:
    """What is named and is not there."""
    return [
        f"{place}::{test}" if test else place
        for place, test in named(page)
        if not (ROOT / place).exists() or (test and test not in names_of_tests(ROOT / place))
    ]


def names_of_tests(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_place_and_test_is_there() -> None:
    assert len(named(PAGE)) > 2 * len(TOLD)
    assert lacking(PAGE) == []


@pytest.mark.parametrize("what", TOLD)
def test_it_says_what_to_touch_and_what_names_the_missing_piece(what: str) -> None:
    (row,) = [cells for cells in rows(PAGE) if re.match(rf"{re.escape(what)}(?![\w])", cells[0])]
    _, touched, tests = row
    assert named(touched)
    assert any(test for _, test in named(tests))


@pytest.mark.parametrize("gone", ["`core/chart/gone.py`", "`tests/spec/test_lints.py::test_gone`", "`GONE.md`"])
def test_what_is_gone_is_noticed(gone: str) -> None:
    assert lacking(f"see {gone} and `core/chart/`") == [gone.strip("`")]
